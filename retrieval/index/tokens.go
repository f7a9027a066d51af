package index

import (
	"bytes"
	"compress/gzip"
	_ "embed"
	"fmt"
	"io"
	"unicode"

	"youju/figure"
	"youju/hanzi"
)

// words is a part of gse's dictionary (Apache-2.0 or MIT), made by mkwords.sh.
//
//go:embed words.txt.gz
var words []byte

// Tokenizer makes the terms of the lexical side: figures whole, gse words, and
// bigrams of Chinese characters, all folded. It is safe for concurrent use.
type Tokenizer struct {
	segmenter *segmenter
}

// NewTokenizer loads the dictionary.
func NewTokenizer() (*Tokenizer, error) {
	dictionary, err := readDictionary()
	if err != nil {
		return nil, err
	}
	segmenter, err := newSegmenter(dictionary)
	if err != nil {
		return nil, fmt.Errorf("load the dictionary: %w", err)
	}
	return &Tokenizer{segmenter: segmenter}, nil
}

func readDictionary() (string, error) {
	unzipped, err := gzip.NewReader(bytes.NewReader(words))
	if err != nil {
		return "", fmt.Errorf("open the dictionary: %w", err)
	}
	dictionary, err := io.ReadAll(unzipped)
	if err != nil {
		return "", fmt.Errorf("read the dictionary: %w", err)
	}
	return string(dictionary), nil
}

// Terms returns the terms of text in order, with repeats. A text of Chinese
// characters is covered twice, by words and by bigrams: words carry meaning,
// bigrams survive a wrong segmentation.
func (t *Tokenizer) Terms(text string) []string {
	folded := hanzi.FoldRunes([]rune(text))
	var terms []string
	at := 0
	for _, f := range figure.Find(text) {
		if f.Kind == figure.Name { // a plan's name is made of words like any other
			continue
		}
		terms = t.plain(terms, folded[at:f.Start])
		terms = figureTerms(terms, folded[f.Start:f.End])
		at = f.End
	}
	return t.plain(terms, folded[at:])
}

// Names returns the places and institutions of text that the dictionary knows,
// folded, in order.
func (t *Tokenizer) Names(text string) []string {
	var out []string
	for _, w := range t.Words(hanzi.FoldRunes([]rune(text))) {
		if w.Speech == "ns" || w.Speech == "nt" {
			out = append(out, w.Text)
		}
	}
	return out
}

// figureTerms keeps a figure whole, as printed less its spaces, and its number alone.
func figureTerms(terms []string, f []rune) []string {
	whole := make([]rune, 0, len(f))
	digits := 0
	for _, r := range f {
		if r == ' ' || r == ',' {
			continue
		}
		whole = append(whole, r)
		if digits == len(whole)-1 && (r >= '0' && r <= '9' || r == '.') {
			digits++
		}
	}
	terms = append(terms, string(whole))
	if digits > 0 && digits < len(whole) {
		terms = append(terms, string(whole[:digits]))
	}
	return terms
}

// plain appends the terms of text without figures.
func (t *Tokenizer) plain(terms []string, folded []rune) []string {
	for _, run := range runs(folded) {
		if !hanzi.IsHan(run[0]) {
			terms = append(terms, string(run))
			continue
		}
		if len(run) == 1 {
			terms = append(terms, string(run))
			continue
		}
		terms = t.wordTerms(terms, run)
		for i := 0; i+1 < len(run); i++ {
			terms = append(terms, string(run[i:i+2]))
		}
	}
	return terms
}

// wordTerms appends the words of a run that have more than one character, each
// after the words that it is made of.
func (t *Tokenizer) wordTerms(terms []string, run []rune) []string {
	var few [32]piece
	at := 0
	for _, p := range t.segmenter.cut(few[:0], run, true) {
		if p.runes > 2 {
			terms = t.wordTerms(terms, run[at:at+p.runes])
		}
		if p.runes > 1 {
			terms = append(terms, t.segmenter.words[p.word].text)
		}
		at += p.runes
	}
	return terms
}

// runs splits folded text into runs of Chinese characters and runs of other
// letters and digits; all else parts them.
func runs(folded []rune) [][]rune {
	var out [][]rune
	for start := 0; start < len(folded); {
		class := classOf(folded[start])
		end := start + 1
		for end < len(folded) && classOf(folded[end]) == class {
			end++
		}
		if class != other {
			out = append(out, folded[start:end])
		}
		start = end
	}
	return out
}

const (
	other = iota
	han
	letter
)

func classOf(r rune) int {
	switch {
	case hanzi.IsHan(r):
		return han
	case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r):
		return letter
	}
	return other
}
