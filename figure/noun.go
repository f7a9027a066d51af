package figure

import "github.com/shopspring/decimal"

// grouped stand before a number of groups that have no classifier: 分为以下三系.
var grouped = newEndings("以下", "下列", "分为", "分成", "划为", "划分为")

// children are nouns that take no classifier: 其四子.
var children = newRuneSet("子女")

// bareNoun reads one numeral whose noun has no classifier. Children are not its
// unit; what something is parted into is.
func (s *scanner) bareNoun(i int) (Figure, bool) {
	r := s.at(i)
	if s.menAndWomen(i) {
		value := decimal.NewFromInt(digitOf[r])
		return Figure{Start: i, End: i + 1, Value: value, High: value, Kind: Count}, true
	}
	if !isNumeral(r) || digitOf[r] < 2 || numerals.has(s.at(i-1)) || numerals.has(s.at(i+1)) || !isHan(s.at(i+1)) || !endsClause(s.at(i+2)) && s.at(i-1) != '其' && s.longest(i+1, bodies) == "" || s.at(i-1) == '第' {
		return Figure{}, false
	}
	value := decimal.NewFromInt(digitOf[r])
	f := Figure{Start: i, End: i + 1, Value: value, High: value, Kind: Count}
	switch {
	case s.longestBefore(i, grouped) != "" && endsClause(s.at(i+2)):
		if u, _ := s.unitAt(i + 1); u.name != "" {
			return Figure{}, false
		}
		f.End, f.Unit = i+2, string(s.at(i+1))
	case s.longest(i+1, bodies) != "":
	case children.has(s.at(i+1)) && isHan(s.at(i-1)) && !notOfChildren.has(s.at(i-1)):
	default:
		return Figure{}, false
	}
	return f, true
}

// bodies are nouns that several of take no classifier in news: 两协会.
var bodies = []string{"协会", "公司", "企业", "银行", "学会", "高校", "机构", "集团", "基金", "嫌犯", "球队"}

// menAndWomen says that the numeral at i is one of 两男一女.
func (s *scanner) menAndWomen(i int) bool {
	sexes := func(at int) bool {
		return isNumeral(s.at(at)) && isNumeral(s.at(at+2)) && (s.at(at+1) == '男' && s.at(at+3) == '女' || s.at(at+1) == '女' && s.at(at+3) == '男') && s.at(at+4) != '子' && !numerals.has(s.at(at-1))
	}
	return sexes(i) || sexes(i-2)
}

// notOfChildren stand before the 三子 that is the third of them.
var notOfChildren = newRuneSet("第长次幼、孔")

// split reads 四六开 and 三七分: two parts of ten, of which the first is the value.
// A rule named so is a name: 二八定律.
func (s *scanner) split(i int) (Figure, bool) {
	if !s.tenParts(i) || numerals.has(s.at(i-1)) {
		return Figure{}, false
	}
	if s.longest(i+2, []string{"定律", "法则", "原则"}) != "" {
		return Figure{Start: i, End: i + 4, Kind: Name}, true
	}
	value := decimal.NewFromInt(10 * digitOf[s.at(i)])
	f := Figure{Start: i, End: i + 2, Value: value, High: value, Unit: "%", Kind: Share}
	switch {
	case s.at(i+2) == '开':
		f.End = i + 3
	case s.at(i+2) == '分' && s.longest(i+2, []string{"分钟", "分之"}) == "":
		f.End = i + 3
	case (s.at(i+2) == '或' || s.at(i+2) == '、') && s.tenParts(i+3) && (s.at(i+5) == '开' || s.at(i+5) == '分'):
	default:
		return Figure{}, false
	}
	return f, true
}

// tenParts says that two numerals at i make ten together.
func (s *scanner) tenParts(i int) bool {
	a, b := s.at(i), s.at(i+1)
	return isNumeral(a) && isNumeral(b) && digitOf[a] > 0 && digitOf[a]+digitOf[b] == 10
}

// volumes are units whose numbers may be listed behind how many there are.
var volumes = map[string]bool{"册": true, "集": true, "卷": true, "期": true, "话": true, "本": true}

// numberVolumes finds the numbers of volumes in brackets behind their count:
// 17册（1～16与6.5）.
func (s *scanner) numberVolumes() {
	inside := false
	for i := range s.found {
		f := &s.found[i]
		if i > 0 {
			last := s.found[i-1]
			opened := last.Kind == Count && volumes[last.Unit] && s.at(last.End) == '(' && f.Start == last.End+1
			inside = opened || inside && s.unbroken(last.End, f.Start)
		}
		if inside && (f.Kind == Count || f.Kind == Amount) && f.Unit == "" {
			f.Kind = Ordinal
		}
	}
}

// unbroken says that no bracket closes in [from,to).
func (s *scanner) unbroken(from, to int) bool {
	for i := from; i < to; i++ {
		if s.at(i) == ')' {
			return false
		}
	}
	return true
}

// Units that number the parts of an address, and those that number the parts of a village.
var (
	doors  = set(`栋 幢 单元 室 座 层 楼`)
	groups = set(`队 组 社`)
)

// numbers says that a unit says which one and not how many: 3栋2单元501室, 小河村4队.
func (s *scanner) numbers(i int, m measured) bool {
	switch {
	case m.chinese || m.scaled || !m.value.IsInteger():
		return false
	case groups[m.unit.written]:
		return s.at(i-1) == '村'
	case !doors[m.unit.written]:
		return false
	}
	n := len(s.found)
	behind := n > 0 && s.found[n-1].End == i && (s.found[n-1].Kind == Ordinal || doors[s.found[n-1].Unit])
	return behind || isDigit(s.at(m.stop)) || m.unit.written == "室" && m.end-i >= 3
}
