package figure

import (
	"strings"
	"unicode/utf8"

	"github.com/shopspring/decimal"
)

// number is a number that was read: its value and where it ends (runes).
type number struct {
	value   decimal.Decimal
	end     int
	more    string // 余 多 几 inside or behind it: 30余, 100多万
	chinese bool   // written in Chinese numerals
	digits  int    // of Chinese digits and scales read
}

var digitOf = map[rune]int64{
	'零': 0, '〇': 0, '一': 1, '二': 2, '两': 2, '三': 3, '四': 4, '五': 5, '六': 6, '七': 7, '八': 8, '九': 9,
	'壹': 1, '贰': 2, '叁': 3, '肆': 4, '伍': 5, '陆': 6, '柒': 7, '捌': 8, '玖': 9,
}

var scaleOf = map[rune]int64{
	'十': 10, '拾': 10, '百': 100, '佰': 100, '千': 1000, '仟': 1000,
	'万': 10_000, '亿': 100_000_000, '兆': 1_000_000_000_000,
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' }

// number reads a number at i, in digits (1,234.5万) or in Chinese numerals.
func (s *scanner) number(i int) (number, bool) {
	if isDigit(s.at(i)) || (s.at(i) == '-' || s.at(i) == '+') && isDigit(s.at(i+1)) {
		return s.arabic(i)
	}
	return s.numeral(i)
}

// arabic reads digits with thousands separators, a fraction and scales:
// 3,500亿, 1.8万, 1亿2千万, 100多万.
func (s *scanner) arabic(i int) (number, bool) {
	value, end := s.plainDigits(i)
	n := number{value: value, end: end}
	n.scaled(s)
	for !n.value.IsZero() && n.more == "" && isDigit(s.at(n.end)) && scaleOf[s.at(n.end-1)] >= 1000 {
		low, lowEnd := s.plainDigits(n.end) // 1亿2千万: a lower part, itself scaled
		part := number{value: low, end: lowEnd}
		part.scaled(s)
		if part.end == lowEnd || !part.value.LessThan(decimal.NewFromInt(scaleOf[s.at(n.end-1)])) {
			break
		}
		n.value, n.end, n.more = n.value.Add(part.value), part.end, part.more
	}
	return n, true
}

// plainDigits reads digits, separators and a fraction; the value and its end.
func (s *scanner) plainDigits(i int) (decimal.Decimal, int) {
	var b strings.Builder
	if r := s.at(i); r == '-' || r == '+' {
		b.WriteRune(r)
		i++
	}
	for isDigit(s.at(i)) {
		b.WriteRune(s.at(i))
		i++
		if s.thousands(i) {
			i++
		}
	}
	if s.at(i) == '.' && isDigit(s.at(i+1)) {
		b.WriteRune('.')
		for i++; isDigit(s.at(i)); i++ {
			b.WriteRune(s.at(i))
		}
	}
	value, err := decimal.NewFromString(b.String())
	if err != nil { // cannot be: only digits, a sign and one point were written
		return decimal.Zero, i
	}
	return value, i
}

// thousands says whether a separator between digits stands at i, with three
// digits before the next one: a comma of the same width as the digits. A
// full-width comma between half-width digits parts two figures.
func (s *scanner) thousands(i int) bool {
	if s.at(i) != ',' || (s.raw[i] == ',') != (s.raw[i-1] < utf8.RuneSelf) {
		return false
	}
	return isDigit(s.at(i+1)) && isDigit(s.at(i+2)) && isDigit(s.at(i+3)) && !isDigit(s.at(i+4))
}

// scaled multiplies n by the scales that follow it: 万, 亿, 万亿, 百万, 多万.
func (n *number) scaled(s *scanner) {
	n.approximate(s)
	for i := s.skipSpace(n.end); ; i = n.end {
		scale, ok := scaleOf[s.at(i)]
		if !ok || scale == 1000 && s.longest(i, kiloUnits) != "" {
			return
		}
		n.value, n.end = n.value.Mul(decimal.NewFromInt(scale)), i+1
		n.approximate(s)
	}
}

// kiloUnits begin with 千 as a part of the unit, not of the number.
var kiloUnits = []string{"千米", "千克", "千瓦", "千伏", "千卡", "千帕", "千赫", "千焦", "千字节", "千吨"}

// approximate takes 余, 多, 几 behind a number: 30余, 100多万.
func (n *number) approximate(s *scanner) {
	i := s.skipSpace(n.end)
	if r := s.at(i); n.more == "" && (r == '余' || r == '多') && s.at(i+1) != '伦' {
		n.more, n.end = string(r), i+1
	}
}

// numeral reads Chinese numerals: 二十, 三千五百, 两百零三, 十几, 二〇二〇, 一点八.
func (s *scanner) numeral(i int) (number, bool) {
	n := number{chinese: true}
	var total, section, digit int64
	start := i
	for ; ; i++ {
		r := s.at(i)
		if d, ok := digitOf[r]; ok {
			if i > start && isPlainDigit(s.at(i-1)) {
				if total+section == 0 {
					return s.digitByDigit(start)
				}
				if digit > 0 {
					break
				}
			}
			digit = d
		} else if scale, ok := scaleOf[r]; ok && !(scale == 1000 && i > start && s.longest(i, kiloUnits) != "") {
			total, section = addScale(total, section, digit, scale, i == start)
			digit = 0
		} else if r == '几' && i > start && scaleOf[s.at(i-1)] > 0 || r == '几' && i == start && scaleOf[s.at(i+1)] > 0 {
			n.more = "几"
			if i == start {
				digit = 1
			}
		} else if (r == '余' || r == '多') && i > start && n.more == "" && s.at(i+1) != '伦' {
			n.more = string(r)
		} else if r == '廿' {
			section += 20
		} else if r == '卅' {
			section += 30
		} else {
			break
		}
		n.digits++
	}
	if n.digits == 0 || start == i {
		return n, false
	}
	n.value, n.end = decimal.NewFromInt(total+section+digit), i
	s.decimals(&n)
	return n, true
}

func isPlainDigit(r rune) bool { _, ok := digitOf[r]; return ok }

// addScale folds a scale into what was read so far, as one reads it aloud:
// 三千五百万 is (3×1000 + 5×100) × 10 000.
func addScale(total, section, digit, scale int64, first bool) (int64, int64) {
	if scale >= 10_000 {
		sum := section + digit
		if sum == 0 && (first || total == 0) {
			sum = 1
		}
		if total > 0 && total < scale {
			return (total + sum) * scale, 0
		}
		return total + sum*scale, 0
	}
	return total, section + max(digit, 1)*scale
}

// digitByDigit reads numerals that stand for digits: 二〇二四, 一九五四.
func (s *scanner) digitByDigit(i int) (number, bool) {
	var b strings.Builder
	start := i
	for ; isPlainDigit(s.at(i)) && s.at(i) != '两' && i-start < 18; i++ {
		b.WriteByte(byte('0' + digitOf[s.at(i)]))
	}
	value, err := decimal.NewFromString(b.String())
	if err != nil {
		return number{}, false
	}
	n := number{value: value, end: i, chinese: true, digits: i - start}
	if scaleOf[s.at(i)] > 0 || i-start == 2 && !strings.ContainsAny(b.String(), "0") {
		return s.adjacent(start) // 三四十, 七八个: about so many
	}
	return n, true
}

// adjacent reads two neighbouring numerals as an approximation: 七八个 is about 7.
func (s *scanner) adjacent(i int) (number, bool) {
	low, high := digitOf[s.at(i)], digitOf[s.at(i+1)]
	if high != low+1 {
		return number{}, false
	}
	n := number{value: decimal.NewFromInt(low), end: i + 2, more: "几", chinese: true, digits: 2}
	n.scaled(s)
	return n, true
}

// decimals reads 点八 behind numerals.
func (s *scanner) decimals(n *number) {
	if s.at(n.end) != '点' || !isPlainDigit(s.at(n.end+1)) {
		return
	}
	unit := decimal.New(1, -1)
	i := n.end + 1
	for ; isPlainDigit(s.at(i)); i++ {
		n.value = n.value.Add(unit.Mul(decimal.NewFromInt(digitOf[s.at(i)])))
		unit = unit.Shift(-1)
	}
	n.end = i
	n.scaled(s)
}
