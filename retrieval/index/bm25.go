package index

import (
	"iter"
	"math"
	"sort"
	"strings"
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

// Lexicon holds the postings of all terms of some passages. It is kept flat, so
// that a large one is read back from a store without being made again. It never
// changes once made.
type Lexicon struct {
	text     string    // all terms one behind the other, sorted
	ends     []uint32  // where each term ends in text
	upTo     []uint32  // where each term's postings end
	postings []posting // those of a term by passage
	lengths  []float64 // weighted terms of each passage
	mean     float64   // of lengths
}

// counts are the terms of one passage with their weighted counts.
type counts map[string]float32

// termPostings is a term on its way into a lexicon.
type termPostings struct {
	term     string
	postings []posting
}

func newLexicon(passages int, all iter.Seq2[int, counts]) *Lexicon {
	lengths := make([]float64, passages)
	return flatten(collect(all, lengths), lengths)
}

// collect turns counts into postings by term, and adds up lengths.
func collect(passages iter.Seq2[int, counts], lengths []float64) map[string][]posting {
	terms := map[string][]posting{}
	for i, c := range passages {
		for term, n := range c {
			terms[term] = append(terms[term], posting{int32(i), n})
			lengths[i] += float64(n) // exact, so the map's order does not show
		}
	}
	return terms
}

func flatten(byTerm map[string][]posting, lengths []float64) *Lexicon {
	list := make([]termPostings, 0, len(byTerm))
	for term, postings := range byTerm {
		list = append(list, termPostings{term, postings})
	}
	return flat(list, lengths)
}

func flat(list []termPostings, lengths []float64) *Lexicon {
	sort.Slice(list, func(i, j int) bool { return list[i].term < list[j].term })
	letters, postings := 0, 0
	for _, t := range list {
		letters, postings = letters+len(t.term), postings+len(t.postings)
	}
	l := &Lexicon{lengths: lengths, ends: make([]uint32, 0, len(list)), upTo: make([]uint32, 0, len(list)), postings: make([]posting, 0, postings)}
	var text strings.Builder
	text.Grow(letters)
	for _, t := range list {
		text.WriteString(t.term)
		l.ends = append(l.ends, uint32(text.Len()))
		l.postings = append(l.postings, t.postings...)
		l.upTo = append(l.upTo, uint32(len(l.postings)))
	}
	l.text = text.String()
	l.setMean()
	return l
}

func (l *Lexicon) setMean() {
	var total float64
	for _, n := range l.lengths {
		total += n
	}
	if len(l.lengths) > 0 {
		l.mean = total / float64(len(l.lengths))
	}
}

// update makes the lexicon of passages of which some stood in l, at places[i], and
// the others, where places[i] is -1, have fresh counts.
func (l *Lexicon) update(places []int, fresh iter.Seq2[int, counts]) *Lexicon {
	lengths := make([]float64, len(places))
	added := collect(fresh, lengths)
	now := make([]int32, len(l.lengths)) // where each old passage is now, plus one
	for i, old := range places {
		if old >= 0 {
			now[old] = int32(i) + 1
			lengths[i] = l.lengths[old]
		}
	}
	var list []termPostings
	for t := range l.ends {
		term := l.term(t)
		var kept []posting
		for _, p := range l.of(t) {
			if at := now[p.passage]; at > 0 {
				kept = append(kept, posting{at - 1, p.count})
			}
		}
		kept = append(kept, added[term]...)
		delete(added, term)
		if len(kept) > 0 {
			sort.Slice(kept, func(i, j int) bool { return kept[i].passage < kept[j].passage })
			list = append(list, termPostings{term, kept})
		}
	}
	for term, postings := range added {
		list = append(list, termPostings{term, postings})
	}
	return flat(list, lengths)
}

func (l *Lexicon) term(t int) string {
	start := uint32(0)
	if t > 0 {
		start = l.ends[t-1]
	}
	return l.text[start:l.ends[t]]
}

func (l *Lexicon) of(t int) []posting {
	start := uint32(0)
	if t > 0 {
		start = l.upTo[t-1]
	}
	return l.postings[start:l.upTo[t]]
}

// find returns the postings of a term.
func (l *Lexicon) find(term string) []posting {
	t := sort.Search(len(l.ends), func(t int) bool { return l.term(t) >= term })
	if t < len(l.ends) && l.term(t) == term {
		return l.of(t)
	}
	return nil
}

// idf is BM25's inverse document frequency, never negative.
func (l *Lexicon) idf(term string) float64 {
	df := float64(len(l.find(term)))
	return math.Log1p((float64(len(l.lengths)) - df + 0.5) / (df + 0.5))
}

// weight is what one posting adds, before idf.
func (l *Lexicon) weight(p posting) float64 {
	norm := 1.0
	if l.mean > 0 {
		norm = 1 - b + b*l.lengths[p.passage]/l.mean
	}
	tf := float64(p.count)
	return tf * (k1 + 1) / (tf + k1*norm)
}

// score returns the BM25 score of every passage for the terms of a question,
// each with its weight, and the score that a passage with all of them could reach.
func (l *Lexicon) score(question counts) (scores []float64, reachable float64) {
	scores = make([]float64, len(l.lengths))
	terms := make([]string, 0, len(question))
	for term := range question {
		terms = append(terms, term)
	}
	sort.Strings(terms) // sums of floats depend on their order: always the same one
	for _, term := range terms {
		w := float64(question[term]) * l.idf(term)
		reachable += w * (k1 + 1)
		for _, p := range l.find(term) {
			scores[p.passage] += w * l.weight(p)
		}
	}
	return scores, reachable
}
