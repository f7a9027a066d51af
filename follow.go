package main

import (
	"context"
	"log/slog"
	"time"

	"youju/answer"
	"youju/news"
	"youju/retrieval"
	"youju/store"
)

// service is what serve is made of.
type service struct {
	flags    *flags
	log      *slog.Logger
	store    *store.Store
	corpus   *retrieval.Corpus
	answerer *answer.Answerer
}

// loudly keeps a collection in a store and tells the log how it goes.
func loudly(kept *store.Store, log *slog.Logger) keeping {
	return keeping{
		store:    kept,
		progress: func(done, total int) { log.Info("computing vectors", "passages", done, "of", total) },
		warn: func(err error) {
			log.Warn("something could not be kept, which costs time at the next start", "error", err)
		},
	}
}

// begin serves what can be served at once; follow makes the rest. The shipped
// articles' vectors are there already: nobody should be answered by words alone.
func (f *flags) begin(ctx context.Context, corpus *retrieval.Corpus, articles []news.Article, log *slog.Logger) error {
	if f.EmbedURL == "" && len(f.Articles) == 0 {
		return corpus.Replace(ctx, articles)
	}
	complete, err := corpus.Begin(ctx, articles)
	if err != nil {
		return err
	}
	if !complete {
		log.Info("passages have no vectors by this model yet; until they do, words alone decide what is found", "model", corpus.Model())
	}
	return nil
}

func (s service) indexing() bool { return !s.corpus.Snapshot().Complete() }

// notes are what /readyz says beside whether questions are answered.
func (s service) notes() []string {
	if s.indexing() {
		return []string{"vectors are being made; until they are, words alone decide what is found"}
	}
	return nil
}

const (
	retryEvery = 30 * time.Second // how long a collection that could not be embedded waits
	watchEvery = 2 * time.Second  // how often the article folders are looked at
)

// follow completes the collection, tidies up, and watches the article folders.
func (s service) follow(ctx context.Context) error {
	for s.indexing() {
		err := s.corpus.Replace(ctx, s.corpus.Snapshot().Articles())
		if ctx.Err() != nil {
			return nil
		}
		if err == nil {
			s.log.Info("all passages have vectors now")
			break
		}
		s.log.Error("the vectors cannot be made; trying again", "wait", retryEvery, "error", err)
		select {
		case <-time.After(retryEvery):
		case <-ctx.Done():
			return nil
		}
	}
	if _, err := s.corpus.Tidy(ctx); err != nil && ctx.Err() == nil {
		s.log.Warn("old vectors could not be removed", "error", err)
	}
	if len(s.flags.Articles) > 0 {
		s.corpus.Watch(ctx, s.flags.Articles, watchEvery, s.log)
	}
	return nil
}
