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

func TestAChangeBelongsToTheMetricBeforeIt(t *testing.T) {
	got := describe(reader(t).Read(article("", "2020年，广州经开区规模以上工业总产值5944亿元，同比增长0.6%。")))
	want := []string{"5944亿元|广州经开区|规模以上工业总产值|2020年|", "0.6%|广州经开区|规模以上工业总产值|2020年|同比 up"}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}
