package figure

import "github.com/shopspring/decimal"

// toward steps over what parts the ends of a range at i; i for none.
func (s *scanner) toward(i int) int {
	at := s.skipSpace(i)
	switch s.at(at) {
	case '-', '~', '–', '〜', '∼', '—', '―', '─', '至', '到':
	default:
		return i
	}
	at++
	if r := s.at(at); r == '—' && s.at(at-1) == '—' || r == '-' && s.at(at-1) == '-' {
		at++
	}
	return s.skipSpace(at)
}

// upTo reads the upper end of a range: 5%-8%, 3至5年, 100~200家, 5万到8万元. Low is
// what was read, from its first digit at from.
func (s *scanner) upTo(f *Figure, low measured, from int) {
	i := s.toward(f.End)
	if i == f.End || low.more == "几" || isDigit(s.at(from)) == numerals.has(s.at(i)) && !isDigit(s.at(i)) && s.minus(i) == 0 {
		return
	}
	sign, at := s.currencySign(i)
	high, ok := s.measure(at)
	if !ok || high.chinese != low.chinese || s.chained(from, high.stop) {
		return
	}
	if sign.name != "" {
		high.unit = sign
	}
	if low.unit.written == "个月" && high.unit.written == "月" { // 延长1个月至9月底
		return
	}
	lowValue := f.Value
	switch {
	case high.unit.name == low.unit.name && (f.Unit == high.unit.name || f.Unit == ""):
		if f.Unit == "" && low.plain.Equal(low.value) {
			lowValue = s.sharedScale(low, high)
		}
	case f.Unit != "" && low.stop == low.end && high.unit.kind != Amount: // $5-$8
	case low.unit.name == "":
		lowValue = s.sharedScale(low, high)
	default:
		return
	}
	if low.unit.name == "" && high.unit.written != low.unit.written {
		lowValue = tenfold(lowValue, high)
	}
	if !high.value.GreaterThan(lowValue) || f.Unit == "" && high.unit.name == "" && !s.plainRange(low, high) {
		return
	}
	f.Value, f.High, f.End, f.Vague = lowValue, high.value, high.stop, f.Vague || high.vague
	if high.unit.name != "" {
		f.Unit, f.Kind = high.unit.name, high.unit.kind
	}
	if f.Qualifier == "" {
		f.Qualifier = high.more
	}
}

// bounded reads a range by its two bounds: 三年以上七年以下, 18岁以上、60岁以下.
func (s *scanner) bounded(f *Figure) {
	if f.Unit == "" || !s.has(f.End, "以上") {
		return
	}
	at := f.End + len([]rune("以上"))
	if s.at(at) == '、' || s.at(at) == ',' {
		at++
	}
	high, ok := s.measure(at)
	if ok && high.unit.name == f.Unit && high.value.GreaterThan(f.Value) && s.has(high.stop, "以下") {
		f.High, f.End = high.value, high.stop+len([]rune("以下"))
	}
}

// tenfold is the lower end of 三至五成, whose unit is said once.
func tenfold(low decimal.Decimal, high measured) decimal.Decimal {
	if (high.unit.written == "成" || high.unit.written == "折") && low.LessThan(decimal.NewFromInt(10)) {
		return low.Mul(decimal.NewFromInt(10))
	}
	return low
}

// plainRange says that two bare numbers may be the ends of a range; telephone
// numbers and scores are none.
func (s *scanner) plainRange(low, high measured) bool {
	return s.at(s.skipSpace(low.end)) != '-' || low.scaled || high.scaled ||
		low.value.GreaterThanOrEqual(decimal.NewFromInt(10)) && high.value.LessThan(decimal.NewFromInt(100_000)) && high.end-low.end < 7
}

// chained says that a range is a part of a longer row: 1-2-3, 010-1234-5678.
func (s *scanner) chained(from, end int) bool {
	return s.at(end) == '-' && isDigit(s.at(end+1)) || s.at(from-1) == '-' && isDigit(s.at(from-2))
}

// sharedScale is the lower end of 3至5万元, where the scale is said once for both.
func (s *scanner) sharedScale(low, high measured) decimal.Decimal {
	if low.scaled && !low.chinese || !high.scaled || high.plain.IsZero() {
		return low.value
	}
	if high.chinese {
		return s.sharedNumeralScale(low, high)
	}
	shared := low.value.Mul(high.value.DivRound(high.plain, fractionDigits))
	if low.value.GreaterThan(high.plain) { // 5000至1万
		return low.value
	}
	return shared
}

// sharedNumeralScale reads 三至五万: the last scale counts for both.
func (s *scanner) sharedNumeralScale(low, high measured) decimal.Decimal {
	last := scaleOf[s.at(high.end-1)]
	if low.scaled || last < 1000 || low.value.GreaterThanOrEqual(decimal.NewFromInt(100)) {
		return low.value
	}
	return low.value.Mul(decimal.NewFromInt(last))
}
