package derive

import (
	"strings"

	"youju/answer/asking"
	"youju/answer/pattern"
	"youju/hanzi"
)

// Those that are left when a part is taken away.
var (
	// besidesPart takes a named part away: 刨去知识城，其余的固投还有多少.
	besidesPart = pattern.Compile(`^(.*?)(?:刨[去掉除开]|除[去掉开]|扣[除掉去]|[减抛]去|去掉|撇[开去]|剔除|不[算含](?:上|入)?)(.+?)(?:之?外|以外)?[,，、]?(?:其余|其他|其它|剩下|剩余|余下|别的|还剩|还有|另外)的?(.*?)(?:还|一共|总共|共|大概|大约)?(?:有|是|剩)?((?:多少|几).*)$`)
	// besidesOnly does so after 除了, behind which 还有 alone asks what else there is.
	besidesOnly = pattern.Compile(`^(.*?)除了(.+?)(?:之?外|以外)?[,，、]?(?:其余|其他|其它|剩下|剩余|余下|别的)的?(.*?)(?:还|一共|总共|共|大概|大约)?(?:有|是|剩)?((?:多少|几).*)$`)
	// notYet asks for those that came so far and no further: 认证了但还没评级的企业有多少家.
	notYet = pattern.Compile(`^(.+?)了?[,，、]?(?:但是?|却|可是?|而|又|然而|不过)?(?:还|尚|仍|却|并)?(?:没有?|未)(?:能|被|有)?(\p{Han}{1,5}?)的(\p{Han}{0,6}?)(?:一共|总共|共|大概|大约)?(?:有|是)?((?:多少|几).*)$`)
	// cameSoFar says that a phrase ends in what somebody did, or tried.
	cameSoFar = pattern.Compile(`(?:了|已|过|的是?|[,，、]|(?:申报|推荐|报名|报|参评|参选|参赛|申请|应聘|报考)[^,，没未不了]{0,8})(?:但是?|却|可是?|而|又|然而|不过)?(?:还|尚|仍|却|并)?(?:没有?|未)`)
	// someNot asks for those of some who did not: 推荐去申报的，有几家没进公示.
	someNot = pattern.Compile(`^(.{4,}?)的?[,，](?:其中)?有?((?:多少|几)[家个名人项户])(?:企业|单位|项目)?(?:没有?|未)(?:能|被)?(.{2,12}?)[?。]*$`)
	// notOne asks for those who did not, of those of the questions before: 没通过的呢，几家.
	notOne = pattern.Compile(`^(?:那么?)?(?:没有?|未)(?:能|被|有)?(\p{Han}{1,5}?)的(?:呢|有|是|一共|总共|共|[,，]){0,2}((?:多少|几).*)$`)
)

// othersLed is a follow-up for those who did not, of those that the questions before it are about.
func othersLed(r asking.Reading, folded string) (Formula, bool) {
	m := notOne.FindStringSubmatch(folded)
	if m == nil || len(r.Led) == 0 || noDenial.MatchString(m[1]) {
		return Formula{}, false
	}
	all, _ := withoutAsking(hanzi.Fold(r.Led[len(r.Led)-1]))
	part := m[1] + "的"
	if of, _ := withoutAsking(hanzi.Fold(r.Led[0])); len(r.Led) > 1 && strings.HasPrefix(of, "其中") { // what they did not do was named before
		part = strings.TrimPrefix(of, "其中")
	}
	return Formula{Op: Difference, First: all, Other: part, asked: m[2], rest: true}, all != ""
}

// othersOf are the readings of a question as one for what is left of a whole without a part of it.
func othersOf(folded string) (out []Formula) {
	for _, besides := range []*pattern.Regexp{besidesPart, besidesOnly} {
		if m := besides.FindStringSubmatch(folded); m != nil {
			return []Formula{{Op: Difference, First: m[1] + m[3], Other: m[2] + m[3], asked: m[4], rest: true}}
		}
	}
	if m := someNot.FindStringSubmatch(folded); m != nil && !noDenial.MatchString(m[3]) {
		out = append(out, Formula{Op: Difference, First: m[1] + "的", Other: m[3] + "的", asked: m[2], rest: true})
	}
	if m := notYet.FindStringSubmatch(folded); m != nil && cameSoFar.MatchString(folded) && !each.MatchString(folded) && !noDenial.MatchString(m[2]) {
		out = append(out, Formula{Op: Difference, First: m[1] + "的" + m[3], Other: m[2] + "的" + m[3], asked: m[4], rest: true})
	}
	return out
}
