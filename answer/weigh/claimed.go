package weigh

import (
	"youju/answer/asking"
	"youju/answer/likeness"
)

// ClaimedOf is the figure of the same article that is what a denied claim says, of
// something else: 20万元 for those that passed, where the claim was of those that did not.
func ClaimedOf(r asking.Reading, found []Candidate) []Candidate {
	if r.Claim == nil || r.Claim.Bound != asking.Equals || r.Claim.Asks.OfTime() || r.Claim.Holds(found[0].Figure) {
		return nil
	}
	for _, c := range found[1:] {
		if r.Claim.Holds(c.Figure) && c.Sentence.Source.Article == found[0].Sentence.Source.Article && (c.Figure.Unit == found[0].Figure.Unit || likeness.Units(c.Figure.Unit, found[0].Figure.Unit)) {
			return []Candidate{c}
		}
	}
	return nil
}
