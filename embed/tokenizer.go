package embed

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"
)

// MaxTokens is the most tokens that the model sees of a text, [CLS] and [SEP] included; the rest is cut off.
const MaxTokens = 512

const (
	unknownID = 100
	clsID     = 101
	sepID     = 102

	maxWordRunes = 100 // longer words are unknown, as in tokenizer.json
)

// tokenizer is the WordPiece tokenizer of tokenizer.json (Devlin et al., "BERT", 2019), which keeps case and accents.
// It is immutable.
type tokenizer struct {
	initial    map[string]int32 // pieces that begin a word
	inner      map[string]int32 // pieces that go on, without their ##
	rows       []int32          // of the word table, by id; noRow for a piece that no text has
	reachable  int              // rows in all
	longest    int              // bytes of the longest piece
	single     []int32          // initial, by code point, for the words of one character below 0x10000
	characters characterTable
}

// builtInTokenizer is shared by the encoder and the reader.
var builtInTokenizer = sync.OnceValues(func() (*tokenizer, error) {
	pieces, err := vocabulary()
	if err != nil {
		return nil, err
	}
	return newTokenizer(pieces, characters)
})

func newTokenizer(vocab, characters string) (*tokenizer, error) {
	table, err := parseCharacters(characters)
	if err != nil {
		return nil, err
	}
	t := &tokenizer{
		initial:    make(map[string]int32, 1<<14),
		inner:      make(map[string]int32),
		rows:       make([]int32, 0, vocabSize),
		single:     make([]int32, len(table.low)),
		characters: table,
	}
	for i := range t.single {
		t.single[i] = unknownID
	}
	for piece := range strings.SplitSeq(strings.TrimSuffix(vocab, "\n"), "\n") {
		t.add(piece, int32(len(t.rows)))
	}
	if len(t.rows) != vocabSize {
		return nil, fmt.Errorf("the vocabulary has %d pieces, the model %d", len(t.rows), vocabSize)
	}
	return t, nil
}

// noRow stands for the row of a piece that the tokenizer can never give: the word table leaves it out.
const noRow = -1

func (t *tokenizer) add(piece string, id int32) {
	inner, goesOn := strings.CutPrefix(piece, "##")
	goesOn = goesOn && inner != ""
	if !t.canGive(piece, inner, goesOn) {
		t.rows = append(t.rows, noRow)
		return
	}
	t.rows = append(t.rows, int32(t.reachable))
	t.reachable++
	if goesOn {
		t.inner[inner] = id
		t.longest = max(t.longest, len(inner))
		return
	}
	t.initial[piece] = id
	t.longest = max(t.longest, len(piece))
	if r, n := utf8.DecodeRuneInString(piece); n == len(piece) && int(r) < len(t.single) {
		t.single[r] = id
	}
}

// canGive says whether any text has this piece, by the rule of model/quantize.py: a special token, one ideograph or mark
// that is a word of its own, or letters of words.
func (t *tokenizer) canGive(piece, inner string, goesOn bool) bool {
	if _, n := specialToken(piece); n > 0 && n == len(piece) {
		return true
	}
	if goesOn {
		return t.allLetters(inner)
	}
	r, n := utf8.DecodeRuneInString(piece)
	if class := t.characters.class(r); n == len(piece) && (class == ideograph || class == punctuation) {
		return true
	}
	return t.allLetters(piece)
}

func (t *tokenizer) allLetters(piece string) bool {
	for _, r := range piece {
		if t.characters.class(r) != letter {
			return false
		}
	}
	return true
}

// encode appends the token ids of a text to ids: [CLS], at most MaxTokens-2 pieces, [SEP]. Bytes that are not UTF-8 are
// dropped like control characters.
func (t *tokenizer) encode(ids []int32, text string) []int32 {
	ids = slices.Grow(ids, min(utf8.RuneCountInString(text)+2, MaxTokens)) // no text has more pieces than characters
	w := wordPieces{tokenizer: t, ids: append(ids, clsID), limit: len(ids) + MaxTokens - 1}
	for i := 0; i < len(text) && len(w.ids) < w.limit; {
		if text[i] == '[' {
			if id, n := specialToken(text[i:]); n > 0 {
				w.flush()
				w.ids = append(w.ids, id)
				i += n
				continue
			}
		}
		r, n := utf8.DecodeRuneInString(text[i:])
		w.add(r)
		i += n
	}
	w.flush()
	return append(w.ids[:min(len(w.ids), w.limit)], sepID)
}

// specialToken says which of the model's own tokens a text begins with, as the reference does before it looks at words.
func specialToken(text string) (id int32, n int) {
	switch {
	case strings.HasPrefix(text, "[PAD]"):
		return 0, len("[PAD]")
	case strings.HasPrefix(text, "[UNK]"):
		return unknownID, len("[UNK]")
	case strings.HasPrefix(text, "[CLS]"):
		return clsID, len("[CLS]")
	case strings.HasPrefix(text, "[SEP]"):
		return sepID, len("[SEP]")
	case strings.HasPrefix(text, "[MASK]"):
		return 103, len("[MASK]")
	}
	return 0, 0
}

// wordPieces collects the characters of a word until it ends, then splits it into pieces.
type wordPieces struct {
	*tokenizer
	ids   []int32
	limit int // of len(ids), [SEP] not yet counted
	word  []byte
	runes int
	where *places // nil if nobody asks
}

func (w *wordPieces) add(r rune) {
	switch w.characters.class(r) {
	case dropped:
	case space:
		w.flush()
	case ideograph, punctuation:
		w.flush()
		w.ids = append(w.ids, w.singleID(r))
		w.where.single()
	default:
		if w.runes++; w.runes <= maxWordRunes {
			w.word = utf8.AppendRune(w.word, r)
		}
		w.where.letter()
	}
}

func (w *wordPieces) singleID(r rune) int32 {
	if int(r) < len(w.single) {
		return w.single[r]
	}
	if id, ok := w.initial[string(r)]; ok {
		return id
	}
	return unknownID
}

// flush appends the pieces of the word that ends here: each the longest that fits, or one [UNK] for the whole word.
func (w *wordPieces) flush() {
	if w.runes == 0 {
		return
	}
	word, begin := w.word, len(w.ids)
	if w.runes > maxWordRunes {
		w.ids, word = append(w.ids, unknownID), nil
		w.where.whole(0)
	}
	w.word, w.runes = w.word[:0], 0
	pieces := w.initial
	for len(word) > 0 {
		id, n := longestPiece(pieces, word, w.longest)
		if n == 0 {
			w.where.whole(len(w.ids) - begin)
			w.ids = append(w.ids[:begin], unknownID)
			break
		}
		w.ids = append(w.ids, id)
		w.where.piece(word[:n])
		word, pieces = word[n:], w.inner
	}
	w.where.endWord()
}

func longestPiece(pieces map[string]int32, word []byte, longest int) (id int32, n int) {
	for n = min(len(word), longest); n > 0; n-- {
		if n < len(word) && !utf8.RuneStart(word[n]) {
			continue
		}
		if id, ok := pieces[string(word[:n])]; ok {
			return id, n
		}
	}
	return 0, 0
}
