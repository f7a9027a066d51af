package figure

import "github.com/shopspring/decimal"

var digitOf = map[rune]int64{
	'零': 0, '〇': 0, '一': 1, '二': 2, '两': 2, '三': 3, '四': 4, '五': 5, '六': 6, '七': 7, '八': 8, '九': 9,
	'壹': 1, '贰': 2, '叁': 3, '肆': 4, '伍': 5, '陆': 6, '柒': 7, '捌': 8, '玖': 9,
}

var scaleOf = map[rune]int64{
	'十': 10, '拾': 10, '百': 100, '佰': 100, '千': 1000, '仟': 1000,
	'万': 10_000, '亿': 100_000_000, '兆': 1_000_000_000_000,
}

// tensOf are single characters for tens.
var tensOf = map[rune]int64{'廿': 20, '卅': 30, '卌': 40}

const digitRunes, scaleRunes = "零〇一二两三四五六七八九壹贰叁肆伍陆柒捌玖", "十拾百佰千仟万亿兆"

// numerals are what a Chinese numeral may begin with, but for 几 and 数.
var (
	numerals   = newRuneSet(digitRunes, scaleRunes, "廿卅卌")
	digitSet   = newRuneSet(digitRunes)
	scaleSet   = newRuneSet(scaleRunes)
	vagueBegin = newRuneSet("几数")
)

// isNumeral says that r is a numeral from 零 to 九.
func isNumeral(r rune) bool { return digitSet.has(r) }

func isScale(r rune) bool { return scaleSet.has(r) }

// numeral reads Chinese numerals: 二十, 三千五百, 两百零三, 十几, 二〇二〇, 一点八.
func (s *scanner) numeral(i int) (number, bool) {
	r := s.at(i)
	if s.has(i, "半百") {
		return number{value: decimal.NewFromInt(50), high: decimal.NewFromInt(50), end: i + 2, chinese: true, runes: 2}, true
	}
	if vagueBegin.has(r) && (!isScale(s.at(i+1)) || r == '数' && s.ofNoun(i)) || !numerals.has(r) && !vagueBegin.has(r) {
		return number{}, false
	}
	weighed := s.at(i+1) == '两' && r != '一' && !s.counted(i+2) && !isScale(s.at(i+2)) // 二两
	if isNumeral(r) && isNumeral(s.at(i+1)) && !weighed {
		if n, ok := s.digitByDigit(i); ok || r != '零' {
			return n, ok
		}
	}
	reader := numeralReader{s: s, start: i, at: i}
	n, ok := reader.read()
	n.chinese = true
	return n, ok
}

// countNoun are characters that make a noun with 数, so that 数 belongs to them:
// 人数十万, 指数百分.
var countNoun = newRuneSet("人次户件指分点总参倍基度岁函系个多少常无位双单奇偶整负正小名款额票字级篇页行列层台套只头张份车船机家辆代因读计变复虚实算术招")

// ofNoun says that the 数 at i belongs to the noun before it.
func (s *scanner) ofNoun(i int) bool { return countNoun.has(s.at(i-1)) && !s.endsWith(i, "反复") }

// someFew stands for a number that is not told.
var someFew = decimal.NewFromInt(3)

// numeralReader reads digits and scales as one says them aloud: total holds what
// was closed by 万 or 亿, section the hundreds and thousands since, pending the
// digits that no scale followed yet.
type numeralReader struct {
	s                       *scanner
	start, at               int
	arabic                  bool
	fraction                bool // it began with digits behind a point, so that no lower part may follow: 800.6万 1
	total, section, pending decimal.Decimal
	has                     bool // pending was read
	pendingRunes            int
	last                    int64 // the last scale, 0 for none
	lastSmall               int64 // the last of 十 百 千 since 万 or 亿
	big                     bool  // 万 or 亿 was read right before
	zero                    bool  // 零 since the last scale
	gap                     decimal.Decimal
	more                    string
	vague                   bool
	count                   int
	kept                    number // what was read up to the last scale
}

// read goes on until something does not fit, and returns the number so far.
func (r *numeralReader) read() (number, bool) {
	for r.at-r.start < longestNumber && r.step() {
		r.count++
	}
	if r.count == 0 && !r.arabic {
		return number{}, false
	}
	r.closeTail()
	n := r.number()
	r.decimals(&n)
	return n, true
}

// number is what was read so far.
func (r *numeralReader) number() number {
	value := r.total.Add(r.section)
	if r.has {
		value = value.Add(r.pending)
	}
	return number{value: value, high: value.Add(r.gap), plain: value, end: r.at, more: r.more, vague: r.vague,
		runes: r.count, scaled: r.last > 0}
}

// step takes the next token; false where the number ends.
func (r *numeralReader) step() bool {
	c := r.s.at(r.at)
	switch {
	case isDigit(c):
		return r.arabicDigits()
	case c == '零' || c == '〇':
		return r.nought()
	case isNumeral(c):
		return r.digit(c)
	case tensOf[c] > 0:
		return r.tens(c)
	case isScale(c):
		return r.scale(c)
	case c == '几' || c == '数':
		return r.some()
	case c == '多' || c == '余' || c == '来':
		return r.about(c)
	}
	return false
}

// arabicDigits takes a lower part in digits: 3万4000, 1千零1, 5万4千6百.
func (r *numeralReader) arabicDigits() bool {
	if r.has || r.last == 0 || r.more != "" || r.fraction {
		return false
	}
	value, end := r.s.plainDigits(r.at)
	if !value.IsInteger() || !value.LessThan(decimal.NewFromInt(r.last)) || end-r.at == 4 && r.s.at(end) == '年' || r.s.at(end) == '月' {
		return false
	}
	if !r.arabic && !isScale(r.s.at(end)) {
		return false
	}
	r.pending, r.has, r.pendingRunes, r.at = value, true, end-r.at, end
	return true
}

// nought takes a 零 that more of the number follows, or that stands alone.
func (r *numeralReader) nought() bool {
	next := r.s.at(r.at + 1)
	goesOn := isDigit(next) || numerals.has(next) && next != '零' && next != '〇' || next == '几'
	if r.at == r.start && !r.arabic {
		r.at++
		if !goesOn {
			r.pending, r.has = decimal.Zero, true
		}
		return true
	}
	if r.has || !goesOn || r.more != "" {
		return false
	}
	r.zero = true
	r.at++
	return true
}

// digit takes a Chinese digit; two in a row close the number, or say about how
// many where they are neighbours: 二十五六.
func (r *numeralReader) digit(c rune) bool {
	d, next := digitOf[c], r.s.at(r.at+1)
	switch {
	case r.more != "":
		return false
	case r.has:
		if r.arabic || c == '两' || r.last == 0 || !decimal.NewFromInt(d-1).Equal(r.pending) || !r.gap.IsZero() {
			return false
		}
		r.gap, r.more = decimal.NewFromInt(1), "几"
		r.at++
		return true
	case r.arabic && !isScale(next):
		return false
	case c == '两' && r.last > 0 && !isScale(next): // a weight: 三千两百两
		return false
	}
	r.pending, r.has, r.pendingRunes = decimal.NewFromInt(d), true, 1
	r.at++
	return true
}

func (r *numeralReader) tens(c rune) bool {
	if r.has || r.lastSmall > 0 && r.lastSmall <= 10 || r.more != "" {
		return false
	}
	r.section = r.section.Add(decimal.NewFromInt(tensOf[c]))
	r.last, r.lastSmall, r.zero, r.big = 10, 10, false, false
	r.at++
	return true
}

// some takes 几 and 数: 几十, 数百, 十几, 一百零几万.
func (r *numeralReader) some() bool {
	first := r.at == r.start && !r.arabic
	if r.arabic && r.last == 0 && r.more == "" && r.round() && r.s.counted(r.at+1) { // 30几个
		r.more = "几"
		r.at++
		return true
	}
	if r.has || r.more != "" || !first && (r.last == 0 || r.s.longest(r.at, notSome) != "" || r.s.at(r.at) == '数' && !(r.last == 10 && (r.s.counted(r.at+1) || isScale(r.s.at(r.at+1))))) {
		return false
	}
	r.more = string(r.s.at(r.at))
	if first {
		r.vague = true
		r.pending, r.has = decimal.NewFromInt(1), true
	}
	r.at++
	return true
}

var notSome = []string{"几乎", "几何", "几率", "几内亚", "几经", "几度", "几时"}
