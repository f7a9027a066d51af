package figure

import "github.com/shopspring/decimal"

// romans are Roman numerals as one character, from one on, folded.
var romans = []rune("ⅰⅱⅲⅳⅴⅵⅶⅷⅸⅹ")

// grades are levels in Latin letters, folded.
var grades = map[string]int64{"i级": 1, "ii级": 2, "iii级": 3, "iv级": 4, "v级": 5}

// grade reads a level in Roman numerals: Ⅲ级应急响应, IV级.
func (s *scanner) grade(i int) (Figure, bool) {
	f := Figure{Start: i, Kind: Rank, Unit: "级"}
	for n, r := range romans {
		if s.at(i) == r && s.at(i+1) == '级' {
			f.End, f.Value = i+2, decimal.NewFromInt(int64(n)+1)
			f.High = f.Value
			return f, true
		}
	}
	if isLatin(s.at(i-1)) || isDigit(s.at(i-1)) {
		return Figure{}, false
	}
	for word, n := range grades {
		if s.has(i, word) {
			f.End, f.Value = i+runes(word), decimal.NewFromInt(n)
			f.High = f.Value
			return f, true
		}
	}
	return Figure{}, false
}
