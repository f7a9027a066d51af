package hanzi

import "unicode"

// Span is a part of a text: [Start, End) in runes.
type Span struct {
	Start, End int
}

// shortSentence is the length in runes below which a sentence is joined to the
// one before it: 是的。 says nothing alone.
const shortSentence = 12

// Sentences splits a text at its full stops, question and exclamation marks and
// semicolons. The spans cover the text without gaps, less white space at the
// ends of each; closing quotation marks stay with the sentence that they close.
func Sentences(text string) []Span {
	runes := []rune(text)
	var spans []Span
	for start := 0; start < len(runes); {
		end := sentenceEnd(runes, start)
		span := trim(runes, Span{start, end})
		switch last := len(spans) - 1; {
		case span.Start == span.End:
		case last >= 0 && span.End-span.Start < shortSentence:
			spans[last].End = span.End
		default:
			spans = append(spans, span)
		}
		start = end
	}
	return spans
}

// SentenceAround is the sentence of a text that holds a span, both in runes; ok is false, and the
// span itself returned, where none does: a figure may hold a full stop.
func SentenceAround(text string, span Span) (sentence Span, ok bool) {
	for _, s := range Sentences(text) {
		if s.Start <= span.Start && span.End <= s.End {
			return s, true
		}
	}
	return span, false
}

func sentenceEnd(runes []rune, i int) int {
	for ; i < len(runes); i++ {
		if !endsSentence(runes[i]) {
			continue
		}
		for i++; i < len(runes) && (endsSentence(runes[i]) || closes(runes[i])); i++ {
		}
		return i
	}
	return i
}

func endsSentence(r rune) bool {
	switch r {
	case '。', '！', '？', '!', '?', '；', ';', '\n':
		return true
	}
	return false
}

func closes(r rune) bool {
	switch r {
	case '”', '’', '」', '』', '）', ')', '》', '"':
		return true
	}
	return false
}

func trim(runes []rune, s Span) Span {
	for s.Start < s.End && unicode.IsSpace(runes[s.Start]) {
		s.Start++
	}
	for s.End > s.Start && unicode.IsSpace(runes[s.End-1]) {
		s.End--
	}
	return s
}
