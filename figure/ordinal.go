package figure

import "github.com/shopspring/decimal"

// rankUnits follow 第N when it ranks; without one 第N ranks at the end of a clause.
var rankUnits = []string{"名", "位", "大", "高", "多"}

// rankWords before 第N say that it ranks: 排名第一, 居全国第二.
var rankWords = []string{"居", "列", "排", "名", "跃升", "升至", "全国", "全省", "全市", "世界", "全球"}

// ordinal reads 第N with what it counts: 第10个, 第二, 第七届.
func (s *scanner) ordinal(i int) (Figure, bool) {
	if s.at(i) != '第' {
		return Figure{}, false
	}
	n, ok := s.number(s.skipSpace(i + 1))
	if !ok {
		return Figure{}, false
	}
	f := Figure{Start: i, End: n.end, Value: n.value, High: n.value, Kind: Ordinal}
	if u, end := s.unitAt(s.skipSpace(n.end)); u.name != "" {
		f.Unit, f.End = u.name, end
	}
	if s.ranks(i, n.end) {
		f.Kind = Rank
	}
	return f, true
}

func (s *scanner) ranks(start, end int) bool {
	if s.longest(end, rankUnits) != "" {
		return true
	}
	switch s.at(end) {
	case 0, ',', '。', ';', '、', '.', ' ', ')', '和', '及', '与':
	default:
		return false
	}
	for i := start - 1; i >= 0 && start-i <= 8; i-- {
		if s.longest(i, rankWords) != "" {
			return true
		}
	}
	return s.at(end) != ' '
}

// first reads 首位, 首个, 首家, 榜首: a rank or an ordinal of 1 without a number.
func (s *scanner) first(i int) (Figure, bool) {
	words := map[string]Kind{"首位": Rank, "榜首": Rank, "首个": Ordinal, "首家": Ordinal, "首次": Ordinal, "首例": Ordinal, "首批": Ordinal, "首届": Ordinal, "首座": Ordinal, "首条": Ordinal}
	for word, kind := range words {
		if s.has(i, word) {
			one := decimal.NewFromInt(1)
			return Figure{Start: i, End: i + 2, Value: one, High: one, Kind: kind}, true
		}
	}
	return Figure{}, false
}

// identifier reads what holds digits but says no number: COVID-19, 5G, A320, G20.
func (s *scanner) identifier(i int) (Figure, bool) {
	if !isLatin(s.at(i)) && !isDigit(s.at(i)) || isLatin(s.at(i-1)) || isDigit(s.at(i-1)) {
		return Figure{}, false
	}
	end, digits, letters := i, 0, 0
	for ; ; end++ {
		r := s.at(end)
		switch {
		case isDigit(r):
			digits++
		case isLatin(r):
			letters++
		case (r == '-' || r == '.' || r == '_' || r == '/' || r == '@' || r == ':') && s.wordGoesOn(end+1):
		default:
			return s.identifierFrom(i, end, digits, letters)
		}
	}
}

func (s *scanner) wordGoesOn(i int) bool { return isLatin(s.at(i)) || isDigit(s.at(i)) }

func (s *scanner) identifierFrom(i, end, digits, letters int) (Figure, bool) {
	if digits == 0 {
		return Figure{}, false
	}
	if isDigit(s.at(i)) {
		_, at := s.plainDigits(i)
		if letters == 0 {
			return Figure{}, false
		}
		if u, unitEnd := s.unitAt(at); u.name != "" && unitEnd <= end && !(letters == 1 && s.at(at) == 'g') {
			return Figure{}, false // 20km, 5mg
		}
	}
	return Figure{Start: i, End: end, Kind: Identifier}, true
}

// fraction reads X分之Y: 百分之五, 三分之一, 万分之三, 百分之五点五.
func (s *scanner) fraction(i int) (Figure, bool) {
	whole, ok := s.number(i)
	if !ok || !s.has(whole.end, "分之") || whole.value.IsZero() {
		return Figure{}, false
	}
	part, ok := s.number(s.skipSpace(whole.end + 2))
	if !ok {
		return Figure{}, false
	}
	f := Figure{Start: i, End: part.end, Kind: Share, Qualifier: part.more}
	if f.Qualifier == "" {
		f.Qualifier = s.qualifierBefore(i)
	}
	if whole.value.Equal(decimal.NewFromInt(100)) {
		f.Value, f.Unit = part.value, "%"
	} else {
		f.Value = part.value.DivRound(whole.value, fractionDigits)
	}
	f.High = f.Value
	f.Kind = s.changeOrShare(f)
	return f, true
}

// fractionDigits are kept of a fraction that does not end: 三分之一.
const fractionDigits = 12
