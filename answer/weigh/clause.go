package weigh

import (
	"strings"

	"youju/answer/evidence"
	"youju/figure"
	"youju/hanzi"
)

// ClauseOf is the part of a sentence between commas in which f stands.
func ClauseOf(text []rune, within hanzi.Span, f figure.Figure) hanzi.Span {
	c := hanzi.Span{Start: f.Start, End: f.End}
	for c.Start > within.Start && !PartsClause(text, c.Start-1) {
		c.Start--
	}
	for c.End < within.End && !PartsClause(text, c.End) {
		c.End++
	}
	return c
}

// bareDate is how many runes a clause says at most beside a date that only dates the next.
const bareDate = 3

// dated is the clause of a date with the next one, where it says nothing but the date:
// 8月19日，飞云园区开园.
func dated(text []rune, within, clause hanzi.Span, f figure.Figure) hanzi.Span {
	if f.Kind != figure.Date || clause.End-clause.Start > f.End-f.Start+bareDate || clause.End+1 >= within.End {
		return clause
	}
	for clause.End++; clause.End < within.End && !PartsClause(text, clause.End); clause.End++ {
	}
	return clause
}

// PartsClause says that a clause ends at i. A comma between digits is a part of
// the number, a dot beside another one of what was left out.
func PartsClause(text []rune, i int) bool {
	switch text[i] {
	case '，', '；', '。', '：', ';', '！', '？', '…', '\n':
		return true
	case '.':
		return i > 0 && text[i-1] == '.' || i+1 < len(text) && text[i+1] == '.'
	case ',':
		return !(i > 0 && i+1 < len(text) && isDigit(text[i-1]) && isDigit(text[i+1]))
	}
	return false
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' }

// leaning begin clauses that take their subject from the one before.
var leaning = []string{"同比", "环比", "比", "较", "增长", "增", "下降", "减少", "降", "上升", "上涨", "跌", "占", "居", "位居", "位列", "排名", "达", "逆势", "其中", "平均", "超", "约", "为", "实现", "是", "创", "涨", "高于", "低于", "连续", "增速", "增幅"}

// LeansBack says that a clause has no subject of its own.
func LeansBack(clause []rune) bool {
	text := strings.TrimLeft(hanzi.Fold(string(clause)), ",、 ")
	for _, word := range leaning {
		if strings.HasPrefix(text, word) {
			return true
		}
	}
	return false
}

// ClauseBefore is where the clause begins that ends before i.
func ClauseBefore(s evidence.Sentence, i int) int {
	start := max(s.Span.Start, i-1)
	for start > s.Span.Start && !PartsClause(s.Text, start-1) {
		start--
	}
	return start
}
