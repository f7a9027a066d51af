package eval

import (
	"regexp"
	"strconv"
	"strings"

	"youju/hanzi"
)

// notPlain are texts whose value is not that of their digits: dates, fractions,
// tenths (成), doublings (番).
var notPlain = regexp.MustCompile(`[年月日号时分秒点/:成折番倍G第]|之|米\d|\d{4}[.-]\d{1,2}[.-]\d{1,2}`)

// unscaled takes away what stands between digits and their scale (20多万元), and the
// 百 of a unit, which is none.
var unscaled = strings.NewReplacer("多", "", "余", "", "来", "", "百帕", "帕")

// lowEnd is a range whose end has the scale of both: 70-160万元, 6至13世纪.
var lowEnd = regexp.MustCompile(`(\d[\d,]*(?:\.\d+)?)(?:[-—–~]|至|到)+\d[\d,]*(?:\.\d+)?( ?世纪|[十百千]?[万亿]{1,2}|[百千])`)

// valueOf says whether a figure's text can have the value, that of a century being
// a year in it; texts that are not digits with a scale are not judged.
func valueOf(text, value string) bool {
	v, err := strconv.ParseFloat(value, 64)
	text = unscaled.Replace(hanzi.Fold(text))
	text = lowEnd.ReplaceAllString(text, "$1$2、$0")
	read := numbers(text)
	switch {
	case err != nil:
		return value == ""
	case !hasDigit(text) || notPlain.MatchString(text) || len(read) == 0:
		return true
	}
	if m := century.FindStringSubmatch(text); m != nil {
		n, _ := strconv.Atoi(m[1])
		first := float64(n-1) * 100
		return first <= max(v, -v) && max(v, -v) <= first+100
	}
	if m := half.FindStringSubmatch(text); m != nil {
		n, _ := strconv.ParseFloat(m[1], 64)
		return v == n+0.5
	}
	sum := number{}
	for _, n := range read {
		sum.value += n.value // 1亿2千万
	}
	for _, n := range append(read, sum) {
		if (number{value: max(v, -v)}).is(n) || strings.Contains(text, "千") && (number{value: v}).is(number{value: n.value / 1000}) { // 千克 is a unit
			return true
		}
	}
	return false
}

// century reads the number of a century that stands alone: 20世纪.
var century = regexp.MustCompile(`(\d+) ?世纪`)

// half is a figure and a half of its unit: 1岁半, 3个半小时.
var half = regexp.MustCompile(`^(\d+)\p{Han}{1,2}半`)
