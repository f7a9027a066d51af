package embed

import (
	"math"
	"slices"
	"sort"
)

// Reading is the scores of one text. Offsets are runes of the text given.
type Reading struct {
	places     []place
	start, end []float32 // of each token, less that of [CLS]
	seen       int       // where the window ends
}

// Answer is a span of a text, runes [Start, End), with its score: see Reading.Span.
type Answer struct {
	Start, End int
	Score      float64
}

// score reads the head's scores off the last layer. The text's [SEP] is left out.
func (r *Reader) score(s *readerScratch, second int) Reading {
	n := len(s.places.tokens)
	scores := make([]float32, 2*n)
	out := Reading{places: slices.Clone(s.places.tokens), start: scores[:n], end: scores[n:], seen: math.MaxInt}
	if len(s.ids) == ReaderTokens {
		out.seen = int(out.places[n-1].end)
	}
	noStart, noEnd := r.kernels.dot(s.x[:width], r.weights.start), r.kernels.dot(s.x[:width], r.weights.end)
	for i := range n {
		x := s.x[(second+i)*width:][:width]
		out.start[i] = r.kernels.dot(x, r.weights.start) - noStart
		out.end[i] = r.kernels.dot(x, r.weights.end) - noEnd
	}
	return out
}

// Span is the log-odds of "the answer is runes [start, end)" against "no answer here": the scores of its first token as
// a start and of its last as an end, less those of [CLS]. A border inside a token takes the whole token. A span without
// a token, or one that goes beyond what the reader saw of the text, is impossible: minus infinity.
func (r Reading) Span(start, end int) float64 {
	first := sort.Search(len(r.places), func(i int) bool { return int(r.places[i].end) > start })
	last := sort.Search(len(r.places), func(i int) bool { return int(r.places[i].start) >= end }) - 1
	if first > last || end > r.seen {
		return math.Inf(-1)
	}
	return float64(r.start[first]) + float64(r.end[last])
}

// Best returns the n best spans of at most maxRunes runes, best first. No two of them overlap: of those that would, the
// best stands for all. There may be fewer than n.
func (r Reading) Best(n, maxRunes int) []Answer {
	var best []Answer
	for len(best) < n {
		answer, ok := r.bestBeside(best, maxRunes)
		if !ok {
			break
		}
		best = append(best, answer)
	}
	return best
}

// bestBeside is the best span that overlaps none of those taken.
func (r Reading) bestBeside(taken []Answer, maxRunes int) (best Answer, ok bool) {
	for i, from := range r.places {
		for j, to := range r.places[i:] {
			span := Answer{Start: int(from.start), End: int(to.end), Score: float64(r.start[i]) + float64(r.end[i+j])}
			if span.End-span.Start > maxRunes || slices.ContainsFunc(taken, span.overlaps) {
				break
			}
			if !ok || span.Score > best.Score {
				best, ok = span, true
			}
		}
	}
	return best, ok
}

func (a Answer) overlaps(b Answer) bool { return a.Start < b.End && b.Start < a.End }
