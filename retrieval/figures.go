package retrieval

import (
	"fmt"

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
