package eval

import (
	"context"
	"fmt"
	"sort"
	"strings"

	"youju/retrieval"
)

// Report compares three rankings of the same questions: both sides fused, by
// words alone, and by vectors alone.
type Report struct {
	Questions int     `json:"questions"` // with a right passage in the corpus
	Fused     Metrics `json:"fused"`
	Lexical   Metrics `json:"lexical"`
	Dense     Metrics `json:"dense"`
}

// candidates is how many hits are asked for, so that each side's own first ten are
// among them.
const candidates = 200

// Retrieval ranks the passages for every question that has a right one.
// progress may be nil.
func Retrieval(ctx context.Context, s *retrieval.Snapshot, queries []Query, progress func(done, total int)) (Report, error) {
	var r Report
	for i, q := range queries {
		if progress != nil {
			progress(i+1, len(queries))
		}
		if len(q.Relevant) == 0 {
			continue
		}
		hits, err := s.Search(ctx, q.Text, candidates)
		if err != nil {
			return r, fmt.Errorf("question %s: %w", q.ID, err)
		}
		r.Questions++
		r.Fused.add(Rank(passages(hits, func(h retrieval.Hit) float64 { return h.Score }), q.Relevant))
		r.Lexical.add(Rank(passages(hits, func(h retrieval.Hit) float64 { return h.Parts.Lexical }), q.Relevant))
		r.Dense.add(Rank(passages(hits, func(h retrieval.Hit) float64 { return h.Parts.Whole }), q.Relevant))
	}
	r.Fused.over(r.Questions)
	r.Lexical.over(r.Questions)
	r.Dense.over(r.Questions)
	return r, nil
}

// passages are the ids of a ranking by a score, a passage that was split once.
func passages(hits []retrieval.Hit, score func(retrieval.Hit) float64) []string {
	ranked := append([]retrieval.Hit(nil), hits...)
	sort.SliceStable(ranked, func(i, j int) bool { return score(ranked[i]) > score(ranked[j]) })
	seen := map[string]bool{}
	var ids []string
	for _, h := range ranked {
		id := h.ID
		if strings.HasPrefix(id, h.Article.ID+"#") { // a piece of a split passage; an _id may hold # itself
			id = h.Article.ID
		}
		if !seen[id] {
			seen[id] = true
			ids = append(ids, id)
		}
	}
	return ids
}
