package weigh

import (
	"strings"

	"youju/answer/asking"
	"youju/answer/evidence"
	"youju/answer/pattern"
	"youju/figure"
	"youju/hanzi"
)

// elsewhen are words that lead away from the year that was named before.
var elsewhen = pattern.Compile(`今年|去年|前年|明年|[次翌隔]年|第二年|近年|往年|同期|年后|[后以之]后|目前|现在|如今|至今|今天|当今|现代|世纪|年代|年间|历年|每[年天日周月]|期间|近日|日前|最近|当前|迄今|此前`)

// holds says that nothing between a year and the end of a sentence behind it leads elsewhen, nor that
// the question asks for who took an office where it only names one.
func holds(r asking.Reading, s evidence.Sentence, year figure.Figure) bool {
	said, asked := hanzi.Fold(string(s.Text[s.Span.Start:s.Span.End])), hanzi.Fold(r.Raw)
	return !elsewhen.MatchString(hanzi.Fold(string(s.Text[year.End:s.Span.End]))) && !left(r, s, year) && (!officeAsked.MatchString(asked) || officeTaken.MatchString(said))
}

// left says that a sentence is for certain not of the year of one before it: behind the quotation or the
// plan that the year belongs to, or a time that begins with it or ends; of the year after; or of somebody who speaks now.
func left(r asking.Reading, s evidence.Sentence, year figure.Figure) bool {
	said, asked := hanzi.Fold(string(s.Text[s.Span.Start:s.Span.End])), hanzi.Fold(r.Raw)
	behind := s.Text[year.End:s.Span.Start]
	between := hanzi.Fold(string(behind))
	return nextYear.MatchString(said) || closed(behind) || onwards.MatchString(between) ||
		planned.MatchString(firstClause(between)) && !planned.MatchString(said) || speaking.MatchString(said) && !speaks.MatchString(asked)
}

// pastClosers is where a sentence begins behind the end of another, and behind what closes a quotation there.
func pastClosers(text []rune, at, end int) int {
	for at < end && strings.ContainsRune("”’」』）)", text[at]) {
		at++
	}
	return at
}

// closed says that a text closes more quotations than it opens.
func closed(text []rune) bool {
	open := 0
	for _, c := range text {
		switch c {
		case '“', '‘', '「', '『':
			open++
		case '”', '’', '」', '』':
			if open--; open < 0 {
				return true
			}
		}
	}
	return false
}

// onwards stands right behind a year that a time goes on from or ends with, or is one of several: 2015年以来,
// 1949年前, 2018年和2019年.
var onwards = pattern.Compile(`^(底|初|末|春|夏|秋|冬)?(以来|之?前|以前)|^(和|、|与|及|以及)[\d一二]`)

// nextYear is said of another year than the one before.
var nextYear = pattern.Compile(`今年|去年|明年|[次翌隔]年|第二年`)

// firstClause is a text, from behind a date, up to the end of what the date is said of.
func firstClause(text string) string {
	runes, at := []rune(strings.TrimLeft(text, ",")), 0
	for at < len(runes) && !PartsClause(runes, at) {
		at++
	}
	return string(runes[:at])
}

// Folded: what a year that is yet to come is of, who speaks, and who takes an office.
var (
	planned     = pattern.Compile(`计划|规划|目标|预计|预期|力争|有望|[拟将]|展望|届时|到时`)
	speaks      = pattern.Compile(`说|表示|介绍|指出|认为|强调|透露|坦言`)
	speaking    = pattern.Compile(`(说|表示|介绍|指出|认为|强调|透露|坦言)(道|,|:|")`)
	officeAsked = pattern.Compile(`(担|出|就|上|接|升|历|何年|哪一?年|时候)任|当选?|成为|做`)
	officeTaken = pattern.Compile(`任|当|选|为|升|调|接|命|做|作|是`)
)
