package evidence

import (
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"youju/answer/asking"
	"youju/answer/likeness"
	"youju/answer/pattern"
	"youju/figure"
	"youju/hanzi"
)

// rankHeld asks who holds a place in an order: 排第一的是哪个.
var rankHeld = pattern.Compile(`(?:排名?|位列|名列|位居|居于?|排在|拿了?|得了?|考评|考核|评比|评选|排行榜?|榜单)的?[^,，。?多几]{0,6}?(第[一二三四五六七八九十\d]+名?|首位|榜首|头名)(?:的|(?:名|位)?的?是)(?:是|为)?[^,，。?]{0,6}(?:哪|谁|什么)`)

var firstPlace = decimal.NewFromInt(1)

// RankUnsaid is the place in an order whose holder a question asks for, where a sentence says nothing of anybody in it; "" where
// it does.
func RankUnsaid(r asking.Reading, s Sentence) string {
	m := rankHeld.FindStringSubmatch(hanzi.Fold(r.Raw))
	if m == nil {
		return ""
	}
	held := figure.Find(m[1])
	number := strings.Trim(m[1], "第名首位榜头")
	if len(held) != 1 || number != "" && strings.Contains(hanzi.Fold(s.String()), number) || held[0].Value.Equal(firstPlace) && speaksOfMost.MatchString(hanzi.Fold(s.String())) || slices.ContainsFunc(figure.Find(s.String()), func(f figure.Figure) bool { return likeness.Ranks(f) && f.Value.Equal(held[0].Value) }) {
		return ""
	}
	return m[1]
}

// RankFirst moves the first of the likeliest sentences that says who holds the place that is asked for before the others.
func RankFirst(r asking.Reading, sentences []Sentence) {
	if rankHeld.MatchString(hanzi.Fold(r.Raw)) {
		putSentenceFirst(sentences, func(s Sentence) bool { return RankUnsaid(r, s) == "" })
	}
}
