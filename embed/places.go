package embed

import "unicode/utf8"

// place is where a token lies in its text: runes [start, end).
type place struct{ start, end int32 }

// places follows wordPieces and notes where each token lies. A nil *places does nothing.
type places struct {
	at      int32   // the rune that is being added
	letters []int32 // of the word that is being collected
	used    int     // letters that belong to pieces already
	tokens  []place
}

func (p *places) single() {
	if p != nil {
		p.tokens = append(p.tokens, place{p.at, p.at + 1})
	}
}

func (p *places) letter() {
	if p != nil {
		p.letters = append(p.letters, p.at)
	}
}

// piece takes the word's next letters, those of a piece, for a token.
func (p *places) piece(piece []byte) {
	if p != nil {
		n := utf8.RuneCount(piece)
		p.tokens = append(p.tokens, place{p.letters[p.used], p.letters[p.used+n-1] + 1})
		p.used += n
	}
}

// whole puts one token for the whole word in the place of its pieces so far.
func (p *places) whole(pieces int) {
	if p != nil {
		word := place{p.letters[0], p.letters[len(p.letters)-1] + 1}
		p.tokens = append(p.tokens[:len(p.tokens)-pieces], word)
	}
}

func (p *places) endWord() {
	if p != nil {
		p.letters, p.used = p.letters[:0], 0
	}
}
