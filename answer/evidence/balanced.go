package evidence

import (
	"slices"
	"strings"

	"youju/hanzi"
)

// The marks that come in pairs, those of a pair at the same place.
var opening, closing = []rune("“‘「『《〈（([【"), []rune("”’」』》〉）)]】")

// balanced is a span of a sentence whose first and last marks are not halves of a pair: the other half is taken in where it
// stands right beside the span, else the mark is left out, as is what parts clauses.
func balanced(text []rune, sentence, span hanzi.Span) hanzi.Span {
	for span.End > span.Start && strings.ContainsRune("，。、；：,;:", text[span.End-1]) {
		span.End--
	}
	for i := range opening {
		switch open, closed := slices.Contains(text[span.Start:span.End], opening[i]), slices.Contains(text[span.Start:span.End], closing[i]); {
		case span.End == span.Start || open == closed:
		case closed && text[span.End-1] == closing[i]:
			if span.Start > sentence.Start && text[span.Start-1] == opening[i] {
				span.Start--
			} else {
				span.End--
			}
		case open && text[span.Start] == opening[i]:
			if span.End < sentence.End && text[span.End] == closing[i] {
				span.End++
			} else {
				span.Start++
			}
		}
	}
	return span
}
