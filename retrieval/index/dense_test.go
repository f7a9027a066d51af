package index

import (
	"context"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/philippgille/chromem-go"
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

// TestNearestAreChromems holds what is found to a plain scan, chromem's.
func TestNearestAreChromems(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		random := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 1))
		count, dimensions := rapid.IntRange(1, 300).Draw(t, "passages"), rapid.SampledFrom([]int{3, 8, 61, 512}).Draw(t, "dimensions")
		vectors := vectorsNear(random, count, dimensions)
		question := slices.Clone(vectors[random.IntN(count)])
		for i := range question {
			question[i] += float32(random.NormFloat64()) * 0.01
		}
		normalise(question)
		n := rapid.IntRange(1, count).Draw(t, "wanted")
		sameAsChromem(t, vectors, question, n)
	})
}

func TestNearestOfManyAreChromems(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	vectors := vectorsNear(random, 3*alone+1, 64)
	for range 20 {
		sameAsChromem(t, vectors, vectorsNear(random, 1, 64)[0], candidates)
	}
}

func sameAsChromem(t interface {
	Fatal(...any)
	Fatalf(string, ...any)
}, vectors [][]float32, question []float32, n int) {
	collection, err := chromem.NewDB().CreateCollection("passages", nil, func(context.Context, string) ([]float32, error) {
		return nil, fmt.Errorf("vectors are given")
	})
	if err != nil {
		t.Fatal(err)
	}
	ids, place := make([]string, len(vectors)), map[string]int{}
	for i, v := range vectors {
		ids[i] = fmt.Sprint(i)
		place[ids[i]] = i
		if err := collection.AddDocument(context.Background(), chromem.Document{ID: ids[i], Embedding: v}); err != nil {
			t.Fatal(err)
		}
	}
	d, err := newDense(ids, vectors)
	if err != nil {
		t.Fatal(err)
	}
	got, err := d.nearest(context.Background(), question, n)
	if err != nil {
		t.Fatal(err)
	}
	var want []int
	for want == nil {
		results, err := collection.QueryEmbedding(context.Background(), question, n, nil, nil)
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range results {
			if n == len(vectors) || r.Similarity != results[n-1].Similarity {
				want = append(want, place[r.ID])
			}
		}
		n = min(2*n, len(vectors))
	}
	slices.Sort(got)
	slices.Sort(want)
	if !slices.Equal(got, want) {
		t.Fatalf("found %v, chromem %v", got, want)
	}
}
