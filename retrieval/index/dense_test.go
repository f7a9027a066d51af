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

// TestStepsAreNear is the same for the products with compact vectors.
func TestStepsAreNear(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		random := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 1))
		dimensions := rapid.SampledFrom([]int{1, 3, 8, 61, 512, 1536}).Draw(t, "dimensions")
		vectors := vectorsNear(random, 20, dimensions)
		for _, v := range vectors {
			steps := inSteps(v)
			for i := range vectors {
				c := Compress(vectors[i])
				if off := math.Abs(float64(steps.dot(c)) - c.Dot(v)); off > float64(steps.off(dimensions)+roughly(dimensions)) {
					t.Fatalf("%d dimensions: %g off, more than %g", dimensions, off, steps.off(dimensions))
				}
			}
		}
	})
}

// TestStepsDoNotOverflow adds up what is largest.
func TestStepsDoNotOverflow(t *testing.T) {
	const dimensions = 8000
	for _, signs := range [][2]float32{{1, 1}, {1, -1}, {-1, 1}, {-1, -1}} {
		v, c := make([]float32, dimensions), make([]float32, dimensions)
		for i := range v {
			v[i], c[i] = signs[0], signs[1]
		}
		normalise(v)
		normalise(c)
		if got, want := inSteps(v).dot(Compress(c)), signs[0]*signs[1]; math.Abs(float64(got-want)) > 1e-3 {
			t.Errorf("the product is %v instead of %v", got, want)
		}
	}
}
