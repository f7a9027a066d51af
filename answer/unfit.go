package answer

import (
	"regexp"
	"slices"
	"strings"

	"youju/figure"
	"youju/hanzi"
)

// What is left of a figure's fit where its clause says that it is something else
// than what was asked for.
const (
	unchangedFit = 0.4 // a change is asked for and it is none
	changedFit   = 0.5 // a level is asked for and it is a change: 比2020年减少5次
	levelFit     = 0.1 // what came to it is asked for and it is what came of it: 增加到46万个
	sinceFit     = 0.4 // it is when something began that goes on: 自2001年成立以来
	objectFit    = 0.1 // it is of what was done, not when: 发布2020年考核结果
	datelineFit  = 0.3 // it says when a report was sent
	stampFit     = 0.1 // it says when a text was put where it is
	laterFit     = 0.5 // the first time is asked for and it is a later one: 1946年、1978年
	startFit     = 0.5 // a change began at it: 从5%上调至5.25%
	grownFit     = 0.1 // a share is asked for and it is how much something grew
	doneFit      = 0.1 // what was not done is asked for and nothing of the sort is said: 几家没通过
	onceFit      = 0.2 // what is so now is asked for and it was so at first: 成立初始
	foundedFit   = 0.5 // when something was founded is asked for and its clause does not speak of it
	rateFit      = 0.5 // it is of each one: 每股95美元, 人均
)

// unfit is what is left of the candidate's fit, 0…1.
func (r reading) unfit(c candidate) float64 {
	asked, left := hanzi.Fold(r.raw), 1.0
	switch {
	case r.asks == asksChange && !c.changes() && currencies[r.unit]:
		left = levelFit
	case r.asks == asksChange && !c.changes():
		left = unchangedFit
	case r.asks == asksShare && c.entry.Direction != "" && partAsked.MatchString(asked) && !partSaid.MatchString(c.said()) && !changes.MatchString(asked):
		left = grownFit
	case r.asks == asksShare && c.entry.Direction != "" && c.figure.Kind == figure.Change && !changes.MatchString(asked):
		left = changedFit
	case r.asks == asksQuantity && c.entry.Direction != "" && r.claim == nil && !changes.MatchString(asked):
		left = changedFit
	case r.asks == asksDate && c.stamped():
		left = stampFit
	case r.asks == asksDate && c.figure.When.Month == 0 && objectBefore.MatchString(c.before()):
		left = objectFit
	case r.asks == asksDate && c.dateline():
		left = datelineFit
	case r.asks.date() && (firstAsked.MatchString(asked) && dateBefore.MatchString(c.before()) || lastAsked.MatchString(asked) && dateBehind.MatchString(c.behind(8))):
		left = laterFit
	case r.asks.date() && r.claim == nil && founded.MatchString(asked) && !strings.Contains(c.said()+c.behindSentence(sinceRunes), founded.FindString(asked)):
		left = foundedFit
	case r.asks == asksDate && since.MatchString(c.behind(16)) && !begins(asked, c.behind(16)):
		left = sinceFit
	case nowAsked.MatchString(asked) && onceBefore.MatchString(c.justBefore()):
		left = onceFit
	case c.startsFrom() && !startAsked.MatchString(asked):
		left = startFit
	case r.asks == asksQuantity && r.claim == nil && notDone.MatchString(asked) && !strings.ContainsAny(hanzi.Fold(c.sentence.String()), negatives):
		left = doneFit
	case addedAsked.MatchString(asked) && levelBefore.MatchString(c.before()):
		left = levelFit
	}
	if r.ofEach(c) {
		left *= rateFit
	}
	return left
}

// ofEach says that a total is asked for and the figure is of each one.
func (r reading) ofEach(c candidate) bool {
	return r.asks == asksQuantity && r.claim == nil && eachBefore.MatchString(c.before()) && !eachAsked.MatchString(hanzi.Fold(r.raw))
}

// said is the figure's clause, folded.
func (c candidate) said() string {
	return hanzi.Fold(string(c.sentence.text[c.clause.Start:c.clause.End]))
}

// before is the figure's clause up to it, folded.
func (c candidate) before() string {
	return hanzi.Fold(string(c.sentence.text[c.clause.Start:c.figure.Start]))
}

// leading is the clause before the figure's where that one only goes on from it (但未通过的，
// 给予1万元补贴), and what stands before the figure in its own, folded.
func (c candidate) leading() string {
	from := c.clause.Start
	if from > c.sentence.span.Start+1 && c.figure.Start-from < shortAdverb {
		from = clauseBefore(c.sentence, from)
	}
	return hanzi.Fold(string(c.sentence.text[from:c.figure.Start]))
}

// saidBefore is the figure's sentence up to it, folded.
func (c candidate) saidBefore() string {
	return hanzi.Fold(string(c.sentence.text[c.sentence.span.Start:c.figure.Start]))
}

// behind is the text of up to n runes behind the figure, in its clause, folded.
func (c candidate) behind(n int) string {
	return hanzi.Fold(string(c.sentence.text[c.figure.End:min(c.clause.End, c.figure.End+n)]))
}

// A share of a whole is asked for, or said.
var (
	partAsked = regexp.MustCompile(`占|比[例重]|份额|百分之(几|多少)|几成`)
	partSaid  = regexp.MustCompile(`占|比[例重]|份额|其中`)
)

// What was not done is asked for; one of the negatives stands where that is said.
var notDone = regexp.MustCompile(`(?:^|[^有是能会要])(?:没有?|未能?)(?:被|能|获)?\p{Han}{2}`)

const negatives = "没未不无非否失缺拒落剩余除退欠空废败"

var (
	addedAsked  = regexp.MustCompile(`新增|净增|多增|增(加|长|多)?了?(多少|几)`)
	levelBefore = regexp.MustCompile(`(增|加|长|升|高|扩大|涨|达)(到|至)了?[约近超]?过?$`)

	eachBefore = regexp.MustCompile(`(每一?(股|人|户|吨|桶|克|斤|公斤|千克|平方?米|亩|台|辆|套|瓶|张|件|天|日|月|年|小时|度|份|单)|[人户]均)[^,;:]{0,10}$`)
	eachAsked  = regexp.MustCompile(`每|时速|速度|速率|均|价|单|薪|工资|费|票|一(股|人|户|吨|桶|克|斤|台|辆|套|瓶|张|件|天|日|个?月|年|度|份)`)
)

var (
	nowAsked   = regexp.MustCompile(`现在|目前|如今|当前|现有|最新|眼下`)
	onceBefore = regexp.MustCompile(`初始|最初|起初|当初|原先|创办时|成立时|成立之初|开业时|刚成立`)
)

// justBefore is the clause before the figure's and that up to it, folded.
func (c candidate) justBefore() string {
	from := c.clause.Start
	if from > c.sentence.span.Start+1 {
		from = clauseBefore(c.sentence, from)
	}
	return hanzi.Fold(string(c.sentence.text[from:c.figure.Start]))
}

// Dates that are listed stand in the order in which things happened.
var (
	firstAsked = regexp.MustCompile(`第一次|第1次|首次|首度|最早|最初|最先`)
	lastAsked  = regexp.MustCompile(`最后一次|末次|最近一次|最新一次`)
	dateBefore = regexp.MustCompile(`[年月日](、|和|与|及|以及)$`)
	dateBehind = regexp.MustCompile(`^(、|和|与|及|以及)\d+[年月日]`)
)

// begins says that a question asks since when, or for the beginning that is said
// behind a date: 成立 in 2001年成立以来.
func begins(asked, behind string) bool {
	word := sinceAsked.FindString(asked)
	return word != "" && (len([]rune(word)) == 1 || word == "开始" || strings.Contains(behind, word))
}

var (
	since      = regexp.MustCompile(`以来|起,|^起`)
	founded    = regexp.MustCompile(`成立|创[立办建设]|设[立置]|组建|启动`)
	sinceAsked = regexp.MustCompile(`成立|创[立办建设]|建[立成]|设[立置]|组建|启动|开始|起|自|从`)
)

// objectBefore ends in what is done with the thing whose year stands behind it.
var objectBefore = regexp.MustCompile(`(发布|公布|发表|通报|印发|公示|披露|宣布|举办|举行|召开|开展|完成|启动)了?《?$`)

// sent ends a dateline: 8月16日电, 16日讯.
var sent = regexp.MustCompile(`^(上午|下午|晚)?(专?电|讯|消息|报道)`)

// stamp follows a date that begins a paragraph and only says when it was put there:
// Jan 31, 2023 ..., 2023-08-09 07:07，正文.
var stamp = regexp.MustCompile(`^ ?(\.\.|…|—|·|\||,? ?(正文|来源))`)

// Between these stands when a reporter was told: 记者16日从集团获悉.
var (
	reporter = regexp.MustCompile(`记者.{0,3}$`)
	learned  = regexp.MustCompile(`^(上午|下午|晚间?)?(从|在|获悉|了解|自|向)`)
)

// dateline says that a date is only that of a report.
func (c candidate) dateline() bool {
	behind := c.behind(4)
	return sent.MatchString(behind) || learned.MatchString(behind) && reporter.MatchString(c.before())
}

// stamped says that a date begins its paragraph and is of the text itself.
func (c candidate) stamped() bool {
	text := c.sentence.text
	behind := hanzi.Fold(string(text[c.figure.End:min(len(text), c.figure.End+4)]))
	return stamp.MatchString(behind) && strings.TrimSpace(string(text[:c.figure.Start])) == ""
}

var (
	startAsked = regexp.MustCompile(`从(多少|几)|原(来|先|本|为)|之前|以前|前(是|为)|起点`)
	startBegun = regexp.MustCompile(`(^|[^自])(从|由)[^至到]{0,6}$`)
	startEnded = regexp.MustCompile(`^.{0,8}[至到成]`)
)

// startsFrom says that the figure is what a change began at.
func (c candidate) startsFrom() bool {
	return c.figure.Kind != figure.Date && startBegun.MatchString(c.before()) && startEnded.MatchString(c.behind(10))
}

var changeWords = []string{"增", "涨", "升", "降", "减", "跌", "扩", "提高", "提升", "多出", "回落", "下滑", "比", "较", "翻", "倍", "变", "缩"}

// changes says that the clause speaks of a change up to the figure.
func (c candidate) changes() bool {
	clause := hanzi.Fold(string(c.sentence.text[c.clause.Start:c.figure.End]))
	return slices.ContainsFunc(changeWords, func(word string) bool { return strings.Contains(clause, word) })
}

// contraries are words of which a figure that is of one is not of the other.
var contraries = [][2]string{
	{"新增", "累计"}, {"新增", "总数"}, {"进口", "出口"}, {"收入", "支出"}, {"流入", "流出"}, {"同比", "环比"}, {"开盘", "收盘"}, {"城镇", "农村"},
	{"批发", "零售"}, {"买入", "卖出"}, {"起点", "终点"}, {"国内", "国外"}, {"境内", "境外"}, {"线上", "线下"}, {"男", "女"}, {"动工", "投产"},
	{"最高", "最低"}, {"最大", "最小"}, {"上游", "下游"}, {"上限", "下限"}, {"开幕", "闭幕"}, {"首回合", "次回合"}, {"主场", "客场"},
}

// denied says that a text says of one what the question does not: 未通过 of 通过.
func denied(asked, text string) bool {
	for _, m := range negatedVerb.FindAllStringSubmatch(text, -1) {
		if strings.Contains(asked, m[2]) && !negatedVerb.MatchString(asked) {
			return true
		}
	}
	return false
}

var negatedVerb = regexp.MustCompile(`(未能?|没有?|不)(\p{Han}{2})`)

// contrary says that a text speaks of the opposite of what a question asks about, both folded.
func contrary(asked, text string) bool {
	one := func(a, b string) bool {
		return strings.Contains(asked, a) && !strings.Contains(asked, b) && strings.Contains(text, b) && !strings.Contains(text, a)
	}
	return slices.ContainsFunc(contraries, func(pair [2]string) bool { return one(pair[0], pair[1]) || one(pair[1], pair[0]) })
}

// negated is the first of a question's nouns that a text only speaks of as what is not
// one: 制造业 of 非制造业, both folded; "" for none.
func negated(nouns []string, asked, text string) string {
	for _, noun := range nouns {
		not := "非" + noun
		if strings.Contains(text, not) && !strings.Contains(asked, not) && !strings.Contains(strings.ReplaceAll(text, not, ""), noun) {
			return noun
		}
	}
	return ""
}
