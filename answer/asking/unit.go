package asking

import (
	"youju/answer/likeness"
	"youju/answer/pattern"
	"youju/figure"
)

// levelFirst is one that a text begins with.
var levelFirst = pattern.Compile(`^(国家|世界|省|市|县|区|校|院)级`)

// levels are how high something is in rank.
var levels = pattern.Compile(`(国家|世界|省|市|县|区|校|院)级(以上)?`)

var (
	// moneyAsked asks for an amount of money: 多少资助.
	moneyAsked = pattern.Compile(`多少.{0,4}(资助|补贴|补助|奖金|贷款|融资|投资|外资|资金|税费)|多少(钱|资金|资助|投资|补贴|补助|奖金|元|经费|外资|金额|贷款)|几(块|元)|(资助|补贴|奖金|融资|投资|外资|资金|贷款|税费|固投|投资额|收入|利润|产值|金额|总额|市值|营收|票房).{0,4}多少`)
	// moneyDone does so by what is done with it, if no unit says otherwise: 投了多少辆.
	moneyDone = pattern.Compile(`(能补|补|给|拿[了到]?|(减税|降费|赚|捐|花|投|贷|融|补|奖|筹|卖|罚)(了|到|款|给)?)多少`)
	// ofMoney are things that are called after money: 外资企业.
	ofMoney    = pattern.Compile(`(外资|投资|融资|贷款|资金|资助|补贴)(企业|公司|机构|项目|人|者|商|基地|客户|户|平台|协会|协议)`)
	countAsked = pattern.Compile(`(?:多少|几)(个百分点|个多?|[^\s,。?]{1,4})`)
	// peopleAsked asks for people, of whom 个 alone says nothing: 几个人; priceFrom for what something costs at least: 到手价多少起.
	peopleAsked = pattern.Compile(`(多少|几)个人([^物员才口民生均工]|$)`)
	priceFrom   = pattern.Compile(`价(格|钱)?(是|为)?(多少|几)起`)
	spaces      = pattern.Compile(`\s+`)
)

// metricNoun is what is measured of a place or a company.
var metricNoun = pattern.Compile(`总?产值|净利润?|利润(总额)?|营业?收入|营收|固定资产投资额?|固?投资额?|固投|(实际利用)?外资|进出口(总额)?|出口额?|进口额?|市值|税收|销售额`)

// LevelsIn are the levels of a text, how high something is in rank: 国家级, 省级以上.
func LevelsIn(text string) []string { return levels.FindAllString(text, -1) }

// WithoutLevels is a text less its levels: 绿色工厂 for 国家级绿色工厂.
func WithoutLevels(text string) string { return levels.ReplaceAllString(text, "") }

// AsksMoney says that a folded question asks for an amount of money.
func AsksMoney(folded string) bool {
	return moneyAsked.MatchString(folded) || moneyDone.MatchString(folded)
}

// ofMoneyIn says so of a question that asks in a unit; "" is none.
func ofMoneyIn(folded, unit string) bool {
	folded = ofMoney.ReplaceAllString(folded, "")
	named := likeness.IsCurrency(unit) || !likeness.IsCount(unit) && moneyAsked.MatchString(folded)
	return AsksMoney(folded) && (unit == "" || unit == "钱" || named)
}

// MetricIn is the first thing in a folded text that is measured of a place or a company: 产值,
// 净利润; "" for none.
func MetricIn(folded string) string { return metricNoun.FindString(folded) }

// MetricsIn are all such things in a folded text.
func MetricsIn(folded string) []string { return metricNoun.FindAllString(folded, -1) }

// UnitAsked is the unit behind 多少 or 几, normalised; "" for none.
func UnitAsked(folded string) string {
	folded = peopleAsked.ReplaceAllString(folded, "${1}人${2}")
	if priceFrom.MatchString(folded) {
		return "元"
	}
	for _, m := range countAsked.FindAllStringSubmatch(folded, -1) {
		if unit, ok := figure.Unit(m[1]); ok && !levelFirst.MatchString(m[1]) { // 多少国家级平台 asks for no countries
			return unit
		}
	}
	return ""
}
