package index

import (
	"math"
	"sort"
)

// BM25 with the usual constants (Robertson and Zaragoza, "The Probabilistic
// Relevance Framework: BM25 and Beyond", 2009): k1 bounds what repeats of a term
// add, b how much a long passage is held against itself.
const (
	k1 = 1.8
	b  = 0.6
)

// posting says that a passage holds a term, and how often; a count may be a
// fraction, because a title's terms count less than the text's.
type posting struct {
	passage int32
	count   float32
}

// lexicon holds the postings of all terms.
type lexicon struct {
	terms    map[string][]posting
	lengths  []float64
	mean     float64
	passages int
}

// counts are the terms of one passage with their weighted counts.
type counts map[string]float32

func newLexicon(passages []counts) *lexicon {
	l := &lexicon{terms: map[string][]posting{}, lengths: make([]float64, len(passages)), passages: len(passages)}
	var total float64
	for i, c := range passages {
		for term, n := range c {
			l.terms[term] = append(l.terms[term], posting{int32(i), n})
			l.lengths[i] += float64(n) // exact, so the map's order does not show
		}
		total += l.lengths[i]
	}
	if len(passages) > 0 {
		l.mean = total / float64(len(passages))
	}
	return l
}

// idf is BM25's inverse document frequency, never negative.
func (l *lexicon) idf(term string) float64 {
	df := float64(len(l.terms[term]))
	return math.Log1p((float64(l.passages) - df + 0.5) / (df + 0.5))
}

// weight is what one posting adds, before idf.
func (l *lexicon) weight(p posting) float64 {
	norm := 1.0
	if l.mean > 0 {
		norm = 1 - b + b*l.lengths[p.passage]/l.mean
	}
	tf := float64(p.count)
	return tf * (k1 + 1) / (tf + k1*norm)
}

// score returns the BM25 score of every passage for the terms of a question,
// each with its weight, and the score that a passage with all of them could reach.
func (l *lexicon) score(question counts) (scores []float64, reachable float64) {
	scores = make([]float64, l.passages)
	terms := make([]string, 0, len(question))
	for term := range question {
		terms = append(terms, term)
	}
	sort.Strings(terms) // sums of floats depend on their order: always the same one
	for _, term := range terms {
		w := float64(question[term]) * l.idf(term)
		reachable += w * (k1 + 1)
		for _, p := range l.terms[term] {
			scores[p.passage] += w * l.weight(p)
		}
	}
	return scores, reachable
}
