package index

import (
	"bytes"
	"compress/gzip"
	_ "embed"
	"fmt"
	"io"
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"

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
	dictionary, err := unzip(words)
	if err != nil {
		return nil, fmt.Errorf("read the dictionary: %w", err)
	}
	segmenter, err := newSegmenter(dictionary)
	if err != nil {
		return nil, fmt.Errorf("load the dictionary: %w", err)
	}
	return &Tokenizer{segmenter: segmenter}, nil
}

func unzip(file []byte) (string, error) {
	unzipped, err := gzip.NewReader(bytes.NewReader(file))
	if err != nil {
		return "", err
	}
	text, err := io.ReadAll(unzipped)
	return string(text), err
}

// Terms returns the terms of text in order, with repeats. A text of Chinese
// characters is covered twice, by words and by bigrams: words carry meaning,
// bigrams survive a wrong segmentation.
func (t *Tokenizer) Terms(text string) []string {
	return t.TermsOf(text, WholeFigures(figure.Find(text)))
}

// WholeFigures are the places of the figures that are terms of their own, in runes; a
// plan's name is made of words like any other.
func WholeFigures(figures []figure.Figure) []hanzi.Span {
	spans := make([]hanzi.Span, 0, len(figures))
	for _, f := range figures {
		if f.Kind != figure.Name {
			spans = append(spans, hanzi.Span{Start: f.Start, End: f.End})
		}
	}
	return spans
}

// TermsOf is Terms of a text whose WholeFigures are known: to find them takes most of
// the time.
func (t *Tokenizer) TermsOf(text string, figures []hanzi.Span) []string {
	folded := fold(text)
	terms := make([]string, 0, 2*len(folded.runes))
	at := 0
	for _, f := range figures {
		terms = t.plain(terms, folded, at, f.Start)
		terms = figureTerms(terms, folded, f.Start, f.End)
		at = f.End
	}
	return t.plain(terms, folded, at, len(folded.runes))
}

// foldedText is a text with the places of its runes, so that a term is a part of
// the text and no string of its own.
type foldedText struct {
	runes []rune
	text  string
	place []int32 // of each rune in text; one more for the end
}

func fold(text string) foldedText { return placed(hanzi.FoldRunes([]rune(text))) }

func placed(folded []rune) foldedText {
	f := foldedText{runes: folded}
	f.text = string(f.runes)
	f.place = make([]int32, 0, len(f.runes)+1)
	for i := range f.text {
		f.place = append(f.place, int32(i))
	}
	f.place = append(f.place, int32(len(f.text)))
	return f
}

// part is the text of the runes [start,end).
func (f foldedText) part(start, end int) string { return f.text[f.place[start]:f.place[end]] }

// Names returns the places and institutions of text that the dictionary knows,
// folded, in order.
func (t *Tokenizer) Names(text string) []string {
	var out []string
	for _, w := range t.Words(hanzi.FoldRunes([]rune(text))) {
		if w.IsName() {
			out = append(out, w.Text)
		}
	}
	return out
}

// IsName says that a word is the name of a place or an institution.
func (w Word) IsName() bool {
	if w.End-w.Start == 1 && strings.Contains(directions, w.Text) { // 北堤, 东罗马
		return false
	}
	return w.Speech == "ns" || w.Speech == "nt" || w.Speech == "nr" && endsAsPlace(w)
}

// directions are no places by themselves, whatever the dictionary holds them to be.
const directions = "东南西北中"

// endsAsPlace says that a word is a place by its ending, whatever the dictionary holds
// it to be: it has 景德镇 and 秦皇岛 among the names of people.
func endsAsPlace(w Word) bool {
	last, _ := utf8.DecodeLastRuneInString(w.Text)
	return w.End-w.Start >= 3 && strings.ContainsRune("县镇市州岛", last)
}

// figureTerms keeps a figure whole, as printed less its spaces, and its number alone.
func figureTerms(terms []string, folded foldedText, start, end int) []string {
	whole := folded.part(start, end)
	if strings.ContainsAny(whole, " ,") {
		whole = parting.Replace(whole)
	}
	digits := 0
	for digits < len(whole) && (whole[digits] >= '0' && whole[digits] <= '9' || whole[digits] == '.') {
		digits++
	}
	terms = append(terms, whole)
	if digits > 0 && digits < len(whole) {
		terms = append(terms, whole[:digits])
	}
	return terms
}

// parting removes what parts the digits of a figure.
var parting = strings.NewReplacer(" ", "", ",", "")

// plain appends the terms of the runes [from,to) of a text, in which there are no
// figures.
func (t *Tokenizer) plain(terms []string, folded foldedText, from, to int) []string {
	for start, end := range runsOf(folded.runes[from:to]) {
		start, end = start+from, end+from
		if end == start+1 || !hanzi.IsHan(folded.runes[start]) {
			terms = append(terms, folded.part(start, end))
			continue
		}
		terms = t.wordTerms(terms, folded.runes[start:end])
		for i := start; i+1 < end; i++ {
			terms = append(terms, folded.part(i, i+2))
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

// runsOf yields where runs of Chinese characters and runs of other letters and
// digits begin and end in folded text; all else parts them.
func runsOf(folded []rune) iter.Seq2[int, int] {
	return func(yield func(start, end int) bool) {
		for start := 0; start < len(folded); {
			class := classOf(folded[start])
			end := start + 1
			for end < len(folded) && classOf(folded[end]) == class {
				end++
			}
			if class != other && !yield(start, end) {
				return
			}
			start = end
		}
	}
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
	case r < utf8.RuneSelf:
		if r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' {
			return letter
		}
		return other
	case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r):
		return letter
	}
	return other
}
