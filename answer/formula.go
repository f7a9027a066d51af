package answer

import (
	"regexp"
	"strings"

	"youju/hanzi"
)

// op is an operation of the contract's derived figures.
type op string

const (
	opSum        op = "sum"
	opDifference op = "difference"
	opRatio      op = "ratio"
	opShare      op = "share"
	opMean       op = "mean"
	opBase       op = "base"
	opWhole      op = "whole"
	opConvert    op = "convert"
	opCount      op = "count"

	opList op = "" // nothing is worked out: both are wanted
)

// formula is a question that asks for a figure to be worked out from two others,
// or which of two is more.
type formula struct {
	op    op
	first string // what the first operand is of, in the question's words
	other string // and the second
	tail  string // what both are: 投资, 增速
	which bool   // a name is asked for: the one that is more
	less  bool   // or the one that is less
	asks  asks   // the kind of both operands
	per   string // of a mean: the unit that it is per, 个 in 平均每个
	asked string // the words that ask for it, 哪个 or 多少 with what follows
	lent  bool   // the tail is what the first phrase measures
	part  bool   // of a share: the first is said to be a part of the second
	alike bool   // both are of one measure: both phrases name it, or only the first does
}

// A formula is told by one of these; what stands between the words that join two
// operands is tried at every place where such a word stands.
var (
	moreOrMore = regexp.MustCompile(`^(.+?)(多|高|大|快|长|重|贵|早|少|低|小|慢|短|轻|便宜|晚)还是(.+?)(多|高|大|快|长|重|贵|早|少|低|小|慢|短|轻|便宜|晚)`)
	whichOfTwo = regexp.MustCompile(`(哪一?个|哪一?年|谁|哪一?家|哪一?项|哪一?边|哪一?类|哪一?座|哪者|何者)(.*?)(更|最|较)?(多|高|大|快|长|重|贵|早|少|低|小|慢|短|轻|便宜|晚|猛|强)(?:[一些点得了呢吗啊呀嘛的出多,?。!( ]|$)`)
	moreThan   = regexp.MustCompile(`(多|高|大|快|长|重|贵|早|少|低|小|慢|短|轻|便宜|晚)(出|了|过)?([^多少几]{0,4})(多少|几)(.*)$`)
	apart      = regexp.MustCompile(`(之间|的)?(相差|差距|差额|差)(了|是|有)?(多少|几)(.*)$`)
	together   = regexp.MustCompile(`(一共|合计|总共|加起来|总计|共计|加在一起|之和|合起来|相加)(.*?)(多少|几|是|$)(.*)$`)
	timesOf    = regexp.MustCompile(`^(.+?)是(.+?)的(几|多少)倍`)
	shareOf    = regexp.MustCompile(`^(.+?)(?:相当于|占到?了?)([^地用].*?)(?:的)?(百分之几|百分之多少|多少个?%|几成|多大比例|多少比例|比例|比重|份额|的?多少$)`)
	partOf     = regexp.MustCompile(`^(.+?)(?:里面?|中|当中|之中)[,，]?(.{2,}?)的?(?:占|占比|比例)是?(?:了?多少|几成|百分之几|多大比例|多少比例)`)
	perOne     = regexp.MustCompile(`平均(?:每|一)一?(\p{Han}{1,4}?)(.*?)(多少|几)(.*)$`)
	each       = regexp.MustCompile(`(分别|各)(是|有|为|占|达)?(多少|几)(.*)$`)
	remaining  = regexp.MustCompile(`^(.+?)(?:里面?|中|当中|之中)(?:的)?[,，]?(.*?)(没有?|不是|不属于|未|非)(.+)$`)
)

// comparedMetrics say what is compared where only a word of comparison does.
var growthCompared = regexp.MustCompile(`增长|涨|` + pace + `|增得|同比|增加得`)

// rankCompared says that places in an order are compared, of which less is better.
var rankCompared = regexp.MustCompile(`排名|名次|位次|排位`)

// joints stand between two operands.
var joints = []rune{'和', '与', '跟', '及', '、', '加'}

// formulas are the readings of a question as a formula, likeliest first; none
// for a question that asks for what is printed.
func formulas(r reading) (out []formula) {
	folded := hanzi.Fold(r.raw)
	add := func(f formula) {
		f.asks = operandKind(folded, f)
		f.first, f.other = strings.Trim(f.first, "，, "), strings.Trim(f.other, "，, ")
		if thing, ok := levelled(f.first, f.other); ok {
			f.first += thing
		}
		f.ofYears()
		measured := metricNoun.FindString(f.other)
		f.alike = f.alike || measured != "" && strings.Contains(f.first, measured)
		if f.first != "" && f.other != "" && !rankCompared.MatchString(f.tail) {
			out = append(out, f)
		}
	}
	addBoth := func(o op, to int, asked string) { // what two have that stand before
		for _, pair := range split(folded[:to]) {
			other, tail := endOfBoth(pair[0], pair[1])
			add(formula{op: o, first: pair[0], other: other, tail: tail, asked: asked})
		}
	}
	if strings.HasPrefix(folded, "比") && len(r.led) > 0 { // 富祥投了多少，比杉杉多多少
		first, _ := withoutAsking(hanzi.Fold(r.led[0]))
		folded = first + folded
	}
	if f, ok := r.ofLastTwo(folded); ok {
		add(f)
		return out
	}
	if m := moreOrMore.FindStringSubmatch(folded); m != nil {
		add(formula{op: opDifference, first: m[1], other: m[3], which: true, less: isLess(m[2])})
	}
	if m := whichOfTwo.FindStringSubmatchIndex(folded); m != nil && !listsSeveral(folded[:m[0]]) {
		for _, pair := range split(folded[:m[0]]) {
			add(formula{op: opDifference, first: pair[0], other: pair[1], tail: folded[m[4]:m[5]] + pair[2], which: true, less: isLess(folded[m[8]:m[9]])})
		}
	}
	if m := moreThan.FindStringSubmatchIndex(folded); m != nil && !strings.HasSuffix(folded[:m[3]], "增长") { // 长 is no comparison there
		for _, pair := range splitAtThan(folded[:m[0]]) {
			pair[1] = likeFirst(pair[0], pair[1])
			add(formula{op: opDifference, first: pair[0], other: pair[1], tail: folded[m[6]:m[7]], asked: folded[m[8]:]})
		}
	}
	if m := apart.FindStringSubmatchIndex(folded); m != nil {
		addBoth(opDifference, m[0], folded[m[8]:])
	}
	if m := together.FindStringSubmatchIndex(folded); m != nil {
		for _, pair := range split(folded[:m[0]]) {
			add(formula{op: opSum, first: pair[0], other: pair[1], tail: folded[m[4]:m[5]], asked: folded[m[6]:]})
		}
	}
	if m := each.FindStringSubmatchIndex(folded); m != nil {
		addBoth(opList, m[0], folded[m[6]:])
	}
	if m := timesOf.FindStringSubmatch(folded); m != nil {
		add(formula{op: opRatio, first: m[1], other: m[2]})
	}
	for _, f := range sharesOf(folded) {
		add(f)
	}
	if f, ok := meanOf(folded); ok {
		add(f)
	}
	if m := remaining.FindStringSubmatch(folded); m != nil && (strings.Contains(m[2]+m[4], "几") || strings.Contains(m[2]+m[4], "多少")) {
		add(formula{op: opDifference, first: m[1], other: m[4]})
	}
	return out
}

// sharesOf are the readings of a question as one for the share that the first is of the other.
func sharesOf(folded string) (out []formula) {
	if m := partOf.FindStringSubmatch(folded); m != nil {
		out = append(out, formula{op: opShare, first: m[2], other: m[1], part: true})
	}
	if m := shareOf.FindStringSubmatch(folded); m != nil {
		out = append(out, formula{op: opShare, first: m[1], other: m[2], part: !strings.Contains(m[0], "相当于")})
	}
	return out
}

// meanOf is a question for how many there are on average to each of what the other counts.
func meanOf(folded string) (f formula, ok bool) {
	m := perOne.FindStringSubmatchIndex(folded)
	if m == nil {
		return f, false
	}
	per, ok := leadingUnit(folded[m[2]:m[3]])
	if !ok {
		return f, false
	}
	counted, has := strings.CutSuffix(folded[m[4]:m[5]], "有") // 队伍 in 每支队伍有多少干部
	if !has {
		counted = ""
	}
	return formula{op: opMean, first: folded[:m[0]] + folded[m[4]:], other: folded[:m[0]] + counted + "多少" + per, per: per, asked: folded[m[6]:]}, true
}

func isLess(word string) bool { return strings.Contains("少低小慢短轻便宜晚", word) }

// operandKind is what kind of figure both operands are.
func operandKind(folded string, f formula) asks {
	switch {
	case growthCompared.MatchString(folded):
		return asksChange
	case f.op == opList && strings.Contains(folded, "占"):
		return asksShare
	case f.op == opDifference && (strings.Contains(folded, "比例") || strings.Contains(folded, "占比") || strings.Contains(folded, "率") && strings.Contains(folded, "百分点")):
		return asksShare
	}
	return asksQuantity
}

// split parts a text at each joint: what stands before, behind, and, where the
// second part ends in a counted noun (两个项目), that noun for both.
func split(text string) [][3]string {
	runes := []rune(text)
	var out [][3]string
	for i, r := range runes {
		for _, joint := range joints {
			if r != joint || i == 0 || i+1 >= len(runes) {
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
var countedNoun = regexp.MustCompile(`两(?:个|家|项|所|座|处|类|种)(\p{Han}{1,6})$`)

// ofBoth ends a pair in what both have, and when: 补助 in 通过和没通过的补助.
var ofBoth = regexp.MustCompile(`^(.{2,}?)(\d{4}年)?的([\p{Han}a-z]{2,6})$`)

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
			strings.ContainsRune("占同环对相正反百性", runes[i-1]) || strings.ContainsRune("例重较如赛率值特亚", runes[i+1]) || strings.HasPrefix(string(runes[i+1:]), "利时") {
			continue
		}
		out = append(out, [2]string{string(runes[:i]), string(runes[i+1:])})
	}
	return out
}

// ofYears gives two years what is asked of both: 2021年比2020年多新增就业多少人,
// 2021年和2022年中央预算内投资一共多少.
func (f *formula) ofYears() {
	if !bareYear.MatchString(f.first) {
		return
	}
	thing := yearWord.ReplaceAllString(f.other, "")
	if thing == "" {
		thing, f.tail = f.tail, ""
	}
	if at := yearWord.FindStringIndex(f.other); thing != "" && at != nil && at[0] == 0 {
		f.first, f.other = f.first+thing, f.other[:at[1]]+thing
	}
}

// yearWord is a year as it is written.
var (
	yearWord = regexp.MustCompile(`\d{4}年`)
	bareYear = regexp.MustCompile(`^\d{4}年$`)
)

// likeFirst is the second of two as the first is said where it only says what it has
// otherwise: 2030年发电量 and 2020年, 远期货运量 and 近期.
func likeFirst(first, other string) string {
	if yearWord.FindString(other) == other && len(yearWord.FindAllString(first, -1)) == 1 {
		return yearWord.ReplaceAllString(first, other)
	}
	if had := levels.FindAllString(first, -1); levels.FindString(other) == other && other != "" && len(had) == 1 {
		return strings.Replace(first, had[0], other, 1)
	}
	o, f := []rune(other), []rune(first)
	for i := 0; len(o) == 2 && i+1 < len(f) && longForms.Replace(other) == other; i++ { // 高企 is no 小企
		if f[i+1] == o[1] && f[i] != o[0] && hanzi.IsHan(f[i]) {
			return string(f[:i]) + other + string(f[i+2:])
		}
	}
	return other
}
