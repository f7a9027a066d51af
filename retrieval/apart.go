package retrieval

import (
	"youju/figure"
	"youju/hanzi"
	"youju/retrieval/index"
)

// Apart is a paragraph or a note taken apart; it must not be changed.
type Apart struct {
	Text      []rune
	Sentences []Sentence
}

// Sentence is a sentence of a text with the distinct terms of what a form makes of it.
type Sentence struct {
	Span  hanzi.Span // in runes of the text
	Text  string
	Terms map[string]bool
}

// Apart takes a source apart; form must always make the same. Its figures are those
// that the ledger has of it, seen in the whole paragraph, so that they need not be
// looked for again in each sentence that form leaves as it is.
func (s *Snapshot) Apart(source Source, form func(string) string) *Apart {
	return s.apart.of(source.Paragraph, len(source.Text), func() *Apart { return s.takeApart(source, form) })
}

// takeApart gives a text that breaks it no sentences: the question is answered from
// others. The article was told of when it was indexed.
func (s *Snapshot) takeApart(source Source, form func(string) string) (out *Apart) {
	defer func() {
		if recover() != nil {
			out = &Apart{Text: []rune(source.Text)}
		}
	}()
	out = &Apart{Text: []rune(source.Text)}
	figures := s.wholeFigures(source)
	for _, span := range hanzi.Sentences(source.Text) {
		sentence := Sentence{Span: span, Text: string(out.Text[span.Start:span.End])}
		if formed := form(sentence.Text); formed != sentence.Text {
			sentence.Terms = setOf(s.Terms(formed))
		} else if s.index != nil {
			sentence.Terms = setOf(s.index.TermsOf(sentence.Text, within(figures, span)))
		}
		out.Sentences = append(out.Sentences, sentence)
	}
	return out
}

// wholeFigures are the figures of a source that are terms. While the ledger is still
// being read they are looked for, which finds the same.
func (s *Snapshot) wholeFigures(source Source) []hanzi.Span {
	if source.Note != "" || !s.ledgerRead.Load() {
		return index.WholeFigures(figure.Find(source.Text))
	}
	entries := s.Ledger().Of(source.Paragraph)
	figures := make([]figure.Figure, len(entries))
	for i, e := range entries {
		figures[i] = e.Figure
	}
	return index.WholeFigures(figures)
}

// within are the spans that lie in another one, counted from its begin.
func within(spans []hanzi.Span, outer hanzi.Span) []hanzi.Span {
	var out []hanzi.Span
	for _, span := range spans {
		if span.Start >= outer.Start && span.End <= outer.End {
			out = append(out, hanzi.Span{Start: span.Start - outer.Start, End: span.End - outer.Start})
		}
	}
	return out
}

func setOf(terms []string) map[string]bool {
	set := make(map[string]bool, len(terms))
	for _, term := range terms {
		set[term] = true
	}
	return set
}
