package weigh

import (
	"slices"
	"strings"

	"youju/answer/asking"
	"youju/answer/evidence"
	"youju/answer/pattern"
	"youju/hanzi"
)

// What was not done is asked for, and not what is to come (未来五年); one of the negatives
// stands where that is said.
var notDone = pattern.Compile(`(?:^|[^有是能会要])(?:(?:没有?|未能?)(?:被|能|获)?[^\P{Han}来]|不(?:在|是|属于))\p{Han}`)

const negatives = "没未不无非否失缺拒落剩余除退欠空废败"

// denied says that a text says of one what the question does not: 未通过 of 通过.
func denied(asked, text string) bool {
	for _, m := range negatedVerb.FindAllStringSubmatch(text, -1) {
		if strings.Contains(asked, m[1]) && !negatedVerb.MatchString(asked) {
			return true
		}
	}
	return false
}

// denies is a verb with the word before it that denies it.
const denies = `(?:未能?|没有?|不)(\p{Han}{2})`

var (
	negatedVerb = pattern.Compile(denies)
	deniedDeed  = pattern.Compile(denies + `([^\P{Han}的者]{2})?`) // and what was not done to: 认定 in 未通过认定
)

// undeniedFirst puts what those get who did something in the place of what those get who did not: 20万元 of 通过认定的给予20万元，
// 未通过认定的给予1万元, unless the question denies it too.
func undeniedFirst(r asking.Reading, found []Candidate) {
	best, asked := found[0], hanzi.Fold(r.Raw)
	m := deniedDeed.FindStringSubmatch(best.leading())
	if m == nil || negatedVerb.MatchString(asked) || !strings.Contains(asked, m[1]) && (m[2] == "" || !strings.Contains(asked, m[2])) {
		return
	}
	takenOver(found, func(c Candidate) bool {
		return c.Sentence.Source.Paragraph == best.Sentence.Source.Paragraph && c.Figure.Unit == best.Figure.Unit && c.Figure.Kind == best.Figure.Kind &&
			strings.Contains(c.justBefore(), m[1]+m[2]) && !negatedVerb.MatchString(c.justBefore())
	})
}

// OneWay is 进出口 where a question asks for that and a text speaks of one of the two alone,
// and the one that a question asks for where a text speaks of 进出口 only; both folded; ""
// otherwise.
func OneWay(asked, text string) string {
	const both = "进出口"
	if !strings.Contains(asked, both) && strings.Contains(text, both) {
		for _, way := range []string{"进口", "出口"} {
			if strings.Contains(asked, way) && !strings.Contains(strings.ReplaceAll(text, both, ""), way) {
				return way
			}
		}
	}
	if strings.Contains(asked, both) && !strings.Contains(text, both) && strings.Contains(text, "进口") != strings.Contains(text, "出口") {
		return both
	}
	return ""
}

// SaysDone says that the figure's sentence has a verb before it, and denies it or not.
func (c Candidate) SaysDone(verb string, denied bool) bool {
	said := c.SaidBefore() + c.Said()
	return strings.Contains(said, verb) && asking.Denies(said, verb) == denied
}

// contrary says that a text speaks of the opposite of what a question asks about, both folded.
func contrary(asked, text string) bool {
	own, _ := asking.ContraryBetween(asked, text)
	return own != ""
}

// deeds are what begins something and what ends it.
var deeds = [][2]*pattern.Regexp{
	{pattern.Compile(`开工|动工|奠基|开建`), pattern.Compile(`竣工|完工|落成|建成|投产`)},
	{pattern.Compile(`出生|诞生`), pattern.Compile(`去世|逝世|病逝|过世|身亡`)},
	{pattern.Compile(`成立|创立|创办`), pattern.Compile(`解散|撤销|倒闭`)},
	{pattern.Compile(`起飞|出发|启程|离开|发车`), pattern.Compile(`抵达|到达|抵[^\P{Han}押制债抗消销]|降落|落地|(几点|时候|何时)[能才会]?到[^\P{Han}了底]`)},
	{pattern.Compile(`就任|上任|当选`), pattern.Compile(`卸任|离任|辞职`)},
}

// contraryDeed says that a time is asked of what begins something and the figure's clause speaks of
// what ends it only, or the other way round: 竣工 of 2022年底开工.
func contraryDeed(r asking.Reading, c Candidate) bool {
	if !r.Asks.OfTime() {
		return false
	}
	asked, said := hanzi.Fold(r.Raw), c.Said()
	one := func(a, b *pattern.Regexp) bool {
		return a.MatchString(asked) && !b.MatchString(asked) && b.MatchString(said) && !a.MatchString(said)
	}
	return slices.ContainsFunc(deeds, func(d [2]*pattern.Regexp) bool { return one(d[0], d[1]) || one(d[1], d[0]) })
}

// OfOtherLevel says that the figure's clause names other levels than the asked one: 国家级
// of 第10个市级平台.
func (c Candidate) OfOtherLevel(asked string) bool {
	if asked == "" {
		return false
	}
	near := asking.LevelsIn(c.Said())
	if before := asking.LevelsIn(c.SaidBefore()); len(near) == 0 && len(before) > 0 { // 国家级工厂136家，园区13家
		near = before[len(before)-1:]
	}
	return len(near) > 0 && !slices.Contains(near, asked)
}

// otherLevel is the level that a question names where the figure is of another; "" for none.
func otherLevel(r asking.Reading, c Candidate) string {
	if level := evidence.LevelAsked(r); c.OfOtherLevel(level) {
		return level
	}
	return ""
}

// setAgainst is said of one that is set against another that was told of before: 甲获奖；乙则拿到资助1亿元.
var setAgainst = pattern.Compile(`\p{Han}{2}[”"』」]?[^规原法准细否总附守条律实闭则]则[^\P{Han}是为]`)

// leastOfOwn is the share of a question's words that a clause must hold that is set against another one.
const leastOfOwn = 0.15

// contrasted says that the figure's clause tells of another than the clauses before it, which hold what the question names.
func (c Candidate) contrasted() bool {
	return c.Features.Clause < leastOfOwn && c.Features.Coverage > 2*leastOfOwn && setAgainst.MatchString(c.before())
}
