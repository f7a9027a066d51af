package ledger_test

import (
	"strings"
	"sync"
	"testing"

	"youju/news"
	"youju/retrieval/index"
	"youju/retrieval/ledger"
)

var loaded = sync.OnceValues(index.NewTokenizer)

func reader(t testing.TB) *ledger.Reader {
	t.Helper()
	tokens, err := loaded()
	if err != nil {
		t.Fatal(err)
	}
	return ledger.NewReader(tokens)
}

// article makes one of paragraphs; the first text is the title.
func article(title string, paragraphs ...string) news.Article {
	a := news.Article{Title: title}
	for _, text := range paragraphs {
		a.Paragraphs = append(a.Paragraphs, news.Paragraph{Text: text})
	}
	a.Identify()
	return a
}

// describe writes entries as text|entity|metric|period|direction; dates are left out.
func describe(entries []ledger.Entry) []string {
	var lines []string
	for _, e := range entries {
		if e.Kind != "date" {
			lines = append(lines, strings.Join([]string{e.Text, e.Entity, e.Metric, e.Period.Text, e.Direction}, "|"))
		}
	}
	return lines
}
