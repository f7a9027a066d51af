package figure

import "unicode"

// identifier reads what holds digits but says no number: COVID-19, 5G, A320, G20,
// iPhone 14.
func (s *scanner) identifier(i int) (Figure, bool) {
	first := s.at(i)
	if isLatin(s.at(i-1)) || isDigit(s.at(i-1)) || !isLatin(first) && !isDigit(first) {
		return Figure{}, false
	}
	if u, _ := s.currencySign(i); u.name != "" {
		return Figure{}, false
	}
	if isDigit(first) {
		return s.digitsFirst(i)
	}
	if at := s.skipSpace(i + 3); s.has(i, "top") && isDigit(s.at(at)) {
		if n, ok := s.number(at); ok && n.more == "" {
			return Figure{Start: i, End: n.end, Value: n.value, High: n.value, Unit: "位", Kind: Rank}, true
		}
	}
	end, digits := i, 0
	for ; end-i < longestIdentifier; end++ {
		r := s.at(end)
		if isDigit(r) {
			digits++
		} else if next := s.pastStars(end); next > end { // 晋A****2
			end = next - 1
		} else if !isLatin(r) && !(inCode.has(r) && s.wordGoesOn(end+1)) || r == '/' && digits > 0 && isLatin(s.at(end+1)) {
			break // MU9197/MU9198 are two
		}
	}
	for words := 1; digits == 0; words++ {
		if end, digits = s.numberOfModel(i, end); digits > 0 {
			break
		}
		next := s.nameGoesOn(i, end)
		if next == end || words == 3 {
			return Figure{}, false
		}
		for j := end + 1; j < next; j++ {
			if isDigit(s.at(j)) {
				digits++
			}
		}
		end = next
	}
	if r := s.at(end); digits == 0 || (r == '%' || r == '万' || r == '亿') && isDigit(s.at(end-1)) {
		return Figure{}, false
	}
	return Figure{Start: i, End: s.plus(s.variant(end)), Kind: Identifier}, true
}

// pastStars steps over the stars that hide a part of a code; i for none.
func (s *scanner) pastStars(i int) int {
	end := i
	for s.at(end) == '*' {
		end++
	}
	if end-i < 2 || !s.wordGoesOn(end) {
		return i
	}
	return end
}

// variant steps over the name of a variant behind a model: MagicBook X 14 Pro.
func (s *scanner) variant(end int) int {
	for range 2 {
		at := s.skipSpace(end)
		word := s.longest(at, []string{"pro", "max", "plus", "ultra", "mini", "lite", "classic", "release", "beta"})
		if at == end || word == "" || isLatin(s.at(at+len(word))) {
			break
		}
		end = at + len(word)
	}
	return end
}

// plus steps over the sign behind a model: Galaxy Tab S9+.
func (s *scanner) plus(end int) int {
	if s.at(end) == '+' && !s.wordGoesOn(end+1) {
		return end + 1
	}
	return end
}

var inCode = newRuneSet("-._/+")

func (s *scanner) wordGoesOn(i int) bool { return isLatin(s.at(i)) || isDigit(s.at(i)) }

// Bounds of the digits of a model (iPhone 14, Boeing 747) and of a standard: ISO 27001.
const longestModel, longestStandard = 4, 5

var standards = set(`iso iec gb en din`)

// numberOfModel reads the number behind a Latin name: the 747 of Boeing 747.
func (s *scanner) numberOfModel(start, end int) (int, int) {
	if s.at(end) != ' ' || end-start < 2 || !s.capital(start, end) {
		return end, 0
	}
	_, stop := s.plainDigits(end + 1)
	n, ok := s.number(end + 1)
	longest := longestModel
	if standards[string(s.folded[start:end])] {
		longest = longestStandard
	}
	if ok && stop-end-1 == 3 && n.plain.IsInteger() && hybrid.has(s.at(stop)) && !s.wordGoesOn(stop+1) { // LM 350h
		return stop + 1, 3
	}
	if !ok || !isDigit(s.at(end+1)) || stop-end-1 > longest || n.end != stop || s.counted(s.skipSpace(stop)) || isLatin(s.at(stop)) {
		return end, 0
	}
	if w, _ := s.dateAt(end + 1); w != (When{}) || s.at(stop) == '%' || s.toward(stop) > stop || s.at(stop) == ':' || s.at(stop) == '/' {
		return end, 0
	}
	return stop, stop - end - 1
}

// hybrid are letters behind the number of a car.
var hybrid = newRuneSet("hied")

// nameGoesOn is the end of the next Latin word with a big letter, as in iPhone SE 3
// and Galaxy S23; end for none.
func (s *scanner) nameGoesOn(start, end int) int {
	if s.at(end) != ' ' || !isLatin(s.at(end+1)) || !s.capital(start, end) {
		return end
	}
	next := end + 1
	for s.wordGoesOn(next) {
		next++
	}
	if !s.capital(end+1, next) {
		return end
	}
	return next
}

// capital says that a Latin word is a name: one of its letters is big.
func (s *scanner) capital(start, end int) bool {
	for i := start; i < end; i++ {
		if unicode.IsUpper(s.rawAt(i)) {
			return true
		}
	}
	return false
}

// digitsFirst reads 5G, 3D, 4S; not 20km and 15k, and telephone numbers and the like.
func (s *scanner) digitsFirst(i int) (Figure, bool) {
	_, at := s.plainDigits(i)
	if f, ok := s.code(i); ok {
		return f, true
	}
	if s.at(at) == '#' && isHan(s.at(at+1)) && !isDigit(s.at(i-1)) {
		return Figure{Start: i, End: at + 1, Kind: Identifier}, true // 92#汽油
	}
	if named := s.variant(at); named > at && at-i <= longestModel {
		return Figure{Start: i, End: named, Kind: Identifier}, true // 小米13 Pro
	}
	if at == i+1 && s.at(at) == ' ' && isDigit(s.at(at+1)) {
		if f, ok := s.digitsFirst(at + 1); ok {
			return Figure{Start: i, End: f.End, Kind: Identifier}, true // 锐龙 7 7745HX
		}
	}
	if next := s.pastStars(at); next > at { // 138****1234
		for s.wordGoesOn(next) {
			next++
		}
		return Figure{Start: i, End: next, Kind: Identifier}, true
	}
	if greek.has(s.at(at)) && isHan(s.at(at+1)) && at-i <= 2 { // 1β工艺
		return Figure{Start: i, End: at + 1, Kind: Identifier}, true
	}
	end, letters := at, 0
	for s.wordGoesOn(end) || letters > 0 && s.at(end) == '-' && s.wordGoesOn(end+1) {
		if isLatin(s.at(end)) {
			letters++
		}
		end++
	}
	if letters == 0 || !isLatin(s.at(at)) {
		return Figure{}, false
	}
	if n, ok := s.number(i); ok && n.end >= end {
		return Figure{}, false
	}
	if _, unitEnd := s.unitAt(at); unitEnd >= end || unitEnd > at && s.at(unitEnd-1) == s.at(end-1) && unitEnd == end {
		return Figure{}, false
	}
	if u, unitEnd := s.unitAt(at); u.name != "" && !isLatin(s.at(unitEnd)) {
		return Figure{}, false // 20km/h of which only km is known
	}
	return Figure{Start: i, End: end, Kind: Identifier}, true
}

var greek = newRuneSet("αβγδ")

// Bounds of what is read as one word, so that no text is read again and again.
const longestLink, longestIdentifier = 400, 60

// link steps over addresses of the web and of mail, whose digits say nothing.
func (s *scanner) link(i int) (Figure, bool) {
	if !isLatin(s.at(i)) || isLatin(s.at(i-1)) || isDigit(s.at(i-1)) {
		return Figure{}, false
	}
	end, at, dots := i, false, false
	for ; end-i < longestLink && (inLink.has(s.at(end)) || s.wordGoesOn(end)); end++ {
		at = at || s.at(end) == '@'
		dots = dots || s.has(end, "://") || s.has(end, "www.") || s.has(end, ".com") || s.has(end, ".cn") || s.has(end, ".org") || s.has(end, ".gov") || s.has(end, ".html")
	}
	if !at && !dots {
		return Figure{}, false
	}
	return Figure{Start: i, End: end}, true
}

var inLink = newRuneSet(":/.?&=%_-#@+~;")
