package answer

import (
	"slices"
	"strings"

	"youju/answer/asking"
	"youju/answer/pattern"
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
	first string      // what the first operand is of, in the question's words
	other string      // and the second
	tail  string      // what both are: 投资, 增速
	which bool        // a name is asked for: the one that is more
	less  bool        // or the one that is less
	asks  asking.Kind // the kind of both operands
	per   string      // of a mean: the unit that it is per, 个 in 平均每个
	asked string      // the words that ask for it, 哪个 or 多少 with what follows
	lent  bool        // the tail is what the first phrase measures
	part  bool        // of a share: the first is said to be a part of the second
	alike bool        // both are of one measure: both phrases name it, or only the first does
}

// A formula is told by one of these; what stands between the words that join two
// operands is tried at every place where such a word stands.
var (
	moreOrMore = pattern.Compile(`^(.+?)(多|高|大|快|长|重|贵|早|少|低|小|慢|短|轻|便宜|晚)还是(.+?)(多|高|大|快|长|重|贵|早|少|低|小|慢|短|轻|便宜|晚)`)

	moreThan  = pattern.Compile(`(多|高|大|快|长|重|贵|早|少|低|小|慢|短|轻|便宜|晚)(出|了|过)?([^多少几]{0,4})(多少|几)(.*)$`)
	apart     = pattern.Compile(`(之间|的)?(相差|差距|差额|差)(了|是|有)?(多少|几)(.*)$`)
	together  = pattern.Compile(`(一共|合计|总共|加起来|总计|共计|加在一起|之和|合起来|相加)(.*?)(多少|几|是|$)(.*)$`)
	timesOf   = pattern.Compile(`^(.+?)是(.+?)的(几|多少)倍`)
	shareOf   = pattern.Compile(`^(.+?)(?:相当于|占到?了?)([^地用].*?)(?:的)?(百分之几|百分之多少|多少个?%|几成|多大比例|多少比例|比例|比重|份额|的?多少$)`)
	partOf    = pattern.Compile(`^(.+?)(?:里面?|中|当中|之中)[,，]?(.{2,}?)的?(?:占|占比|比例)是?(?:了?多少|几成|百分之几|多大比例|多少比例)`)
	perOne    = pattern.Compile(`平均(?:每|一)一?(\p{Han}{1,4}?)(.*?)(多少|几)(.*)$`)
	each      = pattern.Compile(`(分别|各)(是|有|为|占|达)?(多少|几)(.*)$`)
	remaining = pattern.Compile(`^(.+?)(?:里面?|中|当中|之中)(?:的)?[,，]?(.*?)(没有?|不是|不属于|未|非)(.+)$`)
)

// comparedMetrics say what is compared where only a word of comparison does.
var growthCompared = pattern.Compile(`增长|涨|` + pattern.Pace + `|增得|同比|增加得`)

// rankCompared says that places in an order are compared, of which less is better.
var rankCompared = pattern.Compile(`排名|名次|位次|排位`)

// formulas are the readings of a question as a formula, likeliest first; none
// for a question that asks for what is printed.
func formulas(r asking.Reading) []formula {
	folded := hanzi.Fold(r.Raw)
	if strings.HasPrefix(folded, "比") && len(r.Led) > 0 { // 富祥投了多少，比杉杉多多少
		first, _ := withoutAsking(hanzi.Fold(r.Led[0]))
		folded = first + folded
	}
	if f, ok := ofLastTwo(r, folded); ok {
		return completed(folded, f)
	}
	return completed(folded, slices.Concat(comparisons(folded), ofBothAsked(folded), quotients(folded))...)
}

// completed gives formulas what their words leave unsaid; one without two operands is none.
func completed(folded string, read ...formula) (out []formula) {
	for _, f := range read {
		f.asks = operandKind(folded, f)
		f.first, f.other = strings.Trim(f.first, "，, "), strings.Trim(f.other, "，, ")
		if thing, ok := levelled(f.first, f.other); ok {
			f.first += thing
		}
		f.ofYears()
		measured := asking.MetricNoun.FindString(f.other)
		f.alike = f.alike || measured != "" && strings.Contains(f.first, measured)
		if f.first != "" && f.other != "" && !rankCompared.MatchString(f.tail) {
			out = append(out, f)
		}
	}
	return out
}

// comparisons are the readings of a question as one for which of two is more, or by how much.
func comparisons(folded string) (out []formula) {
	if m := moreOrMore.FindStringSubmatch(folded); m != nil {
		out = append(out, formula{op: opDifference, first: m[1], other: m[3], which: true, less: isLess(m[2])})
	}
	if m := asking.WhichOfTwo.FindStringSubmatchIndex(folded); m != nil && !listsSeveral(folded[:m[0]]) {
		for _, pair := range split(folded[:m[0]]) {
			out = append(out, formula{op: opDifference, first: pair[0], other: pair[1], tail: folded[m[4]:m[5]] + pair[2], which: true, less: isLess(folded[m[8]:m[9]])})
		}
	}
	if m := moreThan.FindStringSubmatchIndex(folded); m != nil && !strings.HasSuffix(folded[:m[3]], "增长") { // 长 is no comparison there
		for _, pair := range splitAtThan(folded[:m[0]]) {
			out = append(out, formula{op: opDifference, first: pair[0], other: likeFirst(pair[0], pair[1]), tail: folded[m[6]:m[7]], asked: folded[m[8]:]})
		}
	}
	if m := apart.FindStringSubmatchIndex(folded); m != nil {
		out = append(out, ofPair(opDifference, folded[:m[0]], folded[m[8]:])...)
	}
	return out
}

// ofBothAsked are the readings of a question as one for the sum of two, or for each.
func ofBothAsked(folded string) (out []formula) {
	if m := together.FindStringSubmatchIndex(folded); m != nil && !listsSeveral(folded[:m[0]]) {
		for _, pair := range split(folded[:m[0]]) {
			out = append(out, formula{op: opSum, first: pair[0], other: pair[1], tail: folded[m[4]:m[5]], asked: folded[m[6]:]})
		}
	}
	if m := each.FindStringSubmatchIndex(folded); m != nil {
		out = append(out, ofPair(opList, folded[:m[0]], folded[m[6]:])...)
	}
	return out
}

// ofPair are the formulas of what two have that stand before the words that ask.
func ofPair(o op, both, asked string) (out []formula) {
	for _, pair := range split(both) {
		other, tail := endOfBoth(pair[0], pair[1])
		out = append(out, formula{op: o, first: pair[0], other: other, tail: tail, asked: asked})
	}
	return out
}

// quotients are the readings of a question as one for how many times one is of another, which
// share or what on average; and for the rest of a whole.
func quotients(folded string) (out []formula) {
	if m := timesOf.FindStringSubmatch(folded); m != nil {
		out = append(out, formula{op: opRatio, first: m[1], other: m[2]})
	}
	out = append(out, sharesOf(folded)...)
	if f, ok := meanOf(folded); ok {
		out = append(out, f)
	}
	if m := remaining.FindStringSubmatch(folded); m != nil && (strings.Contains(m[2]+m[4], "几") || strings.Contains(m[2]+m[4], "多少")) {
		out = append(out, formula{op: opDifference, first: m[1], other: m[4]})
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
func operandKind(folded string, f formula) asking.Kind {
	switch {
	case growthCompared.MatchString(folded + f.first):
		return asking.Change
	case f.op == opList && strings.Contains(folded, "占"):
		return asking.Share
	case f.op == opDifference && (strings.Contains(folded, "比例") || strings.Contains(folded, "占比") || strings.Contains(folded, "率") && strings.Contains(folded, "百分点")):
		return asking.Share
	}
	return asking.Quantity
}
