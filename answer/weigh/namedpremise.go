package weigh

import (
	"context"
	"slices"
	"strings"

	"youju/answer/asking"
	"youju/answer/wording"
	"youju/hanzi"
	"youju/retrieval"
	"youju/retrieval/index"
)

// Premise is what a question takes what it asks about for, where the answer's own sentence does not say it.
type Premise struct {
	Name   string
	Source retrieval.Source // whose sentence Said says it, of something else
	Said   hanzi.Span       // empty where no article says it
}

// Elsewhere says that the article says it, of something else.
func (p Premise) Elsewhere() bool { return p.Said != hanzi.Span{} }

// saidOfPremise is how much of a premise's words a sentence may hold and still not say it.
const saidOfPremise = 0.5

// PremiseOf finds what the question takes a figure to be of and the figure's sentence does not say; nil where there
// is no such thing, and where another article alone says it.
func PremiseOf(ctx context.Context, snapshot *retrieval.Snapshot, r asking.Reading, c Candidate) (*Premise, error) {
	name := r.NamedPremise()
	key := hanzi.Fold(name)
	if key == "" || !namesOne(snapshot.Words(key)) {
		return nil, nil
	}
	said, held, terms := wording.TermSet(snapshot, c.Sentence.String()), 0.0, snapshot.Terms(key)
	for _, term := range terms {
		held += wording.AllOrNothing(said[term])
	}
	if held > saidOfPremise*float64(len(terms)) {
		return nil, nil
	}
	for _, paragraph := range c.Sentence.Source.Article.Paragraphs {
		folded := hanzi.Fold(paragraph.Text)
		at := strings.Index(folded, key)
		if at < 0 {
			continue
		}
		start := len([]rune(folded[:at]))
		said, _ := hanzi.SentenceAround(paragraph.Text, hanzi.Span{Start: start, End: start + len([]rune(key))})
		source := retrieval.Source{Article: c.Sentence.Source.Article, Paragraph: paragraph.ID, Section: paragraph.Section, Text: paragraph.Text}
		return &Premise{Name: name, Source: source, Said: said}, nil
	}
	if hits, err := snapshot.SearchHolding(ctx, key, key, 1); err != nil || len(hits) > 0 {
		return nil, err
	}
	return &Premise{Name: name}, nil
}

// namesOne says that words are a name or a noun with what goes before it, and no clause.
func namesOne(words []index.Word) bool {
	clause := func(w index.Word) bool { return wording.IsGrammar(w) || wording.Class(w.Speech) == "d" }
	return len(words) > 0 && !slices.ContainsFunc(words, clause) && strings.Contains(words[len(words)-1].Speech, "n")
}
