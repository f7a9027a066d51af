package say

import (
	"youju/answer/asking"
	"youju/answer/weigh"
)

// verdict says whether the claim holds, before the figure that the articles give.
func (w *Composer) verdict(r asking.Reading, c weigh.Candidate) {
	claimed := string([]rune(r.Raw)[r.Claim.Figure.Start:r.Claim.Figure.End])
	holds := r.Claim.Holds(c.Figure)
	switch {
	case holds && r.Claim.Bound == asking.Equals:
		w.Write(w.lang.Say("answer.yes"))
	case holds:
		w.Write(w.lang.Say("answer.yes-bound"))
	case r.Claim.Bound == asking.Equals:
		w.Write(w.lang.Say("answer.not-but", claimed))
	default:
		w.Write(w.lang.Say("answer.no-bound"))
	}
}
