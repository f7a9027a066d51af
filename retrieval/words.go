package retrieval

import (
	"youju/hanzi"
	"youju/retrieval/index"
)

// Words cuts a text into the dictionary's words, folded, with their places in
// runes and their parts of speech.
func (s *Snapshot) Words(text string) []index.Word {
	if s.index == nil {
		return nil
	}
	return s.index.Words(hanzi.FoldRunes([]rune(text)))
}
