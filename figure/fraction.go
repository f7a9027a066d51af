package figure

import "github.com/shopspring/decimal"

// fractionDigits are kept of a fraction that does not end: 三分之一.
const fractionDigits = 12

// fraction reads X分之Y and X/Y: 百分之五, 三分之一, 一又二分之一, 1/2.
func (s *scanner) fraction(i int) (Figure, bool) {
	if s.has(i, "一半") && !s.inWord(i, i+2, i+2) {
		half := decimal.New(5, -1)
		return Figure{Start: i, End: i + 2, Value: half, High: half, Kind: Share}, true
	}
	n, ok := s.number(i)
	if !ok || n.more != "" || n.vague {
		return Figure{}, false
	}
	f := Figure{Start: i, Kind: Share}
	switch {
	case s.has(n.end, "分之"):
		ok = s.partOf(&f, n, n.end+2)
	case s.at(n.end) == '又':
		ok = s.mixed(&f, n, n.end+1)
	case s.at(n.end) == '/' && !n.chinese:
		ok = s.stroke(&f, n)
	case s.at(n.end) == ' ' && isDigit(s.at(n.end+1)):
		part := Figure{Kind: Share}
		over, good := s.number(n.end + 1)
		if ok = good && s.at(over.end) == '/' && n.value.IsInteger() && s.stroke(&part, over); ok {
			f.Value, f.End = n.value.Add(part.Value), part.End
		}
	default:
		return Figure{}, false
	}
	if f.High.IsZero() {
		f.High = f.Value
	}
	return f, ok
}

// bareScale says that a denominator has no numeral but its scale; what is over it
// is said in per cent: 百分之五, 千分之三.
func (s *scanner) bareScale(i, end int) bool {
	for ; i < end; i++ {
		if !isScale(s.at(i)) || s.at(i) == '十' || s.at(i) == '拾' {
			return false
		}
	}
	return true
}

// partOf reads what stands behind 分之 at i; whole is what is before it.
func (s *scanner) partOf(f *Figure, whole number, i int) bool {
	part, ok := s.number(i)
	if !ok || whole.value.IsZero() {
		return false
	}
	scale := decimal.NewFromInt(1)
	if s.bareScale(f.Start+s.minus(f.Start), whole.end) {
		f.Unit, scale = "%", decimal.NewFromInt(100)
	}
	over := func(v decimal.Decimal) decimal.Decimal {
		return v.Mul(scale).DivRound(whole.value, fractionDigits+6)
	}
	f.Value, f.High, f.End, f.Qualifier = over(part.value), over(part.high), part.end, part.more
	if s.has(f.End, "决赛") {
		f.Kind = Ordinal
	}
	if at := s.toward(f.End); at > f.End {
		if lead := string(s.folded[f.Start:whole.end]) + "分之"; s.has(at, lead) {
			at += runes(lead)
		}
		if high, ok := s.number(at); ok && high.chinese == part.chinese && high.value.GreaterThan(part.value) {
			f.High, f.End = over(high.value), high.end
		}
	}
	return true
}

// mixed reads the 三分之一 of 三百五又三分之一.
func (s *scanner) mixed(f *Figure, whole number, i int) bool {
	below, ok := s.unsigned(i)
	part := Figure{Kind: Share}
	if ok && s.at(below.end) == '/' && !below.chinese && s.stroke(&part, below) { // 5又1/2
		f.Value, f.End = whole.value.Add(part.Value), part.End
		return true
	}
	if !ok || !s.has(below.end, "分之") || below.value.IsZero() {
		return false
	}
	over, ok := s.unsigned(below.end + 2)
	if !ok {
		return false
	}
	share := over.value.DivRound(below.value, fractionDigits)
	if whole.value.IsNegative() {
		share = share.Neg()
	}
	f.Value, f.End = whole.value.Add(share), over.end
	return true
}

// stroke reads 1/2 where the 1 was read; not a row of strokes, nor 120/80mmHg.
func (s *scanner) stroke(f *Figure, over number) bool {
	below, end := s.plainDigits(over.end + 1)
	if end == over.end+1 || below.IsZero() || over.scaled || !over.value.IsInteger() || !below.IsInteger() || s.at(end) == '/' || s.at(over.end-over.runes-1) == '/' || isLatin(s.at(end)) {
		return false
	}
	limit := decimal.NewFromInt(1000)
	if !over.value.LessThan(limit) || !below.LessThan(limit) {
		return false
	}
	if u, _ := s.unitAt(end); u.kind == Duration || u.kind == Ordinal {
		return false
	}
	f.Value, f.End = over.value.DivRound(below, fractionDigits), end
	if s.has(end, "决赛") {
		f.Kind = Ordinal
	}
	return true
}

// half reads 半 where it counts: 半年, 半个月, 半公里, 半成, 对折.
func (s *scanner) half(i int) (Figure, bool) {
	if s.has(i, "对折") {
		return s.halfFigure(i, i+2, unit{name: "%", kind: Share}, decimal.NewFromInt(50))
	}
	if s.at(i) != '半' || halved.has(s.at(i-1)) && !(sides.has(s.at(i-1)) && s.longest(i+1, hours) != "") || isNumeral(s.at(i-1)) || s.longest(i, notHalf) != "" {
		return Figure{}, false
	}
	at := i + 1
	if s.at(at) == '个' {
		at++
	}
	more := ""
	if r := s.at(at); at == i+2 && (r == '多' || r == '余') {
		more, at = string(r), at+1
	}
	u, end := s.unitAt(at)
	if inner, innerEnd := s.unitAt(i + 1); inner.kind == Duration && innerEnd > end {
		u, end = inner, innerEnd
	}
	switch {
	case u.written == "打":
		return s.halfFigure(i, end, unit{name: "个", kind: Count}, decimal.NewFromInt(6))
	case s.has(i+1, "个百分点"):
		return s.halfFigure(i, i+5, unit{name: "个百分点", kind: Change}, decimal.New(5, -1))
	case u.written == "成", u.written == "折":
		value := decimal.NewFromInt(5)
		if u.written == "折" {
			value = decimal.NewFromInt(50)
		}
		return s.halfFigure(i, end, unit{name: "%", kind: Share}, value)
	case u.kind == Duration && u.name != "日" && u.name != "夜" && u.name != "晚" && u.name != "岁", u.kind == Amount && at == i+1 && !vagueOne[u.written] && !ambiguous[u.written]:
		f, ok := s.halfFigure(i, end, u, decimal.New(5, -1))
		f.Qualifier = more
		return f, ok
	}
	return Figure{}, false
}

// halved are characters before 半 that make another word: 上半年, 一大半.
var halved = newRuneSet("上下前后大小多过夜对各参左右东西南北")

// sides are those of them before which an event stands: 赛前半小时, 之后半个月.
var sides = newRuneSet("前后")

var hours = []string{"小时", "个小时", "个月"}

var notHalf = []string{"半天", "半圆", "半元音", "半克", "半月谈", "半月板", "半年报", "半年度", "半月刊", "半年刊", "半年线"}

func (s *scanner) halfFigure(start, end int, u unit, value decimal.Decimal) (Figure, bool) {
	return Figure{Start: start, End: end, Value: value, High: value, Unit: u.name, Kind: u.kind}, true
}

// doubling reads 翻一番 and 翻了两番: twice as much, four times as much.
func (s *scanner) doubling(i int) (Figure, bool) {
	if s.at(i) != '翻' {
		return Figure{}, false
	}
	at := i + 1
	if s.at(at) == '了' {
		at++
	}
	n, ok := s.number(at)
	if !ok || s.at(n.end) != '番' || !n.whole(1, 30) {
		return Figure{}, false
	}
	times := decimal.NewFromInt(1 << n.value.IntPart())
	return Figure{Start: i, End: n.end + 1, Value: times, High: times, Unit: "倍", Kind: Change}, true
}
