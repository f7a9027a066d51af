package index

import (
	"strings"

	"youju/hanzi"
)

// Word is a word of a text: [Start, End) in runes, and its part of speech as the
// dictionary has it (jieba's tags: n, v, ns …); "" for one that it does not know.
type Word struct {
	Start, End int
	Text       string
	Speech     string
}

// Words cuts folded text (hanzi.FoldRunes) into words; what is no letter or digit
// parts them and is in none.
func (t *Tokenizer) Words(folded []rune) []Word {
	text := placed(folded)
	out := make([]Word, 0, len(folded)/2+1)
	var few [64]piece
	for start, end := range runsOf(folded) {
		if classOf(folded[start]) != han {
			out = append(out, Word{Start: start, End: end, Text: text.part(start, end)})
			continue
		}
		at := start
		for _, p := range t.segmenter.cut(few[:0], folded[start:end], false) {
			word := Word{Start: at, End: at + p.runes, Text: text.part(at, at+p.runes), Speech: unknownSpeech}
			if p.word != unknownWord {
				word.Speech = t.segmenter.words[p.word].speech
			}
			out = append(out, word)
			at += p.runes
		}
	}
	return out
}

// Words cuts folded text into words; see Tokenizer.Words.
func (x *Index) Words(folded []rune) []Word { return x.tokens.Words(folded) }

// seams are the pairs of characters in a text where one word ends and the next
// begins. Between two single characters there is none: they may be a name that the
// dictionary does not know.
func (t *Tokenizer) seams(text string) map[string]bool {
	folded := hanzi.FoldRunes([]rune(text))
	out := map[string]bool{}
	words := t.Words(folded)
	for i := 1; i < len(words); i++ {
		a, b := words[i-1], words[i]
		if a.End == b.Start && (a.End-a.Start > 1 || b.End-b.Start > 1 || joins(a) || joins(b)) {
			out[string(folded[a.End-1:b.Start+1])] = true
		}
	}
	return out
}

// joins says that a word of one character is no part of a name.
func joins(w Word) bool {
	return w.End-w.Start == 1 && w.Speech != "" && strings.ContainsRune("updcrym", rune(w.Speech[0]))
}
