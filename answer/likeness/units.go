// Package likeness says whether two figures may mean the same: units that people use for one
// another, what a qualifier and the printed digits leave open, dates of which one says more.
package likeness

import (
	"strings"

	"youju/figure"
)

// things that may stand on two lists at once; times and money do not.
var countables = map[string]bool{"家": true, "个": true, "户": true, "项": true, "名": true, "位": true, "人": true, "所": true, "支": true, "只": true, "款": true}

// IsCount says that a unit is of things or people that are counted.
func IsCount(unit string) bool { return countables[unit] }

// times count how often something happened, of which no people are.
var times = map[string]bool{"场": true, "次": true, "场次": true, "回": true, "起": true, "遍": true}

// CountsTimes says that a unit counts how often something happened.
func CountsTimes(unit string) bool { return times[unit] }

// sameMeasure are units that people use for one another.
var sameMeasure = [][]string{
	{"人", "名", "位", "人次", "口", "万人", "员工", "学生", "具"},
	{"家", "个", "户", "所", "间", "企业", "座", "处", "单位", "机构"},
	{"项", "个", "条", "件", "种", "类", "大", "款", "项目"},
	{"场", "次", "场次", "回", "届", "起", "遍"},
	{"部", "本", "册", "集", "篇", "首", "张", "个"},
	{"台", "辆", "艘", "架", "个", "套"},
	{"公里", "米", "英里", "厘米", "毫米"},
	{"公里/小时", "公里/时", "千米/小时", "千米/时", "米/秒", "英里/小时", "节"},
	{"平方公里", "平方米", "公顷", "亩", "平方英里", "英亩"},
	{"吨", "公斤", "斤", "克"},
	{"度", "摄氏度"},
	{"头", "只", "匹", "尾", "个", "条", "棵", "株", "枚", "颗"},
	{"年", "月", "天", "小时", "分钟"},
	{"倍", "番"},
	{"批", "批次", "个"},
	{"处", "点"},
	{"趟", "列", "班", "次", "班次", "列次"},
	{"国", "国家", "个", "城市", "城", "市", "县", "区县"},
}

var currencies = map[string]bool{
	"元": true, "美元": true, "欧元": true, "英镑": true, "日元": true, "港元": true, "新台币": true, "韩元": true, "卢布": true, "卢比": true,
	"澳元": true, "加元": true, "瑞郎": true, "泰铢": true, "马克": true, "法郎": true, "比索": true, "里拉": true, "越南盾": true, "新元": true, "法币": true,
	"元/克": true, "元/吨": true, "元/股": true, "元/斤": true, "元/公斤": true, "美元/桶": true, "美元/吨": true, "美元/盎司": true, "块": true, "角": true, "毛": true,
}

// IsCurrency says that a unit is one of money.
func IsCurrency(unit string) bool { return currencies[unit] }

// EndsInOther says that a folded text ends in another currency than a unit; 元 is no other one
// than 美元.
func EndsInOther(text, unit string) bool {
	for other := range currencies {
		if other != unit && strings.HasSuffix(text, other) && (unit == "元" || other != "元") {
			return true
		}
	}
	return false
}

// Ranks says that a figure is a place in an order: 第一, 第三届.
func Ranks(f figure.Figure) bool { return f.Kind == figure.Rank || f.Kind == figure.Ordinal }

// InRow says that a unit numbers what stands in a row, of which each is another one: 第28届.
func InRow(unit string) bool { return contains(inRow, unit) }

var inRow = []string{"届", "期", "季", "轮", "版", "任", "集", "章", "回", "次"}

// Units says that people use two units for one another: 家 and 个.
func Units(a, b string) bool {
	for _, group := range sameMeasure {
		if contains(group, a) && contains(group, b) {
			return true
		}
	}
	return false
}

func contains(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}
