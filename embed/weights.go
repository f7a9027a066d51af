package embed

import (
	"bytes"
	"compress/gzip"
	_ "embed"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"math"
	"sync"
	"unsafe"
)

//go:embed model/weights.bin
var weightFile string

//go:embed model/vocab.txt.gz
var vocabularyZipped []byte

// vocabulary are the word pieces, a line each.
var vocabulary = sync.OnceValues(func() (string, error) {
	unzipped, err := gzip.NewReader(bytes.NewReader(vocabularyZipped))
	if err != nil {
		return "", fmt.Errorf("unzip the vocabulary: %w", err)
	}
	text, err := io.ReadAll(unzipped)
	if err != nil {
		return "", fmt.Errorf("unzip the vocabulary: %w", err)
	}
	return string(text), nil
})

//go:embed model/characters.txt
var characters string

// The shape of bge-small-zh-v1.5.
const (
	width      = 512
	heads      = 8
	headWidth  = width / heads
	innerWidth = 4 * width
	fullLayers = 3 // the fourth is lastLayer
	vocabSize  = 21128
)

// matrix is a linear layer's K × N matrix with a bias for each of its N columns. What is multiplied by it is multiplied by
// `in` first, number by number, so that few large numbers do not cost the others their precision: the matrix makes up for it.
type matrix struct {
	k, n int
	in   []float32
	panels
	bias []float32
}

type norm struct{ gain, bias []float32 }

// feedForward is what follows the attention in a layer: its output matrix, then up and down, each with a norm.
type feedForward struct {
	out     matrix
	outNorm norm
	up      matrix
	down    matrix
	norm    norm
}

type layer struct {
	qkv matrix
	feedForward
}

// lastLayer is a layer of which only the vector of [CLS] is wanted, so that keys are not computed: see last.go.
type lastLayer struct {
	query matrix
	key   []matrix // a head's 64 → 512, transposed, with scales of 1 and no bias
	value matrix
	feedForward
}

type weights struct {
	words      []uint8 // a row of width, two's complement, for each piece that a text can have
	wordScale  []float32
	rows       []int32   // of words, by token id; noRow where there is none
	positions  []float32 // MaxTokens × width, token type 0 added
	embedNorm  norm
	layers     []layer
	last       lastLayer
	ones, zero []float32 // innerWidth of each: scales and biases where there are none
}

// readWeights reads the format that model/quantize.py describes; the tokenizer knows which pieces have a row in it.
func readWeights(file string, t *tokenizer) (*weights, error) {
	const magic = "YJBGE003"
	if len(file) < len(magic) || file[:len(magic)] != magic {
		return nil, errors.New("the built-in weights are not in this format")
	}
	c := cursor{rest: file[len(magic):]}
	w := &weights{rows: t.rows, ones: make([]float32, innerWidth), zero: make([]float32, innerWidth)}
	for i := range w.ones {
		w.ones[i] = 1
	}
	w.words, w.wordScale = c.bytes(t.reachable*width), c.floats(t.reachable)
	w.positions = c.floats(MaxTokens * width)
	w.embedNorm = c.norm()
	for range fullLayers {
		w.layers = append(w.layers, layer{qkv: c.matrix(width, 3*width), feedForward: c.feedForward()})
	}
	w.last.query = c.matrix(width, width)
	for range heads {
		key := matrix{k: headWidth, n: width, in: c.floats(headWidth), bias: w.zero}
		key.panels = panels{q: c.bytes(headWidth * width), sums: c.ints(width), scale: w.ones}
		w.last.key = append(w.last.key, key)
	}
	w.last.value, w.last.feedForward = c.matrix(width, width), c.feedForward()
	if c.failed || c.rest != "" {
		return nil, errors.New("the built-in weights have the wrong size")
	}
	return w, nil
}

// cursor reads the parts of the weight file in order; after a part that is not there, failed is set.
type cursor struct {
	rest   string
	failed bool
}

func (c *cursor) take(n int) string {
	if n > len(c.rest) {
		c.failed = true
		return string(make([]byte, n))
	}
	part := c.rest[:n]
	c.rest = c.rest[n:]
	return part
}

// bytes is a view of the file: it must not be written to.
func (c *cursor) bytes(n int) []uint8 {
	return unsafe.Slice(unsafe.StringData(c.take(n)), n)
}

func (c *cursor) ints(n int) []int32 {
	part := []byte(c.take(4 * n))
	out := make([]int32, n)
	for i := range out {
		out[i] = int32(binary.LittleEndian.Uint32(part[4*i:]))
	}
	return out
}

func (c *cursor) floats(n int) []float32 {
	part := []byte(c.take(4 * n))
	out := make([]float32, n)
	for i := range out {
		out[i] = math.Float32frombits(binary.LittleEndian.Uint32(part[4*i:]))
	}
	return out
}

func (c *cursor) norm() norm {
	return norm{gain: c.floats(width), bias: c.floats(width)}
}

func (c *cursor) matrix(k, n int) matrix {
	in := c.floats(k)
	q := panels{q: c.bytes(k * n), sums: c.ints(n), scale: c.floats(n)}
	return matrix{k: k, n: n, in: in, panels: q, bias: c.floats(n)}
}

func (c *cursor) feedForward() feedForward {
	return feedForward{
		out:     c.matrix(width, width),
		outNorm: c.norm(),
		up:      c.matrix(width, innerWidth),
		down:    c.matrix(innerWidth, width),
		norm:    c.norm(),
	}
}
