package main

import (
	"context"
	"fmt"

	"youju/cli"
	"youju/retrieval/index"
	"youju/retrieval/ledger"
)

type figuresCommand struct {
	JSON bool `name:"json" help:"每行一个数字的 JSON。"`
}

// Run prints the ledger: every figure of the articles with what it means.
func (c *figuresCommand) Run(ctx context.Context, f *flags, env environment) error {
	articles, err := f.read(ctx, env)
	if err != nil {
		return err
	}
	tokens, err := index.NewTokenizer()
	if err != nil {
		return fmt.Errorf("open the ledger: %w", err)
	}
	reader := ledger.NewReader(tokens)
	encoder := lineEncoder(env.out)
	for _, a := range articles {
		if err := ctx.Err(); err != nil {
			return err
		}
		entries := reader.Read(a)
		if !c.JSON {
			cli.ListFigures(env.out, a, entries)
			continue
		}
		for _, e := range entries {
			if err := encoder.Encode(e); err != nil {
				return err
			}
		}
	}
	return nil
}
