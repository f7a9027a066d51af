package weigh

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"youju/answer/asking"
	"youju/answer/evidence"
	"youju/hanzi"
	"youju/retrieval"
)

// FittestFirst puts a figure first, of those that are hardly worse than the best, that is of
// the year, the period, the aim and the place that were asked for.
func FittestFirst(snapshot *retrieval.Snapshot, r asking.Reading, found []Candidate, read bool) {
	sureFirst(r, found)
	scopedFirst(found, read)
	dominantFirst(snapshot, r, found, read)
	ofYearFirst(r, found, read)
	ofDayFirst(snapshot, r, found, read)
	samePeriodFirst(r, found)
	movedSaidFirst(r, found)
	aimedFirst(r, found, read)
	ofPlaceFirst(snapshot, r, found, read)
	numberedFirst(r, found, read)
	casualtiesFirst(r, found)
	endFirst(r, found)
	happeningFirst(r, found, read)
	startFirst(r, found)
	begunFirst(r, found)
	deedSaidFirst(snapshot, r, found, read)
	phraseFirst(r, found, read)
	premiseSaidFirst(snapshot, r, found, read)
	nthListedFirst(r, found)
	happenedFirst(snapshot, r, found)
	dayFirst(snapshot, r, found)
	wholeDateFirst(r, found)
	doneFirst(r, found)
	undeniedFirst(r, found)
	passedFirst(r, found)
	claimedTopFirst(r, found)
	SupportedFirst(found, read)
}

// OtherCounted is what the question counts where the best figure counts something else and no
// other one, which is put first then, counts that; "" where it counts what was asked for.
func OtherCounted(ctx context.Context, snapshot *retrieval.Snapshot, r asking.Reading, found []Candidate, read bool) (string, error) {
	if thing := asking.CountedThing(snapshot, r.Raw); r.Claim == nil && r.Asks == asking.Quantity && len([]rune(thing)) >= wholeThing && !found[0].saysThing(thing) { // 党组织新增25家 before 50个联系点
		nearlyBestFirst(found, read, countsBy, func(c Candidate) bool { return c.Features.Narrow == 0 && strings.Contains(c.before(), thing) })
	}
	other, err := compareThing(ctx, snapshot, r, &found[0])
	if err != nil {
		return "", err
	}
	if other != "" && nearlyBestFirst(found, read, countsBy, namesCounted) {
		other = ""
	}
	if countingFirst(snapshot, r, found, read) {
		other = ""
	}
	for _, compare := range []func() (string, error){
		func() (string, error) { return compareNoun(ctx, snapshot, r, found[0]) },
		func() (string, error) { return compareModifier(ctx, snapshot, r, found[0]) },
		func() (string, error) { return compareDeed(ctx, snapshot, r, found[0]) },
	} {
		if other != "" {
			break
		}
		if other, err = compare(); err != nil {
			return "", err
		}
	}
	if deed := deedAsked(r); deed != "" && other == deed && nearlyBestFirst(found, read, countsBy, saysDeed(deed)) {
		other = ""
	}
	if other == "" {
		asked := hanzi.Fold(r.Raw)
		other = cmp.Or(evidence.Negated(r.NounsAsked(snapshot), asked, found[0].Said()), OneWay(asked, found[0].Said()), lacksShort(r, found[0]))
	}
	return other, nil
}

// wholeThing is the least runes of a counted thing by which alone a figure is told.
const wholeThing = 3

// saysThing says that the figure's sentence, up to the end of its clause, or its owner names a thing.
func (c Candidate) saysThing(thing string) bool {
	return strings.Contains(c.UpToClause()+hanzi.Fold(c.Entry.Entity+c.Entry.Metric), thing)
}

// takeOver puts a figure before the best one, as likely as that is.
func takeOver(found []Candidate, i int) {
	found[i].Features = found[0].Features
	evidence.PutFirst(found, i)
}

// takenOver does so with the first one of a kind; false where there is none.
func takenOver(found []Candidate, wanted func(Candidate) bool) bool {
	i := slices.IndexFunc(found, wanted)
	if i < 0 {
		return false
	}
	takeOver(found, i)
	return true
}
