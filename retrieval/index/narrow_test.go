package index

import (
	"cmp"
	"fmt"
	"math/rand/v2"
	"runtime"
	"slices"
	"strings"
	"testing"
)

// firstHalf is a narrow vector of what is mostly in the first dimensions.
func firstHalf(vector []float32) []float32 {
	narrow := slices.Clone(vector[:len(vector)/2])
	normalise(narrow)
	return narrow
}

// uneven are unit vectors that have little in the second half of their dimensions.
func uneven(random *rand.Rand, n, dimensions int) [][]float32 {
	out := make([][]float32, n)
	for i := range out {
		out[i] = make([]float32, dimensions)
		for j := range out[i] {
			out[i][j] = float32(random.NormFloat64())
			if j >= dimensions/2 {
				out[i][j] *= 0.2
			}
		}
		normalise(out[i])
	}
	return out
}

// Narrow vectors only tell which passages are weighed: what is found is what the whole
// vectors find.
func TestNarrowVectorsFindWhatWholeOnesFind(t *testing.T) {
	const passages, wanted = 2000, 50
	random := rand.New(rand.NewPCG(1, 2))
	vectors := uneven(random, passages, 64)
	ids := make([]string, passages)
	for i := range ids {
		ids[i] = fmt.Sprint("p", i)
	}
	whole, err := newDense(t.Context(), ids, vectors, nil)
	if err != nil {
		t.Fatal(err)
	}
	narrow, err := newDense(t.Context(), ids, vectors, firstHalf)
	if err != nil {
		t.Fatal(err)
	}
	for _, question := range uneven(random, 20, 64) {
		want, err := whole.nearest(t.Context(), question, wanted)
		if err != nil {
			t.Fatal(err)
		}
		got, err := narrow.nearest(t.Context(), question, wanted)
		if err != nil {
			t.Fatal(err)
		}
		slices.Sort(want)
		slices.Sort(got)
		if len(want) != wanted || !slices.Equal(got, want) {
			t.Fatalf("by narrow vectors %v\nby whole ones %v", got, want)
		}
	}
}

// The nearest are found where they all lie in one collection, which is asked for no more
// than its share at first.
func TestTheNearestMayLieInOneCollection(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(3))
	const passages, wanted = 3000, 100
	random := rand.New(rand.NewPCG(1, 2))
	question := uneven(random, 1, 64)[0]
	vectors, ids := uneven(random, passages, 64), make([]string, passages)
	for i := range ids {
		ids[i] = fmt.Sprint("p", i)
		if i%3 == 1 {
			for j, x := range question {
				vectors[i][j] += x
			}
			normalise(vectors[i])
		}
	}
	dense, err := newDense(t.Context(), ids, vectors, nil)
	if err != nil {
		t.Fatal(err)
	}
	got, err := dense.search(t.Context(), question, wanted)
	if err != nil {
		t.Fatal(err)
	}
	want := make([]int, passages)
	for i := range want {
		want[i] = i
	}
	slices.SortFunc(want, func(i, j int) int { return cmp.Compare(dense.cosine(question, j), dense.cosine(question, i)) })
	want = want[:wanted]
	slices.Sort(want)
	slices.Sort(got)
	if !slices.Equal(got, want) {
		t.Errorf("got %v\nwant %v", got, want)
	}
}

func TestNarrowVectorsThatAreRefused(t *testing.T) {
	for name, narrow := range map[string]Narrow{
		"none": func([]float32) []float32 { return nil },
		"zero": func([]float32) []float32 { return make([]float32, 2) },
	} {
		_, err := newDense(t.Context(), []string{"g1"}, [][]float32{{0, 1}}, narrow)
		if err == nil || !strings.Contains(err.Error(), "g1") {
			t.Errorf("built with a narrow vector that is %s: %v", name, err)
		}
	}
}
