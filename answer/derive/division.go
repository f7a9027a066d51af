package derive

import (
	"strings"

	"youju/answer/asking"
	"youju/answer/weigh"
	"youju/figure"
	"youju/hanzi"
	"youju/retrieval"
)

// ofDivision says whether a figure is of the division that a phrase begins with, where its sentence gives figures of
// that one and of another phrase's: 福山区31.5毫米，莱山区26.9毫米; both is false where it does not.
func ofDivision(snapshot *retrieval.Snapshot, c weigh.Candidate, phrase, other string) (said, both bool) {
	own, level := asking.DivisionFirst(phrase)
	against, otherLevel := asking.DivisionFirst(other)
	sentence := hanzi.Fold(c.Sentence.String())
	if own == "" || own == against || level != otherLevel || !strings.Contains(sentence, own) || !strings.Contains(sentence, against) {
		return false, false
	}
	from := c.Sentence.Span.Start
	for _, e := range snapshot.Ledger().Of(c.Sentence.Source.Paragraph) {
		if e.Start >= from && e.End <= c.Figure.Start && e.Kind != figure.Date {
			from = e.End
		}
	}
	return strings.Contains(hanzi.Fold(string(c.Sentence.Text[from:c.Figure.Start])), own), true
}
