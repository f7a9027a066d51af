package index

import "sort"

// How the sides are weighed, found on the development sets with one setting for
// all (docs/design.md has the table). The sum is convex, of scores that need no
// scaling over the candidates (compare Bruch et al., "An Analysis of Fusion
// Functions for Hybrid Retrieval", 2022): the lexical side is the share of the
// BM25 score that a passage with all terms could reach, so a question whose words
// stand nowhere is decided by the vectors.
const (
	denseWeight    = 0.55 // of cosine; the lexical side has the rest
	sentenceWeight = 0.7  // of the best sentence's cosine; the whole passage has the rest
)

// Parts explain a score: Score = 0.45·Lexical + 0.55·(0.3·Whole + 0.7·Sentence).
type Parts struct {
	Lexical  float64 // BM25 ÷ what a passage with all terms could reach, 0…1
	Whole    float64 // cosine of the question and the passage
	Sentence float64 // cosine of the question and the passage's best sentence
}

func (p Parts) score() float64 {
	dense := (1-sentenceWeight)*p.Whole + sentenceWeight*p.Sentence
	return (1-denseWeight)*p.Lexical + denseWeight*dense
}

// fuse scores the candidates and sorts them.
func (x *Index) fuse(lexical []float64, reachable float64, vector []float32, candidates []int) []Hit {
	hits := make([]Hit, len(candidates))
	for i, p := range candidates {
		h := Hit{Passage: p, ID: x.passages[p].ID}
		if reachable > 0 {
			h.Parts.Lexical = lexical[p] / reachable
		}
		h.Parts.Whole = h.Parts.Lexical
		if x.dense != nil {
			h.Parts.Whole = x.dense.cosine(vector, p)
		}
		h.Parts.Sentence = h.Parts.Whole
		if sentences := x.sentences[p]; len(sentences) > 0 {
			h.Sentences = make([]float64, len(sentences))
			h.Parts.Sentence = -1
			for j, s := range sentences {
				h.Sentences[j] = s.Dot(vector)
				h.Parts.Sentence = max(h.Parts.Sentence, h.Sentences[j])
			}
		}
		h.Score = h.Parts.score()
		hits[i] = h
	}
	sort.Slice(hits, func(i, j int) bool {
		if hits[i].Score != hits[j].Score {
			return hits[i].Score > hits[j].Score
		}
		return hits[i].ID < hits[j].ID
	})
	return hits
}
