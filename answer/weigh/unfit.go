package weigh

import (
	"slices"
	"strings"

	"youju/answer/asking"
	"youju/answer/likeness"
	"youju/answer/pattern"
	"youju/answer/wording"
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
	yearFit      = 0.4 // a day is asked for and it is a year, or a month
	dayFit       = 0.3 // a time of day is asked for and it is a day
	hoursFit     = 0.1 // an evening's is asked for and it is an afternoon's
	datelineFit  = 0.3 // it says when a report was sent
	toldFit      = 0.5 // it says when somebody said something
	meantFit     = 0.3 // it is when something was meant to happen and did not, or the other way round
	stampFit     = 0.1 // it says when a text was put where it is
	laterFit     = 0.5 // the first time is asked for and it is a later one: 1946年、1978年
	startFit     = 0.5 // a change began at it: 从5%上调至5.25%
	grownFit     = 0.1 // a share is asked for and it is how much something grew
	doneFit      = 0.1 // what was not done is asked for and nothing of the sort is said: 几家没通过
	onceFit      = 0.2 // what is so now is asked for and it was so at first: 成立初始
	foundedFit   = 0.5 // when something was founded is asked for and its clause does not speak of it
	notYetFit    = 0.1 // when something happened is asked for and it had not by then: 2019年以前没有
	repeatedFit  = 0.1 // when in a year is asked for and it is that year
	bornFit      = 0.1 // when somebody was born is asked for and its sentence says nothing of it
	rateFit      = 0.5 // it is of each one: 每股95美元, 人均
	sizedFit     = 0.4 // it only says how big what is spoken of is
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
	if sizedBehind.MatchString(c.Behind(sizedRunes)) && !sizeAsked.MatchString(asked) && r.Asks == asking.Quantity && r.Claim == nil {
		left *= sizedFit
	}
	if meanAsked.MatchString(asked) && r.Asks == asking.Quantity && r.Claim == nil && !meanSaid.MatchString(c.Said()) {
		left *= levelFit
	}
	if r.Claim == nil && (severalSaid.MatchString(hanzi.Fold(c.Figure.Text)) || c.namesBoth()) {
		left *= severalFit
	}
	return left
}

// namesBoth says that a figure counts nothing but stands for two that were named: 两家共同上门, 二人均为教师, 这两家单位.
func (c Candidate) namesBoth() bool {
	if !theTwo.MatchString(c.Figure.Text) || c.Figure.Start == 0 {
		return false
	}
	before := c.Sentence.Text[c.Figure.Start-1]
	return strings.ContainsRune("这那該该", before) || strings.ContainsRune("，。：；！？,:;", before) && actTogether.MatchString(c.Behind(AroundRunes))
}

var (
	theTwo      = pattern.Compile(`^[两二兩][家人者方国國地市校院队隊]$`)
	actTogether = pattern.Compile(`^(以|共同|联合|携手|均|都|分别|将|一起|合作|还|也|则|同|已|在|从|之?间)`)
)

// ofElse is what is left of the fit of a figure that is a level, a change or a share where another of these was asked for.
func (c Candidate) ofElse(r asking.Reading, asked string) float64 {
	switch {
	case r.Claim == nil && c.noClose(r.Asks, asked):
		return levelFit
	case r.Asks == asking.Rank && r.Claim == nil && topOf(c.Figure) != 0 && strings.HasSuffix(c.Figure.Text, "强") && !cameTo.MatchString(c.before()):
		return levelFit
	case (r.Asks == asking.Quantity || r.Asks == asking.Change) && r.Claim == nil && offBefore.MatchString(c.before()) && !offAsked.MatchString(asked):
		return levelFit
	case (r.Asks == asking.Quantity || r.Asks == asking.Text) && r.Claim == nil && boundOf.MatchString(c.Behind(boundRunes)) && !boundWord.MatchString(asked):
		return levelFit
	case r.Asks == asking.Change && r.Claim == nil && levelBefore.MatchString(c.before()) && !c.isPace(asked) || r.Asks == asking.Change && !c.changes() && (likeness.IsCurrency(r.Unit) || moreCounted(r)):
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
	case r.Claim == nil && c.beforeLevel(asked), r.Implied == wording.SpeedUnit && likeness.Units(c.Figure.Unit, "公里") && !speedSaid.MatchString(c.Said()):
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
	case (r.Asks == asking.Quantity || r.Asks == asking.Share) && r.Claim == nil && notDone.MatchString(asked) && !strings.ContainsAny(hanzi.Fold(c.Sentence.String()), negatives):
		return doneFit
	case addedAsked.MatchString(asked) && levelBefore.MatchString(c.before()), r.Claim == nil && stockAsked.MatchString(asked) && newBefore.MatchString(c.before()):
		return levelFit
	}
	return 1
}

// A figure may only say how big what is spoken of is (500亿元规模的基金), which may be asked for.
var (
	sizedBehind = pattern.Compile(`^(的?规模|大小|级别|量级|市值|资产)的`)
	sizeAsked   = pattern.Compile(`规模|多大|市值|资产|大小`)
)

const sizedRunes = 5

// speedSaid tells a speed from a length: 每小时40公里.
var speedSaid = pattern.Compile(`[时车航风限]速|速度|[每/](一?小时|秒|分钟?|时)|[\dkm]/[hs]`)

// cameTo stands before how far somebody came: 跻身8强; the 8强已经产生 are no place.
var cameTo = pattern.Compile(`[进入列至到前第]$|[进入]围?了?[^,。;]{0,6}$|跻身|闯|晋级|打进|杀|止步|挺进|入选|上榜`)

// ofEach says that a total is asked for and the figure is of each one.
func ofEach(r asking.Reading, c Candidate) bool {
	if asked := hanzi.Fold(r.Raw); (r.Asks == asking.Change || r.Asks == asking.Share && asking.NamesChange(asked)) && r.Claim == nil && !strings.Contains(asked, "均") && perHead.MatchString(c.leading()) {
		return true
	}
	return r.Asks == asking.Quantity && r.Claim == nil && !eachAsked.MatchString(hanzi.Fold(r.Raw)) && (eachBefore.MatchString(c.before()) || ofOneDay(r, c))
}

// ofOneDay says that a year's is asked for and the figure is of a day.
func ofOneDay(r asking.Reading, c Candidate) bool {
	return r.Asks == asking.Quantity && r.Claim == nil && len(r.Years) > 0 && dailyBefore.MatchString(c.before()) && !dailyAsked.MatchString(hanzi.Fold(r.Raw))
}

// perHead is said of how much what each has grew: 人均GDP为6万元，增长2%.
var perHead = pattern.Compile(`[人户]均\p{Han}{0,4}[a-z]{0,3}[^,;。]{0,12},?(同比|比上年)?[^,;。]{0,4}$`)

// dailyBefore is said of what is so in a day: 日产量, which is none of a year; dailyAsked asks for it.
var (
	dailyBefore = pattern.Compile(`(^|[^\d今昨前当后次翌同节假生末周工一二三四五六七八九十即近往元])日(均|产|销|供|发电|处理|接待|输送|客流|吞吐|成交)[^\d,。;]{0,10}$`)
	dailyAsked  = pattern.Compile(`日|[每一]天`)
)

// Said is the figure's clause, folded.
func (c Candidate) Said() string {
	return hanzi.Fold(string(c.Sentence.Text[c.Clause.Start:c.Clause.End]))
}

// A share of a whole is asked for, or said.
var (
	shareAsked = pattern.Compile(`占|比[例重]|份额|百分之(几|多少)|几成`)
	shareSaid  = pattern.Compile(`占|比[例重]|份额|其中`)
)

// All that there are of something is asked for, and the figure is of the new ones: 新注册登记机动车达到1657万辆 for 保有量.
var (
	stockAsked = pattern.Compile(`保有量|存量|存栏|总保有|(一共|总共|现|目前|累计)有?(多少|几)[个家支所][^,。?]{0,8}(党组织|党支部|社团|门店|网点|基地|站点)`)
	newBefore  = pattern.Compile(`新(注册|登记|增|上牌|领证)[^,。;]{0,12}$`)
)

// thenOf is when something came to a level, between that and the level: 上升到今年5月份的3.2%.
const thenOf = `(?:(?:今年|去年|上年|目前|现在|\d{4}年)?(?:上半年|下半年|[一二三四]季度|\d{1,2}月)?(?:\d{1,2}日)?[份末底初]?的)?`

var (
	addedAsked  = pattern.Compile(`新增|净增|多增|增(加|长|多)?了?(多少|几)`)
	levelBefore = pattern.Compile(`((增|加|长|升|高|扩大|涨|达|减少?|降低?|下降|跌|缩[短小减]|压缩|收窄)(到|至)|(增加|提高|提升|上调|扩大|延长|减少|降低|下调|缩[短小减]|压缩|收窄)为)了?` + thenOf + `[约近超]?过?$`)
	toBefore    = pattern.Compile(`[到至为]了?` + thenOf + `[约近超]?过?$`) // 下调今年增长率至

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

// What each has on average is asked for, or said.
var (
	meanAsked = pattern.Compile(`平均[每一]`)
	meanSaid  = pattern.Compile(`[均每各]|/|(^|[^\d一二三四五六七八九十百千万两几半今去前后上下当全多数成周隔同])[年月日时](发|用|耗|供|产|加工|处理|接待|吞吐|输|流量|客流|销|消费|运|薪|租|收入|维护|平)`)
)

// severalSaid says of no number which it is; 几十 does nearly.
var severalSaid = pattern.Compile(`^几个?[^十百千万亿个]{1,2}$`)

var changeWords = []string{"增", "涨", "升", "降", "减", "跌", "扩", "提高", "提升", "多出", "回落", "下滑", "比", "较", "翻", "倍", "变", "缩"}

// rateAsked asks how fast something grew, in per cent.
var rateAsked = pattern.Compile(`(` + pattern.Pace + `|增长率|增长速度)[^点]*$`)

// boundOf stands behind a figure that only tells some from others: 客流1000万人次以上的机场; boundWord asks for such a one.
var (
	boundOf   = pattern.Compile(`^及?以[上下内外]的`)
	boundWord = pattern.Compile(`以[上下内外]|标准|门槛|条件|要求|规模|范围|什么样`)
)

const boundRunes = 4

// paceReached ends in what says how fast something grew, which a rate comes to, and paceMoved asks by how much that itself changed.
var (
	paceReached = pattern.Compile(`(` + pattern.Pace + `|增长率|增长速度)[^\d,。;]{0,6}$`)
	paceMoved   = pattern.Compile(`(` + pattern.Pace + `|增长率|增长速度)[^,。]{0,6}[快慢缓升降落高低大窄]`)
)

// isPace says that how fast something grew is asked for, and that the figure is what that came to: 增速达到2.2%.
func (c Candidate) isPace(asked string) bool {
	return rateAsked.MatchString(asked) && !paceMoved.MatchString(asked) && paceReached.MatchString(c.before())
}

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
