package figure

// sum reads single digits that a + joins: 3+2年, whose first number is the value, and
// names such as 4+1 and 3+1+X. Longer ones are points of a game or memory: 32+10, 8+256GB.
func (s *scanner) sum(i int) (Figure, bool) {
	if !isDigit(s.at(i)) || s.at(i+1) != '+' || isDigit(s.at(i-1)) || isLatin(s.at(i-1)) || s.at(i-1) == '+' || s.at(i-1) == '.' {
		return Figure{}, false
	}
	end := i + 1
	for s.at(end) == '+' && s.wordGoesOn(end+1) {
		end += 2
	}
	if end == i+1 || s.wordGoesOn(end) || s.at(end) == '.' || s.at(end) == '+' {
		return Figure{}, false
	}
	u, stop := s.unitAt(end)
	if u.name == "" {
		return Figure{Start: i, End: end, Kind: Name}, true
	}
	if u.kind != Duration && u.kind != Count || !isDigit(s.at(end-1)) {
		return Figure{}, false
	}
	value, _ := s.plainDigits(i)
	return Figure{Start: i, End: stop, Value: value, High: value, Unit: u.name, Kind: u.kind}, true
}
