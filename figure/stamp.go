package figure

// months are the English months by the first three letters of their names.
var months = map[string]int{"jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "oct": 10, "nov": 11, "dec": 12}

// englishDate reads Sep 27, 2022.
func (s *scanner) englishDate(i int) (Figure, bool) {
	if !isLatin(s.at(i)) || isLatin(s.at(i-1)) || i+3 > len(s.folded) || !s.capital(i, i+1) {
		return Figure{}, false
	}
	month, at := months[string(s.folded[i:i+3])], i+3
	for isLatin(s.at(at)) && at-i < 9 {
		at++
	}
	if s.at(at) == '.' {
		at++
	}
	day, end := s.twoDigits(at + 1)
	if month == 0 || s.at(at) != ' ' || day < 1 || day > 31 || isDigit(s.at(end)) {
		return Figure{}, false
	}
	w := When{Month: month, Day: day}
	if s.at(end) == ',' {
		if y := s.skipSpace(end + 1); isDigit(s.at(y)) {
			if value, stop := s.plainDigits(y); stop == y+4 && value.IsInteger() {
				w.Year, end = int(value.IntPart()), stop
			}
		}
	}
	return dateFigure(i, end, w), true
}

// isoDate reads 2021-01-27, 2021/1/27, 2021.01.27 and 2021-01.
func (s *scanner) isoDate(i int) (Figure, bool) {
	if !isDigit(s.at(i)) || isDigit(s.at(i-1)) || isLatin(s.at(i-1)) {
		return Figure{}, false
	}
	if f, ok := s.stampDay(i); ok {
		return f, true
	}
	if f, ok := s.shortStamp(i); ok {
		return f, true
	}
	if f, ok := s.closeStamp(i); ok {
		return f, true
	}
	if f, ok := s.eightDigits(i); ok {
		return f, true
	}
	parts, at, sep := [3]int{}, i, s.at(i+4)
	n := 0
	for ; n < 3; n++ {
		start := at
		for isDigit(s.at(at)) && at-start < 4 {
			parts[n] = parts[n]*10 + int(s.at(at)-'0')
			at++
		}
		if n == 0 && at-start != 4 || n > 0 && (at == start || at-start > 2) || sep != '-' && sep != '/' && sep != '.' {
			return Figure{}, false
		}
		if s.at(at) != sep || n == 2 || !isDigit(s.at(at+1)) {
			break
		}
		at++
	}
	if n == 1 && sep == '.' && (parts[0] < 1900 || parts[0] > 2099 || amountWords.has(s.at(i-1))) {
		return Figure{}, false
	}
	if n == 0 || n == 1 && (sep == '/' || s.at(i+5) != '0' && s.at(i+5) != '1' || at-i != 7) {
		return Figure{}, false
	}
	if isDigit(s.at(at)) || parts[0] < 1000 || parts[0] > 2999 || parts[1] < 1 || parts[1] > 12 || parts[2] > 31 || n == 2 && parts[2] < 1 || n == 1 && (s.at(at) == '年' || s.counted(at)) {
		return Figure{}, false
	}
	return dateFigure(i, at, When{Year: parts[0], Month: parts[1], Day: parts[2]}), true
}

// stampDay reads the 08-15 or 8/15 of a stamp: before a time of day, or with a nought.
func (s *scanner) stampDay(i int) (Figure, bool) {
	month, at := s.twoDigits(i)
	if sep := s.at(at); at == i || sep != '-' && sep != '/' {
		return Figure{}, false
	}
	day, end := s.twoDigits(at + 1)
	if month < 1 || month > 12 || day < 1 || day > 31 || isDigit(s.at(end)) {
		return Figure{}, false
	}
	next := end
	for s.at(next) == ' ' {
		next++
	}
	timed := next > end && isDigit(s.at(next)) && (s.at(next+2) == ':' || s.at(next+1) == ':')
	if !timed && !(s.at(i) == '0' && end == i+5 && !isLatin(s.at(end)) && s.at(end) != s.at(at) && !s.counted(end)) {
		return Figure{}, false
	}
	return dateFigure(i, end, When{Month: month, Day: day}), true
}

// shortStamp reads the 23-08-03 of a stamp before a time of day.
func (s *scanner) shortStamp(i int) (Figure, bool) {
	year, at := s.twoDigits(i)
	month, second := s.twoDigits(at + 1)
	day, end := s.twoDigits(second + 1)
	sep := s.at(at)
	if at != i+2 || second != at+3 || end != second+3 || sep != '-' && sep != '/' || s.at(second) != sep || month < 1 || month > 12 || day < 1 || day > 31 {
		return Figure{}, false
	}
	if s.at(end) != ' ' || !isDigit(s.at(end+1)) || s.at(end+2) != ':' && s.at(end+3) != ':' {
		return Figure{}, false
	}
	return dateFigure(i, end, When{Year: century(year), Month: month, Day: day}), true
}

// closeStamp reads the 202307/31 of a stamp before a time of day.
func (s *scanner) closeStamp(i int) (Figure, bool) {
	value, at := s.plainDigits(i)
	day, end := s.twoDigits(at + 1)
	if at != i+6 || s.at(at) != '/' && s.at(at) != '-' || end != at+3 || day < 1 || day > 31 {
		return Figure{}, false
	}
	if next := s.skipSpace(end); !isDigit(s.at(next)) || s.at(next+2) != ':' {
		return Figure{}, false
	}
	year, month := int(value.IntPart())/100, int(value.IntPart())%100
	if year < 1900 || year > 2099 || month < 1 || month > 12 {
		return Figure{}, false
	}
	return dateFigure(i, end, When{Year: year, Month: month, Day: day}), true
}

// eightDigits reads 20230731 where nothing says that it is a code.
func (s *scanner) eightDigits(i int) (Figure, bool) {
	value, end := s.plainDigits(i)
	if end != i+8 || !value.IsInteger() || s.longestBefore(i, codeNames) != "" || s.longestBefore(i, numbered) != "" || s.at(end) == '-' || s.at(end) == '号' || isLatin(s.at(end)) || s.counted(end) {
		return Figure{}, false
	}
	n := int(value.IntPart())
	w := When{Year: n / 10000, Month: n / 100 % 100, Day: n % 100}
	if w.Year < 1950 || w.Year > 2049 || w.Month < 1 || w.Month > 12 || w.Day < 1 || w.Day > 31 {
		return Figure{}, false
	}
	return dateFigure(i, end, w), true
}

// twoDigits reads one or two digits at i.
func (s *scanner) twoDigits(i int) (value, end int) {
	for end = i; isDigit(s.at(end)) && end-i < 2; end++ {
		value = value*10 + int(s.at(end)-'0')
	}
	return value, end
}
