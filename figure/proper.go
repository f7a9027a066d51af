package figure

import "strings"

// properNouns make a name with the 第N before them.
var properNouns = entries(`次世界大战 次鸦片战争 次工业革命 次国共合作 中级人民法院 中级法院 师范学院 师范大学 百货 共和国 中学 中学校 小学 高级中学 实验小学 实验中学 人民医院 医院 附属医院 幼儿园 师范学校 研究所 大队 中队`)

// properNoun is where the name ends that 第N at the end of a number begins:
// 第二次世界大战, 第三十四中学, 第四纪; end itself for none.
func (s *scanner) properNoun(end int) int {
	if word := s.longest(end, properNouns); word != "" {
		return end + runes(word)
	}
	if s.at(end) == '纪' && s.longest(end, []string{"纪录", "纪念", "纪律", "纪元", "纪检", "纪实"}) == "" {
		return end + 1
	}
	return end
}

// brigade reads the number of a brigade behind the body that it belongs to: 交警支队|一大队.
func (s *scanner) brigade(i int) (Figure, bool) {
	r := s.at(i - 1)
	if !isNumeral(s.at(i)) || !isHan(r) || numerals.has(r) || r == '第' {
		return Figure{}, false
	}
	police := r == '队' || r == '局' || r == '警'
	if !police && (s.at(i) == '四' || s.at(i) == '三' || s.at(i) == '两') { // 三大队, 四大|队
		return Figure{}, false
	}
	n, ok := s.unsigned(i)
	word := s.longest(n.end, []string{"大队", "中队", "支队"})
	if !ok || !n.chinese || !n.whole(1, 30) || n.more != "" || word == "" || !police && (word == "支队" || notOfBrigade.has(s.at(n.end+2))) {
		return Figure{}, false
	}
	return Figure{Start: i, End: n.end + runes(word), Kind: Name}, true
}

// notOfBrigade go on with another word: 五大|队伍.
var notOfBrigade = newRuneSet("伍员列友形")

// regnal reads the number of a king or a pope behind his name: 乔治四世, 伊丽莎白二世.
func (s *scanner) regnal(i int) (Figure, bool) {
	if !isHan(s.at(i-1)) || numerals.has(s.at(i-1)) || strings.ContainsRune("第生前今这来半", s.at(i-1)) {
		return Figure{}, false
	}
	n, ok := s.unsigned(i)
	if !ok || !n.chinese || !n.whole(1, 30) || n.more != "" || s.at(n.end) != '世' || s.longest(n.end, afterWorld) != "" {
		return Figure{}, false
	}
	return Figure{Start: i, End: n.end + 1, Kind: Name}, true
}

// afterWorld begin with 世 and number no ruler.
var afterWorld = []string{"世纪", "世界", "世代", "世人", "世间", "世同堂"}

// reign reads a year of a reign whose year of our calendar stands in brackets: 承应三年（1654）,
// 永禄5年 （1562年）. The two characters before the numeral at i are the reign's name.
func (s *scanner) reign(i int) (Figure, bool) {
	if !isHan(s.at(i-1)) || !isHan(s.at(i-2)) || numerals.has(s.at(i-1)) || numerals.has(s.at(i-2)) || beforeLength.has(s.at(i-1)) {
		return Figure{}, false
	}
	if n := len(s.found); n > 0 && s.found[n-1].End > i-2 {
		return Figure{}, false
	}
	end := s.yearOfReign(i)
	if end == i {
		return Figure{}, false
	}
	at := end
	if s.at(at) == ' ' {
		at++
	}
	if s.at(at) != '(' {
		return Figure{}, false
	}
	at++
	at += runes(s.longest(at, []string{"公元", "西元"}))
	year, begin := 0, at
	for ; isDigit(s.at(at)) && at < begin+4; at++ {
		year = year*10 + int(s.at(at)-'0')
	}
	if s.at(at) == '年' {
		at++
	} else if year < 100 {
		return Figure{}, false
	}
	if s.at(at) != ')' || year < 1 || year > lastReign {
		return Figure{}, false
	}
	return dateFigure(i-2, end, When{Year: year}), true
}

// ofReign reads the year of our calendar, of two digits, in brackets behind a reign's: 建武九年（33年）.
func (s *scanner) ofReign(i int) (Figure, bool) {
	if len(s.found) == 0 || s.at(i-1) != '(' || !isDigit(s.at(i)) {
		return Figure{}, false
	}
	last := s.found[len(s.found)-1]
	n, ok := s.unsigned(i)
	if !ok || last.Kind != Date || i-last.End > 2 || last.When.Year > 99 || !n.whole(1, 99) || int(n.value.IntPart()) != last.When.Year || s.at(n.end) != '年' {
		return Figure{}, false
	}
	return dateFigure(i, n.end+1, last.When), true
}

// lastReign is the last year of one that is not known by its name (eras).
const lastReign = 1949

// beforeLength stand before an ordinal or a length of time, and end no reign's name: 持续了|二十年（1920年）.
var beforeLength = newRuneSet("第了期续达约过近共历时长满有龄效后前隔每经逾超足")

// yearOfReign is where the year of a reign at i ends: 元年, 三年, 16年; i for none.
func (s *scanner) yearOfReign(i int) int {
	if s.has(i, "元年") {
		return i + 2
	}
	n, ok := s.unsigned(i)
	if !ok || !n.whole(1, 70) || n.more != "" || s.at(n.end) != '年' {
		return i
	}
	return n.end + 1
}

// perOne says that m is what a price right before it is for: 1.98元一斤.
func (s *scanner) perOne(i int, m measured) bool {
	if len(s.found) == 0 || !m.chinese || m.runes != 1 || s.at(i) != '一' || m.unit.name == "" {
		return false
	}
	last := s.found[len(s.found)-1]
	end := last.End
	if about := s.longest(end, []string{"左右", "上下", "多"}); about != "" {
		end += runes(about) // 2.5元左右一公里
	}
	return end == i && last.Kind == Amount && strings.HasSuffix(last.Unit, "元")
}
