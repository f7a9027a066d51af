package answer

import (
	"slices"

	"youju/hanzi"
	"youju/news"
)

// before is the figure's clause up to it, folded.
func (c candidate) before() string {
	return hanzi.Fold(string(c.sentence.Text[c.clause.Start:c.figure.Start]))
}

// justBefore is the clause before the figure's and that up to it, folded.
func (c candidate) justBefore() string {
	from := c.clause.Start
	if from > c.sentence.Span.Start+1 {
		from = clauseBefore(c.sentence, from)
	}
	return hanzi.Fold(string(c.sentence.Text[from:c.figure.Start]))
}

// leading is before with the clause before it, where the figure's own only goes on from that:
// 但未通过的，给予1万元补贴.
func (c candidate) leading() string {
	if c.figure.Start-c.clause.Start < shortAdverb {
		return c.justBefore()
	}
	return c.before()
}

// saidBefore is the figure's sentence up to it, folded.
func (c candidate) saidBefore() string {
	return hanzi.Fold(string(c.sentence.Text[c.sentence.Span.Start:c.figure.Start]))
}

// behind is the text of up to n runes behind the figure, in its clause, folded.
func (c candidate) behind(n int) string {
	return hanzi.Fold(string(c.sentence.Text[c.figure.End:min(c.clause.End, c.figure.End+n)]))
}

// behindSentence is what up to n runes of the sentence say behind the figure, folded.
func (c candidate) behindSentence(n int) string {
	return hanzi.Fold(string(c.sentence.Text[c.figure.End:min(c.sentence.Span.End, c.figure.End+n)]))
}

// sentenceBefore is the sentence before the figure's, folded; that of the paragraph before
// where its own begins with the figure's, "" for none.
func (c candidate) sentenceBefore() string {
	text := string(c.sentence.Text[:c.sentence.Span.Start])
	if text == "" {
		paragraphs := c.sentence.Source.Article.Paragraphs
		i := slices.IndexFunc(paragraphs, func(p news.Paragraph) bool { return p.ID == c.sentence.Source.Paragraph })
		if i < 1 {
			return ""
		}
		text = paragraphs[i-1].Text
	}
	spans := hanzi.Sentences(text)
	if len(spans) == 0 {
		return ""
	}
	last := spans[len(spans)-1]
	return hanzi.Fold(string([]rune(text)[last.Start:last.End]))
}
