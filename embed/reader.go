package embed

import (
	"context"
	"fmt"
	"unicode"

	"youju/hanzi"
)

const (
	// ReaderTokens is the most tokens that the reader sees of a question and a text together, [CLS] and two [SEP]
	// included. A Chinese character is one token.
	ReaderTokens = 192

	maxQuestionTokens = 64 // as in reader/data.py
)

// Reader finds the answer to a question in a text: the encoder's layers trained further to score, for every token of
// the text, that the answer begins and that it ends there (Devlin et al., "BERT", 2019, section 4.3). reader/README.md
// says what it learned from and how good it is. It is safe for concurrent use.
type Reader struct {
	weights   *readerWeights
	tokenizer *tokenizer
	kernels   kernels
	scratch   spare[*readerScratch]
}

type readerScratch struct {
	*scratch
	ids    []int32
	places places
}

// OpenReader returns the built-in reader, with the kernels that suit this machine. It shares the word table and the
// tokenizer with the Encoder.
func OpenReader() (*Reader, error) {
	return openReader(bestKernels())
}

func openReader(k kernels) (*Reader, error) {
	t, err := builtInTokenizer()
	if err != nil {
		return nil, fmt.Errorf("open the built-in tokenizer: %w", err)
	}
	w, err := readReaderWeights(readerFile, weightFile, t)
	if err != nil {
		return nil, fmt.Errorf("open the built-in reader: %w", err)
	}
	return &Reader{weights: w, tokenizer: t, kernels: k, scratch: newSpare[*readerScratch]()}, nil
}

// Read looks for the answer in each text; it returns a Reading for each, in their order. Texts are read in parallel on
// all cores. Traditional characters, capital letters and full-width letters and digits are folded first. A question is
// cut after 64 tokens, and a text where the window of ReaderTokens ends: what lies beyond is not seen, so give long
// texts in parts. The error is ctx's.
func (r *Reader) Read(ctx context.Context, question string, texts []string) ([]Reading, error) {
	readings := make([]Reading, len(texts))
	err := inParallel(ctx, len(texts), func(i int) { readings[i] = r.read(question, texts[i]) })
	if err != nil {
		return nil, fmt.Errorf("read %d texts: %w", len(texts), err)
	}
	return readings, nil
}

func (r *Reader) read(question, text string) Reading {
	s := r.scratch.take(func() *readerScratch { return &readerScratch{scratch: newScratch(ReaderTokens)} })
	defer r.scratch.giveBack(s)
	second := s.encode(r.tokenizer, question, text)
	f := forward{weights: &r.weights.weights, kernels: &r.kernels, scratch: s.scratch}
	f.embedPair(s.ids, second, r.weights.textPositions)
	for i := range r.weights.layers {
		f.layer(&r.weights.layers[i])
	}
	return r.score(s, second)
}

// encode puts [CLS] question [SEP] text [SEP] into s.ids and the places of the text's tokens into s.places. second is
// the text's first token.
func (s *readerScratch) encode(t *tokenizer, question, text string) (second int) {
	w := wordPieces{tokenizer: t, ids: append(s.ids[:0], clsID), limit: 1 + maxQuestionTokens}
	w.addText(question)
	w.ids = append(w.ids, sepID)
	second = len(w.ids)
	s.places.tokens = s.places.tokens[:0]
	w.limit, w.where = ReaderTokens-1, &s.places
	w.addText(text)
	s.places.tokens = s.places.tokens[:len(w.ids)-second] // as many as the window holds
	s.ids = append(w.ids, sepID)
	return second
}

// addText adds the folded runes of a text up to the limit. Marks like [SEP] are nothing special in it.
func (w *wordPieces) addText(text string) {
	at := int32(0)
	for _, r := range text {
		if len(w.ids) >= w.limit {
			break
		}
		if w.where != nil {
			w.where.at = at
		}
		w.add(foldForReader(r))
		at++
	}
	w.flush()
	w.ids = w.ids[:min(len(w.ids), w.limit)]
}

// foldForReader is fold of reader/data.py: simplified characters, lower case, full-width letters, digits, ％ and ． half
// width. Other punctuation stays as the model learned it.
func foldForReader(r rune) rune {
	switch {
	case hanzi.IsHan(r), unicode.IsLetter(r), unicode.IsDigit(r), r == '％', r == '．':
		return hanzi.FoldRune(r)
	}
	return r
}

func (f *forward) embedPair(ids []int32, second int, textPositions []float32) {
	for i, id := range ids {
		positions := f.positions
		if i >= second {
			positions = textPositions
		}
		f.embedToken(i, id, positions[i*width:][:width])
	}
	f.starts = append(f.starts[:0], 0, len(ids))
}
