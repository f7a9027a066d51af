package figure

// shareUnits gives a bare number of a row the unit at its end: 3600、3800、7600元.
func (s *scanner) shareUnits() {
	for i := len(s.found) - 2; i >= 0; i-- {
		f, next := &s.found[i], s.found[i+1]
		if f.Unit != "" || f.Kind != Count || next.Unit == "" && next.Kind != Amount || next.Kind == Rank || !isDigit(s.at(f.Start)) || !isDigit(s.at(next.Start)) {
			continue
		}
		if next.Kind == Amount && next.Start == f.End+1 && s.at(f.End) == '/' {
			f.Kind = Amount // 长宽高为3780/1715/1540mm
		}
		listed := next.Start == f.End+1 && joining.has(s.at(f.End)) && isDigit(s.at(f.End-1))
		if listed && next.Unit != "" && !s.scaled(next) {
			f.Unit, f.Kind = next.Unit, next.Kind
		}
	}
}

// moreModels finds the numbers that go on with a row of models: 波音777、767和747.
func (s *scanner) moreModels() {
	for i := 1; i < len(s.found); i++ {
		f, last := &s.found[i], s.found[i-1]
		if last.Kind == Identifier && isDigit(s.at(last.End-1)) && f.Kind == Count && f.Unit == "" && isDigit(s.at(f.Start)) && f.End-f.Start <= longestModel && f.Start == last.End+1 && joining.has(s.at(last.End)) && f.Value.IsInteger() && !s.scaled(*f) {
			f.Kind = Identifier
		}
	}
}

// quotations tells the price of a share, by how much it moved and by how many per cent, where a
// feed puts them behind its name: 天银机电(12.000, -0.19, -1.56%).
func (s *scanner) quotations() {
	for i := range len(s.found) - 2 {
		price, by, rate := &s.found[i], &s.found[i+1], &s.found[i+2]
		if s.at(price.Start-1) != '(' || s.at(price.End) != ',' || s.at(by.End) != ',' || s.at(rate.End) != ')' || rate.Unit != "%" || price.Unit != "" || by.Unit != "" || by.Start > price.End+2 || rate.Start > by.End+2 {
			continue
		}
		if price.Kind == Amount || price.Kind == Count {
			price.Kind, by.Kind, rate.Kind = Amount, Change, Change
		}
	}
}

// scaled says that 万 or the like stands in a figure, so that it is not known
// whether it counts for those before it.
func (s *scanner) scaled(f Figure) bool {
	for i := f.Start; i < f.End; i++ {
		if isScale(s.at(i)) {
			return true
		}
	}
	return false
}
