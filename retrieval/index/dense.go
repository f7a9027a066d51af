package index

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"runtime"
	"slices"

	"github.com/philippgille/chromem-go"
	"golang.org/x/sync/errgroup"
)

// dense is the vector side: chromem collections that live in memory only, one for
// each core. A search of a collection takes all cores, which then wait for one another
// at each vector; searches of several collections at once do not (3.5 ms for 10 000
// vectors on two cores, 5.4 ms where they are one collection).
type dense struct {
	parts   []*chromem.Collection
	vectors [][]float32 // shared with the collections, by passage
	byID    map[string]int
}

// newDense fills the collections. chromem takes vectors of any length and turns a
// zero vector into NaN, which would spoil every later query: both are refused.
func newDense(ctx context.Context, ids []string, vectors [][]float32) (*dense, error) {
	d := &dense{parts: make([]*chromem.Collection, min(len(ids), runtime.GOMAXPROCS(0))), vectors: vectors, byID: make(map[string]int, len(ids))}
	for i := range d.parts {
		var err error
		if d.parts[i], err = chromem.NewDB().CreateCollection("passages", nil, noEmbedding); err != nil {
			return nil, fmt.Errorf("create a vector collection: %w", err)
		}
	}
	for i, id := range ids {
		if err := CheckVector(vectors[i], len(vectors[0])); err != nil {
			return nil, fmt.Errorf("vector of passage %s: %w", id, err)
		}
		if err := d.parts[i%len(d.parts)].AddDocument(ctx, chromem.Document{ID: id, Embedding: vectors[i]}); err != nil {
			return nil, fmt.Errorf("add passage %s: %w", id, err)
		}
		d.byID[id] = i
	}
	if err := ctx.Err(); err != nil { // a cancelled Add stores nothing and says nothing
		return nil, err
	}
	if got := len(d.byID); got != len(ids) {
		return nil, fmt.Errorf("the vector collections hold %d of %d passages: two have the same id", got, len(ids))
	}
	return d, nil
}

// noEmbedding stands where chromem would call a remote service by default.
func noEmbedding(context.Context, string) ([]float32, error) {
	return nil, fmt.Errorf("vectors are made before they are added")
}

// CheckVector says what is wrong with a vector that should have unit length and
// so many dimensions.
func CheckVector(v []float32, length int) error {
	if len(v) == 0 || len(v) != length {
		return fmt.Errorf("it has %d dimensions, not %d", len(v), length)
	}
	var square float64
	for _, x := range v {
		square += float64(x) * float64(x)
	}
	if math.IsNaN(square) || math.Abs(square-1) > 1e-3 {
		return fmt.Errorf("its squared length is %g, not 1", square)
	}
	return nil
}

// nearest returns about n passages by cosine. chromem breaks ties at random, so a
// tie that the limit cuts is left out whole, or taken whole where all tie.
func (d *dense) nearest(ctx context.Context, vector []float32, n int) ([]int, error) {
	n = min(n, len(d.vectors))
	if n == 0 {
		return nil, nil
	}
	results, err := d.search(ctx, vector, n)
	if err != nil {
		return nil, fmt.Errorf("search the vectors: %w", err)
	}
	last := results[n-1].Similarity
	if n < len(d.vectors) && last == results[0].Similarity {
		return d.nearest(ctx, vector, 2*n)
	}
	found := make([]int, 0, n)
	for _, r := range results[:n] {
		if n < len(d.vectors) && r.Similarity == last {
			break
		}
		found = append(found, d.byID[r.ID])
	}
	return found, nil
}

// search returns at least n results, best first: up to n of each collection.
func (d *dense) search(ctx context.Context, vector []float32, n int) ([]chromem.Result, error) {
	results := make([][]chromem.Result, len(d.parts))
	var working errgroup.Group
	for i, part := range d.parts {
		working.Go(func() (err error) {
			results[i], err = part.QueryEmbedding(ctx, vector, min(n, part.Count()), nil, nil)
			return err
		})
	}
	if err := cmp.Or(working.Wait(), ctx.Err()); err != nil { // a cancelled query finds nothing and says nothing
		return nil, err
	}
	all := slices.Concat(results...)
	slices.SortFunc(all, func(a, b chromem.Result) int { return cmp.Compare(b.Similarity, a.Similarity) })
	return all, nil
}

// cosine of unit vectors.
func (d *dense) cosine(vector []float32, passage int) float64 {
	var sum float32
	for i, x := range d.vectors[passage] {
		sum += x * vector[i]
	}
	return float64(sum)
}
