package answer

import (
	"context"
	"testing"

	"youju/answer/answertest"
	"youju/answer/asking"
)

// TestRulesKeepToWhatTheyAreFor: each question holds a word that a rule for another kind of
// question looks for.
func TestRulesKeepToWhatTheyAreFor(t *testing.T) {
	answertest.Long(t)
	answerer := withoutReader(t,
		[]string{"明湖证券半年报", "2023年8月5日，明湖证券披露，公司上半年实现净利润3.9亿元，同比增长61.68%。"},
		[]string{"星火集团的计划", "星火集团董事长说，今后五年，集团计划投资100亿元。"},
		[]string{"行业观察", "汽车市场规模达5000亿元，同比增长8%。已上市企业达300家。"},
		[]string{"天津与成都高新区合作", "8月1日，天津与成都高新区共有企业1200家参与合作。"},
		[]string{"东湖产业", "东湖市第三产业增加值920亿元，同比增长6.1%，第二产业增加值810亿元，增长4.5%。"},
		[]string{"长河公司公告", "长河公司于1998年创建，2010年在深圳上市。长河公司2022年营业收入512亿元。"},
		[]string{"两地企业", "苏州有瞪羚企业120家，杭州有瞪羚企业95家。"},
		[]string{"华星和明光", "华星公司员工800人，其中博士35人。明光公司员工500人。"},
		[]string{"海天港生产情况", "海天港上半年完成货物吞吐量1.6亿吨，同比增长5.2%。其中6月完成货物吞吐量2800万吨。"},
		[]string{"北港外贸", "北港完成出口额3200亿元，完成进口额2100亿元。北港今年进出口总额达到5300亿元。"},
		[]string{"南港外贸", "南港完成出口额1200亿元。"},
		[]string{"大山县旅游", "大山县共有酒店120家，民宿340家。"},
		[]string{"高考情况", "录取率82.5%，查处违纪考生12人。考点共设45个，考场2880个。"})
	for _, c := range []struct {
		question, said string // said is the first figure, or the one worked out; "" for a refusal
	}{
		{"明湖证券上半年净利润和去年相比增长多少", "61.68%"}, // not what it was last year
		{"明湖证券上半年净利润比起去年增长了多少", "61.68%"},
		{"星火集团未来五年计划投资多少", "100亿元"}, // not what was not done
		{"中国汽车市场规模多少", "5000亿元"},    // 汽车市 is no city
		{"我国已上市企业有多少家", "300家"},
		{"天津高新区有多少家企业", ""}, // 天津与成都高新区 is no longer name of it
		{"东湖市第三产业增加值多少", "920亿元"},
		{"东湖市第三产业增加值增长多少", "6.1%"},
		{"长河公司哪年成立的", "1998年"}, // where it says 创建
		{"苏州和杭州谁的瞪羚企业多呀", "25家"},
		{"明光公司有多少员工", "500人"},     // 其中 is of the sentence before
		{"大山县酒店和民宿一共多少家", "460家"}, // 共有酒店120家 is of one of them
		{"海天港6月货物吞吐量多少", "2800万吨"},
		{"北港进出口总额多少", "5300亿元"},
		{"北港出口额多少", "3200亿元"},
		{"南港进出口总额多少", ""},
		{"平均每个考点有多少考场", "64个"}, // not of the 12人
	} {
		a, err := answerer.Answer(context.Background(), asking.Question{Text: c.question})
		if err != nil {
			t.Fatal(err)
		}
		said := ""
		if len(a.Figures) > 0 && !a.Refused {
			said = a.Figures[0].Text
		}
		if len(a.Derived) > 0 {
			said = a.Derived[0].Text
		}
		if said != c.said {
			t.Errorf("%s: %q, want %q:\n%s", c.question, said, c.said, a.Text)
		}
	}
}
