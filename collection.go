package main

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"youju/answer"
	"youju/cli"
	"youju/embed"
	"youju/news"
	"youju/retrieval"
	"youju/store"
)

// ready makes the collection with its articles, and what answers over it.
func (f *flags) ready(ctx context.Context, env environment) (*retrieval.Corpus, *answer.Answerer, error) {
	corpus, err := f.collected(ctx, env)
	if err != nil {
		return nil, nil, err
	}
	answerer, err := f.answerer(corpus)
	return corpus, answerer, err
}

// collected makes the collection with its articles. The store is held only until all
// is in memory, so that a chat in the terminal does not keep the bot from starting.
func (f *flags) collected(ctx context.Context, env environment) (*retrieval.Corpus, error) {
	warn := func(err error) { fmt.Fprintln(env.err, "youju:", err) }
	kept := f.borrow(ctx, warn)
	corpus, articles, err := f.gather(ctx, env, keeping{kept, cli.Progress(env.err, "计算向量"), warn})
	if err == nil {
		err = corpus.Replace(ctx, articles)
		corpus.Close()
	}
	if kept != nil {
		for _, d := range kept.Damages() {
			warn(&d)
		}
		err = errors.Join(err, kept.Close())
	}
	if err != nil {
		return nil, err
	}
	return corpus, nil
}

// answerer answers over a collection, with the reader unless the flags leave it out.
func (f *flags) answerer(corpus *retrieval.Corpus) (*answer.Answerer, error) {
	reader, err := f.reader()
	if err != nil {
		return nil, fmt.Errorf("open the reader: %w", err)
	}
	return answer.New(corpus, reader), nil
}

// reader opens the built-in reader, nil where the flags leave it out.
func (f *flags) reader() (*embed.Reader, error) {
	if !f.Reader {
		return nil, nil
	}
	return embed.OpenReader()
}

// borrow opens the store for a command that can do without one: for writing, for
// reading beside a running serve, or not at all, which it says.
func (f *flags) borrow(ctx context.Context, warn func(error)) *store.Store {
	path := f.storePath()
	kept, err := store.Open(ctx, path, store.Options{})
	if errors.Is(err, store.ErrLocked) {
		kept, err = store.OpenReadOnly(ctx, path, store.Options{})
	}
	if err != nil {
		warn(fmt.Errorf("going on without what is kept: %w", err))
		return nil
	}
	return kept
}

func (f *flags) storePath() string { return filepath.Join(f.Data, store.FileName) }

// keeping says where a collection is kept, and who is told how it goes.
type keeping struct {
	store    *store.Store // may be nil
	progress func(done, total int)
	warn     func(error) // told what could not be kept
}

// gather opens the collection and reads its articles, which it does not serve yet.
// It must be closed before the store.
func (f *flags) gather(ctx context.Context, env environment, k keeping) (*retrieval.Corpus, []news.Article, error) {
	encoder, err := f.encoder()
	if err != nil {
		return nil, nil, fmt.Errorf("open the encoder: %w", err)
	}
	corpus, err := retrieval.Open(retrieval.Options{
		Embedder: encoder, Store: k.store, Collection: f.collection(), Mark: programMark(), Progress: k.progress, Warn: k.warn,
	})
	if err != nil {
		return nil, nil, err
	}
	articles, err := f.readBy(ctx, env, corpus.Read)
	if err != nil {
		corpus.Close()
		return nil, nil, err
	}
	return corpus, articles, nil
}

// collection names the articles that the flags name, among others in the store.
func (f *flags) collection() string {
	var paths []string
	for _, path := range f.Articles {
		if whole, err := filepath.Abs(path); err == nil {
			path = whole
		}
		paths = append(paths, path)
	}
	if len(paths) == 0 {
		return "shipped"
	}
	sum := sha256.Sum256([]byte(strings.Join(paths, "\x00")))
	return hex.EncodeToString(sum[:8])
}
