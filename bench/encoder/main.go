// Command encoder times the built-in encoder for run.py: a JSON line in, a JSON
// line out, so that it can take turns with its peers. Built with -tags purego it
// is the portable path.
package main

import (
	"context"
	"fmt"
	"os"
	"time"

	"youju/bench/turns"
	"youju/embed"
)

// order is what run.py asks for: a text of so many tokens, or else the texts.
type order struct {
	Tokens int      `json:"tokens"`
	Texts  []string `json:"texts"`
}

func main() {
	encoder, err := embed.Open()
	if err == nil {
		err = turns.Serve(func(o order) (any, error) {
			if o.Tokens > 0 {
				return text(encoder, o.Tokens)
			}
			return passages(encoder, o.Texts)
		})
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "encoder:", err)
		os.Exit(1)
	}
}

// text times one text of so many tokens: token ids in, vector out.
func text(encoder *embed.Encoder, tokens int) (any, error) {
	ids := make([]int32, tokens)
	for i := range ids {
		ids[i] = 700 + int32(i*7919%6300)
	}
	return turns.Median(func() error {
		_, err := encoder.EncodeTokens(ids)
		return err
	})
}

// passages times the texts on as many cores as GOMAXPROCS says.
func passages(encoder *embed.Encoder, texts []string) (any, error) {
	begin := time.Now()
	if _, err := encoder.EmbedPassages(context.Background(), texts, nil); err != nil {
		return nil, err
	}
	return map[string]float64{"seconds": time.Since(begin).Seconds()}, nil
}
