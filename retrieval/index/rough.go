package index

import (
	"cmp"
	"container/heap"
	"errors"
	"slices"
)

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
func largest[V cmp.Ordered](values []V, n int) V {
	top := smallestFirst[V](slices.Clone(values[:n]))
	heap.Init(top)
	for _, v := range values[n:] {
		if v > top[0] {
			top[0] = v
			heap.Fix(top, 0)
		}
	}
	return top[0]
}

// smallestFirst is a heap of a fixed size.
type smallestFirst[V cmp.Ordered] []V

func (h smallestFirst[V]) Len() int           { return len(h) }
func (h smallestFirst[V]) Less(i, j int) bool { return h[i] < h[j] }
func (h smallestFirst[V]) Swap(i, j int)      { h[i], h[j] = h[j], h[i] }
func (smallestFirst[V]) Push(any)             { panic(errors.ErrUnsupported) }
func (smallestFirst[V]) Pop() any             { panic(errors.ErrUnsupported) }
