package figure

import "github.com/shopspring/decimal"

// dateRange reads a date or a range of dates: 2021年1月27日, 2020-2022年, 1月3日至5日,
// 2020年1-11月, 20世纪80年代.
func (s *scanner) dateRange(i int) (Figure, bool) {
	if f, ok := s.isoDate(i); ok {
		return f, true
	}
	if f, ok := s.decade(i); ok {
		return f, true
	}
	if f, ok := s.bareRange(i); ok {
		return f, true
	}
	w, end := s.dateAt(i)
	if w == (When{}) {
		return s.bareYear(i)
	}
	f := dateFigure(i, end, w)
	if at := s.toward(end); at > end {
		s.untilDate(&f, at)
	}
	if f.Until == (When{}) && w.Day == 0 {
		s.partsOf(&f)
	}
	return f, true
}

// dateFigure has the year as its value, or else the month or the day.
func dateFigure(start, end int, w When) Figure {
	v := decimal.NewFromInt(int64(w.first()))
	return Figure{Start: start, End: end, Value: v, High: v, Kind: Date, When: w}
}

func (w When) first() int {
	switch {
	case w.Year != 0:
		return w.Year
	case w.Month != 0:
		return w.Month
	}
	return w.Day
}

// untilDate reads the end of a range at i; what it does not say it has from the
// begin: 2020年1月3日至5日.
func (s *scanner) untilDate(f *Figure, i int) {
	w, until := f.When, When{}
	end := i
	if u, at := s.dateAt(i); u != (When{}) {
		until, end = u, at
	} else if n, ok := s.number(i); ok && w.Day != 0 && n.whole(1, 31) && (s.at(n.end) == '日' || s.at(n.end) == '号') {
		until, end = When{Day: int(n.value.IntPart())}, n.end+1
	}
	if until.Year == 0 {
		until.Year = w.Year
		if until.Month == 0 {
			until.Month = w.Month
		}
	}
	if end == i || !w.before(until) || (w.Day == 0) != (until.Day == 0) && w.Day != 0 {
		return
	}
	f.End, f.Until = end, until
	if w.Year != 0 {
		f.High = decimal.NewFromInt(int64(until.Year))
	} else {
		f.High = decimal.NewFromInt(int64(until.first()))
	}
}

// before orders two dates as far as both say.
func (w When) before(u When) bool {
	switch {
	case w.Year != u.Year:
		return w.Year != 0 && u.Year != 0 && w.Year < u.Year
	case w.Month != u.Month:
		return w.Month < u.Month || w.Year == 0
	}
	return w.Day < u.Day
}

// partsOf reads the 1-11月 behind 2020年 and the 2至3日 behind 8月.
func (s *scanner) partsOf(f *Figure) {
	low, high, end, word := s.bareEnds(f.End)
	switch {
	case word == '月' && f.When.Month == 0:
		f.When.Month, f.Until = low, When{Year: f.When.Year, Month: high}
	case word == '日' && f.When.Month != 0:
		f.When.Day, f.Until = low, When{Year: f.When.Year, Month: f.When.Month, Day: high}
	default:
		return
	}
	f.End = end
}

// bareRange reads a range whose word is said once: 2020-2022年, 1-11月, 3至5日,
// 1950-53年, 2024/2025赛季.
func (s *scanner) bareRange(i int) (Figure, bool) {
	low, high, end, word := s.bareEnds(i)
	var w, until When
	switch word {
	case '年':
		w, until = When{Year: low}, When{Year: high}
	case '月':
		w, until = When{Month: low}, When{Month: high}
	case '日':
		w, until = When{Day: low}, When{Day: high}
		if i > 0 && s.at(i-1) == '月' {
			return Figure{}, false
		}
	default:
		return Figure{}, false
	}
	f := dateFigure(i, end, w)
	f.Until, f.High = until, decimal.NewFromInt(int64(until.first()))
	return f, true
}

// yearWords follow a year that has no 年.
var yearWords = []string{"年", "财年", "学年", "赛季"}

// bareEnds reads two numbers and the word of both; word is 0 where it is no date.
func (s *scanner) bareEnds(i int) (low, high, end int, word rune) {
	a, ok := s.unsigned(i)
	if !ok || !a.whole(1, 2999) || a.scaled && !a.chinese || isDigit(s.at(i-1)) || s.at(i-1) == '-' {
		return 0, 0, 0, 0
	}
	at := s.toward(a.end)
	if at == a.end && s.at(at) == '/' {
		at++
	} else if at == a.end {
		return 0, 0, 0, 0
	}
	b, ok := s.unsigned(at)
	if !ok || !b.whole(1, 2999) || isDigit(s.at(i)) != isDigit(s.at(at)) || b.chinese && b.end-at > 4 {
		return 0, 0, 0, 0
	}
	low, high, end = int(a.value.IntPart()), int(b.value.IntPart()), b.end
	year := func(v, n int) bool { return n == 4 && v >= 1000 }
	switch named := s.longest(end, yearWords); {
	case year(low, a.end-i) && b.end-at == 2 && low%100 < high && (named != "" || s.at(at-1) == '/') && low >= 1800:
		high += low / 100 * 100
		return low, high, end + runes(named), '年'
	case year(low, a.end-i) && year(high, b.end-at) && low < high && s.yearsStand(i, end, named, low, high):
		return low, high, end + runes(named), '年'
	case low >= high || s.at(at-1) == '/':
	case s.at(end) == '月' && high <= 12 && s.monthStands(end):
		if s.at(end+1) == '份' {
			end++
		}
		return low, high, end + 1, '月'
	case s.at(end) == '日' && high <= 31 && !a.chinese && s.at(end+1) != '元' && s.at(end+1) != '圆':
		return low, high, end + 1, '日'
	}
	return 0, 0, 0, 0
}

// yearsStand tells 1912-1949 from 1000-2000家.
func (s *scanner) yearsStand(i, end int, named string, low, high int) bool {
	if named != "" {
		return true
	}
	return !s.counted(end) && !isScale(s.at(end)) && low >= 1500 && high <= 2100 && s.at(end) != '-' && !isDigit(s.at(end)) && s.at(i-1) != '-' && !amountWords.has(s.at(i-1))
}

// amountWords stand before numbers that are no years.
var amountWords = newRuneSet("达至到共约近超逾为增数号$¥.第￥升降")

// bareYear reads a year without 年: 2008奥运会, （1987）.
func (s *scanner) bareYear(i int) (Figure, bool) {
	if !isDigit(s.at(i)) || isDigit(s.at(i-1)) || isLatin(s.at(i-1)) || amountWords.has(s.at(i-1)) || s.at(i-1) == '-' || s.at(i-1) == '/' || s.at(i-1) == '+' {
		return Figure{}, false
	}
	value, end := 0, i
	for ; isDigit(s.at(end)) && end-i < 5; end++ {
		value = value*10 + int(s.at(end)-'0')
	}
	if end-i != 4 || value < 1900 || value > 2099 {
		return Figure{}, false
	}
	n, _ := s.number(i)
	if n.end != end || s.counted(s.skipSpace(end)) || isLatin(s.at(end)) || notAfterYear.has(s.at(end)) {
		return Figure{}, false
	}
	return dateFigure(i, end, When{Year: value}), true
}

var notAfterYear = newRuneSet("-~—%./:+×*'〜至到比分余多级股")

// dateAt reads year, month and day with their words; the zero When for no date.
func (s *scanner) dateAt(i int) (When, int) {
	at, sign, base := s.epoch(i)
	w, end := s.calendar(at, sign, base)
	if w == (When{}) {
		return w, i
	}
	return w, end
}

// calendar reads a date at i in years that are counted from base.
func (s *scanner) calendar(i, sign, base int) (When, int) {
	var w When
	end := i
	if y, at, ok := s.year(i, sign, base); ok {
		w.Year, end = y, at
	} else if base != 0 || sign < 0 {
		return w, i
	}
	if month, at := s.month(end, w.Year != 0); at > end {
		w.Month, end = month, at
	}
	if n, ok := s.number(end); ok && n.whole(1, 31) {
		at := n.end
		if (s.at(at) == '日' || s.at(at) == '号') && s.longest(at, dayWords) == "" && (w.Month != 0 || w.Year == 0 && s.dayAlone(n, at)) {
			w.Day, end = int(n.value.IntPart()), at+1
		}
	}
	if w.Month != 0 && w.Day == 0 {
		w.Day, end = s.lunarDay(i, end)
	}
	return w, end
}

// dayWords begin with 日 or 号 and are no days.
var dayWords = []string{"日元", "日圆", "日本", "号线", "号楼", "号文", "号令"}

// month reads 3月 and 3月份; not 三月 where months are counted, nor 一月 in 月球.
func (s *scanner) month(i int, afterYear bool) (int, int) {
	if lunar := s.longest(i, []string{"正月", "腊月", "冬月"}); lunar != "" && !(lunar == "冬月" && !afterYear) {
		return map[string]int{"正月": 1, "冬月": 11, "腊月": 12}[lunar], i + 2
	}
	n, ok := s.number(i)
	if !ok || !n.whole(1, 12) || s.at(n.end) != '月' || s.at(i) == '两' || n.chinese && n.runes > 2 || !n.chinese && n.end-i > 2 {
		return 0, i
	}
	if !afterYear && (!s.monthStands(n.end) || s.at(i-1) == '前' || s.at(i-1) == '首') {
		return 0, i
	}
	end := n.end + 1
	if s.at(end) == '份' {
		end++
	}
	return int(n.value.IntPart()), end
}

// monthStands rejects 月 that is not a calendar month without a year before it.
func (s *scanner) monthStands(at int) bool {
	return s.longest(at, []string{"月球", "月亮", "月饼", "月子", "月龄", "月大", "月租", "月供", "月薪"}) == ""
}

// lunarDay reads the 初八 or 十五 of the old calendar behind a month.
func (s *scanner) lunarDay(start, i int) (int, int) {
	at := i
	if s.at(i) == '初' {
		at++
	} else if !s.endsWith(start, "农历") && !s.endsWith(start, "阴历") && s.at(i-2) != '正' && s.at(i-2) != '腊' {
		return 0, i
	}
	if n, ok := s.number(at); ok && n.chinese && n.whole(1, 30) {
		return int(n.value.IntPart()), n.end
	}
	return 0, i
}

// dayAlone accepts a day without its month where it reads as one: 12日, not 三日.
func (s *scanner) dayAlone(n number, at int) bool {
	return s.at(at) == '日' && !n.chinese && s.longest(at, []string{"日内", "日游", "日均"}) == ""
}
