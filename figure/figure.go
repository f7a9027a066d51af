// Package figure is the grammar of Chinese figures: text in, figures with exact
// values, units and qualifiers out. It knows nothing of articles.
package figure

import (
	"fmt"

	"github.com/shopspring/decimal"
)

// Kind says what a figure is used for.
type Kind string

const (
	Amount     Kind = "amount"     // money, weight, length: what is measured
	Count      Kind = "count"      // what is counted: 家, 人次
	Share      Kind = "share"      // 39.14%, 三分之一
	Change     Kind = "change"     // 0.3个百分点, 增加500人, 1.2倍
	Rank       Kind = "rank"       // 第二, 首位, 前三
	Date       Kind = "date"       // a year, a day, a time of day, a decade
	Duration   Kind = "duration"   // 3年, 两个月, 20岁
	Ordinal    Kind = "ordinal"    // 第10个, 第七届
	Identifier Kind = "identifier" // COVID-19, 5G
	Name       Kind = "name"       // a plan's name that only looks like a figure: 三个500亿
)

// Figure is one figure of a text. Start and End are offsets in runes; Text is
// the text between them, character for character, without the qualifier before it.
type Figure struct {
	Start, End int
	Text       string
	Value      decimal.Decimal // scaled: 254678万美元 is 2546780000; the lower end of a range; the first year of a century or decade
	High       decimal.Decimal // the upper end of a range, the last year of a century or decade; equal to Value otherwise
	Unit       string          // normalised: 美元, 家, %, 个百分点; empty where none is said
	Qualifier  string          // 约 近 超 逾 余 多 至少 …; empty where exact
	Kind       Kind
	When       When // what a date says; zero otherwise, and for centuries and decades
	Until      When // the end of a range of dates; zero otherwise
	Vague      bool // 数十, 几百: how many is not said; Value is one of them
}

// When is what a date says; a part that is not said is zero. Years before Christ
// are negative.
type When struct {
	Year, Month, Day int
	Clock            string // a time of day in 24 hours: 09:30; of the day where one is said
}

// Plain is the value as the output's contract has it: a decimal in the plain unit,
// a date as far as it is said (2020, 2020-01-28, 01-28, 09:30, 01-28T09:30), and nothing for
// names, identifiers and what does not say how many.
func (f Figure) Plain() string {
	switch {
	case f.Kind == Identifier || f.Kind == Name || f.Vague:
		return ""
	case f.When != (When{}):
		return f.When.String()
	}
	return f.Value.String()
}

// String is the date as far as it is said.
func (w When) String() string {
	switch {
	case w.Clock != "" && w.Day != 0:
		day := fmt.Sprintf("%02d", w.Day)
		if w.Month != 0 {
			day = When{Year: w.Year, Month: w.Month, Day: w.Day}.String()
		}
		return day + "T" + w.Clock
	case w.Clock != "":
		return w.Clock
	case w.Year != 0 && w.Month == 0:
		return fmt.Sprint(w.Year)
	case w.Year != 0 && w.Day == 0:
		return fmt.Sprintf("%04d-%02d", w.Year, w.Month)
	case w.Year != 0:
		return fmt.Sprintf("%04d-%02d-%02d", w.Year, w.Month, w.Day)
	case w.Month != 0 && w.Day != 0:
		return fmt.Sprintf("%02d-%02d", w.Month, w.Day)
	case w.Month != 0:
		return fmt.Sprintf("%02d", w.Month)
	}
	return fmt.Sprint(w.Day)
}

// Find returns the figures of text in order; they do not overlap.
func Find(text string) []Figure {
	s := newScanner(text)
	for i := 0; i < len(s.folded); {
		f, ok := s.next(i)
		if !ok {
			i++
			continue
		}
		i = f.End
		if f.Kind != "" {
			s.found = append(s.found, f)
		}
	}
	s.shareUnits()
	s.quotations()
	s.moreModels()
	s.numberVolumes()
	s.markNames()
	for i := range s.found {
		f := &s.found[i]
		f.Start, f.End = int(s.place[f.Start]), int(s.place[f.End-1])+1
		f.Text = string(s.raw[f.Start:f.End])
	}
	return s.found
}

// next tries every rule at i; the order matters, since a longer reading comes
// before a shorter one that it holds. A figure without a kind is text to step over.
func (s *scanner) next(i int) (Figure, bool) {
	if !begins.has(s.at(i)) {
		return Figure{}, false
	}
	for _, rule := range rules {
		if f, ok := rule(s, i); ok {
			s.finish(&f)
			return f, true
		}
	}
	return Figure{}, false
}

var rules = []func(*scanner, int) (Figure, bool){
	(*scanner).link, (*scanner).mark, (*scanner).knownName, (*scanner).grade, (*scanner).model, (*scanner).quotedModel, (*scanner).brigade, (*scanner).regnal, (*scanner).reign, (*scanner).ofReign, (*scanner).fileNumber, (*scanner).class, (*scanner).date, (*scanner).clock, (*scanner).score,
	(*scanner).product, (*scanner).format, (*scanner).sum, (*scanner).identifier, (*scanner).ordinal, (*scanner).foremost, (*scanner).first, (*scanner).split, (*scanner).fraction, (*scanner).half,
	(*scanner).doubling, (*scanner).bareNoun, (*scanner).sometime, (*scanner).age, (*scanner).quantity,
}

// finish completes what all rules leave open.
func (s *scanner) finish(f *Figure) {
	if f.Kind == "" || f.Kind == Identifier || f.Kind == Name {
		return
	}
	if f.Qualifier == "" {
		f.Qualifier = s.qualifierBefore(f.Start)
	}
	f.Kind = s.kindOf(*f)
	if f.Kind == Rank && f.Unit == "名" {
		f.Unit = "位"
	}
}
