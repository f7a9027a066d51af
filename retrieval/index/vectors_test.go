package index_test

import (
	"context"
	"math"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"youju/retrieval/index"
)

func TestVectorsThatAreRefused(t *testing.T) {
	nan := direction("x", dims)
	nan[3] = float32(math.NaN())
	bad := map[string][]float32{
		"too short": direction("x", dims-1), "too long": direction("x", dims+1), "none": nil,
		"zero": make([]float32, dims), "NaN": nan, "not of unit length": append(make([]float32, dims-1), 2),
		"infinite": append(make([]float32, dims-1), float32(math.Inf(1))),
	}
	x := build(t, zones, vectorsOf(zones))
	for name, v := range bad {
		vectors := vectorsOf(zones)
		vectors[2].Whole = v
		if _, err := index.Build(t.Context(), tokenizer(t), zones, vectors, nil, nil); err == nil || !strings.Contains(err.Error(), "g1") {
			t.Errorf("built with a vector that is %s: %v", name, err)
		}
		if hits, err := x.Search(t.Context(), "企业", given(v), 3); err == nil {
			t.Errorf("searched with a vector that is %s: %d hits", name, len(hits))
		}
	}
}

func TestPassagesThatAreRefused(t *testing.T) {
	twice := append(slices.Clone(zones), zones[0])
	if _, err := index.Build(t.Context(), tokenizer(t), twice, vectorsOf(twice), nil, nil); err == nil || !strings.Contains(err.Error(), "same id") {
		t.Errorf("an id twice: %v", err)
	}
	if _, err := index.Build(t.Context(), tokenizer(t), zones, vectorsOf(zones)[1:], nil, nil); err == nil {
		t.Error("fewer vectors than passages are taken")
	}
}

func TestACancelledContextIsAnError(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	x := build(t, zones, vectorsOf(zones))
	cancel()
	if hits, err := x.Search(ctx, "企业", given(direction("企业", dims)), 3); err == nil || len(hits) > 0 {
		t.Errorf("search: %d hits, error %v", len(hits), err)
	}
	if _, err := index.Build(ctx, tokenizer(t), zones, vectorsOf(zones), nil, nil); err == nil {
		t.Error("an index was built")
	}
}

func cosine(a, b []float32) (sum float64) {
	for i := range a {
		sum += float64(a[i]) * float64(b[i])
	}
	return sum
}

// Vectors of an encoder are spread over their dimensions, near each other or not.
func TestCompressKeepsTheCosine(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(64, 1024).Draw(t, "dimensions")
		a := direction(rapid.String().Draw(t, "a"), n)
		b := direction(rapid.String().Draw(t, "b"), n)
		likeness := rapid.Float32Range(-1, 1).Draw(t, "likeness")
		for i := range b {
			b[i] = likeness*a[i] + (1-likeness)*b[i]
		}
		unit(b)
		if got, want := index.Compress(a).Dot(b), cosine(a, b); !near(got, want, 0.01) {
			t.Fatalf("%v, the cosine is %v", got, want)
		}
	})
}

// Whatever the vector, a dimension is off by half a step at most.
func TestCompressIsOffByHalfAStep(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 64).Draw(t, "dimensions")
		v := rapid.SliceOfN(rapid.Float32Range(-1, 1), n, n).Draw(t, "vector")
		c := index.Compress(v)
		for i := range v {
			axis := make([]float32, n)
			axis[i] = 1
			if got := c.Dot(axis); !near(got, float64(v[i]), float64(c.Scale)*0.5001+1e-30) {
				t.Fatalf("dimension %d: %v for %v with steps of %v", i, got, v[i], c.Scale)
			}
		}
	})
}
