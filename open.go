package main

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"youju/answer"
	"youju/cli"
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
	if len(f.Articles) == 0 {
		return seeds.Articles()
	}
	articles, problems := news.Read(ctx, f.Articles...)
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

// open makes the collection without articles.
func (f *flags) open(env environment) (*retrieval.Corpus, error) {
	encoder, err := f.encoder()
	if err != nil {
		return nil, fmt.Errorf("open the encoder: %w", err)
	}
	return retrieval.Open(retrieval.Options{
		Embedder: encoder, DataDir: f.Data, Progress: cli.Progress(env.err, "计算向量"),
	})
}

// ready makes the collection with its articles, and what answers over it.
func (f *flags) ready(ctx context.Context, env environment) (*retrieval.Corpus, *answer.Answerer, error) {
	articles, err := f.read(ctx, env)
	if err != nil {
		return nil, nil, err
	}
	corpus, err := f.open(env)
	if err != nil {
		return nil, nil, err
	}
	if err := corpus.Replace(ctx, articles); err != nil {
		return nil, nil, err
	}
	return corpus, answer.New(corpus), nil
}
