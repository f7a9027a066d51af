// Command answers times the way from a question to its cited answer for run.py,
// and beside it, question by question, what it cannot do without: embedding the
// question and chromem's own scan of the same vectors.
package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"strings"
	"time"

	"github.com/philippgille/chromem-go"

	"youju/answer"
	"youju/answer/asking"
	"youju/bench/memory"
	"youju/bench/turns"
	"youju/embed"
	"youju/garbage"
	"youju/hanzi"
	"youju/news"
	"youju/retrieval"
)

// order is to load the first Size passages of File, or to answer questions.
type order struct {
	File      string   `json:"file"`
	Size      int      `json:"size"`
	Real      int      `json:"real"` // passages whose vectors are the model's; the rest get random ones
	Questions []string `json:"questions"`
}

// loaded says what loading took, with all vectors if Real allows.
type loaded struct {
	Passages int     `json:"passages"`
	Seconds  float64 `json:"seconds"`
	MiB      float64 `json:"mib"` // resident when loaded
	PeakMiB  float64 `json:"peak_mib"`
}

// times are in milliseconds, by question.
type times struct {
	Plain   []float64 `json:"plain"`   // the answer without the reader
	Reading []float64 `json:"reading"` // the answer with it
	Embed   []float64 `json:"embed"`
	Scan    []float64 `json:"scan"`
}

// bench is what is loaded.
type bench struct {
	encoder  *encoder
	articles []news.Article
	plain    *answer.Answerer // without the reader
	reading  *answer.Answerer
	scan     *chromem.Collection
}

func main() {
	garbage.Collect()                     // as `serve` does
	go garbage.Tune(context.Background()) //nolint:errcheck // it only ends
	var b bench
	err := turns.Serve(func(o order) (any, error) {
		if o.File != "" {
			return b.load(context.Background(), o)
		}
		return b.answer(context.Background(), o.Questions)
	})
	if err != nil {
		fmt.Fprintln(os.Stderr, "answers:", err)
		os.Exit(1)
	}
}

func (b *bench) load(ctx context.Context, o order) (any, error) {
	*b = bench{}
	data, err := os.ReadFile(o.File)
	if err != nil {
		return nil, err
	}
	if b.articles, err = news.Parse("passages.jsonl", firstLines(data, o.Size)); err != nil {
		return nil, err
	}
	if b.encoder, err = newEncoder(b.articles, o.Real); err != nil {
		return nil, err
	}
	begin := time.Now()
	corpus, err := retrieval.Open(retrieval.Options{Embedder: b.encoder})
	if err != nil {
		return nil, err
	}
	if err := corpus.Replace(ctx, b.articles); err != nil {
		return nil, err
	}
	corpus.Snapshot().Ledger() // is put together in the background
	l := loaded{Passages: len(b.articles), Seconds: time.Since(begin).Seconds()}
	l.MiB, l.PeakMiB = memory.Resident()
	reader, err := embed.OpenReader()
	if err != nil {
		return nil, err
	}
	b.plain, b.reading = answer.New(corpus, nil), answer.New(corpus, reader)
	return l, b.fillScan(ctx)
}

func firstLines(data []byte, n int) []byte {
	end := 0
	for ; n > 0; n-- {
		i := bytes.IndexByte(data[end:], '\n')
		if i < 0 {
			return data
		}
		end += i + 1
	}
	return data[:end]
}

// fillScan puts the passages' vectors into a collection of chromem's.
func (b *bench) fillScan(ctx context.Context) error {
	noEmbedding := func(context.Context, string) ([]float32, error) { return nil, fmt.Errorf("vectors are given") }
	var err error
	if b.scan, err = chromem.NewDB().CreateCollection("passages", nil, noEmbedding); err != nil {
		return err
	}
	for _, a := range b.articles {
		for _, p := range a.Paragraphs {
			document := chromem.Document{ID: p.ID, Embedding: b.encoder.vectors[hanzi.Simplify(p.Text)]}
			if err := b.scan.AddDocument(ctx, document); err != nil {
				return fmt.Errorf("add passage %s: %w", p.ID, err)
			}
		}
	}
	return nil
}

// otherwise is the same question with another mark at its end: the vector of one that
// was just asked is remembered.
func otherwise(question string) string {
	if asked, marked := strings.CutSuffix(question, "？"); marked {
		return asked + "?"
	}
	return question + "？"
}

func (b *bench) answer(ctx context.Context, questions []string) (any, error) {
	var t times
	for _, q := range questions {
		var vector []float32
		steps := []struct {
			times *[]float64
			run   func() error
		}{
			{&t.Plain, func() error { _, err := b.plain.Answer(ctx, asking.Question{Text: q}); return err }},
			{&t.Reading, func() error { _, err := b.reading.Answer(ctx, asking.Question{Text: otherwise(q)}); return err }},
			{&t.Embed, func() (err error) { vector, err = b.encoder.EmbedQuery(ctx, q); return err }},
			{&t.Scan, func() error {
				_, err := b.scan.QueryEmbedding(ctx, vector, min(10, b.scan.Count()), nil, nil)
				return err
			}},
		}
		for _, step := range steps {
			begin := time.Now()
			if err := step.run(); err != nil {
				return nil, err
			}
			*step.times = append(*step.times, time.Since(begin).Seconds()*1e3)
		}
	}
	return t, nil
}
