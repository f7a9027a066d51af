package figure

import "github.com/shopspring/decimal"

// sometime reads lengths of time of which not even the number is told: 几天, 数周,
// and the range 几天到几周. Value is one that is possible.
func (s *scanner) sometime(i int) (Figure, bool) {
	u, end, ok := s.few(i)
	if !ok {
		return Figure{}, false
	}
	if r := s.at(end); r == '到' || r == '至' {
		if _, stop, ok := s.few(end + 1); ok {
			end = stop
		}
	}
	f := Figure{Start: i, End: end, Value: someFew, High: someFew, Unit: u.name, Kind: Duration, Vague: true}
	return f, true
}

// age reads 六旬 and 年近七旬: so many times ten years.
func (s *scanner) age(i int) (Figure, bool) {
	r := s.at(i)
	if !isNumeral(r) || digitOf[r] < 3 || s.at(i+1) != '旬' || isNumeral(s.at(i-1)) || isScale(s.at(i-1)) {
		return Figure{}, false
	}
	years := decimal.NewFromInt(10 * digitOf[r])
	return Figure{Start: i, End: i + 2, Value: years, High: years, Unit: "旬", Kind: Duration}, true
}

// few reads 几 or 数 with a unit of time right behind it.
func (s *scanner) few(i int) (unit, int, bool) {
	r := s.at(i)
	if !vagueBegin.has(r) || r == '数' && s.ofNoun(i) || s.longestBefore(i, asking) != "" {
		return unit{}, i, false
	}
	u, end := s.unitAt(i + 1)
	if u.kind != Duration || notFew[u.written] || s.lately(i) {
		return unit{}, i, false
	}
	return u, end, true
}

// asking before 几 make it how many.
var asking = newEndings("第", "星期", "周", "礼拜", "哪")

// lately says that the 几 at i says no length, only that it is not long ago: 近几年.
func (s *scanner) lately(i int) bool {
	switch s.at(i - 1) {
	case '近', '这', '那':
		return true
	case '过': // but 经过几年
		return !isHan(s.at(i - 2))
	}
	return false
}

// notFew are units of time that are other words behind 几 and 数.
var notFew = set(`日 季 旬 时 夜 晚 分 秒 岁 载 月 代`)
