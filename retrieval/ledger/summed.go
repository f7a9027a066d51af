package ledger

import (
	"strings"

	"youju/hanzi"
)

// summed are the places that a figure sums up: those before it, or those that the
// same figure summed up before. At the head of a clause they are its subject.
func (s *state) summed(e *Entry, at place, named string) string {
	if each := s.p.abbreviated(at.i, e); each != "" {
		named = each
	}
	if named == "" && e.Value.IntPart() == 2 && (e.Unit == "国" || e.Unit == "军") {
		named = s.p.pairBefore(at.i)
	}
	if named == "" {
		named = s.sums[e.Text]
	} else {
		s.sums[e.Text] = named
	}
	if named != "" && s.clause == "" && s.p.skipJoints(at.from, at.i-1) < at.from {
		s.clause = named + e.Text
	}
	return named
}

// regions are the characters that countries, provinces and markets are called by
// where several are named: 中美两国, 沪深两市.
const regions = "中美俄日韩英法德印欧朝澳加泰越缅以巴伊乌土京津沪渝冀豫云辽黑湘皖鲁苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼港台深"

// abbreviated are the regions before the figure at token i, as many as it says.
func (p *passage) abbreviated(i int, e *Entry) string {
	n := int(e.Value.IntPart())
	if start := p.tokens[i].start; n >= 2 && n <= 5 && start >= n {
		unknown := 0 // 汤中两国: one that is seldom named
		each := string(p.raw[start-n : start])
		for _, r := range hanzi.Fold(each) {
			if !strings.ContainsRune(regions, r) {
				unknown++
			}
		}
		if unknown == 0 || unknown == 1 && e.Unit == "国" && n == 2 && i > 1 && p.tokens[i-1].single() && p.tokens[i-2].single() && hanWord(p.tokens[i-2].text) {
			return each
		}
	}
	return ""
}

// pairBefore are the last two countries named by a character each before token i: 中俄, of 两国.
func (p *passage) pairBefore(i int) string {
	end := p.tokens[i].start
	for k := end - 2; k >= max(0, end-maxPair); k-- {
		a, b := p.folded[k], p.folded[k+1]
		if a == b || !strings.ContainsRune(nations, a) || !strings.ContainsRune(nations, b) || k > 0 && strings.ContainsRune(nations, p.folded[k-1]) || k+2 < end && (strings.ContainsRune(nations, p.folded[k+2]) || p.folded[k+2] == '国') {
			continue
		}
		return string(p.raw[k : k+2])
	}
	return ""
}

// maxPair is how far back two countries are looked for, in runes.
const maxPair = 300

// nations are the characters that countries are called by.
const nations = "中美俄日韩英法德印欧朝澳加泰越巴"
