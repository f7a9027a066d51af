package answer

import (
	"strings"

	"github.com/shopspring/decimal"

	"youju/answer/likeness"
	"youju/answer/pattern"
	"youju/answer/wording"
	"youju/figure"
	"youju/hanzi"
)

var one = decimal.NewFromInt(1)

// ownName are currencies that are never written as 元 alone.
var ownName = map[string]bool{"美元": true, "欧元": true, "英镑": true, "卢布": true, "卢比": true, "法郎": true, "马克": true}

// A score is two numbers: 30:19, 三比一.
var (
	scoreAsked = pattern.Compile(`比分|几比几`)
	scored     = pattern.Compile(`^[\d零一二三四五六七八九十百]+(:|比)[\d零一二三四五六七八九十百]+$`)
)

// fit says how well a figure is of the kind that was asked for: 1 exactly, 0 not at all.
func (r reading) fit(f figure.Figure) float64 {
	if r.claim != nil {
		return r.claim.fit(f)
	}
	if r.asks == asksQuantity && scoreAsked.MatchString(r.raw) {
		return max(poorFit, wording.AllOrNothing(scored.MatchString(hanzi.Fold(f.Text))))
	}
	switch r.asks {
	case asksText: // bare
		return r.fitQuantity(f)
	case asksQuantity:
		return r.fitQuantity(f)
	case asksShare:
		return wording.AllOrNothing(f.Unit == "%" || f.Unit == "‰" || f.Kind == figure.Share)
	case asksChange:
		return r.fitChange(f)
	case asksRank:
		if r.unit != "" {
			return wording.AllOrNothing(f.Kind == figure.Ordinal && strings.Contains(f.Text, r.unit))
		}
		if f.Kind == figure.Count && f.Unit == "位" {
			return 0.6
		}
		return map[figure.Kind]float64{figure.Rank: 1, figure.Ordinal: 0.7}[f.Kind]
	case asksDate:
		return fitDate(f)
	case asksEra:
		return fitEra(f)
	case asksYear:
		return wording.AllOrNothing(f.Kind == figure.Date && f.When.Year != 0)
	case asksDuration:
		return map[figure.Kind]float64{figure.Duration: 1}[f.Kind]
	}
	return 0
}

// fit says how well a figure is of the claimed one's kind and unit.
func (c claim) fit(f figure.Figure) float64 {
	if c.figure.Unit == "" && c.figure.Kind == figure.Count { // 50亿 of what is not said
		switch f.Kind {
		case figure.Amount:
			return 0.9
		case figure.Count:
			return 0.6
		}
		return 0
	}
	if likeness.Ranks(f) != likeness.Ranks(c.figure) { // 1个平台 is no 第一个
		return 0
	}
	same := f.Unit == c.figure.Unit || likeness.Units(f.Unit, c.figure.Unit)
	switch {
	case f.Kind == c.figure.Kind && same:
		return 1
	case same && f.Unit != "" || likeness.Ranks(f) && likeness.Ranks(c.figure):
		return 0.8
	case f.Kind == c.figure.Kind:
		return 0.3
	}
	return 0
}

func (r reading) fitQuantity(f figure.Figure) float64 {
	switch f.Kind {
	case figure.Date, figure.Identifier, figure.Name:
		return 0
	case figure.Ordinal, figure.Rank:
		switch {
		case r.unit == "级" && f.Unit == r.unit: // 提升至Ⅲ级
			return 1
		case f.Unit == r.unit && r.unit != "" && f.Value.GreaterThan(one): // whose tenth it is has ten
			return 0.3
		}
		return 0.1
	}
	if r.money {
		return fitMoney(f)
	}
	if r.implied != "" {
		return r.fitImplied(f)
	}
	if r.unit == "" && f.Kind == figure.Duration {
		switch asked := hanzi.Fold(r.raw); {
		case f.Unit == "岁" && ageAsked.MatchString(asked):
			return 0.8
		case amountAsked.MatchString(asked): // 连续三个月 is no 销量
			return poorFit
		}
		return 0.3
	}
	if r.unit == "" {
		return map[bool]float64{true: 0.8, false: 0.6}[f.Unit != ""]
	}
	switch {
	case f.Unit == r.unit:
		return 1
	case likeness.IsCurrency(r.unit) && likeness.IsCurrency(f.Unit):
		if ownName[r.unit] {
			return poorFit
		}
		return 0.9
	case f.Unit == "" && f.Kind == figure.Amount && likeness.IsCount(r.unit):
		return 0.05
	case f.Unit == "":
		return 0.35
	case likeness.Units(f.Unit, r.unit):
		return 0.7
	case r.unit == "个" && f.Kind == figure.Count && f.Unit != "分": // 21分 are no 12个篮板
		return 0.5
	case likeness.IsCount(r.unit) && f.Kind == figure.Count: // 多少所军舰 of 50艘
		return 0.2
	}
	return 0.05
}

// amountAsked asks for a measure that is no time.
var amountAsked = pattern.Compile(`(销量|产量|数量|总量|流量|容量|重量|金额|总额|价格?|产值|市值|人口|收入|利润|温度|气温)(是|为|有|达到?|约)?(多少|几)`)

// ageAsked asks how old somebody is.
var ageAsked = pattern.Compile(`[^地积模度量]多大[了啊呀]?[?？。]*$`)

func (r reading) fitChange(f figure.Figure) float64 {
	switch f.Kind {
	case figure.Date, figure.Identifier, figure.Name, figure.Ordinal, figure.Rank, figure.Duration:
		return 0
	case figure.Change:
		if asked := hanzi.Fold(r.raw); f.Unit != "%" && rateAsked.MatchString(asked) && !offByAsked.MatchString(asked) { // what came to the growth: 提高13个百分点
			return 0.4
		}
		if likeness.IsCurrency(r.unit) && f.Unit == "%" { // 增加多少亿元
			return poorFit
		}
		if r.unit != "" && f.Unit != r.unit {
			return 0.4
		}
		return 1
	}
	if f.Unit != "%" && rateAsked.MatchString(hanzi.Fold(r.raw)) { // of 增加值增速 no amount
		return poorFit
	}
	if r.unit != "" && f.Unit == r.unit || r.money && likeness.IsCurrency(f.Unit) {
		return 1
	}
	return map[bool]float64{true: 0.7, false: 0.2}[f.Unit == "%"]
}
