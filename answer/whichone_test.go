package answer

import (
	"context"
	"testing"

	"youju/answer/asking"
)

// TestOfWhichOne picks the one that is meant: of a list of dates, of what was planned and what came of it, of a place and
// the country, of what is compared.
func TestOfWhichOne(t *testing.T) {
	answerer := withoutReader(t,
		[]string{"云石桥修缮史", "云石桥始建于明代。石桥先后于1956年、1972年和1991年三次大修，1991年的大修耗资80万元。云石桥桥面面积是清风桥的16倍。", "青山县2019年以前没有高铁。2021年12月，青山高铁站建成通车。"},
		[]string{"白河县统计公报", "2023年白河县计划开工项目40个，实际开工46个。县属企业在岗职工570人，比去年底减少30人。"},
		[]string{"合肥引才周举行", "合肥高新区3月1日晚7时举行引才周开幕式。两年来，合肥高新区引进博士1250名。当天，全国进出口总值同比增长3.5%的消息也在会上发布。"},
		[]string{"郑家桥经开区招商", "郑家桥经开区今年引进人才公寓项目5个，总投资12亿元。"},
	)
	for _, c := range []struct{ question, said string }{
		{"云石桥第三次大修是哪一年", "1991年（云石桥"},
		{"云石桥第二次大修是什么时候", "1972年（云石桥"},
		{"云石桥首次大修是哪年", "1956年（云石桥"},
		{"云石桥最后一次大修是哪年", "1991年（云石桥"},
		{"云石桥面积是多少的16倍", "清风桥的16倍"},
		{"青山县高铁哪年通车", "2021年 [1]"},
		{"白河县开工了多少个项目", "46个"},
		{"白河县计划开工多少个项目", "40个"},
		{"白河县企业去年底有多少职工", "600人：570人| + 30人"},
		{"合肥高新区引才周开幕式几点举行", "晚7时 [1]"},
		{"合肥高新区进出口增长多少", "没有|合肥"},
		{"合肥高新区和郑家桥经开区哪个引进的博士多", "只有一方有这个数|1250名|郑家桥经开区：文章没有"},
	} {
		a, err := answerer.Answer(context.Background(), asking.Question{Text: c.question})
		if missing := saysAll(a.Text, c.said); err != nil || missing != "" {
			t.Errorf("%s: %q does not say %s, error %v", c.question, a.Text, missing, err)
		}
	}
}
