package retrieval

import (
	"context"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"strings"
	"unsafe"

	"youju/hanzi"
	"youju/retrieval/index"
	"youju/store"
)

// keyOf identifies what was embedded for a passage, the text and its sentences:
// the first 128 bits of a SHA-256. Vectors that were made when texts were folded
// or split otherwise are thus not found again.
func keyOf(texts []string) store.Key {
	sum := sha256.Sum256([]byte(strings.Join(texts, "\x00")))
	return store.Key(sum[:16])
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

// narrow is what makes the encoder's vectors shorter, nil where nothing does.
func (c *Corpus) narrow() index.Narrow {
	if narrower, ok := c.options.Embedder.(Narrower); ok {
		return narrower.Narrow
	}
	return nil
}

// embedBatch is how many passages are embedded before their vectors are kept: a
// stop loses no more than this.
const embedBatch = 256

// vectors returns a vector for every passage; those that are made join the known.
func (c *Corpus) vectors(ctx context.Context, s *Snapshot, known map[store.Key]index.Vectors) ([]index.Vectors, error) {
	missing := without(s.keys, known)
	if len(missing) > 0 && c.start == nil { // articles that were away may have come back
		known = c.keptVectors()
		missing = without(s.keys, known)
	}
	for start := 0; start < len(missing); start += embedBatch {
		batch := missing[start:min(start+embedBatch, len(missing))]
		if err := c.embed(ctx, s, batch, known); err != nil {
			return nil, err
		}
		if c.options.Progress != nil {
			c.options.Progress(start+len(batch), len(missing))
		}
	}
	out := make([]index.Vectors, len(s.keys))
	for i, key := range s.keys {
		out[i] = known[key]
	}
	return out, nil
}

// without returns the first place of each key that is not known.
func without(keys []store.Key, known map[store.Key]index.Vectors) (missing []int) {
	seen := map[store.Key]bool{}
	for i, key := range keys {
		if _, ok := known[key]; !ok && !seen[key] {
			seen[key] = true
			missing = append(missing, i)
		}
	}
	return missing
}

// keptVectors are those in the store by the encoder's model.
func (c *Corpus) keptVectors() map[store.Key]index.Vectors {
	kept := map[store.Key]index.Vectors{}
	if c.options.Store == nil {
		return kept
	}
	err := c.options.Store.Vectors(context.Background(), c.options.Embedder.Model(), func(key store.Key, data []byte) {
		v, err := readVectors(data)
		if err == nil && index.CheckVector(v.Whole, len(v.Whole)) == nil {
			kept[key] = v
		}
	})
	if err != nil {
		c.options.Warn(err)
	}
	return kept
}

// Tidy removes kept vectors that are damaged or doubled, and those that no article
// has wanted for as long as the store keeps things.
func (c *Corpus) Tidy(ctx context.Context) (removed int, err error) {
	if !c.keeps() || !c.Snapshot().Complete() {
		return 0, nil
	}
	wanted := map[store.Key]bool{}
	for _, key := range c.Snapshot().keys {
		wanted[key] = true
	}
	return c.options.Store.DropVectors(ctx, c.options.Embedder.Model(), func(key store.Key) bool { return wanted[key] })
}

// embed makes the vectors of a batch of passages, which join the known, and keeps
// them.
func (c *Corpus) embed(ctx context.Context, s *Snapshot, batch []int, known map[store.Key]index.Vectors) error {
	var texts []string
	for _, i := range batch {
		texts = append(texts, embedded(s.passages[i])...)
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
	var keep []store.Vector
	for _, i := range batch {
		n := len(embedded(s.passages[i]))
		v := index.Vectors{Whole: made[0]}
		for _, sentence := range made[1:n] {
			v.Sentences = append(v.Sentences, index.Compress(sentence))
		}
		made = made[n:]
		known[s.keys[i]] = v
		keep = append(keep, store.Vector{Key: s.keys[i], Data: writeVectors(v)})
	}
	if c.keeps() {
		if err := c.options.Store.KeepVectors(ctx, c.options.Embedder.Model(), keep); err != nil && ctx.Err() == nil {
			c.options.Warn(err) // a full disk is no reason not to answer
		}
	}
	return nil
}

// keeps says whether there is a store that may be written to.
func (c *Corpus) keeps() bool { return c.options.Store != nil && c.options.Store.Writable() }

// writeVectors is their form on disk, little-endian: dimensions, number of
// sentences, the whole vector, and each sentence's scale and values.
func writeVectors(v index.Vectors) []byte {
	out := binary.LittleEndian.AppendUint16(nil, uint16(len(v.Whole)))
	out = binary.LittleEndian.AppendUint16(out, uint16(len(v.Sentences)))
	for _, x := range v.Whole {
		out = binary.LittleEndian.AppendUint32(out, math.Float32bits(x))
	}
	for _, s := range v.Sentences {
		out = binary.LittleEndian.AppendUint32(out, math.Float32bits(s.Scale))
		for _, x := range s.Values {
			out = append(out, byte(x))
		}
	}
	return out
}

// readVectors keeps data, whose bytes become the sentences' values.
func readVectors(data []byte) (index.Vectors, error) {
	if len(data) < 4 {
		return index.Vectors{}, errors.New("kept vectors are too short")
	}
	dims, sentences := int(binary.LittleEndian.Uint16(data)), int(binary.LittleEndian.Uint16(data[2:]))
	if data = data[4:]; dims == 0 || len(data) != 4*dims+sentences*(4+dims) {
		return index.Vectors{}, errors.New("kept vectors have another length")
	}
	v := index.Vectors{Whole: make([]float32, dims), Sentences: make([]index.Compact, sentences)}
	for i := range v.Whole {
		v.Whole[i] = math.Float32frombits(binary.LittleEndian.Uint32(data[4*i:]))
	}
	data = data[4*dims:]
	for i := range v.Sentences {
		values := data[4 : 4+dims]
		v.Sentences[i] = index.Compact{
			Scale: math.Float32frombits(binary.LittleEndian.Uint32(data)),
			// The same bytes as signed numbers: copying them took a third of the time to open.
			Values: unsafe.Slice((*int8)(unsafe.Pointer(&values[0])), dims),
		}
		data = data[4+dims:]
	}
	if len(v.Sentences) == 0 {
		v.Sentences = nil
	}
	return v, nil
}
