package figure

import (
	"unicode"

	"github.com/shopspring/decimal"
)

// times are the signs between the factors of a product.
var times = newRuneSet("x×*✕")

// product reads numbers that x or × joins, up to the unit at the end, whose number
// is the value: 4x6公里, 7.62×51mm. Without a unit, and before the name of a
// cartridge, it is an identifier: 1920×1080, 7.62×51mm NATO.
func (s *scanner) product(i int) (Figure, bool) {
	if !isDigit(s.at(i)) || isDigit(s.at(i-1)) || isLatin(s.at(i-1)) {
		return Figure{}, false
	}
	value, end := s.plainDigits(i)
	factors, u := 1, unit{}
	for {
		at := s.skipSpace(end)
		next := s.skipSpace(at + 1)
		if !times.has(s.at(at)) || !isDigit(s.at(next)) || factors == maxFactors {
			break
		}
		value, end = s.plainDigits(next)
		factors++
		if named, stop := s.plainUnit(s.skipSpace(end)); named.kind == Amount {
			u, end = named, stop
		}
	}
	if factors == 1 || isLatin(s.at(end)) {
		return Figure{}, false
	}
	f := Figure{Start: i, End: end, Value: value, High: value, Unit: u.name, Kind: Amount}
	cartridge := end
	if value.LessThan(widestCase) { // not 2880*1620 OLED
		cartridge = s.cartridge(end)
	}
	if u.name == "" || cartridge > end {
		return Figure{Start: i, End: max(end, cartridge), Kind: Identifier}, true
	}
	return f, true
}

// format reads the size of a sensor: 1/1.56英寸.
func (s *scanner) format(i int) (Figure, bool) {
	if s.at(i) != '1' || s.at(i+1) != '/' || isDigit(s.at(i-1)) || isLatin(s.at(i-1)) {
		return Figure{}, false
	}
	below, at := s.plainDigits(i + 2)
	u, end := s.plainUnit(s.skipSpace(at))
	if at == i+2 || below.IsZero() || u.name != "英寸" {
		return Figure{}, false
	}
	value := decimal.NewFromInt(1).DivRound(below, fractionDigits)
	return Figure{Start: i, End: end, Value: value, High: value, Unit: u.name, Kind: Amount}, true
}

const maxFactors = 4

// widestCase bounds the length of a cartridge's case, in millimetres.
var widestCase = decimal.NewFromInt(300)

// cartridge is where the name of a cartridge ends whose size ends at end.
func (s *scanner) cartridge(end int) int {
	if s.longest(end, []string{"步枪弹", "手枪弹", "子弹", "枪弹", "北约"}) != "" {
		return end + 1
	}
	at := end
	for s.at(end) == ' ' && isLatin(s.at(at+1)) && unicode.IsUpper(s.rawAt(at+1)) {
		for at++; isLatin(s.at(at)); at++ {
		}
		if s.at(at) != ' ' {
			break
		}
	}
	return at
}
