// Package figure is the grammar of Chinese figures: text in, figures with exact
// values, units and qualifiers out. It knows nothing of articles.
package figure

import (
	"github.com/shopspring/decimal"

	"youju/hanzi"
)

// Kind says what a figure is used for.
type Kind string

const (
	Amount     Kind = "amount"     // money, weight, length: what is measured
	Count      Kind = "count"      // what is counted: 家, 人次
	Share      Kind = "share"      // 39.14%, 三分之一
	Change     Kind = "change"     // 0.3个百分点, 1.2倍
	Rank       Kind = "rank"       // 第二, 首位
	Date       Kind = "date"       // a year, a day, a time of day
	Duration   Kind = "duration"   // 3年, 两个月
	Ordinal    Kind = "ordinal"    // 第10个, 第七届
	Identifier Kind = "identifier" // COVID-19, 5G
	Name       Kind = "name"       // a plan's name that only looks like a figure: 三个500亿
)

// Figure is one figure of a text. Start and End are offsets in runes; Text is
// the text between them, character for character, without the qualifier before it.
type Figure struct {
	Start, End int
	Text       string
	Value      decimal.Decimal // scaled: 254678万美元 is 2546780000; the lower end of a range
	High       decimal.Decimal // the upper end of a range; equal to Value otherwise
	Unit       string          // normalised: 美元, 家, %, 个百分点; empty where none is said
	Qualifier  string          // 约 近 超 逾 余 多 至少 …; empty where exact
	Kind       Kind
	When       When // what a date says; zero otherwise
}

// When is what a date says; a part that is not said is zero.
type When struct {
	Year, Month, Day int
}

// Find returns the figures of text in order; they do not overlap.
func Find(text string) []Figure {
	s := newScanner(text)
	var found []Figure
	for s.pos < len(s.folded) {
		f, ok := s.next()
		if !ok {
			s.pos++
			continue
		}
		f.Text = string(s.raw[f.Start:f.End])
		found = append(found, f)
		s.pos = f.End
	}
	return s.markNames(found)
}

// scanner walks over a text; raw and folded have the same length, so an offset
// is good for both.
type scanner struct {
	raw, folded []rune
	pos         int
}

func newScanner(text string) *scanner {
	raw := []rune(text)
	return &scanner{raw: raw, folded: hanzi.FoldRunes(raw)}
}

// next tries every rule at the current place; the order matters, since a longer
// reading comes before a shorter one that it holds.
func (s *scanner) next() (Figure, bool) {
	for _, rule := range []func(int) (Figure, bool){
		s.identifier, s.date, s.clock, s.ordinal, s.fraction, s.quantity, s.first,
	} {
		if f, ok := rule(s.pos); ok {
			return f, true
		}
	}
	return Figure{}, false
}

// at is the folded rune at i, 0 outside the text.
func (s *scanner) at(i int) rune {
	if i < 0 || i >= len(s.folded) {
		return 0
	}
	return s.folded[i]
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

// skipSpace steps over one space, as in 2000 年.
func (s *scanner) skipSpace(i int) int {
	if s.at(i) == ' ' {
		return i + 1
	}
	return i
}

// markNames finds figures that are part of a quoted name, such as “三个500亿” or
// “一站式”: short, in quotation marks, and not a bare figure by themselves.
func (s *scanner) markNames(found []Figure) []Figure {
	for i := range found {
		f := &found[i]
		open := s.quoteBefore(f.Start)
		if open < 0 {
			continue
		}
		end := s.quoteAfter(f.End)
		if end < 0 || end-open-1 > maxNameRunes || f.Kind == Date && f.When.Year > 0 {
			continue
		}
		f.Kind = Name
	}
	return found
}

// maxNameRunes bounds a name in quotation marks; longer ones are speech.
const maxNameRunes = 12

func (s *scanner) quoteBefore(i int) int {
	for j := i - 1; j >= 0 && i-j <= maxNameRunes; j-- {
		switch s.folded[j] {
		case '“', '「', '『', '《':
			return j
		case '”', '」', '』', '》', '。', ',', ';':
			return -1
		}
	}
	return -1
}

func (s *scanner) quoteAfter(i int) int {
	for j := i; j < len(s.folded) && j-i <= maxNameRunes; j++ {
		switch s.folded[j] {
		case '”', '」', '』', '》':
			return j
		case '“', '「', '『', '《', '。', ',', ';':
			return -1
		}
	}
	return -1
}
