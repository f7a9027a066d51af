package main

import (
	"context"
	"hash/fnv"
	"math"
	"math/rand/v2"

	"youju/embed"
	"youju/hanzi"
	"youju/news"
)

// encoder is the built-in one for questions and for the first passages; the others
// get random unit vectors, since 100 000 passages take most of an hour.
type encoder struct {
	*embed.Encoder
	passages map[string]bool // by text: whether its vector is the model's
	vectors  map[string][]float32
}

// newEncoder uses the model for the first so many of the articles.
func newEncoder(articles []news.Article, model int) (*encoder, error) {
	builtIn, err := embed.Open()
	if err != nil {
		return nil, err
	}
	e := &encoder{Encoder: builtIn, passages: map[string]bool{}, vectors: map[string][]float32{}}
	for i, a := range articles {
		for _, p := range a.Paragraphs {
			text := hanzi.Simplify(p.Text)
			e.passages[text] = e.passages[text] || i < model
		}
	}
	return e, nil
}

// EmbedPassages is given each passage and then its sentences, which are treated
// alike.
func (e *encoder) EmbedPassages(ctx context.Context, texts []string, done func(int)) ([][]float32, error) {
	var modelled []string
	var places []int
	vectors := make([][]float32, len(texts))
	byModel := false
	for i, text := range texts {
		if model, passage := e.passages[text]; passage {
			byModel = model
		}
		if byModel {
			modelled, places = append(modelled, text), append(places, i)
		} else {
			vectors[i] = randomVector(text, e.Dim())
		}
	}
	made, err := e.Encoder.EmbedPassages(ctx, modelled, done)
	if err != nil {
		return nil, err
	}
	for i, vector := range made {
		vectors[places[i]] = vector
	}
	for i, text := range texts {
		if _, passage := e.passages[text]; passage {
			e.vectors[text] = vectors[i]
		}
	}
	return vectors, nil
}

func randomVector(text string, n int) []float32 {
	h := fnv.New64a()
	_, _ = h.Write([]byte(text))
	rng := rand.New(rand.NewPCG(h.Sum64(), 1))
	v := make([]float32, n)
	var square float64
	for i := range v {
		x := rng.NormFloat64()
		v[i] = float32(x)
		square += x * x
	}
	for i := range v {
		v[i] /= float32(math.Sqrt(square))
	}
	return v
}
