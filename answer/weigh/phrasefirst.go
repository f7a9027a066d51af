package weigh

import (
	"strings"

	"youju/answer/asking"
	"youju/answer/pattern"
	"youju/hanzi"
)

// phraseAsked is what stands right before the words that ask for a time, with the deed behind them.
var phraseAsked = pattern.Compile(`([^\P{Han}的在是为有和与了,]{4,12})(?:是|为|在|有)?(?:(?:什么时候|何时|哪一?天|哪一?年)(截止|结束|开始|开幕|开放)?|时间|日期)`)

// phraseBy is how much better a date may be whose sentence does not say it.
const phraseBy = 0.4

// phraseFirst puts a date first whose clause says what is asked for word by word, where the best one's sentence does not:
// 全文投稿截止日期 before 摘要投稿截止日期.
func phraseFirst(r asking.Reading, found []Candidate, read bool) {
	m := phraseAsked.FindStringSubmatch(hanzi.Fold(r.Raw))
	if m == nil || r.Claim != nil || !r.Asks.OfTime() {
		return
	}
	phrase := m[1] + m[2]
	if strings.Contains(hanzi.Fold(found[0].Sentence.String()), phrase) {
		return
	}
	nearlyBestFirst(found, read, phraseBy, func(c Candidate) bool {
		return c.Features.Fit >= found[0].Features.Fit && c.Features.Narrow == 0 && c.Features.Apart == 0 && strings.Contains(c.Said(), phrase)
	})
}
