package figure

import (
	"fmt"

	"github.com/shopspring/decimal"
)

// dayParts stand before a time of day; the number is what they add to hours
// before noon.
var dayParts = map[string]int{"上午": 0, "早上": 0, "清晨": 0, "早晨": 0, "凌晨": 0, "中午": 12, "正午": 12, "下午": 12, "午后": 12, "傍晚": 12, "晚上": 12, "晚间": 12, "夜间": 12, "深夜": 12, "当晚": 12, "夜里": 12, "晚": 12, "早": 0}

var dayPartWords = func() []string {
	var out []string
	for word := range dayParts {
		out = append(out, word)
	}
	return out
}()

// clock reads a time of day or a stretch of one: 上午9时30分, 9点半, 12:30, 8:00-17:30.
func (s *scanner) clock(i int) (Figure, bool) {
	w, end, ok := s.timeOfDay(i)
	if !ok {
		return Figure{}, false
	}
	f := Figure{Start: i, End: end, Kind: Date, When: w}
	f.Value = decimal.NewFromInt(int64(hourOf(w)))
	f.High = f.Value
	if at := s.toward(end); at > end {
		if until, stop, ok := s.timeOfDay(at); ok {
			f.Until, f.End, f.High = until, stop, decimal.NewFromInt(int64(hourOf(until)))
		}
	}
	return f, true
}

func hourOf(w When) int { return int(w.Clock[0]-'0')*10 + int(w.Clock[1]-'0') }

func (s *scanner) timeOfDay(i int) (When, int, bool) {
	part := s.longest(i, dayPartWords)
	n, ok := s.unsigned(s.skipSpace(i + runes(part)))
	if !ok || !n.whole(0, 24) || n.vague || isDigit(s.at(i-1)) && s.dayEnd != i || !n.chinese && n.runes > 2 {
		return When{}, i, false
	}
	hour, minute, second, end := int(n.value.IntPart()), 0, -1, n.end
	switch r := s.at(n.end); {
	case r == ':':
		minute, second, end, ok = s.digital(i, n.end+1)
	case r == '时' && (s.longest(n.end, notHours) == "" || s.dayEnd == i && s.longest(n.end, notHours) == "时长") && (!n.chinese || n.runes > 1 || n.value.IsZero() || part != "" || s.afterDay(i)), r == '点' && s.pointStands(i, n, part):
		minute, second, end = s.minutes(n.end + 1)
	default:
		ok = false
	}
	if !ok {
		return When{}, i, false
	}
	if hour < 12 && dayParts[part] > 0 && !(part == "中午" && hour == 11) {
		hour += 12
	}
	if part == "凌晨" && hour == 12 {
		hour = 0
	}
	clock := fmt.Sprintf("%02d:%02d", hour, minute)
	if second >= 0 {
		clock += fmt.Sprintf(":%02d", second)
	}
	return When{Clock: clock}, end, true
}

// notHours begin with 时 and are no time of day.
var notHours = []string{"时代", "时期", "时间", "时候", "时段", "时尚", "时速", "时任", "时长", "时光"}

// digital reads the minutes of 12:30 and 21:57:32 at i; scores and ratios are none.
func (s *scanner) digital(start, i int) (minute, second, end int, ok bool) {
	two := func(at int) (int, bool) {
		if !isDigit(s.at(at)) || !isDigit(s.at(at+1)) || isDigit(s.at(at+2)) {
			return 0, false
		}
		v := int(s.at(at)-'0')*10 + int(s.at(at+1)-'0')
		return v, v < 60
	}
	minute, ok = two(i)
	if !ok || s.at(start-1) == ':' && isDigit(s.at(start-2)) || s.played(start, i+2) {
		return 0, 0, 0, false
	}
	end, second = i+2, -1
	if s.at(end) == '时' && s.longest(end, notHours) == "" { // 16:00时
		return minute, second, end + 1, true
	}
	if s.at(end) == ':' {
		if v, good := two(end + 1); good {
			second, end = v, end+3
		}
	}
	return minute, second, end, true
}

// minutes reads the 30分15秒 or 半 behind an hour at i; second is -1 for none.
func (s *scanner) minutes(i int) (minute, second, end int) {
	second, end = -1, i
	if n, ok := s.unsigned(i); ok && n.whole(0, 59) && s.at(n.end) == '分' {
		minute, end = int(n.value.IntPart()), n.end+1
		if n, ok := s.unsigned(end); ok && n.whole(0, 59) && s.at(n.end) == '秒' {
			second, end = int(n.value.IntPart()), n.end+1
		}
		return minute, second, end
	} else if ok && s.at(i-1) == '点' && n.whole(1, 59) && n.end-i == 2 && !s.counted(n.end) && !isDigit(s.at(n.end)) {
		return int(n.value.IntPart()), -1, n.end // 九点五十
	} else if ok && n.whole(1, 3) && s.at(n.end) == '刻' {
		return int(n.value.IntPart()) * 15, -1, n.end + 1
	}
	switch s.at(i) {
	case '半':
		if s.at(i-1) == '点' || s.at(i-1) == '时' {
			return 30, -1, i + 1
		}
	case '整', '钟':
		return 0, -1, i + 1
	}
	return 0, -1, end
}

// pointStands tells 9点 as a time of day from 9点 of an index or a list.
func (s *scanner) pointStands(i int, n number, part string) bool {
	at := n.end + 1
	if (part == "晚" || part == "早") && s.at(i+1) == '一' { // 晚一点
		return false
	}
	if part != "" || s.longest(at, []string{"钟", "半", "整", "许", "前", "后", "起", "左右", "多"}) != "" {
		return !(n.chinese && part == "" && s.longest(at, []string{"多"}) != "")
	}
	if s.endsWith(i, "时间") {
		return true
	}
	if m, ok := s.unsigned(at); ok && m.whole(1, 59) && (s.at(m.end) == '分' || s.at(m.end) == '刻') {
		return true
	}
	if !n.chinese && s.longestBefore(i, fromOrTo) != "" && !isHan(s.at(at)) {
		return s.longestBefore(i, reaching) == ""
	}
	return s.afterDay(i) || s.toward(at) > at && !n.chinese
}

// maxGap bounds the spaces between a day and its time of day.
const maxGap = 4

// clockBehind adds the time of day behind a day, or a stretch of one.
func (s *scanner) clockBehind(f *Figure) {
	at := f.End
	for s.at(at) == ' ' && at-f.End < maxGap {
		at++
	}
	s.dayEnd = at
	w, end, ok := s.timeOfDay(at)
	s.dayEnd = 0
	if !ok || at > f.End && s.at(at+1) != ':' && s.at(at+2) != ':' {
		return
	}
	f.When.Clock, f.End = w.Clock, end
	if f.Until.Day != 0 { // of listed days
		f.Until.Clock = w.Clock
		return
	}
	next := s.toward(end)
	if next == end {
		return
	}
	if until, stop, ok := s.timeOfDay(next); ok {
		f.Until, f.End = f.When, stop
		f.Until.Clock = until.Clock
	} else if day, at := s.dateAt(next); day.Day != 0 { // 7月24日8时-29日8时
		s.dayEnd = at
		until, stop, ok := s.timeOfDay(at)
		s.dayEnd = 0
		if ok && f.When.before(day) {
			f.Until, f.End = day, stop
			f.Until.Clock = until.Clock
		}
	}
}

// fromOrTo stand before a time of day.
var fromOrTo = newEndings("至", "到", "从", "自", "于", "在")

// afterDay says that a day was read right before i.
func (s *scanner) afterDay(i int) bool {
	if s.dayEnd > 0 && s.dayEnd == i {
		return true
	}
	n := len(s.found)
	return n > 0 && s.found[n-1].End == i && s.found[n-1].When.Day != 0
}
