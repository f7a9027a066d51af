package answer

import (
	"context"
	"testing"

	"youju/answer/answertest"
	"youju/answer/asking"
)

// TestReportsOfYears takes from reports of several years what came of each year, and no aim, no sum of years, nor what is of
// another thing.
func TestReportsOfYears(t *testing.T) {
	answertest.Long(t)
	answerer := withReader(t, [][]string{
		{"2012年白河省政府工作报告", "2011年，白河省生产总值增长9.2%。城镇新增就业22.1万人。农村贫困人口减少29万。", "今年经济社会发展的主要预期目标是：", "生产总值增长7.5%；城镇新增就业19万人以上。"},
		{"2013年白河省政府工作报告", "2012年，我们保持财政预算支出规模不变，全面实现年初确定的主要目标，白河省生产总值增长7.8%，城镇新增就业26.6万人。农村贫困人口比上年减少24.5万人。", "五年来，人民生活明显改善。城镇新增就业120万人，救助受灾群众68万人次。"},
		{"城区降水", "从各区降水情况看，芝罘区18.3毫米，福山区31.5毫米，莱山区26.9毫米。全市累计降水量398.9毫米。"},
		{"白河县项目", "云岭封装项目总投资7亿元。富祥机床项目总投资2亿元。聊河光伏项目两个园区安装完工，两个园区并网。"},
	})
	for _, c := range []struct{ question, said string }{
		{"2012年白河省生产总值增长多少", "7.8%"},
		{"白河省2012年GDP增速比2011年低多少", "1.4个百分点：9.2%| − 7.8%"},
		{"2012年城镇计划新增就业多少人，实际完成多少", "19万人|26.6万人"},
		{"白河省2011年和2012年农村贫困人口一共减少了多少", "53.5万人：29万| + 24.5万人"},
		{"白河省哪一年城镇新增就业最多", "2012年：26.6万人|2011年：22.1万人"},
		{"芝罘区、福山区、莱山区降水量一共多少", "76.7毫米"},
		{"福山区和莱山区哪个降水多", "福山区。"},
		{"富祥项目占三个项目总投资的多少", "没有"},
	} {
		a, err := answerer.Answer(context.Background(), asking.Question{Text: c.question})
		if missing := saysAll(a.Text, c.said); err != nil || missing != "" {
			t.Errorf("%s: %q does not say %s, error %v", c.question, a.Text, missing, err)
		}
	}
}

// TestTheYearOfMost sets against each other what reports of several years call a little otherwise.
func TestTheYearOfMost(t *testing.T) {
	answerer := withReader(t, [][]string{
		{"2012年政府工作报告", "2011年，货物进出口总额364亿美元，增长8%。"},
		{"2013年政府工作报告", "2012年，进出口贸易总额392亿美元，增长7%。"},
		{"云石桥", "云石桥始建于明代。", "桥长112米。"}, {"青山县", "青山县高铁站建成通车。"},
	})
	a, err := answerer.Answer(context.Background(), asking.Question{Text: "哪一年进出口总额最高"})
	if missing := saysAll(a.Text, "2012年：392亿美元|2011年：364亿美元"); err != nil || missing != "" {
		t.Errorf("%q does not say %s, error %v", a.Text, missing, err)
	}
}
