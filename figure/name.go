package figure

import (
	_ "embed"
	"strings"
)

//go:embed names.txt
var nameList string

// knownNames are plans and bodies whose names only look like figures, by how many
// runes of the entry are the name: "五一+假期" is 五一 before 假期.
var knownNames = func() *trie[int] {
	table := &trie[int]{}
	for _, entry := range entries(nameList) {
		if strings.Contains(entry, "~") {
			continue
		}
		name, rest := []rune(entry), ""
		for i, r := range name {
			if r == '+' {
				name, rest = name[:i], string(name[i+1:])
				break
			}
		}
		table.add(string(name)+rest, len(name))
	}
	return table
}()

// namesBehind are names by the word that must stand before them: "冬季~两项" is 两项
// behind 冬季.
var namesBehind = func() *trie[*endings] {
	words := map[string][]string{}
	for _, entry := range entries(nameList) {
		if before, name, ok := strings.Cut(entry, "~"); ok {
			words[name] = append(words[name], before)
		}
	}
	table := &trie[*endings]{}
	for name, before := range words {
		table.add(name, newEndings(before...))
	}
	return table
}()

// knownName reads 一带一路, 双一流, 十四五, 80后, 世界500强 (500强), 一企一策.
func (s *scanner) knownName(i int) (Figure, bool) {
	last := len(s.found) - 1
	if before := s.at(i - 1); (isDigit(before) || isScale(before)) && !(last >= 0 && s.found[last].End == i) {
		return Figure{}, false
	}
	if s.at(i-1) == '“' && numerals.has(s.at(i)) { // “七五”计划
		end := i
		for numerals.has(s.at(end)) && end-i < 5 {
			end++
		}
		if s.at(end) == '”' && end-i > 1 {
			return Figure{Start: i, End: end, Kind: Name}, true
		}
	}
	if n, end := knownNames.longest(s, i, nil); end > i {
		return Figure{Start: i, End: i + n, Kind: Name}, true
	}
	if end := s.quotedName(i); end > i {
		return Figure{Start: i, End: end, Kind: Name}, true
	}
	if before, end := namesBehind.longest(s, i, nil); end > i && s.longestBefore(s.wordBefore(i), before) != "" {
		return Figure{Start: i, End: end, Kind: Name}, true
	}
	if end := max(s.eachOne(i), s.layout(i)); end > i {
		return Figure{Start: i, End: end, Kind: Name}, true
	}
	if !isDigit(s.at(i)) && s.at(i) != '百' && s.at(i) != '千' {
		return Figure{}, false
	}
	n, ok := s.unsigned(i)
	if s.at(i) == '百' || s.at(i) == '千' {
		n, ok = number{end: i + 1}, true
	}
	if !ok || n.more != "" {
		return Figure{}, false
	}
	switch s.at(n.end) {
	case '强':
		if s.has(n.end, "强化") || n.value.IsPositive() && n.value.IntPart()%50 != 0 && n.value.IntPart() != 10 {
			return Figure{}, false
		}
	case '后':
		if n.end-i != 2 || s.at(i+1) != '0' && s.at(i+1) != '5' || s.longest(n.end, []string{"后期", "后来", "后续", "后方"}) != "" {
			return Figure{}, false
		}
	case '部':
		if !s.has(n.end, "部队") || n.end-i < 3 || n.end-i > 5 {
			return Figure{}, false
		}
		return Figure{Start: i, End: n.end + 2, Kind: Name}, true // 731部队
	default:
		return Figure{}, false
	}
	return Figure{Start: i, End: n.end + 1, Kind: Name}, true
}

// quotedName reads what fills quotation marks and begins with a numeral that counts no
// unit: “三谷”, “八八战略”. What the dictionary has with the numeral is none (“三星”), nor
// what begins with a surname (“陆委会”).
func (s *scanner) quotedName(i int) int {
	if s.at(i-1) != '“' || !isNumeral(s.at(i)) || s.at(i) == '一' || s.at(i) == '零' || financial.has(s.at(i)) || s.inWord(i, i+1, i+1) {
		return i
	}
	end := i + 1
	for isHan(s.at(end)) && end-i <= longestQuoted {
		end++
	}
	if s.at(end) != '”' || end-i < 2 || isScale(s.at(i+1)) {
		return i
	}
	if u, _ := s.unitAt(i + 1); u.name != "" && u.name != string(s.at(i+1)) || u.name != "" && end == i+2 && !ambiguous[u.written] {
		return i // “三家”
	}
	return end
}

// longestQuoted bounds a quoted name, in runes.
const longestQuoted = 5

// eachOne reads 一企一策 and 一村一品: one for each, which is a slogan.
func (s *scanner) eachOne(i int) int {
	if s.at(i) != '一' || s.at(i+2) != '一' || !isHan(s.at(i+1)) || !isHan(s.at(i+3)) || !slogans.has(s.at(i+3)) || s.at(i+1) == '个' || s.at(i+4) == '式' || s.inWord(i, i+1, i+1) {
		return i
	}
	return i + 4
}

// layout reads 一主两翼 and 一轴两带三区: how a place is laid out.
func (s *scanner) layout(i int) int {
	if s.at(i) != '一' || !laidOut.has(s.at(i+1)) {
		return i
	}
	end := i + 2
	for (numerals.has(s.at(end)) || s.at(end) == '多') && laidOut.has(s.at(end+1)) {
		end += 2
	}
	if end == i+2 {
		return i
	}
	return end
}

// laidOut are the parts of a layout.
var laidOut = newRuneSet("主副核心体翼带轴廊极湾园片圈链")

// slogans end what each one has: a plan, a file, a code.
var slogans = newRuneSet("策案档码品岗制证表图册员网库群人站议长业址单链企方票卡")

// maxNameRunes bounds a name in quotation marks; longer ones are speech.
const maxNameRunes = 12

// markNames finds figures that are part of a quoted name, such as “三个500亿” or
// “一站式”: short, in quotation marks, and more or less than a figure with its unit.
func (s *scanner) markNames() {
	kept := s.found[:0]
	for _, f := range s.found {
		if n := len(kept); n > 0 && f.Start < kept[n-1].End { // a name goes up to its closing mark
			continue
		}
		open, end := s.quoteBefore(f.Start), -1
		if open >= 0 {
			end = s.quoteAfter(f.End)
		}
		if end < 0 || end-open-1 > maxNameRunes || f.Kind == Identifier || s.plainlyQuoted(f, open, end) {
			kept = append(kept, f)
			continue
		}
		if n := len(kept); n > 0 && kept[n-1].Kind == Name && kept[n-1].Start > open {
			kept[n-1].End = max(kept[n-1].End, f.End)
			continue
		}
		if s.titled(open) || f.Kind == Count && f.Start == open+1 {
			f.End = end
		}
		f.Kind, f.Unit, f.Qualifier, f.When, f.Until = Name, "", "", When{}, When{}
		kept = append(kept, f)
	}
	s.found = kept
}

// titled says that a title and no slogan begins at i.
func (s *scanner) titled(i int) bool { return s.at(i) == '《' || s.at(i) == '『' }

// plainlyQuoted says that quotation marks hold just a figure that says something:
// “28家”, “2020年”.
func (s *scanner) plainlyQuoted(f Figure, open, end int) bool {
	if s.titled(open) {
		return f.Kind == Date && f.When.Year > 0 && !(f.Start == open+1 && f.End == end && isDigit(s.at(end-1))) // 《1921》
	}
	if f.Vague { // no plan says so
		return true
	}
	first := f.Start == open+1
	switch f.Kind {
	case Date:
		return f.When.Year > 0 || f.When == (When{}) || first && f.End == end && f.When.Clock != ""
	case Share, Change, Amount:
		return f.Unit != ""
	case Ordinal: // “第25届世界童军大露营”
		return f.Unit == "届"
	case Duration:
		return !first || f.End == end || end-open > 7
	case Rank:
		return first && f.End == end
	case Count:
		return first && f.End == end && f.Unit != ""
	}
	return false
}

func (s *scanner) quoteBefore(i int) int {
	for j := i - 1; j >= 0 && i-j <= maxNameRunes; j-- {
		switch s.folded[j] {
		case '“', '「', '『', '《':
			return j
		case '”', '」', '』', '》', '。', ',', ';':
			return -1
		}
	}
	return -1
}

func (s *scanner) quoteAfter(i int) int {
	for j := i; j < len(s.folded) && j-i <= maxNameRunes; j++ {
		switch s.folded[j] {
		case '”', '」', '』', '》':
			return j
		case '“', '「', '『', '《', '。', ',', ';':
			return -1
		}
	}
	return -1
}
