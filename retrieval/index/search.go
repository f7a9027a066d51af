package index

import (
	"context"
	"fmt"
	"math"
	"sort"
)

// candidates are looked at from each side before the two are fused.
const candidates = 100

// Vector makes the unit vector of a question, or waits for it: the words are looked
// up before it is called. Of the passages that are best by them, best first, something
// may be made ready meanwhile. It is not asked where there are no vectors.
type Vector func(likely []int) ([]float32, error)

// Search returns up to limit hits, best first, ties broken by id.
func (x *Index) Search(ctx context.Context, question string, vector Vector, limit int) ([]Hit, error) {
	if len(x.passages) == 0 {
		return nil, nil
	}
	lexical, reachable := x.byWords(question)
	found := x.best(lexical, candidates)
	v, err := x.checked(vector, found)
	if err != nil {
		return nil, err
	}
	if x.dense != nil {
		near, err := x.dense.nearest(ctx, v, candidates)
		if err != nil {
			return nil, err
		}
		found = union(near, found)
	}
	return x.fuse(lexical, reachable, v, found, limit), nil
}

// checked is the vector of a question, nil where there are no others.
func (x *Index) checked(vector Vector, likely []int) ([]float32, error) {
	if x.dense == nil {
		return nil, nil
	}
	v, err := vector(likely)
	if err != nil {
		return nil, err
	}
	if err := CheckVector(v, len(x.dense.vectors[0])); err != nil {
		return nil, fmt.Errorf("vector of the question: %w", err)
	}
	return v, nil
}

// SearchHolding is Search among the passages that hold all of the terms, by their
// text, their title or their neighbours, and none that have no word of the question.
func (x *Index) SearchHolding(question string, vector Vector, limit int, terms []string) ([]Hit, error) {
	lexical, reachable := x.byWords(question)
	if len(terms) > 0 {
		x.keepHolding(lexical, terms)
	}
	found := x.best(lexical, candidates)
	v, err := x.checked(vector, found)
	if err != nil {
		return nil, err
	}
	return x.fuse(lexical, reachable, v, found, limit), nil
}

// SearchThese is Search among passages that are named by their places.
func (x *Index) SearchThese(question string, vector Vector, limit int, these []int) ([]Hit, error) {
	lexical, reachable := x.byWords(question)
	v, err := x.checked(vector, nil)
	if err != nil {
		return nil, err
	}
	return x.fuse(lexical, reachable, v, these, limit), nil
}

// keepHolding takes the scores of passages that do not hold all of the terms away.
func (x *Index) keepHolding(scores []float64, terms []string) {
	held := make([]int, len(x.passages))
	for i, term := range terms {
		for _, p := range x.lexicon.find(term) {
			if held[p.passage] == i {
				held[p.passage]++
			}
		}
	}
	for i := range scores {
		if held[i] < len(terms) {
			scores[i] = 0
		}
	}
}

// byWords scores every passage for the words of a question; see Lexicon.score.
func (x *Index) byWords(question string) (scores []float64, reachable float64) {
	terms := counts{}
	terms.add(x.QuestionTerms(question), 1)
	return x.lexicon.score(terms)
}

// best returns up to n passages with the highest scores above 0, ties broken by id.
func (x *Index) best(scores []float64, n int) []int {
	least := math.SmallestNonzeroFloat64
	if n < len(scores) { // of many passages few are sorted
		least = max(least, largest(scores, n))
	}
	var found []int
	for i, s := range scores {
		if s >= least {
			found = append(found, i)
		}
	}
	sort.Slice(found, func(i, j int) bool {
		if scores[found[i]] != scores[found[j]] {
			return scores[found[i]] > scores[found[j]]
		}
		return x.passages[found[i]].ID < x.passages[found[j]].ID
	})
	return found[:min(n, len(found))]
}

func union(a, b []int) []int {
	seen := make(map[int]bool, len(a)+len(b))
	var out []int
	for _, list := range [][]int{a, b} {
		for _, i := range list {
			if !seen[i] {
				seen[i] = true
				out = append(out, i)
			}
		}
	}
	return out
}
