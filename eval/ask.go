package eval

import (
	"context"
	"fmt"
	"math/rand/v2"
	"runtime"
	"sync"

	"golang.org/x/sync/errgroup"

	"youju/answer/asking"
	"youju/answer/say"
	"youju/retrieval"
)

// Ask answers one question; it must be safe for concurrent use.
type Ask func(context.Context, asking.Question) (say.Answer, error)

// Progress is told how much is done; calls never overlap. It may be nil.
type Progress func(done, total int)

// Answers asks all questions over a snapshot, several at a time, and judges what
// is said, in their order.
func Answers(ctx context.Context, s *retrieval.Snapshot, ask Ask, queries []Query, progress Progress) ([]Verdict, error) {
	out := make([]Verdict, len(queries))
	err := inParallel(ctx, len(queries), progress, func(ctx context.Context, i int) error {
		q := queries[i]
		a, err := ask(ctx, asking.Question{Text: q.Text, History: q.Gold.History})
		if err != nil {
			return fmt.Errorf("question %s: %w", q.ID, err)
		}
		out[i] = Judge(s, q, a)
		return nil
	})
	return out, err
}

// inParallel does n things on all cores; the first error stops it.
func inParallel(ctx context.Context, n int, progress Progress, do func(ctx context.Context, i int) error) error {
	group, working := errgroup.WithContext(ctx)
	group.SetLimit(runtime.GOMAXPROCS(0))
	var telling sync.Mutex
	done := 0
	for i := range n {
		group.Go(func() error {
			if err := working.Err(); err != nil {
				return err
			}
			if err := do(working, i); err != nil {
				return err
			}
			if progress != nil {
				telling.Lock()
				defer telling.Unlock()
				done++
				progress(done, n)
			}
			return nil
		})
	}
	return group.Wait()
}

// Sample draws n questions, the same ones for the same seed, in their order; all
// of them where n is 0 or there are no more.
func Sample(queries []Query, n int, seed uint64) []Query {
	if n <= 0 || n >= len(queries) {
		return queries
	}
	drawn := make([]bool, len(queries))
	for _, i := range rand.New(rand.NewPCG(seed, 0)).Perm(len(queries))[:n] {
		drawn[i] = true
	}
	out := make([]Query, 0, n)
	for i, q := range queries {
		if drawn[i] {
			out = append(out, q)
		}
	}
	return out
}
