package eval_test

import (
	"fmt"
	"math"
	"testing"

	"youju/eval"
)

// The gains are 2^grade − 1, over log2(place + 1): log2 of 2, 3, 5, 7 is 1,
// 1.584963, 2.321928, 2.807355.
func TestRankByHand(t *testing.T) {
	many, all := map[string]int{}, []string{}
	for i := range 12 {
		id := fmt.Sprint("m", i)
		many[id], all = 1, append(all, id)
	}
	cases := []struct {
		name     string
		ranking  []string
		relevant map[string]int
		want     eval.Metrics
	}{
		{"first", []string{"a", "x"}, map[string]int{"a": 1},
			eval.Metrics{Recall1: 1, Recall5: 1, Recall10: 1, MRR10: 1, NDCG10: 1}},
		{"second", []string{"x", "a"}, map[string]int{"a": 1},
			eval.Metrics{Recall5: 1, Recall10: 1, MRR10: 0.5, NDCG10: 0.630930}},
		{"sixth", []string{"1", "2", "3", "4", "5", "a"}, map[string]int{"a": 1},
			eval.Metrics{Recall10: 1, MRR10: 0.166667, NDCG10: 0.356207}},
		{"eleventh", []string{"1", "2", "3", "4", "5", "6", "7", "8", "9", "0", "a"}, map[string]int{"a": 1}, eval.Metrics{}},
		// 1/1.584963 + 7/2.321928 = 3.645673, of 7 + 1/1.584963 = 7.630930
		{"grades", []string{"x", "a", "y", "b"}, map[string]int{"a": 1, "b": 3},
			eval.Metrics{Recall5: 1, Recall10: 1, MRR10: 0.5, NDCG10: 0.477749}},
		{"one of two is missing", []string{"a"}, map[string]int{"a": 1, "b": 1},
			eval.Metrics{Recall1: 1, Recall5: 1, Recall10: 1, MRR10: 1, NDCG10: 0.613147}},
		{"more right ones than places", all, many,
			eval.Metrics{Recall1: 1, Recall5: 1, Recall10: 1, MRR10: 1, NDCG10: 1}},
		{"nothing found", nil, map[string]int{"a": 1}, eval.Metrics{}},
		{"nothing is right", []string{"a"}, nil, eval.Metrics{}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) { near(t, eval.Rank(c.ranking, c.relevant), c.want) })
	}
}

func near(t *testing.T, got, want eval.Metrics) {
	t.Helper()
	a := []float64{got.Recall1, got.Recall5, got.Recall10, got.MRR10, got.NDCG10}
	for i, b := range []float64{want.Recall1, want.Recall5, want.Recall10, want.MRR10, want.NDCG10} {
		if math.IsNaN(a[i]) || math.Abs(a[i]-b) > 2e-6 {
			t.Errorf("got %+v\nwant %+v", got, want)
			return
		}
	}
}
