package answer

import (
	"cmp"
	"context"

	"youju/hanzi"
	"youju/retrieval"
)

// fittestFirst puts a figure first, of those that are hardly worse than the best, that is of
// the year, the period, the aim and the place that were asked for.
func (r reading) fittestFirst(snapshot *retrieval.Snapshot, found []candidate, read bool) {
	r.ofYearFirst(found, read)
	r.samePeriodFirst(found)
	r.aimedFirst(found, read)
	r.ofPlaceFirst(snapshot, found, read)
	supportedFirst(found, read)
}

// otherCounted is what the question counts where the best figure counts something else and no
// other one, which is put first then, counts that; "" where it counts what was asked for.
func (r reading) otherCounted(ctx context.Context, snapshot *retrieval.Snapshot, found []candidate, read bool) (string, error) {
	other, err := r.compareThing(ctx, snapshot, &found[0])
	if err != nil {
		return "", err
	}
	if other != "" && countingFirst(found, read) {
		other = ""
	}
	for _, compare := range []func() (string, error){
		func() (string, error) { return r.compareNoun(ctx, snapshot, found[0]) },
		func() (string, error) { return r.compareModifier(ctx, snapshot, found[0]) },
		func() (string, error) { return r.compareDeed(ctx, snapshot, found[0]) },
	} {
		if other != "" {
			break
		}
		if other, err = compare(); err != nil {
			return "", err
		}
	}
	if other == "" {
		asked := hanzi.Fold(r.raw)
		other = cmp.Or(negated(r.nounsAsked(snapshot), asked, found[0].said()), oneWay(asked, found[0].said()), r.lacksShort(found[0]))
	}
	return other, nil
}
