package index

import (
	"strings"
	"testing"
)

// A passage whose text breaks the tokenizer is found by its meaning, is said, and
// keeps no other from being found.
func TestAPassageThatBreaksTheTokenizer(t *testing.T) {
	tokens, err := NewTokenizer()
	if err != nil {
		t.Fatal(err)
	}
	tokens.segmenter.begin['甲'] = span{0, int32(len(tokens.segmenter.words)) + 1} // words that are not there
	passages := []Passage{{ID: "bad", Article: "a", Text: "甲龘龘龘"}, {ID: "good", Article: "b", Text: "郑州有企业"}}
	vectors := []Vectors{{Whole: []float32{1, 0}}, {Whole: []float32{0, 1}}}
	x, err := Build(t.Context(), tokens, passages, vectors, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	if p := x.Problems(); len(p) != 1 || !strings.Contains(p[0].Error(), "bad") {
		t.Errorf("problems %v", p)
	}
	for i, want := range []string{"bad", "good"} {
		if hits, err := x.Search(t.Context(), "乙", func([]int) ([]float32, error) { return vectors[i].Whole, nil }, 1); err != nil || len(hits) != 1 || hits[0].ID != want {
			t.Errorf("hits %v, error %v, want %s", hits, err, want)
		}
	}
	if hits, err := x.Search(t.Context(), "郑州企业", func([]int) ([]float32, error) { return vectors[1].Whole, nil }, 1); err != nil || hits[0].Parts.Lexical == 0 {
		t.Errorf("hits %v, error %v", hits, err)
	}
}
