package index

import (
	"container/heap"
	"context"
	"errors"
	"fmt"
	"math"
	"runtime"
	"slices"
	"sync"
)

// dense is the vector side: every question is held against every passage, which
// finds what a graph of neighbours may miss, and takes no time to build.
//
// Products are first taken roughly, in whatever order is quick, and those that may
// count once more, one dimension after the other: what is found is so exactly what
// a plain scan finds, on every machine.
type dense struct {
	vectors [][]float32 // by passage
}

// newDense checks the vectors of passages: a zero vector or one of another length
// would spoil every later search.
func newDense(ids []string, vectors [][]float32) (*dense, error) {
	seen := make(map[string]bool, len(ids))
	for i, id := range ids {
		if err := CheckVector(vectors[i], len(vectors[0])); err != nil {
			return nil, fmt.Errorf("vector of passage %s: %w", id, err)
		}
		if seen[id] {
			return nil, fmt.Errorf("two passages have the same id, %s", id)
		}
		seen[id] = true
	}
	return &dense{vectors: vectors}, nil
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

// nearest returns about n passages by cosine. A tie that the limit cuts is left out
// whole, or taken whole where all tie.
func (d *dense) nearest(ctx context.Context, vector []float32, n int) ([]int, error) {
	n = min(n, len(d.vectors))
	if n == 0 {
		return nil, nil
	}
	rough, err := d.roughCosines(ctx, vector)
	if err != nil {
		return nil, err
	}
	bound := largest(rough, n) - 2*roughly(len(vector))
	var near []scored
	for i, cosine := range rough {
		if cosine >= bound {
			near = append(near, scored{i, float32(d.cosine(vector, i))})
		}
	}
	slices.SortFunc(near, func(x, y scored) int { return x.before(y) })
	if last := near[n-1].cosine; n < len(d.vectors) {
		if last == near[0].cosine {
			return d.nearest(ctx, vector, 2*n)
		}
		n = slices.IndexFunc(near, func(s scored) bool { return s.cosine == last })
	}
	found := make([]int, n)
	for i, s := range near[:n] {
		found[i] = s.passage
	}
	return found, nil
}

// scored is a passage with its cosine.
type scored struct {
	passage int
	cosine  float32
}

func (s scored) before(other scored) int {
	switch {
	case s.cosine > other.cosine:
		return -1
	case s.cosine < other.cosine:
		return 1
	}
	return s.passage - other.passage
}

// alone is how many passages one goroutine looks through; for fewer, starting
// another takes longer than it saves.
const alone = 4096

// roughCosines are the rough cosines of all passages.
func (d *dense) roughCosines(ctx context.Context, vector []float32) ([]float32, error) {
	out := make([]float32, len(d.vectors))
	parts := max(1, min(runtime.GOMAXPROCS(0), len(out)/alone))
	size := (len(out) + parts - 1) / parts
	var working sync.WaitGroup
	for from := 0; from < len(out); from += size {
		scan := func() {
			for i := from; i < min(from+size, len(out)); i++ {
				if i%alone == 0 && ctx.Err() != nil {
					return
				}
				out[i] = roughDot(d.vectors[i], vector)
			}
		}
		if from+size < len(out) {
			working.Go(scan)
		} else {
			scan()
		}
	}
	working.Wait()
	if err := ctx.Err(); err != nil {
		return nil, fmt.Errorf("search the vectors: %w", err)
	}
	return out, nil
}

// cosine of unit vectors.
func (d *dense) cosine(vector []float32, passage int) float64 {
	var sum float32
	for i, x := range d.vectors[passage] {
		sum += x * vector[i]
	}
	return float64(sum)
}

// roughDot is the product of two vectors of one length, added up in eight sums
// that do not wait for each other.
func roughDot(a, b []float32) float32 {
	var s0, s1, s2, s3, s4, s5, s6, s7 float32
	for len(a) >= 8 && len(b) >= 8 {
		x, y := (*[8]float32)(a), (*[8]float32)(b)
		s0 += x[0] * y[0]
		s1 += x[1] * y[1]
		s2 += x[2] * y[2]
		s3 += x[3] * y[3]
		s4 += x[4] * y[4]
		s5 += x[5] * y[5]
		s6 += x[6] * y[6]
		s7 += x[7] * y[7]
		a, b = a[8:], b[8:]
	}
	for i, x := range a {
		s0 += x * b[i]
	}
	return (s0 + s1) + (s2 + s3) + ((s4 + s5) + (s6 + s7))
}

// roughly is by how much sums of the products of two unit vectors in different
// orders differ at most: each rounds once a dimension, by 2⁻²⁴ of what is added up,
// which is not above 1.001 in all (CheckVector, and Cauchy and Schwarz).
func roughly(dimensions int) float32 { return float32(dimensions+8) * 0x1p-23 * 1.01 }

// largest is the nth largest of some values.
func largest(values []float32, n int) float32 {
	top := smallestFirst(slices.Clone(values[:n]))
	heap.Init(&top)
	for _, v := range values[n:] {
		if v > top[0] {
			top[0] = v
			heap.Fix(&top, 0)
		}
	}
	return top[0]
}

// smallestFirst is a heap of a fixed size.
type smallestFirst []float32

func (h smallestFirst) Len() int           { return len(h) }
func (h smallestFirst) Less(i, j int) bool { return h[i] < h[j] }
func (h smallestFirst) Swap(i, j int)      { h[i], h[j] = h[j], h[i] }
func (smallestFirst) Push(any)             { panic(errors.ErrUnsupported) }
func (smallestFirst) Pop() any             { panic(errors.ErrUnsupported) }
