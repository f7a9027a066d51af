package answer

import (
	"strings"

	"youju/answer/asking"
	"youju/answer/likeness"
	"youju/answer/pattern"
	"youju/answer/wording"
	"youju/hanzi"
	"youju/retrieval"
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
		if r.Claim.Holds(c.figure) && c.sentence.source.Article == found[0].sentence.source.Article && (c.figure.Unit == found[0].figure.Unit || likeness.Units(c.figure.Unit, found[0].figure.Unit)) {
			return []candidate{c}
		}
	}
	return nil
}

// comparedIf asks whether one thing is more than another: 通过率比目标高吗.
var comparedIf = pattern.Compile(`比([^,。?的]{2,8}?)[更还要]?(多|高|大|快|长|好|强|早|少|低|小|慢|短|晚)(吗|么|不|没)`)

// comparedUnsaid is what a question asks to be compared with where the sentence that
// would answer says nothing of it; "" for none.
func comparedUnsaid(r asking.Reading, snapshot *retrieval.Snapshot, best sentence) string {
	m := comparedIf.FindStringSubmatch(hanzi.Fold(r.Raw))
	if m == nil || comparedPeriod.MatchString(m[1]) {
		return ""
	}
	said := wording.LongForm(hanzi.Fold(best.source.Text + best.source.Article.Title))
	for _, w := range snapshot.Words(wording.LongForm(m[1])) {
		if wording.IsThing(w) && w.End-w.Start > 1 && !strings.Contains(said, w.Text) {
			return m[1]
		}
	}
	return ""
}
