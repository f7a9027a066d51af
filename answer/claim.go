package answer

import (
	"youju/answer/asking"
	"youju/answer/likeness"
)

// verdict says whether the claim holds, before the figure that the articles give.
func (w *composer) verdict(r asking.Reading, c candidate) {
	claimed := string([]rune(r.Raw)[r.Claim.Figure.Start:r.Claim.Figure.End])
	holds := r.Claim.Holds(c.figure)
	switch {
	case holds && r.Claim.Bound == asking.Equals:
		w.say(w.lang.Say("answer.yes"))
	case holds:
		w.say(w.lang.Say("answer.yes-bound"))
	case r.Claim.Bound == asking.Equals:
		w.say(w.lang.Say("answer.not-but", claimed))
	default:
		w.say(w.lang.Say("answer.no-bound"))
	}
}

// claimedOf is the figure of the same article that is what a denied claim says, of
// something else: 20万元 for those that passed, where the claim was of those that did not.
func claimedOf(r asking.Reading, found []candidate) []candidate {
	if r.Claim == nil || r.Claim.Bound != asking.Equals || r.Claim.Asks.OfTime() || r.Claim.Holds(found[0].figure) {
		return nil
	}
	for _, c := range found[1:] {
		if r.Claim.Holds(c.figure) && c.sentence.Source.Article == found[0].sentence.Source.Article && (c.figure.Unit == found[0].figure.Unit || likeness.Units(c.figure.Unit, found[0].figure.Unit)) {
			return []candidate{c}
		}
	}
	return nil
}
