package weigh

import (
	"slices"
	"strings"

	"youju/answer/asking"
	"youju/answer/likeness"
	"youju/answer/pattern"
	"youju/figure"
	"youju/hanzi"
)

// What is left of a figure's fit where its clause says that it is something else
// than what was asked for.
const (
	unchangedFit = 0.4 // a change is asked for and it is none
	changedFit   = 0.5 // a level is asked for and it is a change: 比2020年减少5次
	levelFit     = 0.1 // what came to it is asked for and it is what came of it (增加到46万个), or the other way round
	sinceFit     = 0.4 // it is when something began that goes on: 自2001年成立以来
	objectFit    = 0.1 // it is of what was done, not when: 发布2020年考核结果
	severalFit   = 0.3 // how many is asked for and it says several: 几年
	yearFit      = 0.4 // a day is asked for and it is a year
	dayFit       = 0.3 // a time of day is asked for and it is a day
	hoursFit     = 0.1 // an evening's is asked for and it is an afternoon's
	datelineFit  = 0.3 // it says when a report was sent
	toldFit      = 0.5 // it says when somebody said something
	stampFit     = 0.1 // it says when a text was put where it is
	laterFit     = 0.5 // the first time is asked for and it is a later one: 1946年、1978年
	startFit     = 0.5 // a change began at it: 从5%上调至5.25%
	grownFit     = 0.1 // a share is asked for and it is how much something grew
	doneFit      = 0.1 // what was not done is asked for and nothing of the sort is said: 几家没通过
	onceFit      = 0.2 // what is so now is asked for and it was so at first: 成立初始
	foundedFit   = 0.5 // when something was founded is asked for and its clause does not speak of it
	notYetFit    = 0.1 // when something happened is asked for and it had not by then: 2019年以前没有
	rateFit      = 0.5 // it is of each one: 每股95美元, 人均
)

// unfit is what is left of the candidate's fit, 0…1.
func unfit(r asking.Reading, c Candidate) float64 {
	asked := hanzi.Fold(r.Raw)
	left := c.ofElse(r, asked)
	if left == 1 && r.Asks.OfTime() {
		left = c.ofElsewhen(r, asked)
	}
	if left == 1 {
		left = c.ofBeginning(r, asked)
	}
	if ofEach(r, c) {
		left *= rateFit
	}
	if meanAsked.MatchString(asked) && r.Asks == asking.Quantity && r.Claim == nil && !meanSaid.MatchString(c.Said()) {
		left *= levelFit
	}
	if severalSaid.MatchString(hanzi.Fold(c.Figure.Text)) && r.Claim == nil {
		left *= severalFit
	}
	return left
}

// ofElse is what is left of the fit of a figure that is a level, a change or a share where another of these was asked for.
func (c Candidate) ofElse(r asking.Reading, asked string) float64 {
	switch {
	case r.Claim == nil && c.noClose(r.Asks, asked):
		return levelFit
	case (r.Asks == asking.Quantity || r.Asks == asking.Change) && r.Claim == nil && offBefore.MatchString(c.before()) && !offAsked.MatchString(asked):
		return levelFit
	case r.Asks == asking.Change && r.Claim == nil && levelBefore.MatchString(c.before()) || r.Asks == asking.Change && !c.changes() && likeness.IsCurrency(r.Unit):
		return levelFit
	case r.Asks == asking.Change && !c.changes():
		return unchangedFit
	case r.Asks == asking.Share && c.Entry.Direction != "" && shareAsked.MatchString(asked) && !shareSaid.MatchString(c.Said()) && !asking.NamesChange(asked):
		return grownFit
	case r.Asks == asking.Share && c.Entry.Direction != "" && c.Figure.Kind == figure.Change && !asking.NamesChange(asked):
		return changedFit
	case r.Asks == asking.Quantity && c.Figure.Kind == figure.Change && asking.AsksLevel(asked) && !toBefore.MatchString(c.before()):
		return levelFit
	case r.Asks == asking.Quantity && c.Entry.Direction != "" && r.Claim == nil && !asking.NamesChange(asked):
		return changedFit
	case r.Claim == nil && c.beforeLevel(asked):
		return levelFit
	}
	return 1
}

// ofBeginning is what is left of the fit of a figure that something began at, or of what was done where what was not is asked for.
func (c Candidate) ofBeginning(r asking.Reading, asked string) float64 {
	switch {
	case nowAsked.MatchString(asked) && onceBefore.MatchString(c.justBefore()):
		return onceFit
	case c.startsFrom() && !startAsked.MatchString(asked) && !(len(r.Years) > 0 && c.yearsNear(1)[r.Years[0]]) && !c.begins(r.PartAsked()):
		return startFit
	case r.Asks == asking.Quantity && r.Claim == nil && notDone.MatchString(asked) && !strings.ContainsAny(hanzi.Fold(c.Sentence.String()), negatives):
		return doneFit
	case addedAsked.MatchString(asked) && levelBefore.MatchString(c.before()):
		return levelFit
	}
	return 1
}

// ofEach says that a total is asked for and the figure is of each one.
func ofEach(r asking.Reading, c Candidate) bool {
	return r.Asks == asking.Quantity && r.Claim == nil && eachBefore.MatchString(c.before()) && !eachAsked.MatchString(hanzi.Fold(r.Raw))
}

// Said is the figure's clause, folded.
func (c Candidate) Said() string {
	return hanzi.Fold(string(c.Sentence.Text[c.Clause.Start:c.Clause.End]))
}

// A share of a whole is asked for, or said.
var (
	shareAsked = pattern.Compile(`占|比[例重]|份额|百分之(几|多少)|几成`)
	shareSaid  = pattern.Compile(`占|比[例重]|份额|其中`)
)

var (
	addedAsked  = pattern.Compile(`新增|净增|多增|增(加|长|多)?了?(多少|几)`)
	levelBefore = pattern.Compile(`((增|加|长|升|高|扩大|涨|达|减少?|降低?|下降|跌|缩[短小减]|压缩|收窄)(到|至)|(增加|提高|上调|扩大|延长|减少|降低|下调|缩[短小减]|压缩|收窄)为)了?[约近超]?过?$`)
	toBefore    = pattern.Compile(`[到至为]了?[约近超]?过?$`) // 下调今年增长率至

	eachBefore = pattern.Compile(`(每一?(股|人|户|吨|桶|克|斤|公斤|千克|平方?米|亩|台|辆|套|瓶|张|件|天|日|月|年|小时|度|份|单)|[人户]均)[^,;:]{0,10}$`)
	eachAsked  = pattern.Compile(`每|时速|速度|速率|均|价|单|薪|工资|费|票|一(股|人|户|吨|桶|克|斤|台|辆|套|瓶|张|件|天|日|个?月|年|度|份)`)
)

var (
	nowAsked   = pattern.Compile(`现在|目前|如今|当前|现有|最新|眼下`)
	onceBefore = pattern.Compile(`初始|最初|起初|当初|原先|创办时|成立时|成立之初|开业时|刚成立`)
)

// Dates that are listed stand in the order in which things happened.
var (
	firstAsked = pattern.Compile(`第一次|第1次|首次|首度|最早|最初|最先`)
	lastAsked  = pattern.Compile(`最后一次|末次|最近一次|最新一次`)
	dateBefore = pattern.Compile(`[年月日](、|和|与|及|以及)$`)
	dateBehind = pattern.Compile(`^(、|和|与|及|以及)\d+[年月日]`)
)

// begins says that a question asks since when, or for the beginning that is said
// behind a date: 成立 in 2001年成立以来.
func begins(asked, behind string) bool {
	word := sinceAsked.FindString(asked)
	return word != "" && (len([]rune(word)) == 1 || word == "开始" || strings.Contains(behind, word))
}

var (
	since      = pattern.Compile(`以来|起,|^起`)
	founded    = pattern.Compile(`成立|创[立办建设]|设[立置]|组建`)
	launched   = pattern.Compile(`启动`)
	sinceThen  = pattern.Compile(`(成立|创[立办建设]|设[立置]|组建|启动)[之以]?[后来]`)
	sinceAsked = pattern.Compile(`成立|创[立办建设]|建[立成]|设[立置]|组建|启动|开始|起|自|从`)
)

// otherBeginning says that when something was founded or launched is asked for, and the
// figure's clause speaks of nothing of the kind. 成立后什么时候上市 asks for neither.
func (c Candidate) otherBeginning(asked string) bool {
	asked = sinceThen.ReplaceAllString(asked, "")
	said := c.Said() + c.behindSentence(sinceRunes)
	return slices.ContainsFunc([]*pattern.Regexp{founded, launched}, func(begun *pattern.Regexp) bool {
		return begun.MatchString(asked) && !begun.MatchString(said)
	})
}

// What each has on average is asked for, or said.
var (
	meanAsked = pattern.Compile(`平均[每一]`)
	meanSaid  = pattern.Compile(`[均每各]|/|(^|[^\d一二三四五六七八九十百千万两几半今去前后上下当全多数成周隔同])[年月日时](发|用|耗|供|产|加工|处理|接待|吞吐|输|流量|客流|销|消费|运|薪|租|收入|维护|平)`)
)

// severalSaid says of no number which it is; 几十 does nearly.
var severalSaid = pattern.Compile(`^几个?[^十百千万亿个]{1,2}$`)

// dayAsked asks for more than a year.
var dayAsked = pattern.Compile(`哪[一几]?[天日]|几[日号月点]|何[日月]|哪个?月`)

// numbersEdition says that a year is a part of the name that stands behind it: 2023上海书展.
func (c Candidate) numbersEdition() bool {
	behind := c.Behind(1)
	return len(c.Figure.Text) == 4 && c.Figure.When.Year != 0 && strings.Trim(c.Figure.Text, "0123456789") == "" && behind != "" && hanzi.IsHan([]rune(behind)[0])
}

// objectBefore ends in what is done with the thing whose year stands behind it.
var objectBefore = pattern.Compile(`(发布|公布|发表|通报|印发|公示|披露|宣布|举办|举行|召开|开展|完成|启动)了?《?$`)

// sent ends a dateline: 8月16日电, 16日讯.
var sent = pattern.Compile(`^(上午|下午|晚)?(专?电|讯|消息|报道)`)

// stamp follows a date that begins a paragraph and only says when it was put there:
// Jan 31, 2023 ..., 2023-08-09 07:07，正文.
var stamp = pattern.Compile(`^ ?(\.\.|…|—|·|\||-\d\d?-|/\d\d?/|,? ?(正文|来源))`)

// Between these stands when a reporter was told: 记者16日从集团获悉.
var (
	reporter = pattern.Compile(`记者.{0,3}$`)
	learned  = pattern.Compile(`^(上午|下午|晚间?)?(从|在|获悉|了解|自|向)`)
)

// saying follows a day on which somebody said what the sentence says, and tellingAsked asks
// for such a day: 1月31日确认布林肯的访华日期.
var (
	saying       = pattern.Compile(`^(上午|中午|下午|傍晚|晚间?|凌晨|早间)?(对\p{Han}{1,4})?(说|表示|宣布|确认|透露|称|指出|证实|回应|介绍|告诉|强调|通报)`)
	tellingAsked = pattern.Compile(`说|表示|宣布|确认|透露|称|指出|证实|回应|介绍|告诉|强调|通报|声明|讲话|发言|消息|报道|公布|发布`)
)

// dateline says that a date is only that of a report.
func (c Candidate) dateline() bool {
	behind := c.Behind(4)
	return sent.MatchString(behind) || learned.MatchString(behind) && reporter.MatchString(c.before())
}

// stamped says that a date begins its paragraph and is of the text itself.
func (c Candidate) stamped() bool {
	text := c.Sentence.Text
	behind := hanzi.Fold(string(text[c.Figure.End:min(len(text), c.Figure.End+4)]))
	return stamp.MatchString(behind) && strings.TrimSpace(string(text[:c.Figure.Start])) == ""
}

// Something had not happened before a date, or that is asked for.
var (
	notYet      = pattern.Compile(`^(以前|之前|前),?[^,。;]{0,8}?(没有?|未|尚无|并无|从不)`)
	notYetAsked = pattern.Compile(`没|未|无|以前|之前`)
)

// notYetRunes is how far behind the date that is said.
const notYetRunes = 14

var changeWords = []string{"增", "涨", "升", "降", "减", "跌", "扩", "提高", "提升", "多出", "回落", "下滑", "比", "较", "翻", "倍", "变", "缩"}

// rateAsked asks how fast something grew, in per cent.
var rateAsked = pattern.Compile(`(` + pattern.Pace + `|增长率|增长速度)[^点]*$`)

// offBefore ends in what something lies below or above by the figure: 低于警戒水位16.92米.
var (
	offBefore = pattern.Compile(`(低于|高于|超出|高出|快于|慢于)\p{Han}{2,8}$`)
	// By how much it does is asked for, or said: 增速高于全国0.9个百分点 for 增速比全国高多少.
	offByAsked = pattern.Compile(`[比较]\p{Han}{2,8}[高低快慢](了|出)?(多少|几)`)
	offBySaid  = pattern.Compile(`(低于|高于|超出|高出|快于|慢于|[比较]\p{Han}{2,8}[高低快慢]出?)`)
	offAsked   = pattern.Compile(`[低高超差距离快慢]`)
)

// valueAdded is a measure that is called after a growth and is none.
var valueAdded = strings.NewReplacer("增加值", "", "增值税", "")

// changes says that the clause speaks of a change up to the figure.
func (c Candidate) changes() bool {
	clause := valueAdded.Replace(hanzi.Fold(string(c.Sentence.Text[c.Clause.Start:c.Figure.End])))
	return slices.ContainsFunc(changeWords, func(word string) bool { return strings.Contains(clause, word) })
}
