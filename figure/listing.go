package figure

import "github.com/shopspring/decimal"

// caption steps over the number of a picture or a table: 图3-2.
func (s *scanner) caption(i int) (Figure, bool) {
	end := i
	for isDigit(s.at(end)) || end > i && (s.at(end) == '-' || s.at(end) == '.') && isDigit(s.at(end+1)) {
		end++
	}
	if end-i > 5 || s.counted(end) || isScale(s.at(end)) || s.at(end) == '余' || s.at(end) == '多' || s.longestBefore(i, drawnWords) != "" || isLatin(s.at(end)) {
		return Figure{}, false
	}
	return Figure{Start: i - 1, End: end}, true
}

// drawnWords end with 图 or 表 and are no pictures: 代表300余人.
var drawnWords = newEndings("代表", "发表", "手表", "列表", "外表", "电表", "水表", "企图", "试图", "意图", "地图", "妄图")

// mark steps over the numbers of lists and notes: 1. at the begin of a line, (一), [3].
func (s *scanner) mark(i int) (Figure, bool) {
	r, before := s.at(i), s.at(i-1)
	begins := before == 0 || before == '\n' || before == '\r' || before == '。' || before == ';' || before == ':' || before == ' ' || before == '】' || before == ']'
	switch r {
	case '(', '[', '〔':
		n, ok := s.unsigned(i + 1)
		if !ok || !n.whole(1, 999) || n.end-i > 3 && r != '[' || (s.at(n.end) != ')' || r != '(') && (s.at(n.end) != ']' || r != '[') {
			return Figure{}, false
		}
		if r == '[' || n.chinese || begins || s.at(i-1) == ',' {
			return Figure{Start: i, End: n.end + 1}, true
		}
		return Figure{}, false
	}
	if (r == '图' || r == '表') && isDigit(s.at(i+1)) {
		return s.caption(i + 1)
	}
	if s.captioned(i) {
		return Figure{Start: i, End: i + 2}, true
	}
	if s.goesOnListing(i) {
		n, _ := s.unsigned(i)
		s.listed = n.value.IntPart()
		return Figure{Start: i, End: n.end + 1}, true
	}
	if !begins || !isDigit(r) && !numerals.has(r) {
		return Figure{}, false
	}
	n, ok := s.unsigned(i)
	if !ok || !n.whole(1, 99) || !n.chinese && n.end-i > 2 {
		return Figure{}, false
	}
	after, next := s.at(n.end), s.at(n.end+1)
	listed := after == '.' && !isDigit(next) || after == '、' && !isDigit(next) && (!numerals.has(next) || !n.chinese && before != '、') && (before != ':' || n.value.Equal(decimal.NewFromInt(1)) && isHan(next)) || after == ')' && before != '('
	if !listed || before == ' ' && n.chinese {
		return Figure{}, false
	}
	s.listed = n.value.IntPart()
	return Figure{Start: i, End: n.end + 1}, true
}

// captioned says that a number with a nought at i counts the parts of a text and nothing
// else: 01神秘的葡萄藤.
func (s *scanner) captioned(i int) bool {
	word := s.skipSpace(i + 2)
	numbered := s.at(i) == '0' && isDigit(s.at(i+1)) && s.at(i+1) != '0' && isHan(s.at(word))
	return numbered && !afterNought.has(s.at(word)) && !s.counted(word) && !s.wordGoesOn(i-1) && !beforeNought.has(s.at(i-1))
}

// Characters around a number with a nought that is a part of a date, a time or a model: 第08届, 03式.
var (
	beforeNought = newRuneSet("./-:#号第")
	afterNought  = newRuneSet("年月日号时点分秒级版款型届式后百千万亿")
)

// longestList bounds how far ahead the second of a list is looked for.
const longestList = 400

// goesOnListing reads the number of a list in the midst of a line, where none of its signs
// stands before it: 处理决定1、罚款……2、没收.
func (s *scanner) goesOnListing(i int) bool {
	if before := s.at(i - 1); !isDigit(s.at(i)) || !isHan(before) && before != '》' && before != ')' && before != '”' && before != ',' && before != '】' && before != '↓' && before != '—' {
		return false
	}
	n, ok := s.unsigned(i)
	if !ok || !n.whole(1, 20) || n.chinese || s.at(n.end) != '、' || !isHan(s.at(n.end+1)) || numerals.has(s.at(n.end+1)) {
		return false
	}
	if at := n.value.IntPart(); at > 1 {
		return s.listed == at-1
	}
	for at := n.end; at < n.end+longestList && at < len(s.folded); at++ {
		if s.at(at) == '2' && s.at(at+1) == '、' && isHan(s.at(at+2)) && !isDigit(s.at(at-1)) && s.at(at-1) != '、' {
			return true
		}
	}
	return false
}
