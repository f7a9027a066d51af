package answer

import (
	"regexp"
	"strings"

	"youju/hanzi"
)

// A follow-up may set the last two questions' figures against each other: 一共呢,
// 哪个多, 差多少 after 富祥投了多少 and 杉杉呢.
var (
	bothTogether = regexp.MustCompile(`^(那么?|它们|这)?(两者|两个|二者|俩)?(一共|合计|总共|总计|加起来|合起来|加在一起)(呢|是?多少.*|有(多少|几).*)?[?。]*$`)
	whichOfLast  = regexp.MustCompile(`^(那么?|它们|这)?(两者|两个|二者|俩)?(哪一?[个家项]|谁)(更|比较)?(多|高|大|快|长|重|贵|早|少|低|小|慢|短)[些点]?[呢?。]*$`)
	lastApart    = regexp.MustCompile(`^(那么?|它们|这)?(两者|两个|二者|俩)?(之间)?(相差|差)(了|是|有)?(多少|几).*$`)
)

// ofLastTwo is the formula that a follow-up asks for of the last two questions.
func (r reading) ofLastTwo(folded string) (formula, bool) {
	if len(r.led) < 2 {
		return formula{}, false
	}
	f := formula{op: opDifference}
	switch m := whichOfLast.FindStringSubmatch(folded); {
	case m != nil:
		f.which, f.less = true, isLess(m[5])
	case bothTogether.MatchString(folded):
		f.op = opSum
	case !lastApart.MatchString(folded):
		return formula{}, false
	}
	first, asked := withoutAsking(hanzi.Fold(r.led[1]))
	other, own := withoutAsking(hanzi.Fold(r.led[0]))
	f.first, f.other, f.asked = first, other, asked
	if asked == "" {
		f.asked = own
	}
	return f, true
}

// withoutAsking parts a question from the words that ask: 昆山有独角兽 and 几家.
func withoutAsking(question string) (rest, asked string) {
	question = strings.Trim(question, "?。呢吗的 ")
	at := askedFor.FindStringIndex(question)
	if at == nil {
		return strings.TrimPrefix(question, "那"), ""
	}
	asked = question[at[0]:]
	behind := []rune(question[at[1]:])
	if len(behind) > 0 && strings.ContainsRune("家个项户名位人次所座台件", behind[0]) {
		behind = behind[1:]
	}
	return question[:at[0]] + string(behind), asked
}
