package eval

import (
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// The rules in this file say when an answer holds a gold one. They read figures
// more loosely than package figure on purpose: they judge it.

var citationMarker = regexp.MustCompile(`\[\p{Nd}+\]`)

// plainForm is a text after NFKC and without markers of citations.
func plainForm(s string) string { return citationMarker.ReplaceAllString(norm.NFKC.String(s), "") }

// normalize leaves letters and digits, lower case, with '.' inside numbers and '%'.
func normalize(s string) string {
	runes := []rune(strings.ToLower(plainForm(s)))
	digitAt := func(i int) bool { return i >= 0 && i < len(runes) && unicode.IsDigit(runes[i]) }
	var b strings.Builder
	for i, r := range runes {
		if r == '%' || r == '.' && digitAt(i-1) && digitAt(i+1) || unicode.In(r, unicode.L, unicode.M, unicode.N) {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// holds says whether gold stands in answer, both normalized, and not as a part of
// a longer number: 12人 does not stand in 112人.
func holds(gold, answer string) bool {
	if gold == "" {
		return false
	}
	first, _ := utf8.DecodeRuneInString(gold)
	last, _ := utf8.DecodeLastRuneInString(gold)
	for from := 0; ; {
		i := strings.Index(answer[from:], gold)
		if i < 0 {
			return false
		}
		i += from
		before, after := answer[:i], answer[i+len(gold):]
		if !(unicode.IsDigit(first) && endsInNumber(before)) && !(unicode.IsDigit(last) && goesOnAsNumber(after)) {
			return true
		}
		from = i + utf8.RuneLen(first)
	}
}

func endsInNumber(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r == '.' || unicode.IsDigit(r)
}

func goesOnAsNumber(s string) bool {
	r, n := utf8.DecodeRuneInString(s)
	if r == '.' {
		r, _ = utf8.DecodeRuneInString(s[n:])
		return unicode.IsDigit(r)
	}
	return r == '%' || unicode.IsDigit(r)
}

// number is a figure as the rules read it: its value, and whether it is a percentage.
type number struct {
	value   float64
	percent bool
}

func (n number) is(o number) bool {
	return n.value == o.value || math.Abs(n.value-o.value) <= 1e-9*math.Max(math.Abs(n.value), math.Abs(o.value))
}

var numberForm = regexp.MustCompile(`(\p{Nd}+(?:,\p{Nd}{3})+(?:\.\p{Nd}+)?|\p{Nd}+(?:\.\p{Nd}+)?)[\s\p{Z}]*([十百千]?[万萬亿億]{0,2}|[百千])?[\s\p{Z}]*(%|‰|个?百分点)?` +
	`|(百分之)?([零〇一二两兩三四五六七八九十百千万萬亿億]{1,12})(?:点([零〇一二三四五六七八九]+))?`)

// numbers reads the figures of a text, in digits and in Chinese numerals.
func numbers(s string) []number {
	s = plainForm(s)
	var out []number
	for _, m := range numberForm.FindAllStringSubmatch(s, -1) {
		if m[1] == "" {
			v := chineseValue(m[5])
			if m[6] != "" {
				f, _ := strconv.ParseFloat("0."+chineseDigits(m[6]), 64)
				v += f
			}
			out = append(out, number{v, m[4] != ""})
			continue
		}
		v, err := strconv.ParseFloat(strings.ReplaceAll(m[1], ",", ""), 64)
		if err != nil { // digits of another script
			continue
		}
		for _, r := range m[2] {
			v *= float64(scales[r])
		}
		out = append(out, number{math.Round(v*1e6) / 1e6, m[3] != ""})
	}
	return out
}

var (
	numerals = map[rune]int{'零': 0, '〇': 0, '一': 1, '二': 2, '两': 2, '兩': 2, '三': 3, '四': 4, '五': 5, '六': 6, '七': 7, '八': 8, '九': 9}
	scales   = map[rune]int{'十': 10, '百': 100, '千': 1000, '万': 1e4, '萬': 1e4, '亿': 1e8, '億': 1e8}
)

func chineseDigits(s string) string {
	var b strings.Builder
	for _, r := range s {
		b.WriteString(strconv.Itoa(numerals[r]))
	}
	return b.String()
}

// chineseValue is the value of numerals: 二〇二〇, 三千五百, 1亿2千万's 二千万.
func chineseValue(s string) float64 {
	if !strings.ContainsAny(s, "十百千万萬亿億") {
		v, _ := strconv.ParseFloat(chineseDigits(s), 64)
		return v
	}
	var total, section, digit float64
	for _, r := range s {
		scale := float64(scales[r])
		switch {
		case scale == 0:
			digit = float64(numerals[r])
		case scale >= 1e4:
			total, section, digit = (total+section+digit)*scale, 0, 0
		default:
			section, digit = section+math.Max(digit, 1)*scale, 0
		}
	}
	return total + section + digit
}

// sayNumbers says whether every figure of gold is among those of answer; a gold
// percentage needs one.
func sayNumbers(gold string, answer []number) bool {
	wanted := numbers(gold)
	for _, g := range wanted {
		if !slices.ContainsFunc(answer, func(a number) bool { return g.is(a) && (g.percent == a.percent || !g.percent) }) {
			return false
		}
	}
	return len(wanted) > 0
}

// sameFigure says whether a figure's text is the gold one, nothing longer or shorter.
func sameFigure(gold, text string) bool {
	if normalize(gold) == normalize(text) {
		return true
	}
	wanted, got := numbers(gold), numbers(text)
	if len(wanted) == 0 || len(wanted) != len(got) {
		return false
	}
	for _, g := range wanted {
		if !slices.ContainsFunc(got, func(a number) bool { return g.is(a) && g.percent == a.percent }) {
			return false
		}
	}
	return true
}

// overlap is the F1 of two normalized texts as bags of characters.
func overlap(gold, answer string) float64 {
	counts := map[rune]int{}
	for _, r := range gold {
		counts[r]++
	}
	common := 0
	for _, r := range answer {
		if counts[r] > 0 {
			counts[r]--
			common++
		}
	}
	if common == 0 {
		return 0
	}
	return 2 * float64(common) / float64(utf8.RuneCountInString(gold)+utf8.RuneCountInString(answer))
}
