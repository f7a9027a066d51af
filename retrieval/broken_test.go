package retrieval

import (
	"strings"
	"testing"

	"youju/news"
	"youju/retrieval/index"
	"youju/retrieval/ledger"
)

// An article whose text breaks the reader of figures costs its own figures, is said,
// and stays.
func TestAnArticleThatBreaksTheReader(t *testing.T) {
	c := opened(t, newStub(), "")
	var said []string
	c.options.Warn = func(err error) { said = append(said, err.Error()) }
	replace(t, c, guangzhou, zhengzhou)
	tokens, err := c.tokens()
	if err != nil {
		t.Fatal(err)
	}
	s := newSnapshot(newStub(), distinct([]news.Article{guangzhou, zhengzhou}))
	none := &earlier{entries: func() []ledger.Entry { return nil }}
	s.identify(none)
	s.vectors = c.Snapshot().vectors
	if s.index, err = index.Build(t.Context(), tokens, s.passages, s.vectors, nil, nil); err != nil {
		t.Fatal(err)
	}
	c.readLedger(func(a news.Article) []ledger.Entry {
		if a.ID == guangzhou.ID {
			panic("a hostile text")
		}
		return ledger.NewReader(tokens).Read(a)
	}, s, none)
	for _, e := range s.Ledger().All() {
		if e.Article != zhengzhou.ID {
			t.Errorf("%+v is a figure of the article that breaks", e)
		}
	}
	if len(s.Ledger().All()) == 0 || len(said) != 1 || !strings.Contains(said[0], guangzhou.ID) || !strings.Contains(said[0], "a hostile text") {
		t.Errorf("%d figures, said %q", len(s.Ledger().All()), said)
	}
	hits, err := s.Search(t.Context(), "实际利用外资", 3)
	if err != nil || len(hits) == 0 || hits[0].Article.ID != guangzhou.ID {
		t.Errorf("hits %v, error %v", hits, err)
	}
}
