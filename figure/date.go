package figure

import "github.com/shopspring/decimal"

// date reads a date at i: 2021年1月27日, 1月28日, 2020年, 二〇二〇年, 2021-01-27,
// 前221年, 20世纪80年代, 2012年至2016年 (as its first part).
func (s *scanner) date(i int) (Figure, bool) {
	if f, ok := s.isoDate(i); ok {
		return f, true
	}
	if f, ok := s.era(i); ok {
		return f, true
	}
	start, at, sign := i, i, 1
	for _, before := range []string{"公元前", "西元前", "前"} {
		if s.has(i, before) && (isDigit(s.at(i+len([]rune(before)))) || isPlainDigit(s.at(i+len([]rune(before))))) {
			at, sign = i+len([]rune(before)), -1
			break
		}
	}
	w, end := s.calendar(at, sign)
	if w == (When{}) {
		return Figure{}, false
	}
	return s.dateFigure(start, end, w), true
}

func (s *scanner) dateFigure(start, end int, w When) Figure {
	value := w.Year
	if value == 0 {
		value = w.Month
	}
	if value == 0 {
		value = w.Day
	}
	v := decimal.NewFromInt(int64(value))
	return Figure{Start: start, End: end, Value: v, High: v, Kind: Date, When: w}
}

// calendar reads year, month and day, each with its word; the zero When for no date.
func (s *scanner) calendar(i, sign int) (When, int) {
	var w When
	end := i
	if y, at, ok := s.year(i, sign); ok {
		w.Year, end = y, at
	}
	if n, ok := s.number(s.skipSpace(end)); ok && n.more == "" && between(n, 1, 12) {
		if at := s.skipSpace(n.end); s.at(at) == '月' && (w.Year != 0 || s.monthAlone(at)) {
			w.Month, end = int(n.value.IntPart()), at+1
		}
	}
	if n, ok := s.number(s.skipSpace(end)); ok && n.more == "" && between(n, 1, 31) {
		at := s.skipSpace(n.end)
		if (s.at(at) == '日' || s.at(at) == '号') && (w.Month != 0 || s.dayAlone(n, at)) {
			w.Day, end = int(n.value.IntPart()), at+1
		}
	}
	return w, end
}

// monthAlone rejects 月 that is not a calendar month without a year before it.
func (s *scanner) monthAlone(at int) bool { return s.at(at+1) != '球' && s.at(at+1) != '亮' }

// dayAlone accepts a day without its month where it reads as one: 12日, not 三日 or 5号线.
func (s *scanner) dayAlone(n number, at int) bool {
	return s.at(at) == '日' && !n.chinese && s.at(at+1) != '元' && s.at(at+1) != '圆'
}

func between(n number, low, high int64) bool {
	v := n.value
	return v.IsInteger() && v.IntPart() >= low && v.IntPart() <= high
}

// year reads 2020年, 二〇二〇年, 98年, 1950-53 is left to ranges. A year before
// Christ has sign -1 and may have one digit or more.
func (s *scanner) year(i, sign int) (int, int, bool) {
	n, ok := s.number(i)
	if !ok || n.more != "" || !n.value.IsInteger() {
		return 0, i, false
	}
	at := s.skipSpace(n.end)
	if s.at(at) != '年' {
		return 0, i, false
	}
	value := int(n.value.IntPart())
	four := n.end-i == 4 && value >= 1000 && value <= 2999
	short := n.end-i == 2 && value >= 30 && !n.chinese && s.yearBegins(i) && !s.durationWord(at+1) // 98年
	old := sign < 0 || n.end-i == 3 && !n.chinese && value >= 100 && !s.durationWord(at+1)
	if n.chinese {
		four = n.digits == 4 && value >= 1000 && value <= 2999 && scaleOf[s.at(i+1)] == 0
	}
	if !four && !short && !old {
		return 0, i, false
	}
	return sign * value, at + 1, true
}

// yearBegins says that two digits before 年 may be a year: nothing is counted by
// the word before them.
func (s *scanner) yearBegins(i int) bool {
	switch s.at(i - 1) {
	case 0, ' ', ',', '。', ';', '、', '(', '自', '从', '在', '于', '至', '到', '—', '-', '“', '」':
		return true
	}
	return false
}

// durationWord says that 年 is followed by what makes it a length of time: 50年来.
func (s *scanner) durationWord(i int) bool {
	return s.longest(i, []string{"来", "间", "后", "前", "以", "内", "之", "多", "的", "时间", "历史", "左右"}) != ""
}

// isoDate reads 2021-01-27, 2021/1/27 and 2021.01.27.
func (s *scanner) isoDate(i int) (Figure, bool) {
	if !isDigit(s.at(i)) || isDigit(s.at(i-1)) {
		return Figure{}, false
	}
	parts, at := [3]int{}, i
	for p := range parts {
		start := at
		for isDigit(s.at(at)) && at-start < 4 {
			parts[p] = parts[p]*10 + int(s.at(at)-'0')
			at++
		}
		if p == 0 && at-start != 4 || p > 0 && (at == start || at-start > 2) {
			return Figure{}, false
		}
		if sep := s.at(at); p < 2 && sep != s.at(i+4) || p < 2 && sep != '-' && sep != '/' && sep != '.' {
			return Figure{}, false
		}
		if p < 2 {
			at++
		}
	}
	if isDigit(s.at(at)) || parts[0] < 1000 || parts[0] > 2999 || parts[1] < 1 || parts[1] > 12 || parts[2] < 1 || parts[2] > 31 {
		return Figure{}, false
	}
	return s.dateFigure(i, at, When{parts[0], parts[1], parts[2]}), true
}

// era reads 20世纪80年代, 16世纪, 公元前5世纪, 上世纪90年代, 80年代.
func (s *scanner) era(i int) (Figure, bool) {
	start, at := i, i
	if lead := s.longest(i, []string{"公元前", "西元前", "公元", "西元", "上", "本", "前"}); lead != "" {
		at += len([]rune(lead))
	}
	century := 0
	if s.has(at, "世纪") && at > i {
		century, at = 20, at+2
	} else if n, ok := s.number(at); ok && n.more == "" && between(n, 1, 30) && s.has(s.skipSpace(n.end), "世纪") {
		century, at = int(n.value.IntPart()), s.skipSpace(n.end)+2
	}
	end := at
	if n, ok := s.number(s.skipSpace(at)); ok && n.more == "" && s.has(s.skipSpace(n.end), "年代") {
		end = s.skipSpace(n.end) + 2
	}
	if century == 0 && end == at || end == i || century > 0 && end == at && s.has(i, "上世纪") {
		return Figure{}, false
	}
	v := decimal.NewFromInt(int64(century))
	return Figure{Start: start, End: end, Value: v, High: v, Kind: Date}, true
}

// clock reads a time of day: 20时30分, 9点半, 12:30.
func (s *scanner) clock(i int) (Figure, bool) {
	n, ok := s.number(i)
	if !ok || n.more != "" || !between(n, 0, 24) {
		return Figure{}, false
	}
	end := n.end
	switch r := s.at(n.end); {
	case r == ':' && isDigit(s.at(end+1)) && isDigit(s.at(end+2)) && !isDigit(s.at(end+3)) && !isDigit(s.at(i-1)):
		end += 3
	case r == '时' || r == '点' && (s.has(end+1, "钟") || s.has(end+1, "半") || s.minutes(end+1) > end+1 || s.dayPart(i)):
		end = s.minutes(end + 1)
		if s.at(end) == '半' || s.at(end) == '许' || s.at(end) == '整' || s.at(end) == '钟' {
			end++
		}
	default:
		return Figure{}, false
	}
	return Figure{Start: i, End: end, Value: n.value, High: n.value, Unit: "时", Kind: Date}, true
}

// minutes steps over 30分 and 15秒 at i.
func (s *scanner) minutes(i int) int {
	for _, word := range []rune{'分', '秒'} {
		if n, ok := s.number(i); ok && between(n, 0, 59) && s.at(n.end) == word {
			i = n.end + 1
		}
	}
	return i
}

// dayPart says that a part of the day stands before i: 上午9点.
func (s *scanner) dayPart(i int) bool {
	for _, word := range []string{"上午", "下午", "晚上", "凌晨", "中午", "清晨", "傍晚", "早上", "午后", "深夜", "当晚"} {
		if s.has(i-len([]rune(word)), word) {
			return true
		}
	}
	return false
}
