package figure

import (
	_ "embed"
	"strings"
)

// unit is a unit as it is written, what it is called in the ledger, and what a
// figure with it is used for.
type unit struct {
	written string
	name    string
	kind    Kind
}

//go:embed units.txt
var unitList string

//go:embed longer.txt
var longerList string

// entries are the words of a list without its comments.
func entries(list string) []string {
	var out []string
	for line := range strings.Lines(list) {
		if !strings.HasPrefix(line, "#") {
			out = append(out, strings.Fields(line)...)
		}
	}
	return out
}

// unitTable has the units of a text, nounTable the nouns that name one in a question.
var unitTable, nounTable = func() (units, nouns *trie[unit]) {
	units, nouns = &trie[unit]{}, &trie[unit]{}
	kind := Kind("")
	for _, entry := range entries(unitList) {
		if name, ok := strings.CutSuffix(entry, ":"); ok {
			kind = Kind(name)
			continue
		}
		written, name, ok := strings.Cut(entry, "=")
		if !ok {
			name = written
		}
		table := units
		if kind == "noun" {
			table = nouns
		}
		table.add(written, unit{written: written, name: name, kind: kind})
	}
	return units, nouns
}()

// longerWords begin with a unit and are none.
var longerWords = func() *trie[bool] {
	table := &trie[bool]{}
	for _, word := range entries(longerList) {
		table.add(word, true)
	}
	return table
}()

// unitAt returns the longest unit at i and its end; the zero unit for none. Two
// units with a stroke between them are one: 元/平方米.
func (s *scanner) unitAt(i int) (unit, int) {
	u, end := s.plainUnit(i)
	if s.at(end) == '每' && u.kind == Amount {
		if per, perEnd := s.plainUnit(end + 1); rates[per.name] {
			return unit{written: u.written + "每" + per.written, name: u.name + "/" + per.name, kind: Amount}, perEnd // 60英里每小时
		}
	}
	stroke := s.skipSpace(end) // 110英里 /小时
	if end == i || s.at(stroke) != '/' || stroke > end && u.kind != Amount {
		return u, end
	}
	per, perEnd := s.plainUnit(stroke + 1)
	if perEnd == stroke+1 && s.at(perEnd) == '时' && u.kind == Amount {
		per, perEnd = unit{written: "时", name: "小时"}, perEnd+1 // 5450立方米/时
	}
	if at := s.skipSpace(stroke + 1); perEnd == stroke+1 && s.at(at) == 's' && u.kind == Amount && !isLatin(s.at(at+1)) {
		per, perEnd = unit{written: "s", name: "秒"}, at+1 // 110 Mbit / s
	}
	if perEnd == stroke+1 {
		return u, end
	}
	return unit{written: u.written + "/" + per.written, name: u.name + "/" + per.name, kind: Amount}, perEnd
}

// rates are units that others are measured by.
var rates = set(`小时 秒 分钟 平方米 立方米 吨 公斤 股 桶`)

func (s *scanner) plainUnit(i int) (unit, int) {
	_, longer := longerWords.longest(s, i, nil)
	if s.has(i, "项目") && s.longest(i+2, []string{"标", "前"}) == "" { // 300余|项目; 两项|目标
		longer = i + 2
	}
	if longer == i+2 && (s.has(i, "分之") && s.longest(i+2, []string{"差", "后", "前", "内"}) != "" || s.has(i, "成都") && s.longest(i+2, []string{"是", "在", "有", "会", "能", "被", "没", "不"}) != "") {
		longer = i // 1分之差, 9成都是
	}
	return unitTable.longest(s, i, func(u unit, end int) bool { return end >= longer && s.unitEnds(u, i, end) })
}

// unitEnds says that a Latin unit is not only the beginning of a word: 5mg yes,
// 5men no. A big letter alone is a name: 5G, 10T.
func (s *scanner) unitEnds(u unit, start, end int) bool {
	if u.written == "人组" && s.longest(end-1, []string{"组成", "组建", "组织", "组合", "组团"}) != "" { // 56人组成11支队伍
		return false
	}
	last := u.written[len(u.written)-1]
	if !isLatin(rune(last)) {
		return true
	}
	if u.written == "l" && s.at(start-2) == '.' && isDigit(s.at(start-1)) && isHan(s.at(end)) {
		return true // 1.5L发动机
	}
	return !isLatin(s.at(end)) && !(len(u.written) == 1 && (isDigit(s.at(end)) || bigLetters.has(s.rawAt(start))))
}

var bigLetters = newRuneSet("GTMHLAＧＴＭＨＬＡ")

// UnitName is what the ledger calls a unit that is printed as it is written, mm or
// 个月; the word itself where it is no unit.
func UnitName(written string) string {
	s := newScanner(written)
	if u, end := s.unitAt(0); u.name != "" && end == len(s.folded) {
		return u.name
	}
	return written
}

// Unit returns the normalised name of the longest unit that word begins with, or
// of the unit that a noun is asked for with: 家 for 企业.
func Unit(word string) (string, bool) {
	s := newScanner(word)
	u, end := s.unitAt(0)
	for i := 0; u.name == "" && isScale(s.at(i)); i++ { // 多少万美元
		u, end = s.unitAt(i + 1)
	}
	if noun, nounEnd := nounTable.longest(s, 0, nil); nounEnd > end {
		u = noun
	}
	return u.name, u.name != ""
}
