package embed

import (
	"cmp"
	"context"
	"fmt"
	"runtime"
	"slices"
	"sync"

	"youju/cores"
)

// EmbedPassages returns the unit vectors of texts in their order, worked out on all cores. done may be nil; otherwise
// it is called, never twice at once, with the number of texts that are finished so far. What EmbedQuery says about long
// and empty texts holds here too. The error is ctx's.
func (e *Encoder) EmbedPassages(ctx context.Context, texts []string, done func(n int)) ([][]float32, error) {
	ids := make([][]int32, len(texts))
	err := inParallel(ctx, len(texts), func(i int) { ids[i] = e.tokenizer.encode(nil, texts[i]) })
	if err != nil {
		return nil, fmt.Errorf("embed %d passages: %w", len(texts), err)
	}
	vectors := make([][]float32, len(texts))
	batches := batchByLength(ids)
	var progress sync.Mutex
	finished := 0
	err = inParallel(ctx, len(batches), func(b int) {
		e.runBatch(batches[b], ids, vectors)
		progress.Lock()
		defer progress.Unlock()
		finished += len(batches[b])
		if done != nil {
			done(finished)
		}
	})
	if err != nil {
		return nil, fmt.Errorf("embed %d passages: %w", len(texts), err)
	}
	return vectors, nil
}

// EmbedQueries returns what EmbedQuery returns for each text, in less time than one after the other: on all cores, and on
// each of them the weights are read once for several texts, which are short.
func (e *Encoder) EmbedQueries(ctx context.Context, texts []string) ([][]float32, error) {
	vectors := make([][]float32, len(texts))
	shares := min(len(texts), runtime.GOMAXPROCS(0))
	cores.Each(shares, func(i int) {
		from, to := i*len(texts)/shares, (i+1)*len(texts)/shares
		ids := make([][]int32, to-from)
		for j, text := range texts[from:to] {
			ids[j] = e.tokenizer.encode(nil, QueryPrefix+text)
		}
		for _, batch := range batchByLength(ids) {
			if ctx.Err() == nil {
				e.runBatch(batch, ids, vectors[from:to])
			}
		}
	})
	if err := ctx.Err(); err != nil {
		return nil, fmt.Errorf("embed %d queries: %w", len(texts), err)
	}
	return vectors, nil
}

// batchByLength groups texts of about the same length, the longest first so that the cores end together, with at most
// MaxTokens tokens in a group.
func batchByLength(ids [][]int32) [][]int {
	order := make([]int, len(ids))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(len(ids[b]), len(ids[a])) })
	var batches [][]int
	begin, tokens := 0, 0
	for i, text := range order {
		if tokens+len(ids[text]) > MaxTokens {
			batches = append(batches, order[begin:i])
			begin, tokens = i, 0
		}
		tokens += len(ids[text])
	}
	if begin < len(order) {
		batches = append(batches, order[begin:])
	}
	return batches
}

func (e *Encoder) runBatch(batch []int, ids [][]int32, vectors [][]float32) {
	batchIDs, batchVectors := make([][]int32, len(batch)), make([][]float32, len(batch))
	for i, text := range batch {
		batchIDs[i] = ids[text]
		batchVectors[i] = make([]float32, width)
		vectors[text] = batchVectors[i]
	}
	e.run(batchIDs, batchVectors)
}

// inParallel calls work for 0..n-1 on all cores, in about that order, until ctx ends.
func inParallel(ctx context.Context, n int, work func(i int)) error {
	cores.Each(n, func(i int) {
		if ctx.Err() == nil {
			work(i)
		}
	})
	return ctx.Err()
}
