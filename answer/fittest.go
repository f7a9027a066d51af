package answer

import (
	"cmp"
	"context"

	"youju/answer/asking"
	"youju/answer/evidence"
	"youju/hanzi"
	"youju/retrieval"
)

// fittestFirst puts a figure first, of those that are hardly worse than the best, that is of
// the year, the period, the aim and the place that were asked for.
func fittestFirst(r asking.Reading, snapshot *retrieval.Snapshot, found []candidate, read bool) {
	ofYearFirst(r, found, read)
	samePeriodFirst(r, found)
	aimedFirst(r, found, read)
	ofPlaceFirst(r, snapshot, found, read)
	supportedFirst(found, read)
}

// otherCounted is what the question counts where the best figure counts something else and no
// other one, which is put first then, counts that; "" where it counts what was asked for.
func otherCounted(ctx context.Context, r asking.Reading, snapshot *retrieval.Snapshot, found []candidate, read bool) (string, error) {
	other, err := compareThing(ctx, r, snapshot, &found[0])
	if err != nil {
		return "", err
	}
	if other != "" && countingFirst(found, read) {
		other = ""
	}
	for _, compare := range []func() (string, error){
		func() (string, error) { return compareNoun(ctx, r, snapshot, found[0]) },
		func() (string, error) { return compareModifier(ctx, r, snapshot, found[0]) },
		func() (string, error) { return compareDeed(ctx, r, snapshot, found[0]) },
	} {
		if other != "" {
			break
		}
		if other, err = compare(); err != nil {
			return "", err
		}
	}
	if other == "" {
		asked := hanzi.Fold(r.Raw)
		other = cmp.Or(evidence.Negated(r.NounsAsked(snapshot), asked, found[0].said()), oneWay(asked, found[0].said()), lacksShort(r, found[0]))
	}
	return other, nil
}
