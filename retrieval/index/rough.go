package index

import (
	"cmp"
	"encoding/binary"
	"math"
	"slices"
	"unsafe"
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

// stepped is the vector of a question in whole steps, for the rough products with the
// many compact ones: one multiplication of 64 bits then takes two dimensions.
type stepped struct {
	step  float32
	pairs []uint64 // of each eight dimensions: 4 with 0, 5 with 1, 6 with 2, 7 with 3
	rest  []int64  // dimensions that make no eight
	total int64    // of what is in pairs
}

// mostSteps is the largest number of steps. As many as 8 000 dimensions are added up
// without an overflow.
const mostSteps = 4095

func inSteps(vector []float32) stepped {
	var largest float32
	for _, x := range vector {
		largest = max(largest, x, -x)
	}
	s := stepped{step: largest / mostSteps}
	steps := make([]int64, len(vector))
	for i, x := range vector {
		steps[i] = int64(math.Round(float64(x / s.step)))
	}
	for ; len(steps) >= 8; steps = steps[8:] {
		for i, low := range steps[:4] {
			high := steps[i+4]
			s.pairs = append(s.pairs, uint64(high+low<<32))
			s.total += low + high
		}
	}
	s.rest = steps
	return s
}

// dot is about c.Dot(vector). Two bytes that lie 32 bits apart, times a pair, are
//
//	(a + b·2³²)·(y + x·2³²) = a·y + (a·x + b·y)·2³² + b·x·2⁶⁴
//
// of which the middle is wanted and the last does not fit. The bytes get 128 more than
// they have, so that none is negative.
func (s stepped) dot(c Compact) float32 {
	const more, apart = 0x8080808080808080, 0x000000ff000000ff
	bytes := unsafe.Slice((*byte)(unsafe.Pointer(unsafe.SliceData(c.Values))), len(c.Values))
	pairs := s.pairs
	var s0, s1, s2, s3 uint64
	for len(bytes) >= 8 && len(pairs) >= 4 {
		eight, p := binary.LittleEndian.Uint64(bytes)^more, (*[4]uint64)(pairs)
		s0 += eight & apart * p[0]
		s1 += eight >> 8 & apart * p[1]
		s2 += eight >> 16 & apart * p[2]
		s3 += eight >> 24 & apart * p[3]
		bytes, pairs = bytes[8:], pairs[4:]
	}
	sum := middle(s0) + middle(s1) + middle(s2) + middle(s3) - 128*s.total
	for i, x := range s.rest {
		sum += x * int64(int8(bytes[i]))
	}
	return float32(sum) * s.step * c.Scale
}

// middle is the upper half of a sum whose lower half may be negative.
func middle(sum uint64) int64 { return (int64(sum) - int64(int32(sum))) >> 32 }

// off is by how much dot differs at most from the product with a compact unit vector,
// which may be somewhat longer than 1: each dimension is off by half a step.
func (s stepped) off(dimensions int) float32 {
	return 0.7 * s.step * float32(math.Sqrt(float64(dimensions)))
}

// largest is the nth largest of some values.
func largest[V cmp.Ordered](values []V, n int) V {
	top := slices.Clone(values[:n]) // a heap, the smallest first
	for i := n/2 - 1; i >= 0; i-- {
		sink(top, i)
	}
	for _, v := range values[n:] {
		if v > top[0] {
			top[0] = v
			sink(top, 0)
		}
	}
	return top[0]
}

// sink moves a value down in a heap to where it belongs. (container/heap takes twice as
// long, by calls of an interface.)
func sink[V cmp.Ordered](heap []V, i int) {
	for {
		least := 2*i + 1
		if least >= len(heap) {
			return
		}
		if other := least + 1; other < len(heap) && heap[other] < heap[least] {
			least = other
		}
		if heap[i] <= heap[least] {
			return
		}
		heap[i], heap[least] = heap[least], heap[i]
		i = least
	}
}
