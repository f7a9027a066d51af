package derive

import (
	"strings"

	"youju/answer/pattern"
	"youju/answer/weigh"
	"youju/figure"
	"youju/hanzi"
	"youju/retrieval"
)

// division begins with the name of a division of the country, which no list of places may have.
var division = pattern.Compile(`^(?:\d{4}年)?(\p{Han}{1,4}?([区县市镇乡]))`)

// ofDivision says whether a figure is of the division that a phrase begins with, where its sentence gives figures of
// that one and of another phrase's: 福山区31.5毫米，莱山区26.9毫米; both is false where it does not.
func ofDivision(snapshot *retrieval.Snapshot, c weigh.Candidate, phrase, other string) (said, both bool) {
	own, against := division.FindStringSubmatch(phrase), division.FindStringSubmatch(other)
	sentence := hanzi.Fold(c.Sentence.String())
	if own == nil || against == nil || own[1] == against[1] || own[2] != against[2] || !strings.Contains(sentence, own[1]) || !strings.Contains(sentence, against[1]) {
		return false, false
	}
	from := c.Sentence.Span.Start
	for _, e := range snapshot.Ledger().Of(c.Sentence.Source.Paragraph) {
		if e.Start >= from && e.End <= c.Figure.Start && e.Kind != figure.Date {
			from = e.End
		}
	}
	return strings.Contains(hanzi.Fold(string(c.Sentence.Text[from:c.Figure.Start])), own[1]), true
}
