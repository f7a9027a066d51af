package retrieval

import (
	"fmt"
	"runtime"

	"golang.org/x/sync/errgroup"

	"youju/news"
	"youju/retrieval/ledger"
)

// ReadFigures returns the figures of an article that need not be in the
// collection, read as those of the collection are.
func (c *Corpus) ReadFigures(a news.Article) ([]ledger.Entry, error) {
	tokens, err := c.tokens()
	if err != nil {
		return nil, fmt.Errorf("read the figures of a text: %w", err)
	}
	return ledger.NewReader(tokens).Read(a), nil
}

// readLedger reads the figures of the articles that are new by read; those of the
// others are taken over in the background.
func (c *Corpus) readLedger(read func(news.Article) []ledger.Entry, s *Snapshot, e *earlier) {
	fresh := make([][]ledger.Entry, len(s.hashes))
	s.figures = make([]int, len(s.hashes))
	var reading errgroup.Group
	reading.SetLimit(runtime.GOMAXPROCS(0))
	for i, h := range s.hashes {
		old, known := e.articles[h]
		if s.figures[i] = old.entries; known {
			continue
		}
		reading.Go(func() error {
			fresh[i] = c.figuresOf(read, s.articles[i])
			s.figures[i] = len(fresh[i])
			return nil
		})
	}
	_ = reading.Wait() // none returns an error
	s.ledger = inBackground(c, func() *ledger.Ledger {
		defer s.ledgerRead.Store(true)
		known := e.entries()
		if known != nil && e.same(s) {
			return ledger.New(known)
		}
		total := 0
		for _, n := range s.figures {
			total += n
		}
		entries := make([]ledger.Entry, 0, total)
		for i, h := range s.hashes {
			old, was := e.articles[h]
			switch {
			case !was:
				entries = append(entries, fresh[i]...)
			case known != nil:
				entries = append(entries, known[old.entry:old.entry+old.entries]...)
			default: // what was kept is damaged
				entries = append(entries, c.figuresOf(read, s.articles[i])...)
			}
		}
		return ledger.New(entries)
	})
}

// figuresOf reads the figures of one article. One that breaks the reader is served
// without them, and is said.
func (c *Corpus) figuresOf(read func(news.Article) []ledger.Entry, a news.Article) (entries []ledger.Entry) {
	defer func() {
		if p := recover(); p != nil {
			entries = nil
			c.options.Warn(fmt.Errorf("article %s breaks the reader of figures and is served without them: %v", a.ID, p))
		}
	}()
	return read(a)
}
