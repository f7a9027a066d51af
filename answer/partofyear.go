package answer

import (
	"slices"
	"strings"

	"youju/answer/pattern"
	"youju/figure"
	"youju/hanzi"
	"youju/news"
)

// partOfYear is a part of a year that a question may name.
var partOfYear = pattern.Compile(`[一二三四1-4]季度|上半年|下半年|前[一二三四五六七八九十\d]{1,2}个?月|(?:1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月份?`)

// namedParts are parts of a year and the months that they are.
var namedParts = map[string]string{
	"首季度": "1-3月", "一季度": "1-3月", "1季度": "1-3月", "上半年": "1-6月", "前三季度": "1-9月", "前3季度": "1-9月",
	"二季度": "4-6月", "2季度": "4-6月", "三季度": "7-9月", "3季度": "7-9月", "四季度": "10-12月", "4季度": "10-12月", "下半年": "7-12月",
	"3月31日止三个月": "1-3月", "6月30日止六个月": "1-6月", "9月30日止九个月": "1-9月", "3月31日止3个月": "1-3月", "6月30日止6个月": "1-6月", "9月30日止9个月": "1-9月",
}

// partNamed finds a part of a year: by name, from the first month on, from month to
// month, or a month that is no day's and no month's end.
var partNamed = pattern.Compile(`(\d+月3[01]日止[年三六九369]个?[月度]|首季度|前[三3]季度|[一二三四1-4]季度|上半年|下半年)|前(\d{1,2}|[一二三四五六七八九十]{1,2})个?月|(\d{1,2})月?[-至到—~](\d{1,2})月|(\d{1,2}|[一二三四五六七八九十]{1,2})月份?`)

// yearParts are the parts of a year that a folded text names, each in one way: 1-6月
// for 上半年 and for 前六个月.
func yearParts(folded string) (parts []string) {
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
			part = in(3) + "-" + in(4) + "月"
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
var halfReport = pattern.Compile(`中报|半年报|半年度报告`)

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

// partAsked is the one part of a year that a question names, or what it leans on; ""
// for none and for several.
func (r reading) partAsked() string {
	parts := yearParts(hanzi.Fold(r.raw))
	for i := 0; i < len(r.context) && len(parts) == 0; i++ {
		parts = yearParts(hanzi.Fold(r.context[i]))
	}
	if len(parts) != 1 || r.asks.date() {
		return ""
	}
	return parts[0]
}

// part is the part of a year that the figure is of, as the ledger has it or, where that
// knows no time, its clause before it; "" for none.
func (c candidate) part() string {
	said := hanzi.Fold(c.entry.Period.Text)
	if len(yearParts(said)) == 0 {
		said = comparedWith.ReplaceAllString(c.before(), "")
	}
	if len(yearParts(said)) == 0 && c.entry.Period.Text != "" { // 今年上半年 of the clause before
		said = comparedWith.ReplaceAllString(c.saidBefore(), "")
	}
	if parts := yearParts(said); len(parts) == 1 {
		return parts[0]
	}
	return ""
}

// ofOtherPart says that the figure is of another part of the year than was asked for,
// which its clause does not name before it.
func (c candidate) ofOtherPart(asked string) bool {
	own := c.part()
	return asked != "" && own != "" && own != asked && !slices.Contains(yearParts(comparedWith.ReplaceAllString(c.before(), "")), asked)
}

// comparedWith is what a change is since: 比一季度.
var comparedWith = pattern.Compile(`[比较]([\d\-年]*月份?|[前一二三四1-4首]+季度|[上下]半年)`)

// wholeYear is a year without its parts.
const wholeYear = "全年"

// otherPart is a part of a year that the question names and neither the figure's
// paragraph nor the title does, or that the figure is not of; "" for none.
func (r reading) otherPart(c candidate) string {
	if r.asks.date() {
		return ""
	}
	named := partOfYear.FindAllString(hanzi.Fold(r.raw), -1)
	if len(named) == 1 && c.ofOtherPart(r.partAsked()) {
		return strings.TrimSuffix(named[0], "份")
	}
	if r.claim == nil && len(named) == 0 && strings.Contains(hanzi.Fold(r.raw), wholeYear) && c.part() != "" && !strings.Contains(c.saidBefore(), wholeYear) {
		return wholeYear // 上半年交付5.6万辆 is not of it
	}
	if r.claim != nil || len(named) == 0 {
		return ""
	}
	around := hanzi.Fold(c.sentence.source.Article.Title + c.sentence.source.Text)
	said := yearParts(around)
	for _, part := range named {
		part = strings.TrimSuffix(part, "份")
		if !strings.Contains(around, part) && !slices.ContainsFunc(yearParts(part), func(p string) bool { return slices.Contains(said, p) }) {
			return part
		}
	}
	return ""
}

// lastYear is the year before, where it is what a question asks about and not what it
// compares with.
var lastYear = pattern.Compile(`(^|[^比较同])(去年|上年)([^同]|$)`)

// withLastYear compares with the year before: 和去年相比, 比起去年.
var withLastYear = pattern.Compile(`[和与跟同](去年|上年)[^,，。]{0,6}?[比较]|[比较][起之于]?(去年|上年)`)

// saysLastYear is a text about the year before.
var saysLastYear = pattern.Compile(`(^|[^比较同])(去年|上年)`)

// yearBeforeAsked is the year before the article's where the question asks about last
// year and the figure is of the article's own; 0 otherwise.
func (r reading) yearBeforeAsked(c candidate) int {
	asked := withLastYear.ReplaceAllString(hanzi.Fold(r.raw), "")
	if len(r.years) > 0 || r.claim != nil || r.asks.date() || !lastYear.MatchString(asked) {
		return 0
	}
	year, of := yearOf(c.sentence.source.Article), c.entry.Period.From.Year
	if year == 0 && strings.Contains(c.saidBefore(), "今年") && !saysLastYear.MatchString(hanzi.Fold(c.sentence.String())) {
		if of == 0 {
			return unknownYear
		}
		return of - 1
	}
	if year == 0 || c.entry.Period.Text == "" && !sinceLastYear.MatchString(c.behindSentence(sinceRunes)) {
		return 0
	}
	current := c.entry.Period.Text == "" || of == year || of == 0 && yearParts(hanzi.Fold(c.entry.Period.Text)) != nil
	if !current || saysLastYear.MatchString(hanzi.Fold(c.sentence.String())) || saysLastYear.MatchString(hanzi.Fold(c.entry.Period.Text)) {
		return 0
	}
	return year - 1
}

// unknownYear is the year before one that the article does not tell: 今年 of a text without a date.
const unknownYear = -1

// stampRunes is how far into an article the day may stand that it was sent on, and
// stampEnds where it has ended.
const (
	stampRunes = 4
	stampEnds  = 40
)

// yearOf is the year of an article by its date, or by the day that it begins with; 0 for none.
func yearOf(a *news.Article) int {
	if dates := figure.Find(a.Date); len(dates) > 0 {
		return dates[0].When.Year
	}
	if len(a.Paragraphs) == 0 {
		return 0
	}
	text := []rune(a.Paragraphs[0].Text)
	dates := figure.Find(strings.TrimLeft(string(text[:min(stampEnds, len(text))]), " [【(（\t"))
	if len(dates) == 0 || dates[0].Start > stampRunes || dates[0].When.Day == 0 {
		return 0
	}
	return dates[0].When.Year
}

// sinceLastYear goes on from a figure to how it changed within a year.
var sinceLastYear = pattern.Compile(`^[,，、]?(同比|[比较](上年|去年))`)

const sinceRunes = 8
