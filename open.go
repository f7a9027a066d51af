package main

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"youju/embed"
	"youju/news"
	"youju/retrieval"
	"youju/seeds"
)

// encoder opens the built-in model, which has the shipped articles' vectors ready,
// or the remote one that the flags name.
func (f *flags) encoder() (retrieval.Embedder, error) {
	if f.EmbedURL == "" {
		builtIn, err := embed.Open()
		if err != nil {
			return nil, err
		}
		return builtIn.WithKnown(seeds.Vectors())
	}
	return embed.NewRemote(embed.RemoteConfig{
		Kind: embed.Kind(f.EmbedKind), URL: f.EmbedURL, Model: f.EmbedModel, APIKey: f.EmbedKey, QueryPrefix: f.EmbedPrefix,
	})
}

// read reads the articles that the flags name, or the shipped ones. Files that
// cannot be read are told to the terminal and left out; nothing readable at all
// is an error. Folders without any are told too: every question will be refused.
func (f *flags) read(ctx context.Context, env environment) ([]news.Article, error) {
	return f.readBy(ctx, env, news.Read)
}

// readBy is read with a reader of files that may know some of them.
func (f *flags) readBy(ctx context.Context, env environment, read func(context.Context, ...string) ([]news.Article, []error)) ([]news.Article, error) {
	if len(f.Articles) == 0 {
		return seeds.Articles()
	}
	articles, problems := read(ctx, f.Articles...)
	for _, p := range problems {
		fmt.Fprintln(env.err, "youju:", p)
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	switch {
	case len(articles) == 0 && len(problems) > 0:
		return nil, errors.New("no article could be read")
	case len(articles) == 0:
		fmt.Fprintf(env.err, "youju: there are no articles in %s\n", strings.Join(f.Articles, ", "))
	}
	return articles, nil
}
