// Package embed turns text into unit vectors whose dot product says how near two texts are in meaning: by the built-in
// model, bge-small-zh-v1.5 in pure Go (Encoder), or by an HTTP endpoint behind the same verbs (Remote).
package embed

import (
	"context"
	"fmt"
	"math"
	"sync"
)

// QueryPrefix goes before a question, as bge-small-zh-v1.5 was trained (Xiao et al., "C-Pack", 2023); passages get none.
const QueryPrefix = "为这个句子生成表示以用于检索相关文章："

// modelID names the vectors: it changes when any of them does, and only then, since stores keep what was embedded under it.
// (The digits are those of the SHA-256 of the file in which these weights lay first.)
const modelID = "bge-small-zh-v1.5-int8-c8f6417c1c1e-1"

// Encoder is the built-in model. It is safe for concurrent use.
type Encoder struct {
	weights    *weights
	tokenizer  *tokenizer
	kernels    kernels
	directions []float32       // of Narrow
	passages   sync.Pool       // of *scratch, for as many tokens as a run may have
	questions  spare[*scratch] // for those of most questions
}

// Open returns the built-in model, with the kernels that suit this machine. It takes a few milliseconds.
func Open() (*Encoder, error) {
	return open(bestKernels())
}

func open(k kernels) (*Encoder, error) {
	t, err := builtInTokenizer()
	if err != nil {
		return nil, fmt.Errorf("open the built-in tokenizer: %w", err)
	}
	w, err := readWeights(weightFile, t)
	if err != nil {
		return nil, fmt.Errorf("open the built-in model: %w", err)
	}
	return &Encoder{weights: w, tokenizer: t, kernels: k, directions: readDirections(narrowFile), questions: newSpare[*scratch]()}, nil
}

// Model is the identity of the vectors: two vectors may be compared, and a stored one used again, where it is equal.
func (e *Encoder) Model() string { return modelID }

// Dim is the length of a vector.
func (e *Encoder) Dim() int { return width }

// EmbedQuery returns the unit vector of a question, QueryPrefix put before it. Text beyond MaxTokens tokens is ignored;
// an empty text has a vector too, that of nothing but [CLS] and [SEP].
func (e *Encoder) EmbedQuery(ctx context.Context, text string) ([]float32, error) {
	if err := ctx.Err(); err != nil {
		return nil, fmt.Errorf("embed a query: %w", err)
	}
	return e.EncodeTokens(e.tokenizer.encode(nil, QueryPrefix+text))
}

// EncodeTokens returns the unit vector of a text given as token ids, [CLS] and [SEP] included: 1 to MaxTokens of them.
// An id of the vocabulary that no text has (a [unused1], a ##中) is an error: the model was stored without it.
func (e *Encoder) EncodeTokens(ids []int32) ([]float32, error) {
	if len(ids) < 1 || len(ids) > MaxTokens {
		return nil, fmt.Errorf("encode tokens: got %d of them, the model takes 1 to %d", len(ids), MaxTokens)
	}
	for _, id := range ids {
		if id < 0 || id >= vocabSize {
			return nil, fmt.Errorf("encode tokens: %d is not in the vocabulary of %d", id, vocabSize)
		}
		if e.weights.rows[id] == noRow {
			return nil, fmt.Errorf("encode tokens: no text has the token %d", id)
		}
	}
	vector := make([]float32, width)
	e.run([][]int32{ids}, [][]float32{vector})
	return vector, nil
}

// run writes the unit vectors of texts whose tokens are at most MaxTokens in all. A text's vector does not depend on
// those beside it.
func (e *Encoder) run(texts [][]int32, vectors [][]float32) {
	tokens := 0
	for _, ids := range texts {
		tokens += len(ids)
	}
	if tokens <= questionTokens {
		s := e.questions.take(func() *scratch { return newEncoderScratch(questionTokens) })
		defer e.questions.giveBack(s)
		e.runIn(s, texts, vectors)
		return
	}
	s, ok := e.passages.Get().(*scratch)
	if !ok {
		s = newEncoderScratch(MaxTokens)
	}
	defer e.passages.Put(s)
	e.runIn(s, texts, vectors)
}

// questionTokens is what few questions have more of, QueryPrefix among them.
const questionTokens = 2 * panelWidth

func (e *Encoder) runIn(s *scratch, texts [][]int32, vectors [][]float32) {
	f := forward{weights: e.weights, kernels: &e.kernels, scratch: s}
	f.embed(texts)
	for i := range e.weights.layers {
		f.layer(&e.weights.layers[i])
	}
	f.runLast(&e.weights.last)
	for i, vector := range vectors {
		normalize(vector, s.cls[i*width:][:width])
	}
}

// normalize sets dst, which may be src, to the unit vector of src.
func normalize(dst, src []float32) {
	var sum float64
	for _, v := range src {
		sum += float64(v) * float64(v)
	}
	inverse := 1 / math.Sqrt(sum)
	for i, v := range src {
		dst[i] = float32(float64(v) * inverse)
	}
}
