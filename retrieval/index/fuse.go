package index

import (
	"sort"

	"youju/cores"
)

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

// fuse scores the candidates and returns up to limit of them, best first, ties broken
// by id. Each has many sentences and few of them are returned, so the cosines of all
// are taken roughly first.
func (x *Index) fuse(lexical []float64, reachable float64, vector []float32, candidates []int, limit int) []Hit {
	share := func(p int) float64 {
		if reachable > 0 {
			return lexical[p] / reachable
		}
		return 0
	}
	var hits []Hit
	for _, p := range x.contenders(share, vector, candidates, limit) {
		hits = append(hits, x.hit(share(p), vector, p))
	}
	sort.Slice(hits, func(i, j int) bool {
		if hits[i].Score != hits[j].Score {
			return hits[i].Score > hits[j].Score
		}
		return hits[i].ID < hits[j].ID
	})
	return hits[:min(limit, len(hits))]
}

// contenders are those of the candidates that may be among the best limit, by rough
// scores, which are worked out on all cores.
func (x *Index) contenders(share func(p int) float64, vector []float32, candidates []int, limit int) []int {
	if x.dense == nil || limit <= 0 || limit >= len(candidates) {
		return candidates
	}
	steps := inSteps(vector)
	rough := make([]float32, len(candidates))
	cores.EachShort(len(candidates), func(i int) {
		p := candidates[i]
		rough[i] = float32(x.roughParts(share(p), vector, steps, p).score())
	})
	bound := largest(rough, limit) - 2*roughScore(len(vector), steps)
	var out []int
	for i, p := range candidates {
		if rough[i] >= bound {
			out = append(out, p)
		}
	}
	return out
}

// hit scores a passage.
func (x *Index) hit(lexical float64, vector []float32, p int) Hit {
	h := Hit{Passage: p, ID: x.passages[p].ID, Parts: Parts{Lexical: lexical, Whole: lexical}}
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
	return h
}

// roughParts are the parts of a passage's score with cosines that were taken roughly.
func (x *Index) roughParts(lexical float64, vector []float32, steps stepped, p int) Parts {
	parts := Parts{Lexical: lexical, Whole: float64(roughDot(x.dense.vectors[p], vector))}
	parts.Sentence = parts.Whole
	if sentences := x.sentences[p]; len(sentences) > 0 {
		parts.Sentence = -1
		for _, s := range sentences {
			parts.Sentence = max(parts.Sentence, float64(steps.dot(s)))
		}
	}
	return parts
}

// roughScore is by how much a score with rough cosines differs at most; a score is
// itself rounded.
func roughScore(dimensions int, steps stepped) float32 {
	return 2*roughly(dimensions) + steps.off(dimensions)
}
