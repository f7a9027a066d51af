package embed

import (
	_ "embed"
	"errors"
	"fmt"
)

//go:embed reader/reader.bin
var readerFile string

// readerLayers is the number of layers, all whole: unlike the encoder, the reader wants the vector of every token.
const readerLayers = 4

type readerWeights struct {
	weights
	// positions of the question's tokens are weights.positions; those of the text's have the other token type added.
	textPositions []float32
	start, end    []float32 // the head
}

// readReaderWeights reads the format that reader/export.py describes; the word table is the encoder's.
func readReaderWeights(file, encoderFile string, t *tokenizer) (*readerWeights, error) {
	encoder, err := readWeights(encoderFile, t)
	if err != nil {
		return nil, fmt.Errorf("take the word table from the encoder: %w", err)
	}
	const magic = "YJRDR002"
	if len(file) < len(magic) || file[:len(magic)] != magic {
		return nil, errors.New("the reader's weights are not in this format")
	}
	c := cursor{rest: file[len(magic):]}
	w := &readerWeights{weights: weights{
		words: encoder.words, wordScale: encoder.wordScale, rows: encoder.rows, ones: encoder.ones, zero: encoder.zero,
	}}
	w.positions = c.floats(ReaderTokens * width)
	questionType, textType := c.floats(width), c.floats(width)
	w.textPositions = make([]float32, len(w.positions))
	for i, position := range w.positions {
		w.positions[i] = position + questionType[i%width]
		w.textPositions[i] = position + textType[i%width]
	}
	w.embedNorm = c.norm()
	for range readerLayers {
		w.layers = append(w.layers, layer{qkv: c.matrix(width, 3*width), feedForward: c.feedForward()})
	}
	w.start, w.end = c.floats(width), c.floats(width)
	if c.failed || c.rest != "" {
		return nil, errors.New("the reader's weights have the wrong size")
	}
	return w, nil
}
