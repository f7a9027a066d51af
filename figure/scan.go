package figure

import (
	"slices"

	"youju/hanzi"
)

// scanner walks over a text in the form in which the rules read it: folded, and
// without the spaces that stand inside figures (8 月 16 日, 三千 八百).
type scanner struct {
	raw    []rune
	folded []rune
	place  []int32 // folded[i] is raw[place[i]] folded; one more for the end
	found  []Figure
	kept   keptNumber // the last number that was read
	dayEnd int        // where the day ends that is being read with its time; 0 for none
	listed int64      // the last number of a list that was stepped over
}

func newScanner(text string) *scanner {
	raw := []rune(text)
	s := &scanner{raw: raw, folded: make([]rune, 0, len(raw)), place: make([]int32, 0, len(raw)+1), kept: keptNumber{at: -1}}
	for i := 0; i < len(raw); i++ {
		r := hanzi.FoldRune(raw[i])
		if r == '○' || r == '◯' {
			r = '〇'
		}
		if r == '·' && s.pointOfShare(raw, i) {
			r = '.'
		}
		if isSpace(r, raw[i]) {
			end := i
			for end+1 < len(raw) && isSpace(hanzi.FoldRune(raw[end+1]), raw[end+1]) {
				end++
			}
			if !s.joins(raw, end+1, end-i+1) {
				for ; i <= end; i++ {
					s.folded, s.place = append(s.folded, ' '), append(s.place, int32(i))
				}
			}
			i = end
			continue
		}
		s.folded = append(s.folded, r)
		s.place = append(s.place, int32(i))
	}
	s.place = append(s.place, int32(len(raw)))
	return s
}

// pointOfShare says that the middle dot at i is the point of a share: 8·6％.
func (s *scanner) pointOfShare(raw []rune, i int) bool {
	if n := len(s.folded); n == 0 || !isDigit(s.folded[n-1]) {
		return false
	}
	end := i + 1
	for end < len(raw) && isDigit(hanzi.FoldRune(raw[end])) {
		end++
	}
	return end > i+1 && end < len(raw) && (raw[end] == '%' || raw[end] == '％')
}

// isSpace leaves ends of lines alone: no figure goes over one.
func isSpace(folded, raw rune) bool { return folded == ' ' && raw != '\n' && raw != '\r' }

// spaced are characters of figures that typesetters part by spaces.
const spaced = "零〇一二两三四五六七八九十百千万亿兆壹贰叁肆伍陆柒捌玖拾佰仟分之点又余多几个成折负第半年月日时秒至到"

// joins says that n spaces before raw[i] stand inside a figure.
func (s *scanner) joins(raw []rune, i, n int) bool {
	if i >= len(raw) || len(s.folded) == 0 {
		return false
	}
	left, right := s.folded[len(s.folded)-1], hanzi.FoldRune(raw[i])
	inLeft, inRight := spacedRunes.has(left), spacedRunes.has(right)
	switch {
	case isDigit(left):
		return inRight || n == 1 && hanzi.IsHan(right)
	case isDigit(right):
		return inLeft
	}
	return inLeft && inRight && !(isNumeral(left) && isNumeral(right)) && !endsDate(left)
}

// endsDate says that what follows a space after r is another thing: 2020年 三家.
func endsDate(r rune) bool { return r == '年' || r == '月' || r == '日' }

// runeSet is a set of runes of the basic plane that is quick to ask.
type runeSet [1 << 10]uint64

func newRuneSet(texts ...string) *runeSet {
	set := new(runeSet)
	for _, text := range texts {
		for _, r := range text {
			set[r>>6] |= 1 << (r & 63)
		}
	}
	return set
}

func (set *runeSet) has(r rune) bool {
	return r > 0 && r < 1<<16 && set[r>>6]&(1<<(r&63)) != 0
}

var spacedRunes = newRuneSet(spaced)

// at is the folded rune at i, 0 outside the text.
func (s *scanner) at(i int) rune {
	if i < 0 || i >= len(s.folded) {
		return 0
	}
	return s.folded[i]
}

// rawAt is the rune of the text that is folded at i, 0 outside it.
func (s *scanner) rawAt(i int) rune {
	if i < 0 || i >= len(s.folded) {
		return 0
	}
	return s.raw[s.place[i]]
}

// has says whether the folded text goes on with word at i.
func (s *scanner) has(i int, word string) bool {
	for _, r := range word {
		if s.at(i) != r {
			return false
		}
		i++
	}
	return true
}

// endsWith says whether word ends right before i.
func (s *scanner) endsWith(i int, word string) bool { return s.has(i-runes(word), word) }

// longest returns the longest of words that stands at i, "" for none.
func (s *scanner) longest(i int, words []string) string {
	best := ""
	for _, w := range words {
		if len(w) > len(best) && s.has(i, w) {
			best = w
		}
	}
	return best
}

// endings are words that are looked for right before a place.
type endings struct{ backwards trie[string] }

func newEndings(words ...string) *endings {
	e := &endings{}
	for _, w := range words {
		backwards := []rune(w)
		slices.Reverse(backwards)
		e.backwards.add(string(backwards), w)
	}
	return e
}

// longestBefore returns the longest of words that ends right before i.
func (s *scanner) longestBefore(i int, words *endings) string {
	best := ""
	for node := &words.backwards; node.next != nil; {
		i--
		if node = node.next[s.at(i)]; node == nil {
			break
		}
		if node.ends {
			best = node.value
		}
	}
	return best
}

// skipSpace steps over one space, as in 20 km.
func (s *scanner) skipSpace(i int) int {
	if s.at(i) != ' ' {
		return i
	}
	if s.at(i+1) == ' ' && s.at(i+2) == '元' { // 2999  元
		return i + 2
	}
	return i + 1
}

// runes is the length of a short word.
func runes(word string) int {
	n := 0
	for range word {
		n++
	}
	return n
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' }

func isLatin(r rune) bool { return r >= 'a' && r <= 'z' }
