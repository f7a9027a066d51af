package retrieval

import (
	"slices"

	"youju/hanzi"
	"youju/retrieval/index"
)

// Words cuts a text into the dictionary's words, folded, with their places in
// runes and their parts of speech; they must not be changed.
func (s *Snapshot) Words(text string) []index.Word {
	if s.index == nil {
		return nil
	}
	return s.words.of(text, len(text), func() []index.Word {
		return slices.Clip(s.index.Words(hanzi.FoldRunes([]rune(text))))
	})
}

// Respell finds what in a question sounds like a word of the articles but is
// spelled otherwise, in order.
func (s *Snapshot) Respell(question string) []index.Respelling {
	if s.index == nil {
		return nil
	}
	return s.index.Respell(question)
}

// Romanized is the name of the articles that is written so in pinyin; see
// index.Index.Romanized.
func (s *Snapshot) Romanized(latin string, capital bool) string {
	if s.index == nil {
		return ""
	}
	return s.index.Romanized(latin, capital)
}
