package eval_test

import (
	"encoding/json"
	"testing"

	"youju/answer"
	"youju/eval"
	"youju/news"
	"youju/retrieval"
)

// What a question weighs is judged by its gold answer and passage, and a question
// that nothing has to be weighed for says so.
func TestWeigh(t *testing.T) {
	c, err := retrieval.Open(retrieval.Options{Embedder: wordsOnly{}})
	if err != nil {
		t.Fatal(err)
	}
	articles := []news.Article{
		passage("gold", news.Paragraph{ID: "gold", Text: "昆山高新区的瞪羚企业有28家。去年引进了630家高新企业。"}),
		passage("other", news.Paragraph{ID: "other", Text: "苏州工业园区有瞪羚企业28家。"}),
	}
	if err := c.Replace(t.Context(), articles); err != nil {
		t.Fatal(err)
	}
	weighings, err := eval.Weigh(t.Context(), c.Snapshot(), answer.New(c, nil), []eval.Query{
		{ID: "q", Text: "昆山高新区有多少家瞪羚企业？", Relevant: map[string]int{"gold": 1}, Gold: eval.Gold{Answers: []string{"28家"}, Numeric: true}},
		{ID: "greeting", Text: "你好"},
	}, nil)
	if err != nil {
		t.Fatal(err)
	}
	if q := weighings[0]; !q.Weighed || !q.Figure || !q.Answerable || !q.Right || q.Refused || len(q.Figures) != 3 || len(q.Sentences) != 3 {
		t.Fatalf("%+v", q)
	}
	var right []int
	for i, f := range weighings[0].Figures {
		if f.Right {
			right = append(right, i)
		}
		var features map[string]float64
		text, err := json.Marshal(f.Features)
		if err == nil {
			err = json.Unmarshal(text, &features)
		}
		if err != nil || features["Fit"] <= 0 {
			t.Errorf("features %s, %v", text, err)
		}
	}
	if len(right) != 1 || right[0] != 0 { // the other 28家 is of no gold passage
		t.Errorf("right are %v", right)
	}
	if g := weighings[1]; g.Weighed || g.Answerable || len(g.Figures)+len(g.Sentences) != 0 {
		t.Errorf("a greeting weighs %+v", g)
	}
}
