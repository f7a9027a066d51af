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
	var out []Word
	at := 0
	for _, run := range runs(folded) {
		for at < len(folded) && &folded[at] != &run[0] { // runs share folded's memory
			at++
		}
		if classOf(run[0]) != han {
			out = append(out, Word{Start: at, End: at + len(run), Text: string(run)})
			at += len(run)
			continue
		}
		for _, p := range t.segmenter.cut(nil, run, false) {
			word := Word{Start: at, End: at + p.runes, Text: string(folded[at : at+p.runes]), Speech: unknownSpeech}
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
