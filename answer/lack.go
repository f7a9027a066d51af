package answer

import (
	"cmp"

	"youju/answer/asking"
	"youju/answer/evidence"
	"youju/answer/scales"
	"youju/retrieval"
)

// figureLacks is what the articles lack, in the question's language, where the best figure is
// no answer; "" where it is one. other is what the question counts where the figure counts
// something else; supported says that it is likely to answer at all.
func figureLacks(r asking.Reading, snapshot *retrieval.Snapshot, c candidate, other string, supported bool) string {
	place := cmp.Or(otherZone(r, snapshot, c), otherPlace(r, snapshot, c))
	year, otherYear := otherYear(r, c)
	then := cmp.Or(otherNumber(r, c.sentence.String()), otherPart(r, c), otherScope(r, c), otherLevel(r, c))
	switch {
	case c.sentence.Missing != "":
		return r.Lang.Say("answer.lacks-named", r.Shown(c.sentence.Missing))
	case place != "":
		return r.Lang.Say("answer.lacks-named", r.Shown(place))
	case otherYear:
		return r.Lang.Say("answer.lacks", yearAsked(r, year))
	case other != "" && supported:
		return r.Lang.Say("answer.lacks-named", r.Shown(other))
	case then != "":
		return r.Lang.Say("answer.lacks", r.Shown(then))
	case c.features.Fit <= scales.PoorFit || !supported || ofSeveral(r, c) || ofMore(r, snapshot, c) || onlyAimed(r, c) || measuresElse(r, c) || r.Claim != nil && r.Claim.Undecided(c.figure):
		return r.Lang.Say("answer.lacks-figure")
	}
	return ""
}

// sentenceLacks is what the articles lack, in the question's language, where the best sentence
// is no answer; "" where it may be one.
func sentenceLacks(r asking.Reading, snapshot *retrieval.Snapshot, best evidence.Sentence, supported bool) string {
	then := otherThen(r, best)
	unsaid := evidence.ComparedUnsaid(r, snapshot, best)
	switch {
	case unsaid != "" && supported:
		return r.Lang.Say("answer.lacks-then", r.Shown(unsaid))
	case then != "":
		return r.Lang.Say("answer.lacks-then", then)
	case !supported || evidence.Roleless(r, snapshot, best) || evidence.Unmeasured(r, best):
		return r.Lang.Say("answer.nothing")
	}
	return ""
}
