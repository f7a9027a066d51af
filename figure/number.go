package figure

import (
	"strings"
	"unicode/utf8"

	"github.com/shopspring/decimal"
)

// number is a number that was read.
type number struct {
	value   decimal.Decimal
	high    decimal.Decimal // above value where neighbouring numerals say about how many: 七八十
	plain   decimal.Decimal // its leading digits without the scales that follow
	end     int
	more    string // 余 多 几 来 数 inside or behind it: 30余, 100多万
	chinese bool   // begins with a Chinese numeral
	vague   bool   // 数十, 几百: how many is not said; value is one of them
	scaled  bool   // 万, 亿 … follow the digits
	runes   int    // numerals, digits and scales read
}

func (n number) whole(low, high int64) bool {
	return n.more == "" && n.value.IsInteger() && n.value.GreaterThanOrEqual(decimal.NewFromInt(low)) &&
		n.value.LessThanOrEqual(decimal.NewFromInt(high))
}

// number reads a number at i with its sign: 1,234.5万, 二十余, -3, 零下5, 负一百.
func (s *scanner) number(i int) (number, bool) {
	sign := s.minus(i)
	n, ok := s.unsigned(i + sign)
	if !ok {
		return n, false
	}
	if sign > 0 {
		n.value, n.high, n.plain = n.value.Neg(), n.high.Neg(), n.plain.Neg()
	}
	return n, true
}

// unsigned reads a number without its sign. Many rules begin with the same number,
// so the last one is kept.
func (s *scanner) unsigned(i int) (number, bool) {
	if s.kept.at != i {
		n, ok := s.readNumber(i)
		s.kept = keptNumber{at: i, number: n, ok: ok}
	}
	return s.kept.number, s.kept.ok
}

// keptNumber is what was read at a place.
type keptNumber struct {
	at     int
	number number
	ok     bool
}

func (s *scanner) readNumber(i int) (number, bool) {
	if r := s.at(i); isDigit(r) || r == '.' && isDigit(s.at(i+1)) && s.minus(i-1) == 1 {
		return s.arabic(i)
	}
	return s.numeral(i)
}

// minus is how many runes at i say that what follows is below zero.
func (s *scanner) minus(i int) int {
	switch s.at(i) {
	case '-', '−':
		if r := s.at(i + 1); (isDigit(r) || r == '.' && isDigit(s.at(i+2))) && s.signStands(i) {
			return 1
		}
	case '负':
		if (isDigit(s.at(i+1)) || numerals.has(s.at(i+1))) && !isDigit(s.at(i-1)) && !losing.has(s.at(i-1)) {
			return 1
		}
	case '零':
		if s.at(i+1) == '下' && (isDigit(s.at(i+2)) || numerals.has(s.at(i+2))) {
			return 2
		}
	}
	return 0
}

// losing are characters that make a word with 负: 胜负, 担负, 减负, 税负.
var losing = newRuneSet("胜担自抱辜欺肩背正重税债减增降")

// signStands says that a hyphen at i is a minus and no dash: nothing before it
// that it could tie the number to, as in 5-8 or 歼-20.
func (s *scanner) signStands(i int) bool {
	r := s.at(i - 1)
	if isDigit(r) || isLatin(r) || r == '%' || r == '-' || r == '℃' || r == ')' || r == '”' {
		return false
	}
	return r < utf8.RuneSelf || beforeMinus.has(r) || !isHan(r) || s.decimalAt(i+1)
}

// decimalAt says that digits with a decimal point begin at i, which no name is numbered by.
func (s *scanner) decimalAt(i int) bool {
	for isDigit(s.at(i)) {
		i++
	}
	return s.at(i) == '.' && isDigit(s.at(i+1))
}

var beforeMinus = newRuneSet("为是到至达由从在约于比和及与升降跌幅率温值差益额润")

// arabic reads digits with what follows them: 3,500亿, 1.8万, 1亿2千万, 2e5, 3k.
func (s *scanner) arabic(i int) (number, bool) {
	value, end := s.plainDigits(i)
	n := number{value: value, high: value, plain: value, end: end, runes: end - i}
	if s.power(&n) || s.latinScale(&n) {
		return n, true
	}
	r := numeralReader{s: s, start: i, at: end, arabic: true, fraction: !value.IsInteger(), pending: value, has: true, pendingRunes: end - i}
	m, ok := r.read()
	if !ok || m.end <= end {
		return n, true
	}
	m.plain = value
	return m, true
}

// longestNumber bounds digits: longer ones are codes.
const longestNumber = 40

// plainDigits reads digits, separators and a fraction; the value and its end.
func (s *scanner) plainDigits(i int) (decimal.Decimal, int) {
	var b strings.Builder
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
	if b.Len() > longestNumber {
		return decimal.Zero, i
	}
	value, err := decimal.NewFromString(b.String())
	if err != nil { // cannot be: only digits and one point were written
		return decimal.Zero, i
	}
	return value, i
}

// thousands says whether a separator between digits stands at i, with three
// digits before the next one: a comma of the same width as the digits. A
// full-width comma between half-width digits parts two figures.
func (s *scanner) thousands(i int) bool {
	if s.at(i) != ',' || s.rawAt(i) == '、' || (s.rawAt(i) == ',') != (s.rawAt(i-1) < utf8.RuneSelf) {
		return false
	}
	return isDigit(s.at(i+1)) && isDigit(s.at(i+2)) && isDigit(s.at(i+3)) && !isDigit(s.at(i+4))
}

// greatestExponent bounds powers of ten and others, so that a code is no number
// of a million digits.
const greatestExponent = 40

// power reads 2e5 and 10^6 behind the digits of n.
func (s *scanner) power(n *number) bool {
	mark := s.at(n.end)
	if mark != 'e' && mark != '^' {
		return false
	}
	i, negative := n.end+1, false
	if r := s.at(i); r == '-' || r == '+' {
		negative = r == '-'
		i++
	}
	exponent, end := int64(0), i
	for ; isDigit(s.at(end)) && end-i < 3; end++ {
		exponent = exponent*10 + int64(s.at(end)-'0')
	}
	if end == i || isLatin(s.at(end)) || isDigit(s.at(end)) || exponent > greatestExponent {
		return false
	}
	if negative {
		exponent = -exponent
	}
	value := n.value.Shift(int32(exponent))
	if mark == '^' {
		power, err := n.value.PowInt32(int32(exponent))
		if err != nil {
			return false // zero to a negative power
		}
		value = power
	}
	n.value, n.high, n.end = value, value, end
	return true
}

// latinScale reads the k and M of 52.5k and -2.5 M; not of 4K电视 or 5m.
func (s *scanner) latinScale(n *number) bool {
	i := s.skipSpace(n.end)
	scale := int32(0)
	switch s.rawAt(i) {
	case 'k', 'K', 'Ｋ', 'ｋ':
		scale = 3
		if i == n.end && n.plain.GreaterThanOrEqual(decimal.NewFromInt(1000)) {
			scale = 0 // degrees: a star of 6500K
		}
	case 'M', 'Ｍ':
		if i == n.end && n.plain.GreaterThanOrEqual(decimal.NewFromInt(1000)) {
			return false // RX 6600M
		}
		scale = 6
	default:
		return false
	}
	if after := s.at(i + 1); isLatin(after) || isDigit(after) || after == '²' || s.longest(i+1, sharpness) != "" || i == n.end && s.longest(i+1, []string{"线", "路"}) != "" || after == ' ' && (isDigit(s.at(i+2)) || s.screened(i+2)) { // 2.8K 2880*1620
		return false
	}
	if s.rawAt(i) == 'K' && i == n.end && n.end > 0 && n.plain.LessThan(decimal.NewFromInt(10)) && n.plain.IsInteger() && s.at(i+1) != 0 && !s.endsWith(n.end-n.runes, "之") {
		return false // a screen's: 4K OLED
	}
	n.value = n.value.Shift(scale)
	n.high, n.end, n.scaled = n.value, i+1, true
	return true
}

// screened says that a screen is spoken of right behind i: 1.5K 柔性直屏.
func (s *scanner) screened(i int) bool {
	for at := i; at < i+5 && isHan(s.at(at)); at++ {
		if s.at(at) == '屏' {
			return true
		}
	}
	return false
}

// sharpness follow the 4K and 8K of screens, which are names.
var sharpness = []string{"电视", "视频", "超高清", "高清", "分辨率", "屏", "画质", "摄", "直播", "电影", "修复", "频道", "显示", "影像", "投影", "+", "/", "轨", "技术", "产业", "内容", "信号", "制作", "转播", "花园", "大屏", "影", "宽带", "网"}
