package figure

// currencySigns before a number are its unit.
var currencySigns = []struct {
	sign string
	unit unit
}{
	{"us$", unit{name: "美元", kind: Amount}}, {"hk$", unit{name: "港元", kind: Amount}}, {"nt$", unit{name: "新台币", kind: Amount}}, {"s$", unit{name: "新元", kind: Amount}}, {"a$", unit{name: "澳元", kind: Amount}},
	{"$", unit{name: "美元", kind: Amount}}, {"¥", unit{name: "元", kind: Amount}}, {"€", unit{name: "欧元", kind: Amount}}, {"£", unit{name: "英镑", kind: Amount}},
	{"rmb", unit{name: "元", kind: Amount}}, {"cny", unit{name: "元", kind: Amount}}, {"usd", unit{name: "美元", kind: Amount}}, {"eur", unit{name: "欧元", kind: Amount}},
}

// currencySign is the unit of a sign at i and where the number may begin.
func (s *scanner) currencySign(i int) (unit, int) {
	switch s.at(i) {
	case '$', '¥', '€', '£', 's', 'u', 'h', 'n', 'a', 'r', 'c', 'e':
	default:
		return unit{}, i
	}
	for _, c := range currencySigns {
		if s.has(i, c.sign) && !isLatin(s.at(i-1)) {
			if at := s.skipSpace(i + runes(c.sign)); isDigit(s.at(at)) {
				return c.unit, at
			}
		}
	}
	return unit{}, i
}
