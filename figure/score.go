package figure

import "github.com/shopspring/decimal"

// score reads the result of a game or a proportion: 3比1, 3:1, 1:10000. Value is
// the first number.
func (s *scanner) score(i int) (Figure, bool) {
	n, ok := s.unsigned(i)
	parts := s.at(n.end) == ':' && !n.chinese && (n.scaled || !n.value.IsInteger()) // 3.37:1, 100万:1
	halves := ok && s.halved(n)
	parts = parts || halves
	if !ok || !parts && !n.whole(0, 999) || n.more != "" || isDigit(s.at(i-1)) || s.at(i-1) == ':' || s.at(i-1) == '.' {
		return Figure{}, false
	}
	switch s.at(n.end) {
	case '比', ':', '∶':
	case '-', '–':
		if !s.played(i, n.end+2) && !s.won(i, n) && !halves {
			return Figure{}, false
		}
	default:
		return Figure{}, false
	}
	second, ok := s.unsigned(n.end + 1)
	if !ok || second.chinese != n.chinese || !second.whole(0, 10_000_000) && s.at(n.end) != ':' && !halves || second.scaled && !second.chinese || s.counted(second.end) && s.at(n.end) == '比' && !s.played(i, second.end) {
		return Figure{}, false
	}
	if s.at(n.end) == '-' && s.at(n.end+1) == '0' && isDigit(s.at(n.end+2)) { // 268-01地块
		return Figure{}, false
	}
	if s.at(n.end) == '-' && s.longest(second.end, fields) != "" {
		return Figure{}, false
	}
	if s.at(second.end) == '年' || s.at(i-1) == '图' || s.at(i-1) == '表' {
		return Figure{}, false
	}
	if n.chinese && (s.inWord(i, n.end, n.end) || second.runes > 2) {
		return Figure{}, false
	}
	end := second.end
	for s.at(end) == s.at(n.end) && s.at(end) != '-' && isDigit(s.at(end+1)) { // 3:1:2
		_, end = s.plainDigits(end + 1)
	}
	return Figure{Start: i, End: end, Value: n.value, High: n.value, Kind: Count}, true
}

// halved says that a number and the one behind it are the score of a game in which a draw is half a point:
// 5.5比4.5; in 5.5比4.5高 they are compared.
func (s *scanner) halved(n number) bool {
	second, ok := s.unsigned(n.end + 1)
	if !ok || n.chinese || second.chinese || n.value.IsInteger() && second.value.IsInteger() || compared.has(s.at(second.end)) || s.counted(second.end) {
		return false
	}
	for _, v := range []number{n, second} {
		if v.scaled || !v.value.Shift(1).Mod(decimal.NewFromInt(5)).IsZero() || !v.value.LessThan(mostGames) {
			return false
		}
	}
	return s.at(n.end) != '-' && s.at(n.end) != '–' || s.played(n.end-n.runes, second.end)
}

// mostGames is more than are played for one score; compared follow two numbers of which one is more.
var (
	mostGames = decimal.NewFromInt(100)
	compared  = newRuneSet("高低多少大小快慢强弱好长短贵上")
)

// won says that the two numbers at i stand between two names and fall, so that they are no
// range: 爱国者13-3公羊.
func (s *scanner) won(i int, n number) bool {
	second, end := s.plainDigits(n.end + 1)
	return isHan(s.at(i-1)) && isHan(s.at(end)) && !s.counted(end) && second.LessThan(n.value) && s.longestBefore(i, numbered) == "" && s.at(i-1) != '第'
}

// Words of games around a score.
var (
	beforeScore = newEndings("以", "比分", "比分为", "大比分", "总比分", "以总比分", "比分是", "胜")
	afterScore  = []string{"击败", "战胜", "胜", "力克", "逆转", "大胜", "险胜", "负", "不敌", "领先", "横扫", "淘汰", "拿下", "的比分", "战平", "落后", "完胜", "轻取", "小胜", "告负", "的大比分", "的总比分", "惨败", "取胜", "绝杀", "赢下", "大败", "完败", "惜败", "落败", "胜出", "轻松", "锁定", "拿到", "结束", "的成绩", "终结"}
)

// fields are called by two numbers: 渤中19-6气田.
var fields = []string{"气田", "油田", "构造", "油气田", "区块", "平台", "地块"}

// teams end the name of one that plays.
var teams = newEndings("队", "俱乐部")

// drawn stand before the score of a game that is even.
var drawn = newEndings("战至", "战成", "扳成", "打成", "追成", "追至", "扳平至", "踢成", "局的", "盘的")

// played says that the words around [start,end) speak of a game.
func (s *scanner) played(start, end int) bool {
	if s.longestBefore(start, beforeScore) != "" || s.longestBefore(start, teams) != "" && isHan(s.at(end)) {
		return true
	}
	at := s.skipSpace(end)
	for isDigit(s.at(at)) {
		at++
	}
	return s.longest(at, afterScore) != ""
}
