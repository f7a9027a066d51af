package answer

import (
	"context"
	"strings"
	"testing"

	"youju/answer/answertest"
	"youju/answer/asking"
	"youju/news"
	"youju/retrieval"
)

// TestArticlesThatDisagree: both figures, each with its date, and which is newer;
// what differs in period, owner or metric is no disagreement.
func TestArticlesThatDisagree(t *testing.T) {
	corpus, err := retrieval.Open(retrieval.Options{Embedder: answertest.Embedder{}})
	if err != nil {
		t.Fatal(err)
	}
	var all []news.Article
	for _, a := range []news.Article{
		{Title: "白塔高新区年报", Date: "2022-01-05", Paragraphs: []news.Paragraph{{Text: "2021年，白塔高新区科技企业280家，专利500项。"}}},
		{Title: "白塔高新区再发布", Date: "2022-03-09", Paragraphs: []news.Paragraph{{Text: "2021年，白塔高新区科技企业310家，专利500项。"}}},
		{Title: "白塔高新区旧闻", Date: "2021-01-05", Paragraphs: []news.Paragraph{{Text: "2020年，白塔高新区科技企业200家。"}}},
	} {
		a.Kind = news.KindArticle
		a.Identify()
		all = append(all, a)
	}
	if err := corpus.Replace(context.Background(), all); err != nil {
		t.Fatal(err)
	}
	a, err := New(corpus, nil).Answer(context.Background(), asking.Question{Text: "2021年白塔高新区有多少家科技企业"})
	if err != nil || a.Refused {
		t.Fatalf("answer %q, refused %v, error %v", a.Text, a.Refused, err)
	}
	for _, want := range []string{"280家", "310家", "2022-01-05", "2022-03-09", "较新的是"} {
		if !strings.Contains(a.Text, want) {
			t.Errorf("%q does not say %s", a.Text, want)
		}
	}
	if c, ok := a.Compare(); !ok || len(c.Rows) != 2 || !strings.Contains(rowsOf(c), "2022-01-05的一篇=280家") || !strings.Contains(rowsOf(c), "2022-03-09的一篇=310家") {
		t.Errorf("%q compares %s", a.Text, rowsOf(c))
	}
	if strings.Contains(a.Text, "200家") {
		t.Errorf("%q says another year's figure", a.Text)
	}
	b, err := New(corpus, nil).Answer(context.Background(), asking.Question{Text: "2021年白塔高新区有多少项专利"})
	if err != nil || strings.Contains(b.Text, "不同") {
		t.Errorf("articles that agree got %q, error %v", b.Text, err)
	}
}
