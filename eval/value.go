package eval

import (
	"regexp"
	"strconv"
	"strings"

	"youju/hanzi"
)

// notPlain are texts whose value is not that of their digits: dates, fractions,
// tenths (成), doublings (番).
var notPlain = regexp.MustCompile(`[年月日号时分秒点/:成折番倍G第]|之|米\d`)

// valueOf says whether a figure's text can have the value, that of a century being
// a year in it; texts that are not digits with a scale are not judged.
func valueOf(text, value string) bool {
	v, err := strconv.ParseFloat(value, 64)
	text = strings.NewReplacer("多", "", "余", "", "餘", "", "来", "").Replace(text) // 20多万元
	read := numbers(text)
	switch {
	case err != nil:
		return value == ""
	case !hasDigit(hanzi.Fold(text)) || notPlain.MatchString(hanzi.Fold(text)) || len(read) == 0:
		return true
	}
	if m := century.FindStringSubmatch(hanzi.Fold(text)); m != nil {
		n, _ := strconv.Atoi(m[1])
		first := float64(n-1) * 100
		return first <= max(v, -v) && max(v, -v) <= first+100
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
