package eval_test

import (
	"context"
	"testing"

	"youju/eval"
	"youju/news"
	"youju/retrieval"
)

// wordsOnly is an Embedder that finds everything alike, so that words decide.
type wordsOnly struct{}

func (wordsOnly) Model() string                                         { return "alike" }
func (wordsOnly) EmbedQuery(context.Context, string) ([]float32, error) { return []float32{1, 0}, nil }
func (wordsOnly) EmbedPassages(_ context.Context, texts []string, _ func(int)) ([][]float32, error) {
	out := make([][]float32, len(texts))
	for i := range out {
		out[i] = []float32{1, 0}
	}
	return out, nil
}

func corpusOf(t testing.TB, e retrieval.Embedder, articles []news.Article) *retrieval.Snapshot {
	t.Helper()
	c, err := retrieval.Open(retrieval.Options{Embedder: e})
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Replace(t.Context(), articles); err != nil {
		t.Fatal(err)
	}
	return c.Snapshot()
}

// passage is a BEIR passage, split in pieces where there are several texts.
func passage(id string, paragraphs ...news.Paragraph) news.Article {
	return news.Article{ID: id, Kind: news.KindArticle, Paragraphs: paragraphs}
}

func TestRetrieval(t *testing.T) {
	s := corpusOf(t, wordsOnly{}, []news.Article{
		passage("doc", news.Paragraph{ID: "doc#1", Text: "昆山高新区"}, news.Paragraph{ID: "doc#2", Text: "昆山高新区"}),
		passage("next#7", news.Paragraph{ID: "next#7", Text: "昆山的地方很大"}), // its own id holds a #
		passage("other", news.Paragraph{ID: "other", Text: "外资企业"}),
	})
	var progress [][2]int
	report, err := eval.Retrieval(t.Context(), s, []eval.Query{
		{ID: "split", Text: "昆山高新区", Relevant: map[string]int{"doc": 1}},
		{ID: "behind", Text: "昆山高新区", Relevant: map[string]int{"next#7": 1}}, // second: doc counts once
		{ID: "none", Text: "昆山高新区"},
	}, func(done, total int) { progress = append(progress, [2]int{done, total}) })
	if err != nil {
		t.Fatal(err)
	}
	if report.Questions != 2 {
		t.Errorf("%d questions count, want the 2 with a right passage", report.Questions)
	}
	want := eval.Metrics{Recall1: 0.5, Recall5: 1, Recall10: 1, MRR10: 0.75, NDCG10: 0.815465}
	near(t, report.Fused, want)
	near(t, report.Lexical, want)
	if len(progress) != 2 || progress[1] != [2]int{2, 2} {
		t.Errorf("progress %v", progress)
	}
}

func TestRetrievalStops(t *testing.T) {
	s := corpusOf(t, wordsOnly{}, []news.Article{passage("a", news.Paragraph{ID: "a", Text: "昆山"})})
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := eval.Retrieval(ctx, s, []eval.Query{{ID: "q", Text: "昆山", Relevant: map[string]int{"a": 1}}}, nil); err == nil {
		t.Error("no error")
	}
}

func TestRetrievalOfNothing(t *testing.T) {
	report, err := eval.Retrieval(t.Context(), corpusOf(t, wordsOnly{}, nil), nil, nil)
	if err != nil || report != (eval.Report{}) {
		t.Errorf("%+v, %v", report, err)
	}
}
