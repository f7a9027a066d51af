package index_test

import (
	"context"
	"errors"
	"fmt"
	"testing"

	"github.com/philippgille/chromem-go"

	"youju/retrieval/index"
)

// BenchmarkSearch holds a fused search over 1 000 passages of an encoder's 512
// dimensions against chromem's own scan of the same vectors.
func BenchmarkSearch(b *testing.B) {
	const count, width, limit = 1000, 512, 10
	passages := make([]index.Passage, count)
	vectors := make([]index.Vectors, count)
	collection, err := chromem.NewDB().CreateCollection("passages", nil, func(context.Context, string) ([]float32, error) {
		return nil, errors.New("vectors are given")
	})
	if err != nil {
		b.Fatal(err)
	}
	for i := range passages {
		passages[i] = index.Passage{
			ID: fmt.Sprint("p", i), Article: fmt.Sprint("a", i/5), Title: fmt.Sprintf("第%d个高新区的一年", i/5), Section: "创新",
			Text: fmt.Sprintf("园区去年实际利用外资%d万美元，增长%d.%d%%。科技型中小企业达到%d家，占全省的比例最高；另有%d场产学研合作活动。", i*7919, i%30, i%10, i*31, i),
		}
		vectors[i].Whole = direction(passages[i].Text, width)
		for _, s := range passages[i].Sentences() {
			vectors[i].Sentences = append(vectors[i].Sentences, index.Compress(direction(s, width)))
		}
		if err := collection.AddDocument(b.Context(), chromem.Document{ID: passages[i].ID, Embedding: vectors[i].Whole}); err != nil {
			b.Fatal(err)
		}
	}
	x := build(b, passages, vectors)
	question := "第77个高新区去年有多少家科技型中小企业"
	vector := direction(question, width)
	b.Run("fused", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if hits, err := x.Search(b.Context(), question, given(vector), limit); err != nil || len(hits) != limit {
				b.Fatalf("%d hits: %v", len(hits), err)
			}
		}
	})
	b.Run("chromem", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if found, err := collection.QueryEmbedding(b.Context(), vector, limit, nil, nil); err != nil || len(found) != limit {
				b.Fatalf("%d found: %v", len(found), err)
			}
		}
	})
}
