package index

import (
	"math"
	"math/rand/v2"
	"testing"

	"pgregory.net/rapid"
)

// vectorsNear are unit vectors of which some are alike in all but the last bits, and
// some the same.
func vectorsNear(random *rand.Rand, n, dimensions int) [][]float32 {
	out := make([][]float32, n)
	for i := range out {
		v := make([]float32, dimensions)
		if i > 0 && random.IntN(3) == 0 {
			copy(v, out[random.IntN(i)])
			for range random.IntN(3) {
				at := random.IntN(dimensions)
				v[at] = math.Nextafter32(v[at], 2)
			}
		} else {
			for j := range v {
				v[j] = float32(random.NormFloat64())
			}
			normalise(v)
		}
		out[i] = v
	}
	return out
}

func normalise(v []float32) {
	var square float64
	for _, x := range v {
		square += float64(x) * float64(x)
	}
	for i := range v {
		v[i] /= float32(math.Sqrt(square))
	}
}

// TestRoughSumsAreNear holds the bound that hits are left out by: what is added up
// in another order is at most so far from the plain sum.
func TestRoughSumsAreNear(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		random := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 1))
		dimensions := rapid.SampledFrom([]int{3, 8, 61, 512}).Draw(t, "dimensions")
		vectors := vectorsNear(random, 20, dimensions)
		d := dense{vectors: vectors}
		for _, v := range vectors {
			for i := range vectors {
				if off := math.Abs(float64(roughDot(vectors[i], v)) - d.cosine(v, i)); off > float64(roughly(dimensions)) {
					t.Fatalf("%d dimensions: the sums differ by %g, more than %g", dimensions, off, roughly(dimensions))
				}
			}
		}
	})
}
