package weigh

import (
	"slices"
	"strconv"
	"strings"

	"youju/answer/asking"
	"youju/answer/pattern"
	"youju/figure"
	"youju/hanzi"
	"youju/news"
)

// partOfYear is a part of a year that a question may name.
var partOfYear = pattern.Compile(asking.MonthToMonth + `|[一二三四1-4]季度|上半年|下半年|前[一二三四五六七八九十\d]{1,2}个?月|(?:1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月份?`)

// dayOfMonth is a day, or an end of a month, which is no part of a year that figures are of.
var dayOfMonth = pattern.Compile(`\d{1,2}月(\d{1,2}[日号]?|底|末|初|[上中下]旬)`)

// Part is the part of a year that the figure is of, as the ledger has it or, where that
// knows no time, its clause before it; "" for none.
func (c Candidate) Part() string {
	said := hanzi.Fold(c.Entry.Period.Text)
	if len(asking.YearParts(said)) == 0 {
		said = comparedWith.ReplaceAllString(c.before(), "")
	}
	if len(asking.YearParts(said)) == 0 && c.Entry.Period.Text != "" { // 今年上半年 of the clause before
		said = comparedWith.ReplaceAllString(c.SaidBefore(), "")
	}
	if parts := asking.YearParts(said); len(parts) == 1 {
		return parts[0]
	}
	return ""
}

// OfOtherPart says that the figure is of another part of the year than was asked for,
// which its clause does not name before it.
func (c Candidate) OfOtherPart(asked string) bool {
	own := c.Part()
	return asked != "" && own != "" && own != asked && !slices.Contains(asking.YearParts(beganAt.ReplaceAllString(comparedWith.ReplaceAllString(c.before(), ""), "")), asked)
}

// comparedWith is what a change is since: 比一季度.
var comparedWith = pattern.Compile(`[比较]([\d\-年]*月份?|[前一二三四1-4首]+季度|[上下]半年)`)

// beganAt is what a change began at, before what it came to: 从6月的278套跃升至.
var beganAt = pattern.Compile(`(从|由)[^,;。]{1,16}[至到为]了?[约近]?$`)

// wholeYear is a year without its parts.
const wholeYear = "全年"

// otherPart is a part of a year that the question names and neither the figure's
// paragraph nor the title does, or that the figure is not of; "" for none.
func otherPart(r asking.Reading, c Candidate) string {
	if r.Asks.OfTime() {
		return ""
	}
	named := partOfYear.FindAllString(dayOfMonth.ReplaceAllString(hanzi.Fold(r.Raw), ""), -1)
	if len(named) == 1 && c.OfOtherPart(r.PartAsked()) {
		return strings.TrimSuffix(named[0], "份")
	}
	if r.Claim == nil && len(named) == 0 && strings.Contains(hanzi.Fold(r.Raw), wholeYear) && c.Part() != "" && !strings.Contains(c.SaidBefore(), wholeYear) {
		return wholeYear // 上半年交付5.6万辆 is not of it
	}
	if r.Claim != nil || len(named) == 0 {
		return ""
	}
	around := hanzi.Fold(c.Sentence.Source.Article.Title + c.Sentence.Source.Text)
	said := asking.YearParts(around)
	if len(named) == 1 && len(said) == 0 && c.ofUnsaidMonth(named[0]) {
		return ""
	}
	for _, part := range named {
		part = strings.TrimSuffix(part, "份")
		if !strings.Contains(around, part) && !ofItsMonth(part, c.Sentence.Source.Article) && !slices.ContainsFunc(asking.YearParts(part), func(p string) bool { return slices.Contains(said, p) }) {
			return part
		}
	}
	return ""
}

// monthOnly is a month; ofUnsaidMonth says that another paragraph of the figure's article speaks of it, while nothing says
// that the figure is of another.
var monthOnly = pattern.Compile(`^[\d一二三四五六七八九十]+月份?$`)

func (c Candidate) ofUnsaidMonth(month string) bool {
	return monthOnly.MatchString(month) && c.Part() == "" && slices.ContainsFunc(c.Sentence.Source.Article.Paragraphs, func(p news.Paragraph) bool {
		return slices.ContainsFunc(asking.YearParts(month), func(part string) bool {
			at := strings.Index(hanzi.Fold(p.Text), part)
			return at == 0 || at > 0 && !strings.ContainsAny(hanzi.Fold(p.Text)[at-1:at], "0123456789")
		})
	})
}

// lastYear is the year before, where it is what a question asks about and not what it
// compares with.
var lastYear = pattern.Compile(`(^|[^比较同])(去年|上年)([^同]|$)`)

// withLastYear compares with the year before: 和去年相比, 比起去年.
var withLastYear = pattern.Compile(`[和与跟同](去年|上年)[^,，。]{0,6}?[比较]|[比较][起之于]?(去年|上年)`)

// saysLastYear is a text about the year before.
var saysLastYear = pattern.Compile(`(^|[^比较同])(去年|上年)`)

// YearBeforeAsked is the year before the article's where the question asks about last
// year and the figure is of the article's own; 0 otherwise.
func YearBeforeAsked(r asking.Reading, c Candidate) int {
	asked := withLastYear.ReplaceAllString(hanzi.Fold(r.Raw), "")
	if len(r.Years) > 0 || r.Claim != nil || r.Asks.OfTime() || !lastYear.MatchString(asked) {
		return 0
	}
	year, of := yearOf(c.Sentence.Source.Article), c.Entry.Period.From.Year
	if year == 0 && strings.Contains(c.SaidBefore(), "今年") && !saysLastYear.MatchString(hanzi.Fold(c.Sentence.String())) {
		if of == 0 {
			return unknownYear
		}
		return of - 1
	}
	if year == 0 || c.Entry.Period.Text == "" && !sinceLastYear.MatchString(c.behindSentence(sinceRunes)) {
		return 0
	}
	current := c.Entry.Period.Text == "" || of == year || of == 0 && asking.YearParts(hanzi.Fold(c.Entry.Period.Text)) != nil
	if !current || saysLastYear.MatchString(hanzi.Fold(c.Sentence.String())) || saysLastYear.MatchString(hanzi.Fold(c.Entry.Period.Text)) {
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

// dayOf is the day of an article by its date, or the one that it begins with; the zero When for none.
func dayOf(a *news.Article) figure.When {
	if dates := figure.Find(a.Date); len(dates) > 0 {
		return dates[0].When
	}
	if len(a.Paragraphs) == 0 {
		return figure.When{}
	}
	text := []rune(a.Paragraphs[0].Text)
	dates := figure.Find(strings.TrimLeft(string(text[:min(stampEnds, len(text))]), " [【(（\t"))
	if len(dates) == 0 || dates[0].Start > stampRunes || dates[0].When.Day == 0 {
		return figure.When{}
	}
	return dates[0].When
}

func yearOf(a *news.Article) int { return dayOf(a).Year }

// ofItsMonth says that a part of a year is the month that an article is of, which it need not say: 8月上市的新车.
func ofItsMonth(part string, a *news.Article) bool {
	of := dayOf(a).Month
	return of != 0 && slices.Equal(asking.YearParts(part), []string{strconv.Itoa(of) + "月"})
}

// sinceLastYear goes on from a figure to how it changed within a year.
var sinceLastYear = pattern.Compile(`^[,，、]?(同比|[比较](上年|去年))`)

const sinceRunes = 8
