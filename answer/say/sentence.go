package say

import "youju/hanzi"

// SentenceAround is the sentence of a text that holds a span, or the span where none does; in runes.
func SentenceAround(text string, span hanzi.Span) hanzi.Span {
	for _, s := range hanzi.Sentences(text) {
		if span.Start >= s.Start && span.End <= s.End {
			return s
		}
	}
	return span
}
