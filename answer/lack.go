package answer

import (
	"cmp"

	"youju/retrieval"
)

// figureLacks is what the articles lack, in the question's language, where the best figure is
// no answer; "" where it is one. other is what the question counts where the figure counts
// something else; supported says that it is likely to answer at all.
func (r reading) figureLacks(snapshot *retrieval.Snapshot, c candidate, other string, supported bool) string {
	place := cmp.Or(r.otherZone(snapshot, c), r.otherPlace(snapshot, c))
	year, otherYear := r.otherYear(c)
	then := cmp.Or(r.otherNumber(c.sentence.String()), r.otherPart(c), r.otherScope(c), r.otherLevel(c))
	switch {
	case c.sentence.missing != "":
		return r.lang.Say("answer.lacks-named", r.shown(c.sentence.missing))
	case place != "":
		return r.lang.Say("answer.lacks-named", r.shown(place))
	case otherYear:
		return r.lang.Say("answer.lacks", r.yearAsked(year))
	case other != "" && supported:
		return r.lang.Say("answer.lacks-named", r.shown(other))
	case then != "":
		return r.lang.Say("answer.lacks", r.shown(then))
	case c.features.Fit <= poorFit || !supported || r.ofSeveral(c) || r.ofMore(snapshot, c) || r.onlyAimed(c) || r.measuresElse(c) || r.claim != nil && r.claim.undecided(c.figure):
		return r.lang.Say("answer.lacks-figure")
	}
	return ""
}

// sentenceLacks is what the articles lack, in the question's language, where the best sentence
// is no answer; "" where it may be one.
func (r reading) sentenceLacks(snapshot *retrieval.Snapshot, best sentence, supported bool) string {
	then := r.otherThen(best)
	unsaid := r.comparedUnsaid(snapshot, best)
	switch {
	case unsaid != "" && supported:
		return r.lang.Say("answer.lacks-then", r.shown(unsaid))
	case then != "":
		return r.lang.Say("answer.lacks-then", then)
	case !supported || r.roleless(snapshot, best) || r.unmeasured(best):
		return r.lang.Say("answer.nothing")
	}
	return ""
}
