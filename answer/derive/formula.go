package derive

import (
	"slices"
	"strings"

	"youju/answer/asking"
	"youju/answer/pattern"
	"youju/hanzi"
)

// Op is an operation of the contract's derived figures.
type Op string

const (
	Sum        Op = "sum"
	Difference Op = "difference"
	Ratio      Op = "ratio"
	Share      Op = "share"
	Mean       Op = "mean"
	Base       Op = "base"
	Whole      Op = "whole"
	Convert    Op = "convert"
	Count      Op = "count"

	List Op = "" // nothing is worked out: both are wanted
)

// Formula is a question that asks for a figure to be worked out from two others,
// or which of two is more.
type Formula struct {
	Op      Op
	First   string      // what the first operand is of, in the question's words
	Other   string      // and the second
	Tail    string      // what both are: 投资, 增速
	Which   bool        // a name is asked for: the one that is more
	Less    bool        // or the one that is less
	Asks    asking.Kind // the kind of both operands
	per     string      // of a mean: the unit that it is per, 个 in 平均每个
	counted string      // and what is counted by it, where the question names that: 院士项目
	asked   string      // the words that ask for it, 哪个 or 多少 with what follows
	lent    bool        // the tail is what the first phrase measures
	part    bool        // of a share: the first is said to be a part of the second
	rest    bool        // of a difference: the second is a part of the first, and the others are asked for
	alike   bool        // both are of one measure: both phrases name it, or only the first does
}

// A formula is told by one of these; what stands between the words that join two
// operands is tried at every place where such a word stands.
var (
	moreOrMore = pattern.Compile(`^(.+?)(多|高|大|快|长|重|贵|早|少|低|小|慢|短|轻|便宜|晚)还是(.+?)(多|高|大|快|长|重|贵|早|少|低|小|慢|短|轻|便宜|晚)`)

	moreThan = pattern.Compile(`(多|高|大|快|长|重|贵|早|少|低|小|慢|短|轻|便宜|晚)(出|了|过)?([^多少几达]{0,4})(多少|几)(.*)$`)
	apart    = pattern.Compile(`(之间|的)?(相差|差距|差额|差)(了|是|有)?(多少|几)(.*)$`)
	together = pattern.Compile(`(一共|合计|总共|加起来|总计|共计|加在一起|加一[块起]儿?|加总|之和|合起来|相加)(.*?)(多少|几|是|$)(.*)$`)
	timesOf  = pattern.Compile(`^(.+?)是(.+?)的(几|多少)倍`)
	shareOf  = pattern.Compile(`^(.+?)(?:相当于|占到?了?)([^地用].*?)(?:的)?(百分之几|百分之多少|多少个?%|几成|多大比例|多大比重|多少比例|多少比重|比例|比重|份额|的?多少$)`)
	partOf   = pattern.Compile(`^(.+?)(?:里面?|中|当中|之中)[,，]?(.{2,}?)的?(?:占|占比|比例)是?(?:了?多少|几成|百分之几|百分之多少|多大比例|多少比例|多大比重|多少比重|比例|比重)`)
	// partWithin is the other way round: 院士项目在人才项目里占百分之几.
	partWithin = pattern.Compile(`^(.{2,}?)在(.{4,}?)(?:里面?|中|当中|之中)所?占了?(?:多少|几成|百分之几|百分之多少|多大比例|多少比例|多大比重|多少比重|比例|比重)`)
	onlyAsks   = pattern.Compile(`^(多少|几成?|多大)$`)
	perOne     = pattern.Compile(`平均(?:每|一)一?(\p{Han}{1,4}?)(.*?)(多少|几)(.*)$`)
	perTime    = pattern.Compile(`平均(?:每|一)一?个?(?:月|天|年|周|日|季|星期|礼拜|小时|分钟|秒)`) // which articles say, and no count is divided by
	each       = pattern.Compile(`(分别|各)(是|有|为|占|达)?(多少|几)(.*)$`)
	noDenial   = pattern.Compile(`^(没[收落入准]|非[法遗常洲典])`) // 没收, 非遗
	remaining  = pattern.Compile(`^(.+?)(?:里面?|中|当中|之中)(?:的)?[,，]?(.*?)(没有?|不是|不属于|不在|未)(.+)$`)
)

// mutual is what two do with each other, of which there is one number: 干部和贫困户结成帮扶对子.
var mutual = pattern.Compile(`[和与跟同].*(结[成对亲为]|对子|结对|合作|合办|合资|联合[^支]|携手|共建|共同|之间|对接|联姻|往来)`)

// comparedMetrics say what is compared where only a word of comparison does.
var growthCompared = pattern.Compile(`增长|涨|` + pattern.Pace + `|增得|同比|增加得`)

// percentAsked asks for a share, which no difference of two amounts is; a number of percentage points may be one.
var percentAsked = pattern.Compile(`百分之(几|多少)|几成`)

// ComparesRanks says that a folded text compares places in an order, of which less is better.
func ComparesRanks(folded string) bool { return ranks.MatchString(folded) }

var ranks = pattern.Compile(`排名|名次|位次|排位`)

// Formulas are the readings of a question as a formula, likeliest first; none
// for a question that asks for what is printed.
func Formulas(r asking.Reading) []Formula {
	folded := hanzi.Fold(r.Raw)
	if strings.HasPrefix(folded, "比") && len(r.Led) > 0 && !lastApart.MatchString(folded) { // 富祥投了多少，比杉杉多多少
		first, _ := withoutAsking(hanzi.Fold(r.Led[0]))
		folded = first + folded
	}
	if f, ok := ofLastTwo(r, folded); ok {
		return completed(folded, f)
	}
	if f, ok := othersLed(r, folded); ok {
		return completed(folded, f)
	}
	read := slices.Concat(comparisons(folded), ofBothAsked(folded), quotients(folded))
	if percentAsked.MatchString(folded) { // 比常年多百分之几
		read = slices.DeleteFunc(read, func(f Formula) bool { return f.Op == Difference })
	}
	return completed(folded, read...)
}

// completed gives formulas what their words leave unsaid; one without two operands is none.
func completed(folded string, read ...Formula) (out []Formula) {
	for _, f := range read {
		f.Asks = OperandKind(folded, f)
		f.First, f.Other = strings.Trim(f.First, "，, "), strings.Trim(f.Other, "，, ")
		if thing, ok := levelled(f.First, f.Other); ok {
			f.First += thing
		}
		f.ofYears()
		measured := asking.MetricIn(f.Other)
		f.alike = f.alike || measured != "" && strings.Contains(f.First, measured)
		if f.First != "" && f.Other != "" && !ComparesRanks(f.Tail) {
			out = append(out, f)
		}
	}
	return out
}

// comparisons are the readings of a question as one for which of two is more, or by how much.
func comparisons(folded string) (out []Formula) {
	if m := moreOrMore.FindStringSubmatch(folded); m != nil {
		out = append(out, Formula{Op: Difference, First: m[1], Other: m[3], Which: true, Less: IsLess(m[2])})
	}
	if which, ok := asking.ReadWhich(folded); ok && !ListsSeveral(which.Among) {
		for _, pair := range split(which.Among) {
			out = append(out, Formula{Op: Difference, First: pair[0], Other: pair[1], Tail: which.Of + pair[2], Which: true, Less: IsLess(which.By)})
		}
		if first, other, ok := uncoupled(which.Among); ok && len(out) == 0 {
			out = append(out, Formula{Op: Difference, First: first, Other: other, Tail: which.Of, Which: true, Less: IsLess(which.By)})
		}
	}
	if m := moreThan.FindStringSubmatchIndex(folded); m != nil && !strings.HasSuffix(folded[:m[3]], "增长") { // 长 is no comparison there
		for _, pair := range splitAtThan(folded[:m[0]]) {
			f := Formula{Op: Difference, First: pair[0], Other: contraryOf(pair[0], likeFirst(pair[0], pair[1])), Tail: folded[m[6]:m[7]], asked: folded[m[8]:]}
			if strings.HasPrefix(f.asked, "多少倍") || strings.HasPrefix(f.asked, "几倍") { // 多多少倍 is told by how many times it is
				f.Op, f.asked = Ratio, ""
			}
			out = append(out, f)
		}
	}
	if m := apart.FindStringSubmatchIndex(folded); m != nil {
		out = append(out, ofPair(Difference, folded[:m[0]], folded[m[8]:])...)
		if first, other, ok := uncoupled(folded[:m[0]]); ok && len(out) == 0 {
			out = append(out, Formula{Op: Difference, First: first, Other: other, asked: folded[m[8]:]})
		}
	}
	return out
}

// ofBothAsked are the readings of a question as one for the sum of two, or for each.
func ofBothAsked(folded string) (out []Formula) {
	if m := together.FindStringSubmatchIndex(folded); m != nil && !ListsSeveral(folded[:m[0]]) && !mutual.MatchString(folded[:m[0]]) {
		for _, pair := range split(folded[:m[0]]) {
			out = append(out, Formula{Op: Sum, First: pair[0], Other: pair[1], Tail: folded[m[4]:m[5]], asked: folded[m[6]:]})
		}
	}
	if m := each.FindStringSubmatchIndex(folded); m != nil {
		out = append(out, ofPair(List, folded[:m[0]], folded[m[6]:])...)
	}
	return out
}

// ofPair are the formulas of what two have that stand before the words that ask.
func ofPair(o Op, both, asked string) (out []Formula) {
	for _, pair := range split(both) {
		other, tail := endOfBoth(pair[0], pair[1])
		out = append(out, Formula{Op: o, First: pair[0], Other: other, Tail: tail, asked: asked})
	}
	return out
}

// quotients are the readings of a question as one for how many times one is of another, which
// share or what on average; and for the rest of a whole.
func quotients(folded string) (out []Formula) {
	if m := timesOf.FindStringSubmatch(folded); m != nil {
		out = append(out, Formula{Op: Ratio, First: m[1], Other: likeFirst(m[1], m[2])})
	}
	out = append(out, othersOf(folded)...)
	out = append(out, sharesOf(folded)...)
	if f, ok := meanOf(folded); ok {
		out = append(out, f)
	}
	if m := remaining.FindStringSubmatch(folded); m != nil && !noDenial.MatchString(m[3]+m[4]) && (strings.Contains(m[2]+m[4], "几") || strings.Contains(m[2]+m[4], "多少")) {
		out = append(out, Formula{Op: Difference, First: m[1], Other: m[4], asked: m[2] + m[4], rest: true})
	}
	return out
}

// sharesOf are the readings of a question as one for the share that the first is of the other.
func sharesOf(folded string) (out []Formula) {
	if m := partOf.FindStringSubmatch(folded); m != nil {
		out = append(out, Formula{Op: Share, First: m[1] + m[2], Other: m[1], part: true})
	}
	if m := partWithin.FindStringSubmatch(folded); m != nil {
		out = append(out, Formula{Op: Share, First: m[1], Other: m[2], part: true})
	}
	if m := shareOf.FindStringSubmatch(folded); m != nil && !onlyAsks.MatchString(m[2]) {
		out = append(out, Formula{Op: Share, First: m[1], Other: m[2], part: !strings.Contains(m[0], "相当于")})
	}
	return out
}

// meanOf is a question for how many there are on average to each of what the other counts.
func meanOf(folded string) (f Formula, ok bool) {
	m := perOne.FindStringSubmatchIndex(folded)
	if m == nil || perTime.MatchString(folded) {
		return f, false
	}
	per, ok := leadingUnit(strings.Replace(folded[m[2]:m[3]], "队", "支", 1)) // 平均一队几个人
	if !ok {
		return f, false
	}
	counted, has := strings.CutSuffix(gave.ReplaceAllString(roughly.ReplaceAllString(folded[m[4]:m[5]], ""), "有"), "有") // 队伍 in 每支队伍有多少干部, nothing in 平均一个投多少
	if !has {
		counted = strings.TrimSuffix(counted, asking.MetricIn(counted)) // 院士项目 in 每个院士项目多少钱
	}
	return Formula{Op: Mean, First: folded[:m[0]] + folded[m[4]:], Other: folded[:m[0]] + counted + "多少" + per, counted: counted, per: per, asked: folded[m[6]:]}, true
}

// roughly ends what stands before the words that ask.
var roughly = pattern.Compile(`(至少|大约|大概|约|最少|最多|差不多|能|会)+$`)

// gave ends what each got, of a mean.
var gave = pattern.Compile(`(投入?|花|拿|得|给|补|奖|贷|融)了?$`)

// IsLess says that a word asks for the one that is less: 少, 低.
func IsLess(word string) bool { return strings.Contains("少低小慢短轻便宜晚", word) }

// OperandKind is what kind of figure both operands are.
func OperandKind(folded string, f Formula) asking.Kind {
	switch {
	case growthCompared.MatchString(folded + f.First):
		return asking.Change
	case f.Op == List && strings.Contains(folded, "占"):
		return asking.Share
	case f.Op == Difference && (strings.Contains(folded, "比例") || strings.Contains(folded, "占比") || strings.Contains(folded, "率") && strings.Contains(folded, "百分点")):
		return asking.Share
	}
	return asking.Quantity
}
