package derive

import (
	"strings"
	"unicode"

	"youju/answer/asking"
	"youju/answer/pattern"
	"youju/answer/wording"
	"youju/hanzi"
)

// levelled is what stands behind the level that the second of two phrases begins with,
// where the first ends in one: 绿色工厂 of 国家级 and 省级绿色工厂; or behind the contrary of what the
// first ends in: 人均住房面积 of 城镇 and 农村人均住房面积.
func levelled(first, other string) (thing string, ok bool) {
	if own, against := asking.ContraryBetween(first, other); own != "" && strings.HasSuffix(first, own) && strings.HasPrefix(other, against) {
		return strings.CutPrefix(other, against)
	}
	ends, begins := asking.LevelsIn(first), asking.LevelsIn(other)
	if len(ends) == 0 || !strings.HasSuffix(first, ends[len(ends)-1]) || len(begins) == 0 {
		return "", false
	}
	return strings.CutPrefix(other, begins[0])
}

// joints stand between two operands.
var joints = []rune{'和', '与', '跟', '及', '、', '加'}

// split parts a text at each joint: what stands before, behind, and, where the
// second part ends in a counted noun (两个项目), that noun for both.
func split(text string) [][3]string {
	runes := []rune(text)
	var out [][3]string
	for i, r := range runes {
		for _, joint := range joints {
			if r != joint || i == 0 || i+1 >= len(runes) || unicode.IsPunct(runes[i+1]) { // the name 李志和,
				continue
			}
			second := strings.TrimPrefix(string(runes[i+1:]), "上")
			noun := ""
			if m := countedNoun.FindStringSubmatch(second); m != nil {
				noun = m[1]
			}
			out = append(out, [3]string{string(runes[:i]), second, noun})
		}
	}
	return out
}

// countedNoun ends a list of two: 富祥和杉杉两个项目.
var countedNoun = pattern.Compile(`两(?:个|家|项|所|座|处|类|种)(\p{Han}{1,6})$`)

// ofBoth ends a pair in what both have, and when: 补助 in 通过和没通过的补助.
var ofBoth = pattern.Compile(`^(.{2,}?)(\d{4}年)?的([\p{Han}a-z]{2,6})$`)

// endOfBoth parts the second of two from what both have, where the first does not
// say it itself.
func endOfBoth(first, second string) (other, tail string) {
	m := ofBoth.FindStringSubmatch(second)
	if m == nil || strings.Contains(first, m[3]) {
		return second, ""
	}
	if m[2] != "" && strings.Contains(first, "年") {
		return m[1] + m[2], m[3]
	}
	return m[1], m[2] + m[3]
}

// splitAtThan parts a text at each 比 that compares.
func splitAtThan(text string) [][2]string {
	runes := []rune(text)
	var out [][2]string
	for i, r := range runes {
		if r != '比' || i == 0 || i+1 >= len(runes) ||
			strings.ContainsRune("占同环对相正反百", runes[i-1]) || strings.ContainsRune("例重较如赛率值特亚", runes[i+1]) || strings.HasPrefix(string(runes[i+1:]), "利时") {
			continue
		}
		out = append(out, [2]string{string(runes[:i]), string(runes[i+1:])})
	}
	return out
}

// ofYears gives two years what is asked of both: 2021年比2020年多新增就业多少人,
// 2021年和2022年中央预算内投资一共多少.
func (f *Formula) ofYears() {
	of := endYear.FindStringSubmatch(f.First)
	if f.Op == List || of == nil || of[1] != "" && yearWord.FindStringIndex(f.Other) == nil {
		return
	}
	thing := yearWord.ReplaceAllString(f.Other, "")
	if thing == "" {
		thing, f.Tail = f.Tail, ""
	}
	if at := yearWord.FindStringIndex(f.Other); thing != "" && at != nil && at[0] == 0 {
		f.First, f.Other = f.First+thing, of[1]+f.Other[:at[1]]+thing
	}
}

// yearWord is a year as it is written.
var (
	yearWord = pattern.Compile(`\d{4}年`)
	endYear  = pattern.Compile(`^(\D*)\d{4}年$`) // of what may stand before it
)

// likeFirst is the second of two as the first is said where it only says what it has
// otherwise: 2030年发电量 and 2020年, 远期货运量 and 近期.
func likeFirst(first, other string) string {
	if yearWord.FindString(other) == other && len(yearWord.FindAllString(first, -1)) == 1 {
		return yearWord.ReplaceAllString(first, other)
	}
	if had, level := asking.LevelsIn(first), asking.LevelsIn(other); len(level) == 1 && level[0] == other && len(had) == 1 {
		return strings.Replace(first, had[0], other, 1)
	}
	o, f := []rune(other), []rune(first)
	for i := 0; len(o) == 2 && i+1 < len(f) && wording.LongForm(other) == other; i++ { // 高企 is no 小企
		if f[i+1] == o[1] && f[i] != o[0] && hanzi.IsHan(f[i]) {
			return string(f[:i]) + other + string(f[i+2:])
		}
	}
	return other
}
