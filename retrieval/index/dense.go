package index

import (
	"context"
	"fmt"
	"math"

	"github.com/philippgille/chromem-go"
)

// dense is the vector side: a chromem collection that lives in memory only.
type dense struct {
	collection *chromem.Collection
	vectors    [][]float32 // shared with the collection, by passage
	byID       map[string]int
}

// newDense fills a collection. chromem takes vectors of any length and turns a
// zero vector into NaN, which would spoil every later query: both are refused.
func newDense(ctx context.Context, ids []string, vectors [][]float32) (*dense, error) {
	collection, err := chromem.NewDB().CreateCollection("passages", nil, noEmbedding)
	if err != nil {
		return nil, fmt.Errorf("create the vector collection: %w", err)
	}
	d := &dense{collection: collection, vectors: vectors, byID: make(map[string]int, len(ids))}
	for i, id := range ids {
		if err := CheckVector(vectors[i], len(vectors[0])); err != nil {
			return nil, fmt.Errorf("vector of passage %s: %w", id, err)
		}
		if err := collection.AddDocument(ctx, chromem.Document{ID: id, Embedding: vectors[i]}); err != nil {
			return nil, fmt.Errorf("add passage %s: %w", id, err)
		}
		d.byID[id] = i
	}
	if err := ctx.Err(); err != nil { // a cancelled Add stores nothing and says nothing
		return nil, err
	}
	if got := collection.Count(); got != len(ids) {
		return nil, fmt.Errorf("the vector collection holds %d of %d passages: two have the same id", got, len(ids))
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
	count := d.collection.Count()
	if count == 0 {
		return nil, nil
	}
	n = min(n, count)
	results, err := d.collection.QueryEmbedding(ctx, vector, n, nil, nil)
	if err != nil {
		return nil, fmt.Errorf("search the vectors: %w", err)
	}
	if err := ctx.Err(); err != nil { // a cancelled query finds nothing and says nothing
		return nil, err
	}
	last := results[n-1].Similarity
	if n < count && last == results[0].Similarity {
		return d.nearest(ctx, vector, 2*n)
	}
	found := make([]int, 0, n)
	for _, r := range results {
		if n < count && r.Similarity == last {
			break
		}
		found = append(found, d.byID[r.ID])
	}
	return found, nil
}

// cosine of unit vectors.
func (d *dense) cosine(vector []float32, passage int) float64 {
	var sum float32
	for i, x := range d.vectors[passage] {
		sum += x * vector[i]
	}
	return float64(sum)
}
