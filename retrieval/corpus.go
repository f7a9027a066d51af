// Package retrieval keeps the living collection of articles: it embeds what is
// new, builds an index over all of it, and swaps the index in at once. A
// Snapshot, once taken, never changes.
package retrieval

import (
	"context"
	"fmt"
	"sync"
	"sync/atomic"

	"youju/hanzi"
	"youju/news"
	"youju/retrieval/index"
	"youju/retrieval/ledger"
)

// Embedder turns texts into unit vectors, all of one length. Model names what
// made them, version included: vectors of another model are never mixed in.
type Embedder interface {
	Model() string
	EmbedQuery(ctx context.Context, text string) ([]float32, error)
	// EmbedPassages keeps the order; done, if not nil, is told how many texts are ready.
	EmbedPassages(ctx context.Context, texts []string, done func(n int)) ([][]float32, error)
}

// Options of a Corpus.
type Options struct {
	Embedder Embedder
	DataDir  string                // where vectors are kept between runs; empty: nowhere
	Progress func(done, total int) // told while passages are embedded; may be nil
}

// Corpus is the living collection and its only writer.
type Corpus struct {
	options Options
	tokens  *index.Tokenizer
	cache   *vectorCache
	update  sync.Mutex
	current atomic.Pointer[Snapshot]
}

// Open makes an empty collection; Replace fills it.
func Open(options Options) (*Corpus, error) {
	tokens, err := index.NewTokenizer()
	if err != nil {
		return nil, fmt.Errorf("open the collection: %w", err)
	}
	return open(options, tokens)
}

func open(options Options, tokens *index.Tokenizer) (*Corpus, error) {
	c := &Corpus{options: options, tokens: tokens}
	if options.DataDir != "" {
		var err error
		if c.cache, err = openVectorCache(options.DataDir, options.Embedder.Model()); err != nil {
			return nil, fmt.Errorf("open the collection: %w", err)
		}
	}
	c.current.Store(&Snapshot{embedder: options.Embedder, places: map[string]place{}, ledger: ledger.New(nil)})
	return c, nil
}

// Snapshot is the collection as it is now.
func (c *Corpus) Snapshot() *Snapshot { return c.current.Load() }

// Replace makes articles the whole collection. Until it is ready, and if it
// fails, the old one serves.
func (c *Corpus) Replace(ctx context.Context, articles []news.Article) error {
	c.update.Lock()
	defer c.update.Unlock()
	s := newSnapshot(c.options.Embedder, distinct(articles))
	vectors, err := c.vectors(ctx, s.passages)
	if err != nil {
		return fmt.Errorf("embed the articles: %w", err)
	}
	if s.index, err = index.Build(ctx, c.tokens, s.passages, vectors); err != nil {
		return fmt.Errorf("index the articles: %w", err)
	}
	s.ledger = readLedger(c.tokens, s.articles)
	c.current.Store(s)
	return nil
}

// readLedger reads the figures of all articles.
func readLedger(tokens *index.Tokenizer, articles []news.Article) *ledger.Ledger {
	reader := ledger.NewReader(tokens)
	var entries []ledger.Entry
	for _, a := range articles {
		entries = append(entries, reader.Read(a)...)
	}
	return ledger.New(entries)
}

// distinct drops articles that were read twice, and gives those that share an id
// but not their text an id of their own.
func distinct(articles []news.Article) []news.Article {
	byID := map[string][]news.Article{}
	var out []news.Article
	for _, a := range articles {
		same := byID[a.ID]
		if holds(same, a) {
			continue
		}
		byID[a.ID] = append(same, a)
		if n := len(same); n > 0 {
			a = renamed(a, fmt.Sprintf("%s.%d", a.ID, n+1))
		}
		out = append(out, a)
	}
	return out
}

func holds(articles []news.Article, a news.Article) bool {
	for _, b := range articles {
		if sameText(a, b) {
			return true
		}
	}
	return false
}

func sameText(a, b news.Article) bool {
	if a.Title != b.Title || len(a.Paragraphs) != len(b.Paragraphs) {
		return false
	}
	for i := range a.Paragraphs {
		if a.Paragraphs[i].Text != b.Paragraphs[i].Text {
			return false
		}
	}
	return true
}

// renamed gives an article and all of its parts new ids.
func renamed(a news.Article, id string) news.Article {
	a.ID = id
	a.Paragraphs = append([]news.Paragraph(nil), a.Paragraphs...)
	for i := range a.Paragraphs {
		a.Paragraphs[i].ID = ""
	}
	a.Notes = append([]news.Note(nil), a.Notes...)
	for i := range a.Notes {
		a.Notes[i].ID = ""
	}
	a.Identify()
	return a
}

// embedBatch is how many passages are embedded before their vectors are kept: a
// stop loses no more than this.
const embedBatch = 256

// vectors returns a vector for every passage, from what was kept where it can.
func (c *Corpus) vectors(ctx context.Context, passages []index.Passage) ([]index.Vectors, error) {
	wanted := map[textKey][]int{}
	keys := make([]textKey, len(passages))
	for i, p := range passages {
		keys[i] = keyOf(embedded(p))
		wanted[keys[i]] = append(wanted[keys[i]], i)
	}
	out := make([]index.Vectors, len(passages))
	take := func(key textKey, v index.Vectors) {
		for _, i := range wanted[key] {
			out[i] = v
		}
	}
	if err := c.known(wanted, take); err != nil {
		return nil, err
	}
	var missing []int
	for i := range passages {
		if out[i].Whole == nil && wanted[keys[i]][0] == i {
			missing = append(missing, i)
		}
	}
	for start := 0; start < len(missing); start += embedBatch {
		batch := missing[start:min(start+embedBatch, len(missing))]
		if err := c.embed(ctx, passages, batch, take); err != nil {
			return nil, err
		}
		if c.options.Progress != nil {
			c.options.Progress(start+len(batch), len(missing))
		}
	}
	return out, nil
}

// known takes the vectors that the file has.
func (c *Corpus) known(wanted map[textKey][]int, take func(textKey, index.Vectors)) error {
	if c.cache == nil {
		return nil
	}
	return c.cache.load(func(key textKey) bool { return wanted[key] != nil }, take)
}

// embeddable is a text as the encoder should see it: the built-in model was
// trained on simplified characters. Capital letters, unknown words to it, stay:
// with lower case it ranked no better on the development sets.
func embeddable(text string) string { return hanzi.Simplify(text) }

// embedded are the texts of a passage that get vectors: its whole text, and its
// sentences.
func embedded(p index.Passage) []string {
	texts := []string{embeddable(p.Text)}
	for _, sentence := range p.Sentences() {
		texts = append(texts, embeddable(sentence))
	}
	return texts
}

// embed makes the vectors of a batch of passages and keeps them.
func (c *Corpus) embed(ctx context.Context, passages []index.Passage, batch []int, take func(textKey, index.Vectors)) error {
	var texts []string
	for _, i := range batch {
		texts = append(texts, embedded(passages[i])...)
	}
	made, err := c.options.Embedder.EmbedPassages(ctx, texts, nil)
	if err != nil {
		return err
	}
	if len(made) != len(texts) {
		return fmt.Errorf("the encoder gave %d vectors for %d texts", len(made), len(texts))
	}
	for i, v := range made { // one bad vector, once kept, would spoil every later index
		if err := index.CheckVector(v, len(made[0])); err != nil {
			return fmt.Errorf("vector of %q: %w", texts[i], err)
		}
	}
	fresh := make(map[textKey]index.Vectors, len(batch))
	for _, i := range batch {
		own := embedded(passages[i])
		v := index.Vectors{Whole: made[0]}
		for _, sentence := range made[1:len(own)] {
			v.Sentences = append(v.Sentences, index.Compress(sentence))
		}
		made = made[len(own):]
		key := keyOf(own)
		fresh[key] = v
		take(key, v)
	}
	if c.cache == nil {
		return nil
	}
	return c.cache.add(fresh)
}
