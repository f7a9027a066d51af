package weigh

import (
	"youju/answer/evidence"
	"youju/hanzi"
	"youju/retrieval"
	"youju/retrieval/ledger"
)

// Beside is another figure of the candidate's sentence, with the clause that it stands in; its
// features are still the candidate's.
func (c Candidate) Beside(e ledger.Entry) Candidate {
	c.Figure, c.Entry, c.Clause = e.Figure, e, ClauseOf(c.Sentence.Text, c.Sentence.Span, e.Figure)
	return c
}

// Quoted is the figure that an answer quotes from a paragraph, by where it begins; ok is false where the ledger has none there.
func Quoted(snapshot *retrieval.Snapshot, paragraph string, start int) (c Candidate, ok bool) {
	source, ok := snapshot.Source(paragraph)
	if !ok {
		return c, false
	}
	for _, e := range snapshot.Ledger().Of(paragraph) {
		if e.Start == start {
			return Standing(source, e), true
		}
	}
	return c, false
}

// Standing is a figure of a passage in its sentence and its clause, not weighed.
func Standing(source retrieval.Source, e ledger.Entry) Candidate {
	s := evidence.SentenceAt(source, e.Start)
	return Candidate{Sentence: s, Figure: e.Figure, Entry: e, Clause: ClauseOf(s.Text, s.Span, e.Figure)}
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
