package asking

import (
	"strings"

	"youju/answer/pattern"
	"youju/figure"
	"youju/hanzi"
)

// Move is a figure that a text says something moved by.
type Move struct {
	figure.Figure
	Said  string // the words of the text, up to the end of the figure: 下降2.9%
	Word  string // which way, as it is said there: 下降
	Rises bool
}

const (
	risen  = `增长|上涨|上升|提高|提升|增加|净增|多增|扩大|进步|前进|上移|攀升|增收|涨|增|升|多|快|高|盈`
	fallen = `下降|下滑|减少|降低|下跌|回落|缩水|缩减|萎缩|退步|倒退|后退|下移|净减|减|降|跌|掉|少|慢|低|亏`
)

// movedBefore ends in a word of change, and what may stand between it and a figure: 跌了近.
var movedBefore = pattern.Compile(`(` + risen + `)(?:了|过|幅为|幅达?)?(?:将近|大约|超过|[约近超达])?$|(` + fallen + `)(?:了|过|幅为|幅达?)?(?:将近|大约|超过|[约近超达])?$`)

// noMove ends so in a comparison or a whole, and is no change: 至少, 最多, 不低.
var noMove = pattern.Compile(`(至|最|不|多|偏|更|很|较)(少|多|低|高|快|慢)(?:了|过)?[约近超达]?$|减少到|[增升提]至`)

// MoveBefore reads the word of change that folded words before a figure end in; ok is false where they end in none.
func MoveBefore(before string) (word string, rises, ok bool) {
	m := movedBefore.FindStringSubmatch(before)
	if m == nil || noMove.MatchString(before) {
		return "", false, false
	}
	return m[1] + m[2], m[1] != "", true
}

// PresumedMove is the figure by which a question takes for granted that something rose or fell, where it asks for something
// else: 可降解塑料增长2.9%，靠的是什么; ok is false where it does not.
func PresumedMove(question string) (move Move, ok bool) {
	folded := hanzi.Fold(question)
	runes := []rune(folded)
	for _, f := range figure.Find(question) {
		switch f.Kind {
		case figure.Date, figure.Identifier, figure.Name, figure.Duration:
			continue
		}
		word, rises, moves := MoveBefore(string(runes[:f.Start]))
		if !moves || AsksItself(string(runes[:f.Start])) || !openAsked.MatchString(string(runes[f.End:])) && !openAsked.MatchString(string(runes[:f.Start])) {
			continue
		}
		at := strings.LastIndex(string(runes[:f.Start]), word)
		return Move{Figure: f, Said: string([]rune(question)[len([]rune(folded[:at])):f.End]), Word: word, Rises: rises}, true
	}
	return Move{}, false
}
