package say

import (
	"youju/answer/asking"
	"youju/answer/pattern"
	"youju/answer/weigh"
	"youju/hanzi"
)

// verdict says whether the claim holds, before the figure that the articles give.
func (w *Composer) verdict(r asking.Reading, c weigh.Candidate) {
	claimed := string([]rune(r.Raw)[r.Claim.Figure.Start:r.Claim.Figure.End])
	holds := r.Claim.Holds(c.Figure)
	switch {
	case holds && wayClaimed.MatchString(hanzi.Fold(string([]rune(r.Raw)[r.Claim.Figure.End:]))): // 6.3万户，比上年少了吧: of the way nothing is confirmed
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

// wayClaimed says behind a claimed figure which way it went.
var wayClaimed = pattern.Compile(`^[^,。?]{0,4},[^?]{0,8}(比|较|同比|环比)[^?]{0,8}([多少高低]|增|减|涨|跌|降|升)`)
