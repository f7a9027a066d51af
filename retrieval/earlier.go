package retrieval

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/binary"
	"encoding/gob"
	"errors"
	"fmt"
	"hash"
	"slices"
	"sync"

	"youju/news"
	"youju/retrieval/index"
	"youju/retrieval/ledger"
	"youju/store"
)

// earlier is what a collection takes over from one before it, of the articles
// that are in both: nothing is segmented, read for figures or hashed again.
type earlier struct {
	articles map[store.Key]earlierArticle
	keys     []store.Key // of passages
	lexicon  *index.Lexicon
	print    []byte                // of what the store has; nil for a snapshot's
	entries  func() []ledger.Entry // those of an article together; nil where they could not be read
}

// earlierArticle says where an article's passages and figures begin.
type earlierArticle struct{ passage, passages, entry, entries int }

// earlierOf makes it of a snapshot.
func earlierOf(s *Snapshot) *earlier {
	e := &earlier{articles: map[store.Key]earlierArticle{}, keys: s.keys, entries: func() []ledger.Entry { return s.Ledger().All() }}
	if s.index != nil {
		e.lexicon = s.index.Lexicon()
	}
	var at earlierArticle
	for i, h := range s.hashes {
		at.passages, at.entries = len(s.articles[i].Paragraphs), s.figures[i]
		e.articles[h] = at
		at.passage, at.entry = at.passage+at.passages, at.entry+at.entries
	}
	return e
}

// hashArticle identifies all that an article says, ids included.
func hashArticle(a *news.Article) store.Key {
	h := sha256.New()
	add(h, a.ID, a.Title, string(a.Kind), a.Source, a.Date, a.Author, a.URL, fmt.Sprint(len(a.Sections), len(a.Paragraphs), len(a.Notes)))
	add(h, a.Sections...)
	for _, p := range a.Paragraphs {
		add(h, p.ID, p.Section, p.Text)
	}
	for _, n := range a.Notes {
		add(h, n.ID, string(n.Kind), n.Text)
	}
	return store.Key(h.Sum(nil)[:16])
}

func add(h hash.Hash, texts ...string) {
	for _, text := range texts {
		h.Write(binary.LittleEndian.AppendUint64(nil, uint64(len(text))))
		h.Write([]byte(text))
	}
}

// identify sets the hashes of a snapshot's articles and the keys of its passages,
// and returns where each passage stood before, -1 for a new one.
func (s *Snapshot) identify(e *earlier) (places []int) {
	for i := range s.articles {
		h := hashArticle(&s.articles[i])
		s.hashes = append(s.hashes, h)
		old, known := e.articles[h]
		for j := range s.articles[i].Paragraphs {
			if known {
				places = append(places, old.passage+j)
				s.keys = append(s.keys, e.keys[old.passage+j])
			} else {
				places = append(places, -1)
				s.keys = append(s.keys, keyOf(embedded(s.passages[len(s.keys)])))
			}
		}
	}
	return places
}

// Names of what is derived, in the store.
const (
	keptIndex  = "index"
	keptLedger = "ledger"
)

func (c *Corpus) derived(name string) store.Derived {
	return store.Derived{Collection: c.options.Collection, Name: name, Mark: c.options.Mark}
}

// same says that s holds the same articles in the same order.
func (e *earlier) same(s *Snapshot) bool {
	if len(e.articles) != len(s.hashes) {
		return false
	}
	passages := 0
	for i, h := range s.hashes {
		if old, ok := e.articles[h]; !ok || old.passage != passages {
			return false
		}
		passages += len(s.articles[i].Paragraphs)
	}
	return true
}

// keep keeps what the next process takes over, where there is a store to write to
// and something changed.
func (c *Corpus) keep(ctx context.Context, s *Snapshot) {
	if !c.keeps() || c.options.Mark == "" {
		return
	}
	err := c.sources.keep(ctx, c.options.Store, c.options.Collection)
	if own := fingerprintOf(s.hashes); err == nil && !bytes.Equal(own, c.kept) {
		if err = c.save(ctx, s); err == nil {
			c.kept = own
		}
	}
	if err != nil && ctx.Err() == nil {
		c.options.Warn(err)
	}
}

func (c *Corpus) save(ctx context.Context, s *Snapshot) error {
	var out []byte
	out = binary.LittleEndian.AppendUint64(out, uint64(len(s.hashes)))
	for i, h := range s.hashes {
		out = append(out, h[:]...)
		out = binary.LittleEndian.AppendUint32(out, uint32(len(s.articles[i].Paragraphs)))
		out = binary.LittleEndian.AppendUint32(out, uint32(s.figures[i]))
	}
	for _, key := range s.keys {
		out = append(out, key[:]...)
	}
	if err := c.options.Store.SaveDerived(ctx, c.derived(keptIndex), s.index.Lexicon().AppendBinary(out)); err != nil {
		return err
	}
	var figures bytes.Buffer
	figures.Write(fingerprintOf(s.hashes))
	encoder := gob.NewEncoder(&figures)
	for some := range slices.Chunk(s.Ledger().All(), entriesTogether) {
		if err := encoder.Encode(some); err != nil {
			return fmt.Errorf("write the ledger: %w", err)
		}
	}
	return c.options.Store.SaveDerived(ctx, c.derived(keptLedger), figures.Bytes())
}

// entriesTogether bounds the lists that gob reads: it grows a long one step by step.
const entriesTogether = 256

// fingerprintOf ties a ledger to the index that it was saved with.
func fingerprintOf(hashes []store.Key) []byte {
	h := sha256.New()
	for _, one := range hashes {
		h.Write(one[:])
	}
	return h.Sum(nil)
}

// keptIndex reads what save kept; nothing is no error.
func (c *Corpus) keptIndex() *earlier {
	none := &earlier{entries: func() []ledger.Entry { return nil }}
	if c.options.Store == nil || c.options.Mark == "" {
		return none
	}
	data, found, err := c.options.Store.ReadDerived(context.Background(), c.derived(keptIndex))
	if err != nil {
		c.options.Warn(err)
	}
	if err != nil || !found {
		return none
	}
	e, hashes, figures, err := readEarlier(data)
	if err != nil {
		return none // of another form: it is made again
	}
	e.print = fingerprintOf(hashes)
	e.entries = sync.OnceValue(func() []ledger.Entry { return c.keptEntries(hashes, figures) })
	return e
}

var errEarlier = errors.New("the kept index is not whole")

func readEarlier(data []byte) (e *earlier, hashes []store.Key, figures int, err error) {
	const perArticle = len(store.Key{}) + 8
	if len(data) < 8 {
		return nil, nil, 0, errEarlier
	}
	n := binary.LittleEndian.Uint64(data)
	if data = data[8:]; n > uint64(len(data)/perArticle) {
		return nil, nil, 0, errEarlier
	}
	e = &earlier{articles: make(map[store.Key]earlierArticle, n)}
	hashes = make([]store.Key, n)
	var at earlierArticle
	for i := range hashes {
		hashes[i] = store.Key(data[:16])
		at.passages, at.entries = int(binary.LittleEndian.Uint32(data[16:])), int(binary.LittleEndian.Uint32(data[20:]))
		e.articles[hashes[i]] = at
		at.passage, at.entry = at.passage+at.passages, at.entry+at.entries
		data = data[perArticle:]
	}
	if at.passage > len(data)/len(store.Key{}) {
		return nil, nil, 0, errEarlier
	}
	e.keys = make([]store.Key, at.passage)
	for i := range e.keys {
		e.keys[i], data = store.Key(data[:16]), data[16:]
	}
	e.lexicon, err = index.ReadLexicon(data, at.passage)
	return e, hashes, at.entry, err
}

// keptEntries reads so many figures of the articles that hashes name; nil where
// they are not there.
func (c *Corpus) keptEntries(hashes []store.Key, figures int) []ledger.Entry {
	data, found, err := c.options.Store.ReadDerived(context.Background(), c.derived(keptLedger))
	if err != nil {
		c.options.Warn(err)
	}
	own := fingerprintOf(hashes)
	if err != nil || !found || !bytes.HasPrefix(data, own) {
		return nil
	}
	entries := make([]ledger.Entry, 0, figures)
	decoder := gob.NewDecoder(bytes.NewReader(data[len(own):]))
	for len(entries) < figures {
		var some []ledger.Entry
		if decoder.Decode(&some) != nil || len(some) == 0 {
			return nil
		}
		entries = append(entries, some...)
	}
	if len(entries) != figures {
		return nil
	}
	return entries
}
