package weigh

import (
	"youju/hanzi"
	"youju/retrieval/ledger"
)

// Beside is another figure of the candidate's sentence, with the clause that it stands in; its
// features are still the candidate's.
func (c Candidate) Beside(e ledger.Entry) Candidate {
	c.Figure, c.Entry, c.Clause = e.Figure, e, ClauseOf(c.Sentence.Text, c.Sentence.Span, e.Figure)
	return c
}

// before is the figure's clause up to it, folded.
func (c Candidate) before() string {
	return hanzi.Fold(string(c.Sentence.Text[c.Clause.Start:c.Figure.Start]))
}

// justBefore is the clause before the figure's and that up to it, folded.
func (c Candidate) justBefore() string {
	from := c.Clause.Start
	if from > c.Sentence.Span.Start+1 {
		from = ClauseBefore(c.Sentence, from)
	}
	return hanzi.Fold(string(c.Sentence.Text[from:c.Figure.Start]))
}

// leading is before with the clause before it, where the figure's own only goes on from that:
// 但未通过的，给予1万元补贴.
func (c Candidate) leading() string {
	if c.Figure.Start-c.Clause.Start < shortAdverb {
		return c.justBefore()
	}
	return c.before()
}

// SaidBefore is the figure's sentence up to it, folded.
func (c Candidate) SaidBefore() string {
	return hanzi.Fold(string(c.Sentence.Text[c.Sentence.Span.Start:c.Figure.Start]))
}

// Behind is the text of up to n runes behind the figure, in its clause, folded.
func (c Candidate) Behind(n int) string {
	return hanzi.Fold(string(c.Sentence.Text[c.Figure.End:min(c.Clause.End, c.Figure.End+n)]))
}

// behindSentence is what up to n runes of the sentence say behind the figure, folded.
func (c Candidate) behindSentence(n int) string {
	return hanzi.Fold(string(c.Sentence.Text[c.Figure.End:min(c.Sentence.Span.End, c.Figure.End+n)]))
}

// sentenceBefore is the sentence before the figure's, folded; that of the paragraph before
// where its own begins with the figure's, "" for none.
func (c Candidate) sentenceBefore() string {
	text := string(c.Sentence.Text[:c.Sentence.Span.Start])
	if text == "" {
		text = c.Sentence.Source.Before()
	}
	spans := hanzi.Sentences(text)
	if len(spans) == 0 {
		return ""
	}
	last := spans[len(spans)-1]
	return hanzi.Fold(string([]rune(text)[last.Start:last.End]))
}
