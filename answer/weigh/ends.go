package weigh

import (
	"cmp"
	"strings"

	"youju/answer/asking"
	"youju/answer/evidence"
	"youju/answer/pattern"
	"youju/answer/scales"
	"youju/figure"
	"youju/hanzi"
)

// endAsked asks for the end of a span of time.
var endAsked = pattern.Compile(`结束|为止|截止|到(什么时候|何时|何[年月日]|哪一?[年天月日]|几[年月号日])`)

// EndsAsked says which ends of a span of time a folded question asks for.
func EndsAsked(folded string) (start, end bool) {
	return beginAsked.MatchString(folded), endAsked.MatchString(folded)
}

var beginAsked = pattern.Compile(`从(什么时候|何[时年月日]|哪|几)|(开始|启动|起始|开幕)[于是时间的为在]*(什么时候|何[时年月日]|哪|几)|(什么时候|何[时年月日]|哪一?[年天月日]|几[月号日])[^,。]{0,6}(开始|启动|开幕|起算)`)

// UntilWords stand between the two ends of a span of time.
const UntilWords = "至到-—–~～"

// endFirst puts the end of a span of time first where that is asked for and its beginning is the
// best: 到哪一年结束 of 2011年4月至2013年9月.
func endFirst(r asking.Reading, found []Candidate) {
	best := found[0]
	if !r.Asks.OfTime() || !endAsked.MatchString(hanzi.Fold(r.Raw)) {
		return
	}
	takenOver(found, func(c Candidate) bool {
		ends := c.Figure.Start == best.Figure.End+1 && c.endsSpan()
		return c.Sentence.Source.Paragraph == best.Sentence.Source.Paragraph && (ends || best.startsWhat(c))
	})
}

// startsWhat says that a date is the beginning of what the other one, behind it in the sentence, is the end of:
// 1月5日开始，2月20日结束.
func (c Candidate) startsWhat(end Candidate) bool {
	return c.Sentence.Span == end.Sentence.Span && c.Figure.Start < end.Figure.Start && startsBehind.MatchString(c.Behind(startsRunes)) && endsBehind.MatchString(end.Behind(startsRunes))
}

// What stands behind a date says that something begins or ends then; startsRunes is how far behind.
var (
	startsBehind = pattern.Compile(`^[正式]*(开始|启动|开幕|开赛|拉开|起)`)
	endsBehind   = pattern.Compile(`^[正式全部]*(结束|截止|为?止|闭幕|落幕|收官)`)
)

const startsRunes = 6

// happeningFirst puts a date of what happened first, where that of a report of it is the best and hardly better:
// 记者16日获悉.
func happeningFirst(r asking.Reading, found []Candidate, read bool) {
	if !r.Asks.OfTime() || r.Claim != nil || found[0].Features.Fit > toldFit {
		return
	}
	nearlyBestFirst(found, read, happeningBy, func(c Candidate) bool { return c.Features.Fit >= scales.WholeFit && c.Features.Narrow == 0 })
}

const happeningBy = 0.2

// startFirst puts the first of several spans of time first where the start is asked for and a later one is the best:
// 开始于哪一天 of 8月16日至3月31日为前期 and 4月1日至8月31日为后期.
func startFirst(r asking.Reading, found []Candidate) {
	start, end := EndsAsked(hanzi.Fold(r.Raw))
	if !start || end || !r.Asks.OfTime() {
		return
	}
	for i, c := range found {
		best := found[0].Figure.When
		if c.Figure.Until == (figure.When{}) || c.Sentence.Source.Paragraph != found[0].Sentence.Source.Paragraph || c.Score < found[0].Score-startsBy || c.Features.Fit < found[0].Features.Fit {
			continue
		}
		if of := c.Figure.When; of.Year == best.Year && of.Month != 0 && cmp.Or(of.Month-best.Month, of.Day-best.Day) < 0 || of.Year != 0 && of.Year < best.Year {
			evidence.PutFirst(found, i)
		}
	}
}

// begunFirst puts the day first since when something has gone on, where that is asked for: 6月15日 of 自6月15日开票以来 for 从哪天开票.
func begunFirst(r asking.Reading, found []Candidate) {
	m := sinceWhen.FindStringSubmatch(hanzi.Fold(r.Raw))
	if m == nil || !r.Asks.OfTime() {
		return
	}
	takenOver(found, func(c Candidate) bool {
		return c.Sentence.Source.Paragraph == found[0].Sentence.Source.Paragraph && c.Figure.Kind == figure.Date &&
			strings.HasPrefix(c.Behind(len([]rune(m[1]))), m[1]) && sinceBefore.MatchString(c.before())
	})
}

var (
	sinceWhen   = pattern.Compile(`[从自](?:什么时候|何时|哪一?[天年月日]|几[月号日])(?:起|开始)?(\p{Han}{2})`)
	sinceBefore = pattern.Compile(`[从自]$`)
)

// startsBy is how much worse that span may be.
const startsBy = 0.5

// endsSpan says that a date is the end of a span of time, or all of it.
func (c Candidate) endsSpan() bool {
	return c.Figure.Until != (figure.When{}) || c.Figure.Start > 0 && strings.ContainsRune(UntilWords, c.Sentence.Text[c.Figure.Start-1])
}
