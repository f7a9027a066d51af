package weigh

import (
	"slices"
	"strings"

	"youju/answer/asking"
	"youju/answer/pattern"
	"youju/hanzi"
	"youju/retrieval"
)

// AsksTotal says that a folded question asks for a sum over all of a thing.
func AsksTotal(folded string) bool { return totalAsked.MatchString(folded) }

var totalAsked = pattern.Compile(`一共|总共|合计|总计|共有?(多少|几)|加起来|总数`)

// severalAsked asks for the total of a number of things: 六个高新区一共有多少家.
var severalAsked = pattern.Compile(`((?:[两二三四五六七八九十]|\d+)(?:个|家|座|所|支|项|类|种|大|市))\p{Han}{0,10}?(?:一共|总共|合计|总计|加起来)`)

// ofSeveral says that the question asks for the total of so many things and the
// figure's sentence does not say that it speaks of as many.
func ofSeveral(r asking.Reading, c Candidate) bool {
	m := severalAsked.FindStringSubmatch(hanzi.Fold(r.Raw))
	return m != nil && !strings.Contains(hanzi.Fold(c.Sentence.String()), m[1])
}

// oneListed says that the question asks for a total and the figure is one of a list that gives each: 分别投资3亿元、5亿元和8亿元.
func oneListed(snapshot *retrieval.Snapshot, r asking.Reading, c Candidate) bool {
	clause := c.Said()
	return r.Claim == nil && AsksTotal(hanzi.Fold(r.Raw)) && strings.Contains(clause, "分别") && !SaysTotal(clause) && c.inUnit(snapshot) > 1
}

// grouped begins a clause whose figure is of several things taken together.
var grouped = pattern.Compile(`(这|那)(些|批|几|两|三)|上述|以上\p{Han}|前述|合计|总计`)

// ofMore says that the figure is of several things together, of which the question
// names but one before the clause: 百度阿波罗就是其中之一，这些项目总投资超3500亿元.
func ofMore(snapshot *retrieval.Snapshot, r asking.Reading, c Candidate) bool {
	if exampleOf(r.ThingsAsked(snapshot), c) || c.together(hanzi.Fold(r.Raw)) {
		return true
	}
	if !grouped.MatchString(c.before()) || grouped.MatchString(hanzi.Fold(r.Raw)) || AsksTotal(hanzi.Fold(r.Raw)) {
		return false
	}
	clause, sentence := c.Said(), hanzi.Fold(c.Sentence.String())
	back := refersBack.FindStringSubmatch(c.before())
	return slices.ContainsFunc(r.ThingsAsked(snapshot), func(thing string) bool {
		if back != nil && strings.HasSuffix(thing, back[1]) && strings.Contains(sentence, thing) { // 这些项目 are the 优质项目
			return false
		}
		thing = withoutGeneric(thing)
		return strings.Contains(sentence, thing) && !strings.Contains(clause, thing)
	})
}

// two are things whose sum is said: 主会及分会共.
var two = pattern.Compile(`(\p{Han}{2})(?:及|和|与|以及)([\p{Han}a-z\d]{2,10}?)(?:一共|总共|合计|总计|共)`)

// together says that the figure is of two things together, of which the question names the first alone: 主会收论文多少篇 of
// 主会及分会共收到论文1381篇.
func (c Candidate) together(asked string) bool {
	m := two.FindStringSubmatch(c.before())
	return m != nil && strings.Contains(asked, m[1]) && !strings.Contains(asked, m[2]) && !AsksTotal(asked)
}

// narrowToOneOf marks the figures of two things together where another one of the sentence is not.
func narrowToOneOf(r asking.Reading, found []Candidate) {
	of := that(found, func(c Candidate) bool { return r.Claim == nil && c.together(hanzi.Fold(r.Raw)) })
	narrowBeside(found, of, func(c, o Candidate) bool {
		return o.Sentence.Is(c.Sentence) && o.Figure.Unit == c.Figure.Unit && o.Features.Fit >= c.Features.Fit
	})
}

// exampleOf says that a thing is named as one of several before the figure's clause, whose
// figure is of them all: 引进百度阿波罗等项目154个，总投资超3500亿元.
func exampleOf(things []string, c Candidate) bool {
	before, clause := hanzi.Fold(string(c.Sentence.Text[c.Sentence.Span.Start:c.Clause.Start])), c.Said()
	return slices.ContainsFunc(things, func(thing string) bool {
		thing = withoutGeneric(thing)
		return strings.Contains(before, thing+"等") && !strings.Contains(clause, thing) && SaysTotal(clause)
	})
}

// PartHead is the share of what is asked for that a part's metric must hold.
const PartHead = 0.8

// TotalWord is the first word in a folded clause of a figure that is itself a sum: 总额; "" for none.
func TotalWord(clause string) string { return totals.FindString(clause) }

// SaysTotal says that there is such a word.
func SaysTotal(clause string) bool { return totals.MatchString(clause) }

var totals = pattern.Compile(`合计|总计|共计|一共|总共|累计|总(数|额|量|投资|人数|面积)|共[^享同产识性建]`)

// paidEach says that all that was paid is asked for, and the figure is what each gets: 给予扶持资金20万元.
func paidEach(r asking.Reading, c Candidate) bool {
	return r.Claim == nil && paidInAll.MatchString(hanzi.Fold(r.Raw)) && eachGets.MatchString(c.before()) && !SaysTotal(c.Said())
}

var (
	paidInAll = pattern.Compile(`(一共|总共|累计|合计|共)(发放|发|兑现|拨付|支付|给|补贴|奖励|支出)了?(出去)?(多少|几)`)
	eachGets  = pattern.Compile(`给予|最高|每[家个名人户]|单个|一次性`)
)
