package figure

import "github.com/shopspring/decimal"

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
	if end == i {
		if month, day, at := s.dottedDay(i); at > i {
			w.Month, w.Day = month, day
			return w, at
		}
	}
	if month, at := s.month(end, w.Year != 0); at > end {
		w.Month, end = month, at
	}
	if n, ok := s.number(end); ok && n.whole(1, 31) {
		at := n.end
		if (s.at(at) == '日' || s.at(at) == '号') && s.dayEnds(at) && (w.Month != 0 || w.Year == 0 && s.dayAlone(n, at)) {
			w.Day, end = int(n.value.IntPart()), at+1
		}
	}
	if w.Month != 0 && w.Day == 0 {
		w.Day, end = s.lunarDay(i, end)
	}
	return w, end
}

// dottedDay reads 5.1日: a fraction of a day is not written so.
func (s *scanner) dottedDay(i int) (month, day, end int) {
	month, end = s.twoDigits(i)
	if end == i || month < 1 || month > 12 || s.at(end) != '.' || s.wordGoesOn(i-1) || s.at(i-1) == '.' {
		return 0, 0, i
	}
	at := end + 1
	day, end = s.twoDigits(at)
	if end == at || day < 1 || day > 31 || s.at(end) != '日' || !s.dayEnds(end) {
		return 0, 0, i
	}
	return month, day, end + 1
}

// twoMonths reads 五六月份 and 七八月间.
func (s *scanner) twoMonths(i int) (Figure, bool) {
	low, high := digitOf[s.at(i)], digitOf[s.at(i+1)]
	if !isNumeral(s.at(i)) || !isNumeral(s.at(i+1)) || low < 1 || high != low+1 || s.at(i+2) != '月' || numerals.has(s.at(i-1)) || s.at(i+3) != '份' && s.at(i+3) != '间' {
		return Figure{}, false
	}
	end := i + 3
	if s.at(end) == '份' {
		end++
	}
	f := dateFigure(i, end, When{Month: int(low)})
	f.High, f.Until = decimal.NewFromInt(high), When{Month: int(high)}
	return f, true
}

// dayEnds says that the 日 or 号 at i is no part of another word. 日本报 is the day
// and 本报.
func (s *scanner) dayEnds(i int) bool {
	word := s.longest(i, dayWords)
	return word == "" || word == "日本" && s.longest(i+2, []string{"报", "网", "台", "社", "刊", "市", "省", "周", "次", "轮"}) != ""
}

// dayWords begin with 日 or 号 and are no days.
var dayWords = []string{"日元", "日圆", "日本", "号线", "号楼", "号文", "号令"}

// month reads 3月 and 3月份; not 三月 where months are counted, nor 一月 in 月球.
func (s *scanner) month(i int, afterYear bool) (int, int) {
	if lunar := s.longest(i, []string{"正月", "腊月", "冬月"}); lunar != "" && !(lunar == "冬月" && !afterYear) {
		return map[string]int{"正月": 1, "冬月": 11, "腊月": 12}[lunar], i + 2
	}
	if _, end := knownNames.longest(s, i, nil); end > i { // 1917年|十月革命
		return 0, i
	}
	n, ok := s.number(i)
	if !ok || !n.whole(1, 12) || s.at(n.end) != '月' || s.at(i) == '两' || n.chinese && n.runes > 2 || !n.chinese && n.end-i > 2 {
		return 0, i
	}
	if !afterYear && (!s.monthStands(n.end) || s.at(i-1) == '前' && !beforeFront.has(s.at(i-2)) || s.at(i-1) == '首') {
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
	} else if !s.endsWith(start, "农历") && !s.endsWith(start, "阴历") && s.at(i-2) != '正' && s.at(i-2) != '腊' && !s.lunarAlone(i) {
		return 0, i
	}
	if n, ok := s.number(at); ok && (n.chinese || s.at(i-1) == '月' && (s.at(i-2) == '腊' || s.at(i-2) == '正') && !s.counted(n.end)) && n.whole(1, 30) {
		return int(n.value.IntPart()), n.end
	}
	return 0, i
}

// lunarAlone says that a day without its word stands behind a month in numerals: 十月廿一，入关.
func (s *scanner) lunarAlone(i int) bool {
	n, ok := s.number(i)
	return ok && n.chinese && n.more == "" && n.runes >= 2 && s.at(i-1) == '月' && numerals.has(s.at(i-2)) && (endsClause(s.at(n.end)) || s.at(n.end) == '、')
}

// lengths stand before a number of days.
var lengths = newEndings("近", "最近", "过去", "未来", "连续", "满", "长达", "历时", "为期")

// onDay stand before a day that is called 11号, numberedPlaces behind what has that number.
var (
	onDay          = newEndings("于", "截至", "截止", "定于", "等到")
	numberedPlaces = newRuneSet("馆厅楼门线机院井船车厂房库泊码仓站桥坑洞台场球文")
)

// dayAlone accepts a day without its month where it reads as one: 12日, not 三日.
func (s *scanner) dayAlone(n number, at int) bool {
	if start := n.end - 2; s.endsWith(start, "拘留") || s.endsWith(start+1, "拘留") {
		return false
	}
	if s.longestBefore(n.end-n.runes, lengths) != "" {
		return false // 近5日
	}
	if s.at(at) == '号' {
		return !n.chinese && s.longestBefore(n.end-n.runes, onDay) != "" && !numberedPlaces.has(s.at(at+1))
	}
	return s.at(at) == '日' && !n.chinese && s.longest(at, []string{"日内", "日游", "日均", "日以下", "日以上", "日以内", "日拘留", "日之内"}) == ""
}
