package asking

import (
	"slices"
	"strings"

	"youju/answer/pattern"
	"youju/figure"
	"youju/hanzi"
)

// namedParts are parts of a year and the months that they are.
var namedParts = map[string]string{
	"首季度": "1-3月", "一季度": "1-3月", "1季度": "1-3月", "上半年": "1-6月", "前三季度": "1-9月", "前3季度": "1-9月",
	"二季度": "4-6月", "2季度": "4-6月", "三季度": "7-9月", "3季度": "7-9月", "四季度": "10-12月", "4季度": "10-12月", "下半年": "7-12月",
	"3月31日止三个月": "1-3月", "6月30日止六个月": "1-6月", "9月30日止九个月": "1-9月", "3月31日止3个月": "1-3月", "6月30日止6个月": "1-6月", "9月30日止9个月": "1-9月",
}

// partNamed finds a part of a year: by name, from the first month on, from month to
// month, or a month that is no day's and no month's end.
var partNamed = pattern.Compile(`(\d+月3[01]日止[年三六九369]个?[月度]|首季度|前[三3]季度|[一二三四1-4]季度|上半年|下半年)|前(\d{1,2}|[一二三四五六七八九十]{1,2})个?月|` + MonthToMonth + `|(\d{1,2}|[一二三四五六七八九十]{1,2})月份?`)

// MonthToMonth are months of a year from one to another.
const MonthToMonth = `(\d{1,2}|[一二三四五六七八九十]{1,2})月?份?[-至到—~–]+(\d{1,2}|[一二三四五六七八九十]{1,2})月份?`

// YearParts are the parts of a year that a folded text names, each in one way: 1-6月
// for 上半年 and for 前六个月.
func YearParts(folded string) (parts []string) {
	folded = strings.ReplaceAll(folded, " ", "") // 7 月销量
	folded = halfReport.ReplaceAllString(folded, "上半年")
	folded = quarterWritten.ReplaceAllString(folded, "${1}季度")
	for _, m := range partNamed.FindAllStringSubmatchIndex(folded, -1) {
		in := func(i int) string {
			if m[2*i] < 0 {
				return ""
			}
			return folded[m[2*i]:m[2*i+1]]
		}
		part := ""
		switch {
		case in(1) != "":
			part = namedParts[in(1)]
		case in(2) != "":
			part = "1-" + monthNumber(in(2)) + "月"
		case in(3) != "":
			part = monthNumber(in(3)) + "-" + monthNumber(in(4)) + "月"
		case !dayBehind.MatchString(folded[m[1]:]):
			part = monthNumber(in(5)) + "月"
		}
		if part != "" && !slices.Contains(parts, part) {
			parts = append(parts, part)
		}
	}
	return parts
}

// halfReport is what is reported of half a year.
var halfReport = pattern.Compile(`中报|中期(?:业绩|报告|财报)|半年报|半年度报告`)

// quarterWritten is a quarter as analysts write it.
var quarterWritten = pattern.Compile(`q([1-4])`)

// dayBehind follows a month of which only a day, or the end, is meant.
var dayBehind = pattern.Compile(`^(\d|底|末|初|上旬|中旬|下旬|[一二三四五六七八九十]{1,3}[日号])`)

// monthNumber is a month's number in digits.
func monthNumber(month string) string {
	if found := figure.Find(month + "个"); len(found) == 1 {
		return found[0].Value.String()
	}
	return month
}

// PartAsked is the one part of a year that a question names, or what it leans on; ""
// for none and for several.
func (r Reading) PartAsked() string {
	parts := YearParts(hanzi.Fold(r.Raw))
	for i := 0; i < len(r.Context) && len(parts) == 0; i++ {
		parts = YearParts(hanzi.Fold(r.Context[i]))
	}
	if len(parts) != 1 || r.Asks.OfTime() {
		return ""
	}
	return parts[0]
}
