package figure

// longestFileNumber bounds what stands between the year of a file's number and its 号.
const longestFileNumber = 20

// fileNumber reads the number of a file or of a case: 〔2023〕19号, （2020）粤03民终1234号.
func (s *scanner) fileNumber(i int) (Figure, bool) {
	if !isDigit(s.at(i)) || !opensYear.has(s.at(i-1)) || !closesYear.has(s.at(i+4)) {
		return Figure{}, false
	}
	for at := i; at < i+4; at++ {
		if !isDigit(s.at(at)) {
			return Figure{}, false
		}
	}
	for end := i + 5; end < i+5+longestFileNumber; end++ {
		r := s.at(end)
		if r == '号' && isDigit(s.at(end-1)) && s.longest(end, []string{"号线", "号楼"}) == "" {
			return Figure{Start: i, End: end + 1, Kind: Identifier}, true
		}
		if !isDigit(r) && !isHan(r) || r == '年' || r == '月' {
			break
		}
	}
	return Figure{}, false
}

var opensYear, closesYear = newRuneSet("(〔["), newRuneSet(")〕]")

// class reads a class of a school: 七（6）班, 三(2)班.
func (s *scanner) class(i int) (Figure, bool) {
	n, ok := s.unsigned(i)
	if !ok || !n.whole(1, 12) || s.at(n.end) != '(' {
		return Figure{}, false
	}
	end := n.end + 1
	for isDigit(s.at(end)) && end < n.end+3 {
		end++
	}
	if end == n.end+1 || s.at(end) != ')' || s.at(end+1) != '班' {
		return Figure{}, false
	}
	return Figure{Start: i, End: end + 2, Kind: Identifier}, true
}
