// Package answertest has articles for the tests of an answer's steps, and an embedder that costs nothing.
package answertest

import (
	"context"
	"hash/fnv"
	"math"
	"testing"

	"youju/news"
	"youju/retrieval"
)

// Park is a corpus of two articles about a development zone and its neighbour.
func Park(t testing.TB, embedder retrieval.Embedder) *retrieval.Corpus {
	return Collection(t, embedder,
		[]string{"青禾高新区年报",
			"2021年，青禾高新区规模以上工业总产值830亿元，同比增长3.1%，工业利润总额92亿元，同比增长7.4%，实际利用外资45600万美元，同比增长12.5%。",
			"青禾高新区引进优质项目86个，总投资超1200亿元，其中31个项目动工。",
			"截至2022年3月，平台已认证企业1508家，占青岭市41.2%，占东原省9.3%，居东原省第二。"},
		[]string{"白塔经开区：新增企业持续增加",
			"2021年，白塔经开区新增市场主体2.7万户，增长18%。3月5日，白塔创新中心揭牌。",
			"白塔经开区建有两个孵化器，培训干部1.2万人次。"})
}

// Embedder makes a vector of the characters of a text: enough to rank by.
type Embedder struct{}

// Model names the embedder.
func (Embedder) Model() string { return "bag of characters" }

// EmbedQuery makes the vector of a question.
func (e Embedder) EmbedQuery(_ context.Context, text string) ([]float32, error) {
	v := make([]float32, 64)
	v[0] = 0.1
	for _, r := range text {
		h := fnv.New32a()
		h.Write([]byte(string(r)))
		v[h.Sum32()%64]++
	}
	var square float64
	for _, x := range v {
		square += float64(x * x)
	}
	for i := range v {
		v[i] /= float32(math.Sqrt(square))
	}
	return v, nil
}

// EmbedPassages makes those of passages, as of questions.
func (e Embedder) EmbedPassages(ctx context.Context, texts []string, _ func(int)) ([][]float32, error) {
	out := make([][]float32, len(texts))
	for i, text := range texts {
		out[i], _ = e.EmbedQuery(ctx, text)
	}
	return out, nil
}

// Long leaves a test out of a short run: it does much in one goroutine, of which the
// race detector learns nothing that the other tests don't show.
func Long(t testing.TB) {
	t.Helper()
	if testing.Short() {
		t.Skip("it does much in one goroutine: left out of a short run")
	}
}

// Collection is a corpus of articles, each a title and its paragraphs.
func Collection(t testing.TB, embedder retrieval.Embedder, articles ...[]string) *retrieval.Corpus {
	t.Helper()
	corpus, err := retrieval.Open(retrieval.Options{Embedder: embedder})
	if err != nil {
		t.Fatal(err)
	}
	var all []news.Article
	for _, texts := range articles {
		a := news.Article{Title: texts[0], Kind: news.KindArticle}
		for _, text := range texts[1:] {
			a.Paragraphs = append(a.Paragraphs, news.Paragraph{Text: text})
		}
		a.Identify()
		all = append(all, a)
	}
	if err := corpus.Replace(context.Background(), all); err != nil {
		t.Fatal(err)
	}
	return corpus
}
