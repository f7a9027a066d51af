package main

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"

	"youju/retrieval"
)

type embedCommand struct{}

// textLine is a line of input: a text and what it is used as.
type textLine struct {
	Text string `json:"text"`
	Kind string `json:"kind"`
}

// Run gives the vector of every text that standard input holds.
func (c *embedCommand) Run(ctx context.Context, f *flags, env environment) error {
	encoder, err := f.encoder()
	if err != nil {
		return fmt.Errorf("open the encoder: %w", err)
	}
	lines := bufio.NewScanner(env.in)
	lines.Buffer(nil, maxQuestionBytes)
	out := json.NewEncoder(env.out)
	for n := 1; lines.Scan(); n++ {
		var t textLine
		if err := json.Unmarshal(lines.Bytes(), &t); err != nil {
			return fmt.Errorf("line %d of the texts is not JSON: %w", n, err)
		}
		vector, err := vectorOf(ctx, encoder, t)
		if err != nil {
			return fmt.Errorf("line %d of the texts: %w", n, err)
		}
		if err := out.Encode(map[string][]float32{"vector": vector}); err != nil {
			return fmt.Errorf("write the vector of line %d: %w", n, err)
		}
	}
	if err := lines.Err(); err != nil {
		return fmt.Errorf("read the texts: %w", err)
	}
	return nil
}

func vectorOf(ctx context.Context, encoder retrieval.Embedder, t textLine) ([]float32, error) {
	switch t.Kind {
	case "query":
		return encoder.EmbedQuery(ctx, t.Text)
	case "passage":
		vectors, err := encoder.EmbedPassages(ctx, []string{t.Text}, nil)
		if err != nil {
			return nil, err
		}
		return vectors[0], nil
	}
	return nil, fmt.Errorf("kind is %q, it must be query or passage", t.Kind)
}
