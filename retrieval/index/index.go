// Package index searches passages two ways at once, by words (BM25) and by
// meaning (vectors in chromem), fuses the two, and explains every score. An
// Index never changes once built.
package index

import (
	"context"
	"fmt"
	"iter"
	"maps"
	"slices"

	"youju/hanzi"
)

// Passage is a paragraph as the index sees it.
type Passage struct {
	ID      string
	Article string // id of its article: neighbours of the same article lend context
	Title   string
	Section string
	Text    string
}

// Hit is a passage that was found. Score is what its Parts add up to.
type Hit struct {
	Passage   int // place in the passages that Build was given
	ID        string
	Score     float64
	Parts     Parts
	Sentences []float64 // cosine of the question and each sentence; empty for a single one
}

// Index holds both sides for the same passages.
type Index struct {
	passages  []Passage
	tokens    *Tokenizer
	lexicon   *Lexicon
	dense     *dense
	sentences [][]Compact
	speller   speller
	romanizer romanizer
	problems  []error
}

// Vectors are the unit vectors of a passage's text and of each of its Sentences.
type Vectors struct {
	Whole     []float32
	Sentences []Compact
}

// What a passage's surroundings add to its terms: a term of the title counts as
// this many terms of the text, and so on.
const (
	titleShare     = 0.5
	sectionShare   = 0.5
	neighbourShare = 0.1
)

// Earlier is an index of before, of which a new one takes over what is the same.
type Earlier struct {
	Lexicon *Lexicon
	// Places says for each passage where the same stood before, with the same
	// neighbours; -1 where it is new.
	Places []int
}

// Build makes an index. vectors[i] belongs to passages[i]; ids must be unique. All vectors
// are first looked at narrowed; narrow may be nil. What stood in an earlier index is not
// segmented again; earlier may be nil. Where vectors is nil the words alone decide, until
// there are vectors: the share of a question's words then stands in for each cosine.
func Build(ctx context.Context, tokens *Tokenizer, passages []Passage, vectors []Vectors, narrow Narrow, earlier *Earlier) (*Index, error) {
	if vectors == nil {
		x := &Index{passages: passages, tokens: tokens, sentences: make([][]Compact, len(passages))}
		x.lexicon = x.read(earlier)
		return x, nil
	}
	if len(passages) != len(vectors) {
		return nil, fmt.Errorf("build the index: %d passages but %d vectors", len(passages), len(vectors))
	}
	ids := make([]string, len(passages))
	whole := make([][]float32, len(passages))
	sentences := make([][]Compact, len(passages))
	for i, p := range passages {
		ids[i], whole[i], sentences[i] = p.ID, vectors[i].Whole, vectors[i].Sentences
		for _, s := range sentences[i] {
			if len(s.Values) != len(whole[i]) {
				return nil, fmt.Errorf("build the index: vector of a sentence of passage %s: it has %d dimensions, not %d", p.ID, len(s.Values), len(whole[i]))
			}
		}
	}
	dense, err := newDense(ctx, ids, whole, narrow)
	if err != nil {
		return nil, fmt.Errorf("build the index: %w", err)
	}
	x := &Index{passages: passages, tokens: tokens, dense: dense, sentences: sentences}
	x.lexicon = x.read(earlier)
	return x, nil
}

// read makes the lexicon of all passages.
func (x *Index) read(earlier *Earlier) *Lexicon {
	if earlier == nil || earlier.Lexicon == nil || len(earlier.Places) != len(x.passages) {
		return newLexicon(len(x.passages), x.count(func(int) bool { return true }))
	}
	if len(earlier.Lexicon.lengths) == len(x.passages) && inOrder(earlier.Places) {
		return earlier.Lexicon
	}
	return earlier.Lexicon.update(earlier.Places, x.count(func(i int) bool { return earlier.Places[i] < 0 }))
}

func inOrder(places []int) bool {
	for i, place := range places {
		if place != i {
			return false
		}
	}
	return true
}

// Lexicon is the lexical side, for an Earlier; it never changes.
func (x *Index) Lexicon() *Lexicon { return x.lexicon }

// count yields the weighted terms of the passages that are wanted, one after the
// other: those of all would take far more memory than the index. Those of one article
// are wanted all or none, since they lend each other terms.
func (x *Index) count(wanted func(int) bool) iter.Seq2[int, counts] {
	text := func(i int) counts {
		if i >= len(x.passages) || !wanted(i) {
			return nil
		}
		c := counts{}
		c.add(x.terms(x.passages[i], x.passages[i].Text), 1)
		return c
	}
	return func(yield func(int, counts) bool) {
		var before counts
		own, next := text(0), text(1)
		for i, p := range x.passages {
			if own != nil {
				c := maps.Clone(own)
				c.add(x.terms(p, p.Title), titleShare)
				c.add(x.terms(p, p.Section), sectionShare)
				if i > 0 && x.passages[i-1].Article == p.Article {
					c.lend(before)
				}
				if i+1 < len(x.passages) && x.passages[i+1].Article == p.Article {
					c.lend(next)
				}
				if !yield(i, c) {
					return
				}
			}
			before, own, next = own, next, text(i+2)
		}
	}
}

// lend adds the share that a neighbour's terms count.
func (c counts) lend(neighbour counts) {
	for term, n := range neighbour {
		c[term] += n * neighbourShare
	}
}

// terms are those of a part of a passage. What breaks the tokenizer has none: the
// passage is found by its meaning alone, and is said.
func (x *Index) terms(p Passage, part string) (terms []string) {
	defer func() {
		if broken := recover(); broken != nil {
			terms = nil
			x.problems = append(x.problems, fmt.Errorf("the words of passage %s cannot be read, it is found by its meaning alone: %v", p.ID, broken))
		}
	}()
	return x.tokens.Terms(part)
}

// Problems are the passages that could not be read as others are, each with what
// was wrong. None keeps the others from being found.
func (x *Index) Problems() []error { return x.problems }

func (c counts) add(terms []string, weight float32) {
	for _, term := range terms {
		c[term] += weight
	}
}

// Rarity is the inverse document frequency of a term.
func (x *Index) Rarity(term string) float64 { return x.lexicon.idf(term) }

// QuestionTerms returns the terms of a question less the words that only ask and
// the seams that stand nowhere, which say nothing of what the passages lack.
func (x *Index) QuestionTerms(question string) []string {
	text := withoutAsking(question)
	seams := x.tokens.seams(text)
	return slices.DeleteFunc(x.tokens.Terms(text), func(term string) bool {
		return seams[term] && len(x.lexicon.find(term)) == 0
	})
}

// Seams are the terms of a text that only join two of its words.
func (x *Index) Seams(text string) map[string]bool { return x.tokens.seams(text) }

// Terms returns the terms of a text, with repeats.
func (x *Index) Terms(text string) []string { return x.tokens.Terms(text) }

// TermsOf returns the terms of a text whose figures are known; see Tokenizer.TermsOf.
func (x *Index) TermsOf(text string, figures []hanzi.Span) []string {
	return x.tokens.TermsOf(text, figures)
}

// Names returns the places and institutions of a text that the dictionary knows.
func (x *Index) Names(text string) []string { return x.tokens.Names(text) }
