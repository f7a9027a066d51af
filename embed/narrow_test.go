package embed

import (
	"cmp"
	"math"
	"slices"
	"testing"
)

func TestDirectionsAreAtRightAngles(t *testing.T) {
	directions := readDirections(narrowFile)
	for i := range narrowWidth {
		for j := range i + 1 {
			want := 0.0
			if i == j {
				want = 1
			}
			if got := float64(portableDot(directions[i*width:][:width], directions[j*width:][:width])); math.Abs(got-want) > 0.02 {
				t.Errorf("the product of directions %d and %d is %.4f", i, j, got)
			}
		}
	}
}

// What is nearest by whole vectors is looked for among four times as many by narrow ones
// (retrieval/index).
func TestNarrowVectorsFindTheNearest(t *testing.T) {
	e := openForTest(t)
	all := readGolden(t)
	narrow := make([][]float32, len(all))
	for i, g := range all {
		narrow[i] = e.Narrow(g.vector)
		if square := portableDot(narrow[i], narrow[i]); len(narrow[i]) != narrowWidth || !(math.Abs(float64(square)-1) < 1e-5) {
			t.Fatalf("%.60q: %d dimensions of squared length %v", g.Text, len(narrow[i]), square)
		}
	}
	nearest := func(n int, product func(i int) float64) []int {
		places := make([]int, len(all))
		for i := range places {
			places[i] = i
		}
		slices.SortStableFunc(places, func(a, b int) int {
			return cmp.Compare(product(b), product(a))
		})
		return places[:n]
	}
	const wanted = 5
	missed := 0
	for i := range all {
		among := nearest(4*wanted, func(j int) float64 { return cosine(narrow[i], narrow[j]) })
		for _, j := range nearest(wanted, func(j int) float64 { return cosine(all[i].vector, all[j].vector) }) {
			if !slices.Contains(among, j) {
				missed++
			}
		}
	}
	if missed*100 > 3*wanted*len(all) { // these texts are odd ones; of news fewer are missed
		t.Errorf("%d of the %d nearest are not among them", missed, wanted*len(all))
	}
}
