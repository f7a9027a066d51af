package bot

import (
	"context"
	"testing"

	"youju/answer"
	"youju/answer/check"
	"youju/bot/telegramtest"
	"youju/embed"
	"youju/news"
	"youju/retrieval"
	"youju/retrieval/ledger"
	"youju/seeds"
)

// seeded runs a bot as the program does: real answers over the shipped articles.
func seeded(t *testing.T, s *telegramtest.Server, changes ...func(*Bot)) *running {
	t.Helper()
	answerer, corpus := shipped(t)
	return serving(t, s, answerer, corpus, changes...)
}

// serving runs a bot over a collection.
func serving(t *testing.T, s *telegramtest.Server, answerer *answer.Answerer, corpus *retrieval.Corpus, changes ...func(*Bot)) *running {
	t.Helper()
	return start(t, s, answerer.Answer, append([]func(*Bot){func(b *Bot) {
		b.cfg.Articles = func() []news.Article { return corpus.Snapshot().Articles() }
		b.cfg.Check = func(ctx context.Context, text string) ([]check.Checked, error) {
			return check.Text(ctx, corpus, text)
		}
		b.cfg.Ledger = func() *ledger.Ledger { return corpus.Snapshot().Ledger() }
		b.cfg.Examples = func() []string { return answerer.Examples(context.Background()) }
	}}, changes...)...)
}

func shipped(t *testing.T) (*answer.Answerer, *retrieval.Corpus) {
	t.Helper()
	articles, err := seeds.Articles()
	if err != nil {
		t.Fatal(err)
	}
	bare, err := embed.Open()
	if err != nil {
		t.Fatal(err)
	}
	encoder, err := bare.WithKnown(seeds.Vectors())
	if err != nil {
		t.Fatal(err)
	}
	reader, err := embed.OpenReader()
	if err != nil {
		t.Fatal(err)
	}
	corpus, err := retrieval.Open(retrieval.Options{Embedder: encoder})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(corpus.Close)
	if err := corpus.Replace(context.Background(), articles); err != nil {
		t.Fatal(err)
	}
	return answer.New(corpus, reader), corpus
}
