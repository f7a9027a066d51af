package figure

import "github.com/shopspring/decimal"

// date reads a date or a range of dates, and the time of day that stands right
// behind a day: 7月24日上午10时, 2023-08-16 11:40:34.
func (s *scanner) date(i int) (Figure, bool) {
	f, ok := s.dateRange(i)
	if ok && f.When.Day != 0 && (f.Until == (When{}) || s.listedDays(f)) {
		s.clockBehind(&f)
	}
	return f, ok
}

// dateRange reads a date or a range of dates: 2021年1月27日, 2020-2022年, 1月3日至5日,
// 2020年1-11月, 20世纪80年代.
func (s *scanner) dateRange(i int) (Figure, bool) {
	if f, ok := s.englishDate(i); ok {
		return f, true
	}
	if f, ok := s.isoDate(i); ok {
		return f, true
	}
	if f, ok := s.decade(i); ok {
		return f, true
	}
	if f, ok := s.bareRange(i); ok {
		return f, true
	}
	if f, ok := s.twoMonths(i); ok {
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

// listedDays says that the days of f are listed, so that a time behind them is of each:
// 8月5、6日18点.
func (s *scanner) listedDays(f Figure) bool {
	for i := f.Start; i < f.End; i++ {
		if s.at(i) == '、' {
			return true
		}
	}
	return false
}

// thisAge is that of a season's years with two digits.
const thisAge = 2000

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
	listed := at == a.end && s.at(at) == '、' && !a.chinese
	if at == a.end && (s.at(at) == '/' || listed) {
		at++
	} else if at == a.end {
		return 0, 0, 0, 0
	}
	b, ok := s.unsigned(at)
	for listed && ok && s.at(b.end) == '、' && isDigit(s.at(b.end+1)) { // 5、6、7日
		at = b.end + 1
		b, ok = s.unsigned(at)
	}
	if !ok || !b.whole(1, 2999) || isDigit(s.at(i)) != isDigit(s.at(at)) || b.chinese && b.end-at > 4 {
		return 0, 0, 0, 0
	}
	low, high, end = int(a.value.IntPart()), int(b.value.IntPart()), b.end
	year := func(v, n int) bool { return n == 4 && v >= 1000 }
	switch named := s.longest(end, yearWords); {
	case year(low, a.end-i) && high == low+1 && b.end-at == 4 && s.at(at-1) == '/' && low >= 1900 && low < 2100 && !isDigit(s.at(end)) && s.at(end) != '/': // 2026/2027冬季
		return low, high, end + runes(named), '年'
	case a.end-i == 2 && b.end-at == 2 && high == low+1 && !a.chinese && s.has(end, "赛季"): // 22-23赛季
		return low + thisAge, high + thisAge, end + runes(named), '年'
	case listed && s.at(end) != '日' && s.at(end) != '月':
	case year(low, a.end-i) && b.end-at == 2 && low%100 < high && (named != "" || s.at(at-1) == '/' && low >= 1800):
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
	enclosed := s.at(i-1) == '(' && s.at(end) == ')' && value >= 1000
	if end-i != 4 || value < 1900 && !enclosed || value > 2099 {
		return Figure{}, false
	}
	n, _ := s.number(i)
	if n.end != end || s.counted(s.skipSpace(end)) || isLatin(s.at(end)) && !s.namesEvent(end) || notAfterYear.has(s.at(end)) {
		return Figure{}, false
	}
	return dateFigure(i, end, When{Year: value}), true
}

// longestEvent and shortestEvent bound the letters of an event behind its year: 2023LPL.
const shortestEvent, longestEvent = 3, 12

// namesEvent says that a name in big letters stands at i, of letters alone.
func (s *scanner) namesEvent(i int) bool {
	end := i
	for isLatin(s.at(end)) && end-i < longestEvent {
		end++
	}
	return end-i >= shortestEvent && s.capital(i, i+1) && s.capital(i+1, end) && !isDigit(s.at(end)) && s.at(end) != '-'
}

var notAfterYear = newRuneSet("-~—%./:+×*'〜至到比分余多级股")
