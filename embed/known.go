package embed

import (
	"context"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"
)

// Known is an Encoder that was given some passages' vectors, worked out before, so that a fresh process need not do so.
// It is safe for concurrent use.
type Known struct {
	*Encoder
	vectors map[textKey]string // as in the file
}

// textKey is the first half of a text's SHA-256.
type textKey [16]byte

func keyOf(text string) textKey {
	sum := sha256.Sum256([]byte(text))
	return textKey(sum[:16])
}

const (
	knownMagic = "YJVEC001"
	knownEntry = len(textKey{}) + 4*width
)

// WithKnown takes a file that EncodeKnown made. One that another model made counts as empty: its vectors cannot be
// compared with this model's. A file that is not whole is an error.
func (e *Encoder) WithKnown(file string) (*Known, error) {
	k := &Known{Encoder: e}
	header := knownMagic + e.Model() + "\n"
	entries, ours := strings.CutPrefix(file, header)
	switch {
	case !strings.HasPrefix(file, knownMagic) || !strings.Contains(file, "\n"):
		return nil, errors.New("the known vectors are not in this format")
	case !ours:
		return k, nil
	case len(entries)%knownEntry != 0:
		return nil, errors.New("the known vectors have the wrong size")
	}
	k.vectors = make(map[textKey]string, len(entries)/knownEntry)
	for ; entries != ""; entries = entries[knownEntry:] {
		k.vectors[textKey([]byte(entries))] = entries[len(textKey{}):knownEntry]
	}
	return k, nil
}

// EncodeKnown makes a file of the vectors of passages, each text once, for WithKnown.
func (e *Encoder) EncodeKnown(ctx context.Context, texts []string) ([]byte, error) {
	texts = slices.Compact(slices.Sorted(slices.Values(texts)))
	vectors, err := e.EmbedPassages(ctx, texts, nil)
	if err != nil {
		return nil, fmt.Errorf("make the known vectors: %w", err)
	}
	file := []byte(knownMagic + e.Model() + "\n")
	for i, vector := range vectors {
		key := keyOf(texts[i])
		file = append(file, key[:]...)
		for _, x := range vector {
			file = binary.LittleEndian.AppendUint32(file, math.Float32bits(x))
		}
	}
	return file, nil
}

// EmbedPassages is that of the Encoder, which sees only those texts that are not known.
func (k *Known) EmbedPassages(ctx context.Context, texts []string, done func(n int)) ([][]float32, error) {
	vectors := make([][]float32, len(texts))
	var missing []string
	var places []int
	for i, text := range texts {
		if known, ok := k.vectors[keyOf(text)]; ok {
			vectors[i] = decodeVector(known)
			continue
		}
		missing, places = append(missing, text), append(places, i)
	}
	known := len(texts) - len(missing)
	if done != nil && known > 0 {
		done(known)
	}
	made, err := k.Encoder.EmbedPassages(ctx, missing, func(n int) {
		if done != nil {
			done(known + n)
		}
	})
	if err != nil {
		return nil, err
	}
	for i, vector := range made {
		vectors[places[i]] = vector
	}
	return vectors, nil
}

func decodeVector(encoded string) []float32 {
	vector := make([]float32, len(encoded)/4)
	for i := range vector {
		vector[i] = math.Float32frombits(binary.LittleEndian.Uint32([]byte(encoded[4*i : 4*i+4])))
	}
	return vector
}
