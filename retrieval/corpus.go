// Package retrieval keeps the living collection of articles: it embeds what is
// new, builds an index over all of it, and swaps the index in at once. A
// Snapshot, once taken, never changes.
package retrieval

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"sync/atomic"

	"youju/news"
	"youju/retrieval/index"
	"youju/retrieval/ledger"
	"youju/store"
)

// Embedder turns texts into unit vectors, all of one length. Model names what
// made them, version included: vectors of another model are never mixed in.
type Embedder interface {
	Model() string
	EmbedQuery(ctx context.Context, text string) ([]float32, error)
	// EmbedPassages keeps the order; done, if not nil, is told how many texts are ready.
	EmbedPassages(ctx context.Context, texts []string, done func(n int)) ([][]float32, error)
}

// Narrower is an Embedder whose vectors can be told apart by shorter ones, which are
// looked at first; see index.Narrow.
type Narrower interface {
	Narrow(vector []float32) []float32
}

// ManyAsker is an Embedder that embeds several questions in less time than one after the
// other.
type ManyAsker interface {
	EmbedQueries(ctx context.Context, texts []string) ([][]float32, error)
}

// Options of a Corpus.
type Options struct {
	Embedder   Embedder
	Store      *store.Store          // where all that took time is kept between runs; nil: nowhere
	Collection string                // names this set of articles among others in the store
	Mark       string                // the program that makes the index: what another one kept is made again; empty: always
	Progress   func(done, total int) // told while passages are embedded; may be nil
	Warn       func(error)           // told what could not be kept or read back, which costs time only; may be nil
}

// Corpus is the living collection and its only writer.
type Corpus struct {
	options    Options
	tokens     func() (*index.Tokenizer, error)
	start      func() beginning // what the store has for the first Replace
	update     sync.Mutex
	current    atomic.Pointer[Snapshot]
	background sync.WaitGroup
	sources    sources
	kept       []byte // fingerprint of the index that the store has
}

// beginning is what a process finds in the store.
type beginning struct {
	earlier *earlier
	vectors map[store.Key]index.Vectors
}

// Open makes an empty collection; Replace fills it. What the store has is read
// meanwhile. Close must be called in the end, before the store is closed.
func Open(options Options) (*Corpus, error) {
	if options.Embedder == nil {
		return nil, errors.New("open the collection: it needs an encoder")
	}
	return open(options, index.NewTokenizer), nil
}

func open(options Options, tokens func() (*index.Tokenizer, error)) *Corpus {
	options.Warn = oneByOne(options.Warn)
	c := &Corpus{options: options}
	c.current.Store(emptySnapshot(options.Embedder))
	c.tokens = sync.OnceValues(tokens)
	c.background.Go(func() { _, _ = c.tokens() }) // Replace tells the error
	vectors := inBackground(c, c.keptVectors)
	earlier := inBackground(c, c.keptIndex)
	c.sources.begin = inBackground(c, c.keptSources)
	c.start = func() beginning { return beginning{earlier(), vectors()} }
	return c
}

// oneByOne makes a function that may be nil callable by many.
func oneByOne(warn func(error)) func(error) {
	if warn == nil {
		return func(error) {}
	}
	var mu sync.Mutex
	return func(err error) {
		mu.Lock()
		defer mu.Unlock()
		warn(err)
	}
}

// inBackground begins f at once; what it returns waits for the result.
func inBackground[T any](c *Corpus, f func() T) func() T {
	result := sync.OnceValue(f)
	c.background.Go(func() { result() })
	return result
}

// Close waits for what runs in the background and lets go of the store. Snapshots
// stay usable, and what is replaced later is kept nowhere.
func (c *Corpus) Close() {
	c.background.Wait()
	c.update.Lock()
	defer c.update.Unlock()
	c.options.Store = nil
}

// Model names the encoder's model.
func (c *Corpus) Model() string { return c.options.Embedder.Model() }

// Snapshot is the collection as it is now.
func (c *Corpus) Snapshot() *Snapshot { return c.current.Load() }

// Replace makes articles the whole collection. Until it is ready, and if it
// fails, the old one serves. What could not be kept is told to Options.Warn.
func (c *Corpus) Replace(ctx context.Context, articles []news.Article) error {
	c.update.Lock()
	defer c.update.Unlock()
	if err := ctx.Err(); err != nil {
		return err
	}
	before := c.before()
	s := newSnapshot(c.options.Embedder, distinct(articles))
	places := s.identify(before.earlier)
	var err error
	if s.vectors, err = c.vectors(ctx, s, before.vectors); err != nil {
		return fmt.Errorf("embed the articles: %w", err)
	}
	if err := c.serve(ctx, s, before.earlier, places); err != nil {
		return err
	}
	c.start = nil // the store's memory is freed
	return nil
}

// Begin is Replace for a program that must not wait: where there are passages
// without vectors it serves articles by their words alone, and returns false;
// Replace makes the rest.
func (c *Corpus) Begin(ctx context.Context, articles []news.Article) (complete bool, err error) {
	c.update.Lock()
	before := c.before()
	s := newSnapshot(c.options.Embedder, distinct(articles))
	places := s.identify(before.earlier)
	if len(without(s.keys, before.vectors)) == 0 {
		c.update.Unlock()
		return true, c.Replace(ctx, articles)
	}
	defer c.update.Unlock()
	if err := c.serve(ctx, s, before.earlier, places); err != nil {
		return false, err
	}
	c.start = func() beginning { return beginning{earlierOf(s), before.vectors} }
	return false, nil
}

// serve makes the index and the ledger of a snapshot, swaps it in and keeps it.
func (c *Corpus) serve(ctx context.Context, s *Snapshot, before *earlier, places []int) error {
	tokens, err := c.tokens()
	if err != nil {
		return fmt.Errorf("index the articles: %w", err)
	}
	if s.index, err = index.Build(ctx, tokens, s.passages, s.vectors, c.narrow(), &index.Earlier{Lexicon: before.lexicon, Places: places}); err != nil {
		return fmt.Errorf("index the articles: %w", err)
	}
	for _, err := range s.index.Problems() {
		c.options.Warn(err)
	}
	c.readLedger(ledger.NewReader(tokens).Read, s, before)
	c.current.Store(s)
	c.keep(ctx, s)
	return nil
}

// before is what a new snapshot may take over.
func (c *Corpus) before() beginning {
	if c.start != nil {
		b := c.start()
		if b.earlier.print != nil {
			c.kept = b.earlier.print
		}
		return b
	}
	s := c.Snapshot()
	b := beginning{earlierOf(s), make(map[store.Key]index.Vectors, len(s.keys))}
	for i, key := range s.keys {
		b.vectors[key] = s.vectors[i]
	}
	return b
}
