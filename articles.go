package main

import (
	"context"

	"youju/cli"
)

type articlesCommand struct {
	JSON bool `name:"json" help:"每行一篇文章的 JSON。"`
}

// Run lists what was read.
func (c *articlesCommand) Run(ctx context.Context, f *flags, env environment) error {
	articles, err := f.read(ctx, env)
	if err != nil {
		return err
	}
	if !c.JSON {
		cli.ListArticles(env.out, articles)
		return nil
	}
	encoder := lineEncoder(env.out)
	for _, a := range articles {
		if err := encoder.Encode(a); err != nil {
			return err
		}
	}
	return nil
}
