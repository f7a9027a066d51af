package asking

import (
	"strings"

	"youju/answer/pattern"
	"youju/hanzi"
)

// contraries are words of which a figure that is of one is not of the other.
var contraries = [][2]string{
	{"新增", "累计"}, {"新增", "总数"}, {"进口", "出口"}, {"收入", "支出"}, {"流入", "流出"}, {"同比", "环比"}, {"开盘", "收盘"}, {"城镇", "农村"},
	{"批发", "零售"}, {"买入", "卖出"}, {"起点", "终点"}, {"国内", "国外"}, {"境内", "境外"}, {"线上", "线下"}, {"男", "女"}, {"动工", "投产"},
	{"最高", "最低"}, {"最大", "最小"}, {"上游", "下游"}, {"上限", "下限"}, {"开幕", "闭幕"}, {"首回合", "次回合"}, {"主场", "客场"}, {"计划", "实际"},
	{"白天", "夜"}, {"旺季", "淡季"}, {"成人", "儿童"}, {"入境", "出境"}, {"去程", "返程"}, {"上行", "下行"}, {"博士", "硕士"},
}

// sorts are words for one of two sorts, of which a figure of the one says nothing of the other.
var sorts = [][2]string{
	{"主犯", "从犯"}, {"客车", "货车"}, {"春季", "秋季"}, {"冠军", "亚军"}, {"首日", "首周"}, {"起拍", "成交"}, {"原告", "被告"}, {"一审", "二审"}, {"政委", "支队长"},
	{"客运", "货运"}, {"亚军", "季军"}, {"冠军", "季军"}, {"本科", "专科"}, {"进场", "出场"}, {"早稻", "晚稻"}, {"小麦", "稻谷"}, {"小学", "初中"}, {"门诊", "住院"}, {"首套", "二套"},
}

// OtherSort is the sort that a folded question names where a text names the other one alone; "" where it does not.
func OtherSort(asked, text string) string {
	for _, pair := range sorts {
		for _, p := range [2][2]string{pair, {pair[1], pair[0]}} {
			if strings.Contains(asked, p[0]) && !strings.Contains(asked, p[1]) && strings.Contains(text, p[1]) && !strings.Contains(text, p[0]) {
				return p[0]
			}
		}
	}
	return ""
}

// ContraryBetween are the two of which a folded phrase says one and another phrase the other; empty where
// there are none: 男 and 女.
func ContraryBetween(phrase, other string) (own, against string) {
	one := func(a, b string) bool {
		return strings.Contains(phrase, a) && !strings.Contains(phrase, b) && strings.Contains(other, b) && !strings.Contains(other, a)
	}
	for _, pair := range contraries {
		if one(pair[0], pair[1]) {
			return pair[0], pair[1]
		}
		if one(pair[1], pair[0]) {
			return pair[1], pair[0]
		}
	}
	return "", ""
}

// ContraryIn are the two of which a folded question names one alone and a text both; empty where there are none.
func ContraryIn(asked, text string) (own, against string) {
	for _, pair := range contraries {
		a, b := strings.Contains(asked, pair[0]), strings.Contains(asked, pair[1])
		if a == b || !strings.Contains(text, pair[0]) || !strings.Contains(text, pair[1]) {
			continue
		}
		if a {
			return pair[0], pair[1]
		}
		return pair[1], pair[0]
	}
	return "", ""
}

// OfContrary is a question asked of the contrary of what it names, where another says little but that: 农村呢,
// 实际完成多少; "" where it says more, or names none.
func OfContrary(question, other string) string {
	question, other = hanzi.Simplify(question), hanzi.Simplify(other)
	own, against := ContraryBetween(question, other)
	if own == "" || strings.Count(question, own) != 1 {
		return ""
	}
	rest := other
	if at, ok := AskingWords(other); ok {
		text := []rune(other)
		rest = string(text[:at.Start]) + string(text[at.End:])
	}
	rest = strings.Replace(rest, against, "", 1)
	if strings.Trim(rest, "的性生呢了是为有又完成达到那,，？? 。") != "" {
		return ""
	}
	return strings.Replace(question, own, against, 1)
}

// DeniedBetween is the verb that one of two folded phrases denies and the other says: 通过 of 没通过的 and 通过的; denied says
// that the first is the one that denies it. "" where there is none.
func DeniedBetween(phrase, other string) (verb string, denied bool) {
	for _, pair := range [2][2]string{{phrase, other}, {other, phrase}} {
		for _, m := range deniedVerb.FindAllStringSubmatch(pair[0], -1) {
			if at := strings.Index(pair[1], m[1]); at >= 0 && !Denies(pair[1], m[1]) {
				return m[1], pair[0] == phrase
			}
		}
	}
	return "", false
}

// Denies says that a folded text says a verb of what was not done.
func Denies(text, verb string) bool {
	for _, m := range deniedVerb.FindAllStringSubmatch(text, -1) {
		if m[1] == verb {
			return true
		}
	}
	return false
}

var deniedVerb = pattern.Compile(`(?:没有?|未能?|不)(?:能|被|获)?(\p{Han}{2})`)
