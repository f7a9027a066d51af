package weigh

import (
	"strings"

	"github.com/shopspring/decimal"

	"youju/answer/asking"
	"youju/answer/likeness"
	"youju/answer/pattern"
	"youju/answer/scales"
	"youju/answer/wording"
	"youju/figure"
	"youju/hanzi"
)

var one = decimal.NewFromInt(1)

// ownName are currencies that are never written as 元 alone.
var ownName = map[string]bool{"美元": true, "欧元": true, "英镑": true, "卢布": true, "卢比": true, "法郎": true, "马克": true,
	"瑞郎": true, "日元": true, "韩元": true, "泰铢": true, "克朗": true, "比索": true, "里拉": true, "里亚尔": true, "林吉特": true, "越南盾": true}

// A score is two numbers: 30:19, 三比一, 5.5比4.5. 总分 asks for one, or for points.
var (
	scoreAsked  = pattern.Compile(`比[分数]|几比几`)
	totalScored = pattern.Compile(`总分`)
	scored      = pattern.Compile(`^[\d.零一二三四五六七八九十百]+(:|比|-)[\d.零一二三四五六七八九十百]+$`)
)

// Two numbers also answer what something is to something else: 男女比例, 模型的比例; a share of one does better.
var ratioAsked = pattern.Compile(`比例|配比|之比|生比`)

const ratioFit = 0.8

// isScore says that a figure is the score of a game, and no range: 13-3.
func isScore(f figure.Figure) bool {
	return f.Kind != figure.Date && scored.MatchString(hanzi.Fold(f.Text)) && f.High.Equal(f.Value)
}

// fit says how well a figure, with what its sentence says behind it, is of the kind that was asked
// for: 1 exactly, 0 not at all.
func fit(r asking.Reading, f figure.Figure, behind []rune) float64 {
	if r.Claim != nil {
		return fitClaim(*r.Claim, f)
	}
	if r.Asks == asking.Quantity && totalScored.MatchString(hanzi.Fold(r.Raw)) && isScore(f) {
		return 1
	}
	if r.Asks == asking.Quantity && scoreAsked.MatchString(hanzi.Fold(r.Raw)) {
		return max(scales.PoorFit, wording.AllOrNothing(isScore(f)))
	}
	switch r.Asks {
	case asking.Text: // bare
		return fitQuantity(r, f, behind)
	case asking.Quantity:
		return fitQuantity(r, f, behind)
	case asking.Share:
		if isScore(f) && ratioAsked.MatchString(hanzi.Fold(r.Raw)) {
			return ratioFit
		}
		return wording.AllOrNothing(f.Unit == "%" || f.Unit == "‰" || f.Kind == figure.Share)
	case asking.Change:
		return fitChange(r, f)
	case asking.Rank:
		if r.Unit != "" && f.Unit == r.Unit && f.High.GreaterThan(f.Value) && rowAsked.MatchString(hanzi.Fold(r.Raw)) { // 32-40集
			return 1
		}
		if r.Unit != "" {
			numbers := f.Kind == figure.Ordinal || f.Kind == figure.Rank
			return wording.AllOrNothing(numbers && strings.Contains(hanzi.Fold(f.Text+string(behind[:min(1, len(behind))])), r.Unit)) // 第十三|季
		}
		if f.Kind == figure.Count && f.Unit == "位" {
			return 0.6
		}
		return map[figure.Kind]float64{figure.Rank: 1, figure.Ordinal: 0.7}[f.Kind]
	case asking.Date:
		return fitDate(f)
	case asking.Era:
		return fitEra(f)
	case asking.Year:
		return wording.AllOrNothing(f.Kind == figure.Date && f.When.Year != 0)
	case asking.Duration:
		if asking.AsksNights(r) && !strings.ContainsAny(f.Text, "晚夜") { // 8天
			return map[figure.Kind]float64{figure.Duration: 0.5}[f.Kind]
		}
		if f.Unit == "岁" && !lifeAsked.MatchString(hanzi.Fold(r.Raw)) { // how old is not how long
			return scales.PoorFit
		}
		return map[figure.Kind]float64{figure.Duration: 1}[f.Kind]
	}
	return 0
}

// fitClaim says how well a figure is of the claimed one's kind and unit.
func fitClaim(c asking.Claim, f figure.Figure) float64 {
	if c.Figure.Unit == "" && c.Figure.Kind == figure.Count { // 50亿 of what is not said
		switch f.Kind {
		case figure.Amount:
			return 0.9
		case figure.Count:
			return 0.6
		}
		return 0
	}
	if likeness.Ranks(f) != likeness.Ranks(c.Figure) { // 1个平台 is no 第一个
		return 0
	}
	same := f.Unit == c.Figure.Unit || likeness.Units(f.Unit, c.Figure.Unit)
	switch {
	case f.Kind == c.Figure.Kind && same:
		return 1
	case same && f.Unit != "" || likeness.Ranks(f) && likeness.Ranks(c.Figure):
		return 0.8
	case f.Kind == c.Figure.Kind:
		return 0.3
	}
	return 0
}

func fitQuantity(r asking.Reading, f figure.Figure, behind []rune) float64 {
	if f.Kind == figure.Duration && asking.AsksAge(r) && oldBehind.MatchString(hanzi.Fold(string(behind[:min(2, len(behind))]))) {
		return 1 // 四个月|大
	}
	switch f.Kind {
	case figure.Identifier, figure.Name:
		return wording.AllOrNothing(asking.AsksNumber(hanzi.Fold(r.Raw)) && dialled.MatchString(f.Text))
	case figure.Date:
		return 0
	case figure.Ordinal, figure.Rank:
		switch {
		case r.Unit == "级" && f.Unit == r.Unit, r.Unit == "强" && topOf(f) != 0: // 提升至Ⅲ级, 进入前50强
			return 1
		case f.Unit == r.Unit && r.Unit != "" && f.Value.GreaterThan(one): // whose tenth it is has ten
			return 0.3
		}
		return 0.1
	}
	asked := hanzi.Fold(r.Raw)
	switch {
	case asking.AsksResult(asked):
		return max(scales.PoorFit, wording.AllOrNothing(resultBehind.MatchString(hanzi.Fold(string(behind[:min(3, len(behind))])))))
	case asking.AsksNumber(asked), ageNowAsked.MatchString(asked) && f.Unit != "" && f.Unit != "岁": // which no count is, and 恋爱1年多 no age
		return scales.PoorFit
	case r.Money && !ownName[r.Unit]:
		return fitMoney(f)
	case rateLevel.MatchString(asked) && f.Unit != "%" && f.Unit != "‰" && !(taxRate.MatchString(asked) && likeness.IsCurrency(f.Unit)):
		return scales.PoorFit
	case (r.Implied != "" || extentAsked.MatchString(asked)) && f.Unit == "%" && !sharesAsked.MatchString(asked): // 增加了50% is no 容量
		return sharesUnasked
	}
	if r.Implied != "" {
		return fitImplied(r, f)
	}
	if r.Unit == "" && f.Kind == figure.Duration {
		return fitUnasked(r, f, asked, behind)
	}
	if r.Unit == "" {
		return map[bool]float64{true: 0.8, false: 0.6}[f.Unit != ""]
	}
	return fitUnit(r, f)
}

// fitUnit is how well a figure fits a question that names a unit.
func fitUnit(r asking.Reading, f figure.Figure) float64 {
	switch {
	case f.Unit == r.Unit:
		return 1
	case people[f.Unit] && people[r.Unit]: // 4名军人 for 几人
		return 0.95
	case likeness.IsCurrency(r.Unit) && likeness.IsCurrency(f.Unit):
		if ownName[r.Unit] && !strings.HasPrefix(f.Unit, r.Unit+"/") {
			return scales.PoorFit
		}
		return 0.9
	case f.Unit == "" && f.Kind == figure.Amount && likeness.IsCount(r.Unit):
		return 0.05
	case f.Unit == "":
		return 0.35
	case likeness.Units(f.Unit, r.Unit):
		return 0.7
	case r.Unit == "个" && f.Kind == figure.Count && f.Unit != "分": // 21分 are no 12个篮板
		return 0.5
	case people[r.Unit] && likeness.CountsTimes(f.Unit): // 多少人 of 十几次
		return 0.05
	case likeness.IsCount(r.Unit) && f.Kind == figure.Count: // 多少所军舰 of 50艘
		return 0.2
	}
	return 0.05
}

// fitUnasked is how well a length of time, or an age, fits a question that names no unit.
func fitUnasked(r asking.Reading, f figure.Figure, asked string, behind []rune) float64 {
	switch {
	case f.Unit == "岁" && asking.AsksAge(r) && ageLimit.MatchString(hanzi.Fold(string(behind[:min(3, len(behind))]))):
		return scales.PoorFit
	case f.Unit == "岁" && asking.AsksAge(r):
		return 0.8
	case amountAsked.MatchString(asked): // 连续三个月 is no 销量
		return scales.PoorFit
	}
	return 0.3
}

// rowAsked asks for a stretch of a row: 第几集到第几集.
var rowAsked = pattern.Compile(`第几\p{Han}[到至-]第几`)

// people are units that count nothing else.
var people = map[string]bool{"人": true, "名": true}

// resultBehind follows what somebody ran, jumped or threw: 3分32秒58的成绩.
var resultBehind = pattern.Compile(`^的?成绩`)

// dialled is a number that counts nothing, of those that one calls; rateLevel asks for what a rate came to,
// extentAsked for how far something goes, and sharesAsked may ask for a share.
var (
	dialled     = pattern.Compile(`^(1\d\d|[\d-]{5,})$`)
	rateLevel   = pattern.Compile(`(增长|通胀|失业|利|税|增|达标|合格|上座|入住|就业|录取|毛利|净利|收视|出租|空置|渗透|转化)率[^,。]{0,8}[到至](了)?(多少|几)`)
	extentAsked = pattern.Compile(`多[大高长重快远宽深]|容量|面积|产量|数量`)
	taxRate     = pattern.Compile(`税率`) // 每吨8元
	sharesAsked = pattern.Compile(`率|比|占|百分|成|幅|份额|度|涨|增|跌|降|升|减|含量|浓度|折|概率|利|税|指数|点`)
)

// sharesUnasked is how well a share fits where none was asked for.
const sharesUnasked = 0.2

// moneyOfRate is how well an amount of money fits where a rate was asked for.
const moneyOfRate = 0.15

// lifeAsked may ask for an age as a length of time: 活了多少年.
var lifeAsked = pattern.Compile(`岁|活了|寿|享年|存活|在世`)

// amountAsked asks for a measure that is no time.
var amountAsked = pattern.Compile(`(销量|产量|数量|总量|流量|容量|重量|金额|总额|价格?|产值|市值|人口|收入|利润|温度|气温)(是|为|有|达到?|约)?(多少|几)`)

// ageLimit follows an age that some are under or over.
var ageLimit = pattern.Compile(`^[及(]?(含|周岁)?以[上下内]`)

// ageNowAsked asks how old somebody is, and not how big something is.
var ageNowAsked = pattern.Compile(`(今年|现在)多大[了啊呀]?[?。]*$|多大(年纪|岁数|年龄)`)

// oldBehind follows a length of time that is an age: 四个月大.
var oldBehind = pattern.Compile(`^大($|[的了,。、;)!女男婴宝幼孩患小])`)

// moreAsked asks how many more there are; 涨落过程有几个阶段 does not.
var moreAsked = pattern.Compile(`(增长?加?|减少?|新增|多|少)[了出]?(多少|几)`)

// moreCounted says that a question asks how many more or fewer are counted.
func moreCounted(r asking.Reading) bool {
	return r.Asks == asking.Change && likeness.IsCount(r.Unit) && moreAsked.MatchString(hanzi.Fold(r.Raw))
}

func fitChange(r asking.Reading, f figure.Figure) float64 {
	switch f.Kind {
	case figure.Date, figure.Identifier, figure.Name, figure.Ordinal, figure.Rank, figure.Duration:
		return 0
	case figure.Change:
		if asked := hanzi.Fold(r.Raw); f.Unit != "%" && rateAsked.MatchString(asked) && !offByAsked.MatchString(asked) { // what came to the growth: 提高13个百分点
			if likeness.IsCurrency(f.Unit) { // 下跌30元 of 跌幅
				return moneyOfRate
			}
			return 0.4
		}
		if likeness.IsCurrency(r.Unit) && f.Unit == "%" || moreCounted(r) && !likeness.Units(r.Unit, f.Unit) && f.Unit != r.Unit && f.Unit != "" { // 增加多少亿元, 增加多少家
			return scales.PoorFit
		}
		if r.Unit != "" && f.Unit != r.Unit {
			return 0.4
		}
		return 1
	}
	if f.Unit != "%" && rateAsked.MatchString(hanzi.Fold(r.Raw)) { // of 增加值增速 no amount
		return scales.PoorFit
	}
	if f.Unit == "%" && moreCounted(r) { // 增加了多少家
		return scales.PoorFit
	}
	if r.Unit != "" && f.Unit == r.Unit || r.Money && likeness.IsCurrency(f.Unit) {
		return 1
	}
	return map[bool]float64{true: 0.7, false: 0.2}[f.Unit == "%"]
}
