package main

import (
	"context"
	"os"
	"sync"
	"testing"

	"youju/answer/answertest"
	"youju/embed"
	"youju/retrieval"
	"youju/seeds"
)

// listener is an encoder that notes which passages it was asked for.
type listener struct {
	*embed.Encoder
	mu    sync.Mutex
	texts []string
}

func (l *listener) EmbedPassages(ctx context.Context, texts []string, done func(int)) ([][]float32, error) {
	l.mu.Lock()
	l.texts = append(l.texts, texts...)
	l.mu.Unlock()
	return l.Encoder.EmbedPassages(ctx, texts, done)
}

// The compiled-in vectors are those that the model gives for what the index asks
// for: after a change of the articles, of how they are cut, or of the model, `go
// generate ./seeds` makes them anew.
func TestShippedVectors(t *testing.T) {
	answertest.Long(t)
	encoder, err := embed.Open()
	if err != nil {
		t.Fatal(err)
	}
	articles, err := seeds.Articles()
	if err != nil {
		t.Fatal(err)
	}
	heard := &listener{Encoder: encoder}
	corpus, err := retrieval.Open(retrieval.Options{Embedder: heard})
	if err != nil {
		t.Fatal(err)
	}
	if err := corpus.Replace(t.Context(), articles); err != nil {
		t.Fatal(err)
	}
	want, err := encoder.EncodeKnown(t.Context(), heard.texts)
	if err != nil {
		t.Fatal(err)
	}
	if *update {
		if err := os.WriteFile("seeds/vectors.bin", want, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if string(want) != seeds.Vectors() {
		t.Error("seeds/vectors.bin is not what the model gives: run `go generate ./seeds`")
	}
}
