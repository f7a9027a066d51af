package weigh

import (
	"strings"

	"youju/answer/asking"
	"youju/answer/evidence"
	"youju/answer/pattern"
	"youju/hanzi"
)

// endAsked asks for the end of a span of time.
var endAsked = pattern.Compile(`结束|为止|截止|到(什么时候|何时|哪一?[年天月日])`)

// EndsAsked says which ends of a span of time a folded question asks for.
func EndsAsked(folded string) (start, end bool) {
	return beginAsked.MatchString(folded), endAsked.MatchString(folded)
}

var beginAsked = pattern.Compile(`从(什么时候|何时|哪|几)|(开始|启动|起始|开幕)[于是时间的为在]*(什么时候|何时|哪|几)|(什么时候|何时|哪一?[年天月日]|几[月号日])[^,。]{0,6}(开始|启动|开幕|起算)`)

// untilWords stand between the two ends of a span of time.
const untilWords = "至到-—–~～"

// endFirst puts the end of a span of time first where that is asked for and its beginning is the
// best: 到哪一年结束 of 2011年4月至2013年9月.
func endFirst(r asking.Reading, found []Candidate) {
	best := found[0]
	if !r.Asks.OfTime() || !endAsked.MatchString(hanzi.Fold(r.Raw)) {
		return
	}
	for i, c := range found {
		if c.Sentence.Source.Paragraph == best.Sentence.Source.Paragraph && c.Figure.Start == best.Figure.End+1 && c.endsSpan() {
			evidence.PutFirst(found, i)
			return
		}
	}
}

// endsSpan says that a date is the end of a span of time.
func (c Candidate) endsSpan() bool {
	return c.Figure.Start > 0 && strings.ContainsRune(untilWords, c.Sentence.Text[c.Figure.Start-1])
}
