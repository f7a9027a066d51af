package eval

import (
	"context"
	"fmt"
	"sort"

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
func Retrieval(ctx context.Context, s *retrieval.Snapshot, queries []Query, progress Progress) (Report, error) {
	var r Report
	var judged []Query
	for _, q := range queries {
		if len(q.Relevant) > 0 {
			judged = append(judged, q)
		}
	}
	ranked := make([][3]Metrics, len(judged))
	err := inParallel(ctx, len(judged), progress, func(ctx context.Context, i int) error {
		q := judged[i]
		hits, err := s.Search(ctx, q.Text, candidates)
		if err != nil {
			return fmt.Errorf("question %s: %w", q.ID, err)
		}
		ranked[i] = [3]Metrics{
			Rank(passages(hits, func(h retrieval.Hit) float64 { return h.Score }), q.Relevant),
			Rank(passages(hits, func(h retrieval.Hit) float64 { return h.Parts.Lexical }), q.Relevant),
			Rank(passages(hits, func(h retrieval.Hit) float64 { return h.Parts.Whole }), q.Relevant),
		}
		return nil
	})
	if err != nil {
		return r, err
	}
	r.Questions = len(judged)
	for _, m := range ranked {
		r.Fused.add(m[0])
		r.Lexical.add(m[1])
		r.Dense.add(m[2])
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
		if id := passageID(h.ID, h.Article.ID); !seen[id] {
			seen[id] = true
			ids = append(ids, id)
		}
	}
	return ids
}
