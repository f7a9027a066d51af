package index

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"runtime"
	"slices"
	"strconv"

	"github.com/philippgille/chromem-go"
	"golang.org/x/sync/errgroup"

	"youju/cores"
)

// Narrow makes of a unit vector a shorter one, of unit length too, such that products of
// the short ones are near those of the whole ones. Nil leaves vectors whole.
type Narrow func(vector []float32) []float32

// dense is the vector side: chromem collections that live in memory only, one for
// each core. A search of a collection takes all cores, which then wait for one another
// at each vector; searches of several collections at once do not (3.5 ms for 10 000
// vectors on two cores, 5.4 ms where they are one collection). They hold the vectors
// narrowed: chromem adds the products of two vectors one after the other, so that what a
// scan takes grows with their length. A passage's id in its collection is its place.
type dense struct {
	parts   []*chromem.Collection
	narrow  Narrow
	vectors [][]float32 // whole, by passage
}

// newDense fills the collections. chromem takes vectors of any length and turns a
// zero vector into NaN, which would spoil every later query: both are refused.
func newDense(ctx context.Context, ids []string, vectors [][]float32, narrow Narrow) (*dense, error) {
	if narrow == nil {
		narrow = func(vector []float32) []float32 { return vector }
	}
	known := make(map[string]bool, len(ids))
	for _, id := range ids {
		if known[id] {
			return nil, fmt.Errorf("two passages have the same id, %s", id)
		}
		known[id] = true
	}
	d := &dense{parts: make([]*chromem.Collection, min(len(ids), runtime.GOMAXPROCS(0))), narrow: narrow, vectors: vectors}
	var working errgroup.Group
	for part := range d.parts {
		working.Go(func() error { return d.fill(ctx, part, ids) })
	}
	if err := cmp.Or(working.Wait(), ctx.Err()); err != nil { // a cancelled Add stores nothing and says nothing
		return nil, err
	}
	return d, nil
}

// fill makes a collection of every so manieth passage.
func (d *dense) fill(ctx context.Context, part int, ids []string) (err error) {
	if d.parts[part], err = chromem.NewDB().CreateCollection("passages", nil, noEmbedding); err != nil {
		return fmt.Errorf("create a vector collection: %w", err)
	}
	for i := part; i < len(ids); i += len(d.parts) {
		if err := CheckVector(d.vectors[i], len(d.vectors[0])); err != nil {
			return fmt.Errorf("vector of passage %s: %w", ids[i], err)
		}
		narrow := d.narrow(d.vectors[i])
		if err := CheckVector(narrow, len(narrow)); err != nil {
			return fmt.Errorf("narrow vector of passage %s: %w", ids[i], err)
		}
		if err := d.parts[part].AddDocument(ctx, chromem.Document{ID: strconv.Itoa(i), Embedding: narrow}); err != nil {
			return fmt.Errorf("add passage %s: %w", ids[i], err)
		}
	}
	return nil
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

// By their narrow vectors so many times as many passages as are wanted are taken, and
// where there are very many one of so many of all. Among 19 000 passages all of the
// nearest 10 are so among 400, and of the nearest 50 more than 996 in 1 000
// (docs/design.md).
const (
	spare = 4
	oneOf = 50
)

// nearest returns about n passages by cosine: many by their narrow vectors, which are
// then weighed by their whole ones.
func (d *dense) nearest(ctx context.Context, vector []float32, n int) ([]int, error) {
	found, err := d.search(ctx, d.narrow(vector), max(spare*n, len(d.vectors)/oneOf))
	if err != nil {
		return nil, fmt.Errorf("search the vectors: %w", err)
	}
	cosines := make([]float32, len(found))
	cores.EachShort(len(found), func(i int) { cosines[i] = roughDot(d.vectors[found[i]], vector) })
	return upTo(n, found, cosines), nil
}

// search returns about n passages by their narrow vectors, or all of the nearest where
// more than n tie.
func (d *dense) search(ctx context.Context, narrow []float32, n int) ([]int, error) {
	results, err := d.scan(ctx, narrow, n+1)
	if err != nil {
		return nil, err
	}
	found, cosines := make([]int, len(results)), make([]float32, len(results))
	for i, r := range results {
		cosines[i] = r.Similarity
		if found[i], err = strconv.Atoi(r.ID); err != nil {
			return nil, fmt.Errorf("a document that is no passage: %w", err)
		}
	}
	if n < len(results) && largest(cosines, n+1) == slices.Max(cosines) {
		return d.search(ctx, narrow, 2*n)
	}
	return upTo(n, found, cosines), nil
}

// scan returns the nearest n of all, and others. The passages lie evenly in the
// collections, and so do the nearest: each is asked for its share and some more, and
// only where that leaves open whether it has others that are among the nearest for n.
func (d *dense) scan(ctx context.Context, narrow []float32, n int) ([]chromem.Result, error) {
	share := float64(n) / float64(len(d.parts))
	results, err := d.ask(ctx, narrow, int(share+deviations*math.Sqrt(share)))
	if err == nil && d.mayLack(results, n) {
		results, err = d.ask(ctx, narrow, n)
	}
	return slices.Concat(results...), err
}

// deviations is how many more than its share a collection is asked for, in standard
// deviations of what chance would put into it.
const deviations = 4

// ask returns the nearest up to n of each collection, best first.
func (d *dense) ask(ctx context.Context, narrow []float32, n int) ([][]chromem.Result, error) {
	results := make([][]chromem.Result, len(d.parts))
	var working errgroup.Group
	for i, part := range d.parts {
		working.Go(func() (err error) {
			results[i], err = part.QueryEmbedding(ctx, narrow, min(n, part.Count()), nil, nil)
			return err
		})
	}
	return results, cmp.Or(working.Wait(), ctx.Err()) // a cancelled query finds nothing and says nothing
}

// mayLack says that what the collections returned may lack some of the nearest n of all:
// one that has more returned none that is farther than those.
func (d *dense) mayLack(results [][]chromem.Result, n int) bool {
	var cosines []float32
	for _, part := range results {
		for _, r := range part {
			cosines = append(cosines, r.Similarity)
		}
	}
	if n > len(cosines) {
		return len(cosines) < len(d.vectors)
	}
	cut := largest(cosines, n)
	for i, part := range results {
		if len(part) < d.parts[i].Count() && part[len(part)-1].Similarity > cut {
			return true
		}
	}
	return false
}

// upTo returns those of all with the n highest cosines. chromem breaks ties at random,
// so a tie that the limit cuts is left out whole, or taken whole where all tie.
func upTo(n int, all []int, cosines []float32) []int {
	if n >= len(all) {
		return all
	}
	cut := largest(cosines, n+1)
	tie := cut == slices.Max(cosines)
	kept := make([]int, 0, n)
	for i, x := range all {
		if cosines[i] > cut || tie && cosines[i] == cut {
			kept = append(kept, x)
		}
	}
	return kept
}

// cosine of unit vectors.
func (d *dense) cosine(vector []float32, passage int) float64 {
	var sum float32
	for i, x := range d.vectors[passage] {
		sum += x * vector[i]
	}
	return float64(sum)
}
