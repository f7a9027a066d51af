package answer

import (
	"context"
	"strings"
	"testing"

	"youju/answer/answertest"
	"youju/answer/asking"
)

// saysAll says what is missing in an answer of some texts between bars; "" where it says all of them.
func saysAll(a string, want string) string {
	for _, said := range strings.Split(want, "|") {
		if !strings.Contains(a, said) {
			return said
		}
	}
	return ""
}

// TestMoved works out what texts say around a figure: from what to what, by how much since when, of men and of women.
func TestMoved(t *testing.T) {
	answertest.Long(t)
	answerer := withoutReader(t,
		[]string{"白河县统计公报", "2023年末，白河县常住人口48.2万人，其中男性25.1万人，女性23.1万人。一般公共预算收入21.4亿元，一般公共预算支出40.9亿元。县属企业在岗职工640人，比上年减少45人。"},
		[]string{"白河县民生", "五年来，白河县城镇化率由51.2%提高到58.9%，贫困发生率从6.4%降至0.3%。粮食播种面积由2022年的40.5万亩增加到44万亩。商品房销售额减少3.4亿元。"},
		[]string{"白河县住房", "2022年底，白河县城镇和农村人均住房面积33.1平方米、38.4平方米，分别比2017年增加2.6平方米和5.2平方米。县里安排安居资金60亿元，是2021年的2.4倍。"},
	)
	for _, c := range []struct{ question, said string }{
		{"白河县城镇化率提高了多少", "7.7个百分点：58.9%| − 51.2%"},
		{"白河县贫困发生率降了多少", "6.1个百分点"},
		{"白河县贫困发生率上升了多少", "不是上升，是降：6.1个百分点"},
		{"白河县粮食播种面积增加了多少", "3.5万亩：44万亩"},
		{"白河县2022年粮食播种面积是多少", "40.5万亩"},
		{"白河县商品房销售额增加了多少", "不是增加，是减少：3.4亿元"},
		{"白河县商品房销售额减少了多少", "3.4亿元"},
		{"白河县农村人均住房面积多大", "38.4平方米（2022年底"},
		{"2017年白河县农村人均住房面积是多少", "33.2平方米：38.4平方米| − 5.2平方米"},
		{"白河县男性比女性多多少", "2万人：25.1万人"},
		{"白河县男女相差多少人", "2万人：25.1万人"},
		{"白河县财政收支差多少", "19.5亿元：40.9亿元"},
		{"白河县农村人均住房面积比城镇大多少", "5.3平方米：38.4平方米"},
		{"白河县城镇和农村人均住房面积哪个大", "农村人均住房面积。|38.4平方米"},
		{"2017年白河县城镇人均住房面积是多少", "30.5平方米：33.1平方米| − 2.6平方米"},
		{"白河县2021年的安居资金是多少", "25亿元：60亿元| ÷ 2.4倍"},
		{"白河县企业2022年有多少在岗职工", "685人：640人| + 45人"},
	} {
		a, err := answerer.Answer(context.Background(), asking.Question{Text: c.question})
		if missing := saysAll(a.Text, c.said); err != nil || missing != "" {
			t.Errorf("%s: %q does not say %s, error %v", c.question, a.Text, missing, err)
		}
	}
}
