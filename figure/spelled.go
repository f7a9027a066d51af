package figure

import (
	"strings"

	"github.com/shopspring/decimal"
)

// digitByDigit reads numerals that stand for digits: 二〇二四, 一九五四; and two
// neighbours that say about how many: 七八个.
func (s *scanner) digitByDigit(i int) (number, bool) {
	var b strings.Builder
	start := i
	for ; isNumeral(s.at(i)) && s.at(i) != '两' && i-start < 18; i++ {
		b.WriteByte(byte('0' + digitOf[s.at(i)]))
	}
	n := number{end: i, chinese: true, runes: i - start}
	hasZero := strings.Contains(b.String(), "0")
	if i-start <= 2 && !hasZero && s.at(i) != '折' && !(s.at(i) == '年' && digitOf[s.at(start)] >= 5 && digitOf[s.at(start+1)] != digitOf[s.at(start)]+1) {
		return s.adjacent(start)
	}
	if isScale(s.at(i)) {
		return number{}, false
	}
	value, err := decimal.NewFromString(b.String())
	if err != nil { // 两 comes first
		return number{}, false
	}
	n.value, n.high, n.plain = value, value, value
	return n, true
}

// adjacent reads two numerals that say about how many: 七八个, 三五年, 三四十.
func (s *scanner) adjacent(i int) (number, bool) {
	low, high := digitOf[s.at(i)], digitOf[s.at(i+1)]
	if s.at(i) == '三' && s.at(i+1) == '两' {
		low, high = 2, 3
	}
	if high != low+1 && !(low == 3 && high == 5) || low == 0 {
		return number{}, false
	}
	r := numeralReader{s: s, start: i, at: i + 2, pending: decimal.NewFromInt(low), has: true, pendingRunes: 1, count: 2,
		gap: decimal.NewFromInt(high - low), more: "几"}
	n, ok := r.read()
	n.chinese = true
	return n, ok
}
