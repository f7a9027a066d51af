package index_test

import (
	"fmt"
	"reflect"
	"slices"
	"testing"

	"youju/retrieval/index"
)

// equals are passages that say the same, under ids that are not in their order.
func equals(n int) []index.Passage {
	passages := make([]index.Passage, n)
	for i := range passages {
		passages[i] = index.Passage{ID: fmt.Sprintf("p%03d", (i*37)%n), Article: fmt.Sprint(i), Title: "高新区三家企业0.3亿元", Text: "昆山高新区立项28项"}
	}
	return passages
}

func TestTiesAreBrokenByID(t *testing.T) {
	for _, c := range []struct {
		n        int
		question string
	}{{20, "昆山立项"}, {250, "昆山立项"}, {250, "unrelated"}} {
		passages := equals(c.n)
		x := build(t, passages, vectorsOf(passages))
		for range 50 {
			hits := search(t, x, c.question, 10)
			if len(hits) != 10 {
				t.Fatalf("%d equal passages, %q: %d hits", c.n, c.question, len(hits))
			}
			for i, h := range hits {
				if want := fmt.Sprintf("p%03d", i); h.ID != want {
					t.Fatalf("%d equal passages, %q: place %d has %s, want %s", c.n, c.question, i, h.ID, want)
				}
			}
		}
	}
}

// Which equal texts become candidates is not left to the order they were read in.
func TestCandidatesDoNotDependOnTheOrder(t *testing.T) {
	passages := equals(250)
	ids := func() []string {
		vectors := make([]index.Vectors, len(passages))
		for i, p := range passages {
			vectors[i].Whole = direction(p.ID, dims)
		}
		var ids []string
		for _, h := range search(t, build(t, passages, vectors), "昆山立项", 250) {
			ids = append(ids, h.ID)
		}
		return ids
	}
	forth := ids()
	slices.Reverse(passages)
	if back := ids(); !slices.Equal(forth, back) {
		t.Errorf("read forth %v\nread back %v", forth, back)
	}
}

func TestRebuiltIndexesGiveTheSameScores(t *testing.T) {
	passages := slices.Clone(zones)
	for i := range 60 { // texts of many terms, so that sums could differ in their last bits
		text := ""
		for j := range 30 {
			text += fmt.Sprintf("第%d项指标增长%d.%d%%，", i+j, j, i)
		}
		passages = append(passages, index.Passage{ID: fmt.Sprint("n", i), Article: fmt.Sprint(i / 3), Title: "指标与企业", Text: text})
	}
	var first []index.Hit
	for i := range 8 {
		got := search(t, build(t, passages, vectorsOf(passages)), "高新区企业指标增长多少", 64)
		if i == 0 {
			first = got
		} else if !reflect.DeepEqual(got, first) {
			t.Fatalf("build %d ranks or scores otherwise", i)
		}
	}
	// The order in which articles are read does not matter either.
	slices.Reverse(passages)
	turned := search(t, build(t, passages, vectorsOf(passages)), "高新区企业指标增长多少", 64)
	for i := range first {
		if turned[i].ID != first[i].ID {
			t.Fatalf("place %d has %s, before %s", i, turned[i].ID, first[i].ID)
		}
	}
}
