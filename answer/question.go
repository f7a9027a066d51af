package answer

import (
	"slices"
	"strings"

	"youju/answer/likeness"
	"youju/answer/pattern"
	"youju/answer/wording"
	"youju/figure"
	"youju/hanzi"
	"youju/lang"
	"youju/retrieval"
	"youju/retrieval/index"
)

// asks says what kind of thing would answer a question.
type asks int

const (
	asksText     asks = iota // which, how, why: words of a passage
	asksQuantity             // how many, how much
	asksShare                // which share, which rate
	asksChange               // by how much
	asksRank                 // which place in an order
	asksDate                 // when
	asksYear                 // in which year
	asksEra                  // in which century, decade, period
	asksDuration             // how long
	asksPerson               // who
	asksPlace                // where
	asksReason               // why
	asksCredit               // who wrote, who took the picture
)

// numeric says that a figure answers.
func (a asks) numeric() bool { return a >= asksQuantity && a <= asksDuration }

// date says that a time is asked for.
func (a asks) date() bool { return a == asksDate || a == asksYear || a == asksEra }

// reading is a question as it was understood.
type reading struct {
	written string          // as it was sent
	raw     string          // with its spelling put right
	lang    lang.Language   // of the words of the answer
	text    string          // what is searched: raw, less a claim's figure, behind what it leans on
	context []string        // the questions that a follow-up leans on, latest first
	led     []string        // those questions as they were asked
	said    map[string]bool // figures of the last answer, where the question leans on it
	asks    asks
	unit    string          // the unit that the question names, normalised: 家 in 多少家
	implied string          // the unit that what is asked for is measured in: 人 for 人口
	money   bool            // 多少钱
	figures []figure.Figure // that stand in the question
	years   []int           // that it names
	bases   []int           // and those that it compares with
	claim   *claim          // what a question for confirmation says
	bare    bool            // it only names what is wanted: 广州经开区规上产值
}

// bareQuestion is the most runes of a question that only names what is wanted.
const bareQuestion = 26

// patterns tell what is asked, in order: the first that matches decides.
var patterns = []struct {
	asks asks
	re   *pattern.Regexp
}{
	{asksText, pattern.Compile(`哪几[^年月天]`)},
	{asksCredit, pattern.Compile(`谁(拍|摄|写|报道|供图|撰)|哪(一?位|个|几位)(记者|通讯员|摄影|作者)|(记者|作者|摄影师?|摄影者|通讯员|图片来源|照片来源)(是|叫|为|有)?(谁|哪|什么|\?|$)|照片.{0,6}(来源|哪来|谁)|哪里来的(照片|图)`)},
	{asksPlace, handled}, // by whom: the zone that an article is about
	{asksRank, pattern.Compile(`第几|排名(多少|几|如何|怎|呢|$)|(?:^|[^安])排在?(第?几|多少|哪)|名次|位列(第几|哪)|居(第几|哪)|(全国|全省|全市|世界|全球)(排|第)几`)},
	{asksRank, numbered},
	{asksEra, pattern.Compile(`(哪一?个?|什么|几十?)(世纪|年代)|第?几世纪`)},
	{asksYear, pattern.Compile(`哪[一几]?年|几几年|何年|什么年份?|哪个年份|(西元|公元|于|在|是|到|至)几年(时[^间]|的|$|[,?])|几年时[^间]|^几年|(西元|公元)几年`)},
	{asksDuration, pattern.Compile(`多久|多长时间|几年(时间|了|内|后|前|来)?($|\?|,|才|的)|多少(年|天|个?月|小时|分钟|周)|几(天|个月|个?小时|分钟|个?星期|周|秒)|历时|持续多`)},
	{asksDate, pattern.Compile(`什么时候|什么时间|何时|啥时候|几月|几号|几日|哪一?天|哪一?日|哪个?月|日期|几点|时间(是|为|在|:|\?|$)|多会儿|哪个?(世纪|年代)|甚么时候|甚么时间|何日|何月`)},
	{asksShare, pattern.Compile(`百分之(几|多少)|占比|占([^地用].{0,12}?)?(多少|几成|比例|比重|百分|几分之)|(多少|什么|多大|几成)的?比[例重]|比[例重](是|为|有|达|占|各|分别|多|如何|怎|高|大|低|小|[,?]|$)|几成|(率|率为|率是|率达|率有|率达到)(多少|几|多高|\?|$)|多少个?百分比`)},
	{asksQuantity, toLevel},
	{asksChange, pattern.Compile(`(` + pattern.Growing + `|` + pattern.Falling + `|` + pattern.Pace + `|涨|跌|降|升|扩大|同比|环比|变化|变动).{0,8}(多少|几|怎样|如何|幅度|多大)|增加([^值].{0,7})?(多少|几|怎样|如何|幅度|多大)|(` + pattern.Pace + `)|(同比|环比)(呢|$)|(比|较)(上年|上一年|去年|前年|上月|上季度?|同期|往年|前一年|上周末?|上次|上期|昨[天日])[^,。?]{0,8}(多少|几)|多少个?百分点|多少倍|几倍|翻了?几|[涨增升][长加高]?了?还是[跌降减下]`)},
	{asksChange, grewBare},
	{asksQuantity, pattern.Compile(`多少|几[^乎何率]|多大|多高|多长|多重|多远|多宽|多深|多厚|多快|是几|几$`)},
	{asksQuantity, measure},
	{asksReason, pattern.Compile(`为什么|为何|为啥|什么原因|原因(是|有|为)|何以|缘何|怎么会`)},
	{asksPerson, pattern.Compile(`谁|哪一?位|哪个人|何人|什么人|哪一?名|叫什么名字|甚么人`)},
	{asksPlace, pattern.Compile(`哪里|哪儿|何处|什么地方|何地|哪个?(国家|城市|省|地区|市|县|地方|州|洲)|位于哪|在哪|哪一?国|甚么地方|哪裡`)},
}

// numbered asks for the number of one in a row: 在第几集, 哪一届; a title answers 哪一集 as well.
var numbered = pattern.Compile(`(?:第几|哪一?)([届期季轮版任])|第几([集章回楼层局节盘]|分钟|小时|个?月|天|周|年)|几(号)(?:球衣|线|楼|馆|厅|门|球|选手|车|台风|店|机|坑|院)`)

// handled asks who sees to something: 路灯坏了找谁.
var handled = pattern.Compile(`找谁|归谁管|谁来管|谁管|找哪个(部门|单位)|(向|跟)谁反映`)

var (
	moneyAsked = pattern.Compile(`多少.{0,4}(资助|补贴|补助|奖金|贷款|融资|投资|外资|资金|税费)|多少(钱|资金|资助|投资|补贴|补助|奖金|元|经费|外资|金额|贷款)|几(块|元)|(资助|补贴|奖金|融资|投资|外资|资金|贷款|税费|固投|投资额|收入|利润|产值|金额|总额|市值|营收|票房).{0,4}多少|能补多少|补多少|给多少|拿多少|拿了多少|拿到多少|(减税|降费|赚|捐|花|投|贷|融|补|奖|筹|卖|罚)(了|到|款|给)?多少`)
	// ofMoney are things that are called after money: 外资企业.
	ofMoney    = pattern.Compile(`(外资|投资|融资|贷款|资金|资助|补贴)(企业|公司|机构|项目|人|者|商|基地|客户|户|平台|协会|协议)`)
	countAsked = pattern.Compile(`(?:多少|几)(个百分点|个多?|[^\s,。?]{1,4})`)
	spaces     = pattern.Compile(`\s+`)
)

// metricNoun is what is measured of a place or a company.
var metricNoun = pattern.Compile(`总?产值|净利润?|利润(总额)?|营业?收入|营收|固?投资额?|固投|(实际利用)?外资|进出口(总额)?|出口额?|进口额?|市值|税收|销售额`)

// read understands a question by itself and from what was said before.
func read(q Question) reading {
	r := reading{raw: strings.TrimSpace(q.Text), lang: q.Language}
	r.context = leansOn(r.raw, q.History)
	if q.goesOn && len(r.context) == 0 {
		r.context = []string{q.History[len(q.History)-1].Question}
	}
	r.led = slices.Clone(r.context)
	nearer := r.raw
	for i, said := range r.context { // 利润呢 leaves nothing of 产值 in what was asked before
		if metricNoun.MatchString(nearer) {
			r.context[i] = metricNoun.ReplaceAllString(said, "")
		}
		nearer += " " + r.context[i]
	}
	r.text = r.raw
	for _, said := range r.context {
		r.text = said + " " + r.text
	}
	if len(r.context) > 0 {
		r.said = figuresSaid(q.History[len(q.History)-1].Answer)
	}
	r.kind(r.raw)
	for i := 0; i < len(r.context) && r.asks == asksText && !q.goesOn; i++ {
		r.kind(r.context[i])
		if own := wording.UnitImplied(hanzi.Fold(strings.Join(append([]string{r.raw}, r.context[:i]...), " "))); own != "" && r.asks == asksQuantity { // 总投资额 after 几个项目
			r.unit, r.implied, r.money = "", own, false
		}
	}
	r.bare = r.asks == asksText && len([]rune(r.raw)) <= bareQuestion && !openAsked.MatchString(hanzi.Fold(r.raw)) && !confirms.MatchString(hanzi.Fold(r.raw))
	if r.bare {
		r.implied = wording.UnitImplied(hanzi.Fold(r.raw))
	}
	r.figures = figure.Find(r.raw)
	if c, ok := readClaim(r); ok {
		r.claim, r.asks, r.unit = &c, c.asks, c.figure.Unit
		r.text = c.without(r.raw)
		for _, said := range r.context {
			r.text = said + " " + r.text
		}
	}
	r.years, r.bases = yearsOf(r.raw, r.figures)
	for i := 0; i < len(r.context) && len(r.years) == 0; i++ {
		r.years, _ = yearsOf(r.context[i], figure.Find(r.context[i]))
	}
	return r
}

// shown is a phrase that was read from the question in simplified characters, as the
// question writes it where the answer is in traditional ones.
func (r reading) shown(phrase string) string {
	if r.lang != lang.Traditional || phrase == "" {
		return phrase
	}
	at := strings.Index(hanzi.Fold(r.raw), hanzi.Fold(phrase))
	if at < 0 {
		return phrase
	}
	start := len([]rune(hanzi.Fold(r.raw)[:at]))
	return string([]rune(r.raw)[start : start+len([]rune(phrase))])
}

// figuresSaid are the texts of the figures that an answer begins with.
func figuresSaid(answer string) map[string]bool {
	first, _, _ := strings.Cut(answer, "\n")
	said := map[string]bool{}
	for _, f := range figure.Find(first) {
		said[f.Text] = f.Kind != figure.Date
	}
	return said
}

// kind reads what kind of thing a question asks for, and in what unit.
func (r *reading) kind(question string) {
	folded := spaces.ReplaceAllString(hanzi.Fold(question), "")
	r.asks = kindOf(folded)
	if projected.MatchString(folded) && r.asks.numeric() {
		r.asks = asksQuantity
	}
	if m := numbered.FindStringSubmatch(folded); m != nil && r.asks == asksRank {
		r.unit = m[1] + m[2] + m[3]
	}
	if r.asks == asksQuantity || r.asks == asksChange {
		r.unit = unitAsked(folded)
		r.money = r.asks == asksQuantity && moneyAsked.MatchString(ofMoney.ReplaceAllString(folded, "")) && (!likeness.IsCount(r.unit) || likeness.IsCurrency(r.unit))
		if r.unit == "" && !r.money {
			r.implied = wording.UnitImplied(folded)
		}
	}
}

// yearsOf are the years of a text that something is of, and those that something is
// compared with (比2019年).
func yearsOf(text string, figures []figure.Figure) (years, bases []int) {
	runes := []rune(text)
	for _, f := range figures {
		switch {
		case f.When.Year == 0:
		case compared(runes, f.Start):
			bases = append(bases, f.When.Year)
		default:
			years = append(years, f.When.Year)
		}
	}
	return years, bases
}

func kindOf(folded string) asks {
	folded = noChange.Replace(folded)
	for _, p := range patterns {
		if p.re.MatchString(folded) && (p.re != measure && p.re != grewBare || !otherAsked.MatchString(folded)) {
			return p.asks
		}
	}
	return asksText
}

// unitAsked is the unit behind 多少 or 几, normalised; "" for none.
func unitAsked(folded string) string {
	for _, m := range countAsked.FindAllStringSubmatch(folded, -1) {
		if unit, ok := figure.Unit(m[1]); ok && !levels.MatchString(m[1]) { // 多少国家级平台 asks for no countries
			return unit
		}
	}
	return ""
}

// wordless says that a question holds nothing but words of grammar, exclamations and
// signs, and leans on none: 和, 是吗, an emoji.
func (r reading) wordless(snapshot *retrieval.Snapshot) bool {
	if len(r.context) > 0 || r.asks != asksText {
		return false
	}
	return !slices.ContainsFunc(snapshot.Words(r.raw), func(w index.Word) bool {
		switch wording.Class(w.Speech) {
		case "u", "y", "c", "p", "e", "o":
			return false
		}
		return !wording.Joins(w.Text)
	})
}
