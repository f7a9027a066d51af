package weigh

import (
	"slices"
	"strings"

	"youju/figure"
	"youju/hanzi"
	"youju/retrieval"
	"youju/retrieval/ledger"
)

// saidAlso tells paragraphs that say the figure too, as it is written or in another way: 4-1 of 1比4, 1.2万人 of 12000名.
func (c Candidate) saidAlso(snapshot *retrieval.Snapshot) func(paragraph, text string) bool {
	written := hanzi.Fold(c.Figure.Text)
	return func(paragraph, text string) bool {
		return strings.Contains(text, written) || slices.ContainsFunc(snapshot.Ledger().Of(paragraph), func(e ledger.Entry) bool { return same(c.Figure, e.Figure) })
	}
}

// same says that two figures are one number of one thing, however they are written.
func same(a, b figure.Figure) bool {
	if isScore(a) && isScore(b) {
		return result(a) == result(b)
	}
	return a.Kind != figure.Date && a.Kind == b.Kind && a.Unit != "" && (a.Unit == b.Unit || people[a.Unit] && people[b.Unit]) && a.Value.Equal(b.Value) && a.High.Equal(b.High)
}

// result are the two numbers of a score, the greater first, since either side's may stand first: 4-1 and 1比4.
func result(f figure.Figure) string {
	parts := strings.FieldsFunc(hanzi.Fold(f.Text), func(c rune) bool { return strings.ContainsRune(":比-", c) })
	if len(parts) == 2 && (len(parts[0]) < len(parts[1]) || len(parts[0]) == len(parts[1]) && parts[0] < parts[1]) {
		parts[0], parts[1] = parts[1], parts[0]
	}
	return strings.Join(parts, ":")
}
