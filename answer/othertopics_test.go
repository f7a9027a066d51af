package answer

import (
	"context"
	"strings"
	"testing"

	"youju/answer/answertest"
	"youju/answer/asking"
	"youju/answer/say"
)

// topicsTold are made-up reports that are of no zones: several firms, parts and wares beside each other, each with its own figures.
var topicsTold = [][]string{
	{"澜港去年吞吐量过亿吨",
		"2023年，澜港货物吞吐量完成1.26亿吨，同比增长4.8%；集装箱吞吐量完成212万标箱，同比增长9.5%。到2025年，集装箱吞吐量要达到260万标箱。",
		"三家码头各有进账：东屿码头公司118万标箱，增长12.4%；西礁码头64万标箱，下降3.1%；新沙码头30万标箱，增长21.6%。",
		"港口全年进口铁矿石3400万吨、煤炭2650万吨、粮食480万吨。沙泉泵站、柳坡泵站、石门泵站为港区供水，日供水能力分别为4万吨、9万吨和6万吨。",
		"东屿码头投用无人集卡48台，员工减到310人。12月3日夜间，港口受大风影响停航。普工月薪6200元。"},
	{"江原附一院去年门诊超三百万人次",
		"2023年，江原附一院门急诊量305万人次，出院患者12.4万人次，平均住院日6.1天。医院开放床位3600张，其中院本部2000张、东院区1000张、滨江院区600张。",
		"全年完成肝移植152例、肾移植210例、心脏移植28例，其中肝移植患者一年生存率92.3%。",
		"医院去年门诊次均费用下降2.2%，其中80岁以上老人1.9万人次。全院去年签约转化成果9项，合同金额4500万元。"},
	{"岑州三家车企上半年交出成绩单",
		"今年上半年，岑州新能源汽车产量16.4万辆，同比增长52%，占全省的40%。驰岚汽车产量9.8万辆，增长58%；远岫新能源4.4万辆，增长83%；江跃客车2.2万辆，增长31%。",
		"驰岚汽车上半年营收132亿元，净利润4.6亿元，毛利率17.5%。远岫新能源营收58亿元，净亏损1.2亿元。",
		"上半年全市新能源汽车出口1.8万辆。驰岚汽车与岑州职院合办的订单班今秋招生180人。"},
}

// begun is the answer to a question, which must begin so.
func begun(t *testing.T, answerer *Answerer, question, begins string) say.Answer {
	t.Helper()
	a, err := answerer.Answer(context.Background(), asking.Question{Text: question})
	if err != nil || !strings.HasPrefix(a.Text, begins) {
		t.Errorf("%s: %s (%v), want %s", question, a.Text, err, begins)
	}
	return a
}

// TestMostOfRows asks which of several has most, where only their passage lists them.
func TestMostOfRows(t *testing.T) {
	answertest.Long(t)
	answerer := withReader(t, topicsTold)
	for question, begins := range map[string]string{
		"澜港三家码头里增速垫底的是谁？":       "西礁码头",
		"江原附一院三个院区哪个床位最多？":      "院本部",
		"岑州三家车企谁的产量增速最快？":       "远岫新能源",
		"给澜港供水的三座泵站，供水能力最大的是哪座": "柳坡泵站",
	} {
		if a := begun(t, answerer, question, begins); a.Refused || len(a.Figures) < 3 {
			t.Errorf("%s: refused %v, %d figures", question, a.Refused, len(a.Figures))
		}
	}
}

// TestWorkedOutOfRows adds up, shares out and goes back a year where the articles print the parts alone.
func TestWorkedOutOfRows(t *testing.T) {
	answertest.Long(t)
	answerer := withReader(t, topicsTold)
	for question, says := range map[string]string{
		"江原附一院去年肝、肾、心脏移植一共做了多少例？": "390例：152例",
		"澜港三家码头集装箱合计多少标箱？":        "212万标箱：118万标箱",
		"江原附一院平均每项成果转化合同多少钱？":     "500万元：4500万元",
		"按增速倒推，澜港2022年集装箱吞吐量大概多少": "约193.61万标箱：212万标箱",
		"驰岚汽车和远岫新能源上半年营收加起来多少？":   "190亿元：132亿元",
	} {
		if begun(t, answerer, question, says).Refused {
			t.Errorf("%s: refused", question)
		}
	}
}

// TestOfAnotherOfKind asks what the articles say of another one of the kind, of another sort or of another bound.
func TestOfAnotherOfKind(t *testing.T) {
	answertest.Long(t)
	answerer := withReader(t, topicsTold)
	for _, question := range []string{
		"西礁码头投用了多少台无人集卡？",
		"远岫新能源的毛利率是多少？",
		"江原附一院90岁以上老人有多少人次？",
		"澜港给企业的工业水价是多少？",
	} {
		a, err := answerer.Answer(context.Background(), asking.Question{Text: question})
		if err != nil || !a.Refused {
			t.Errorf("%s: %s (%v)", question, a.Text, err)
		}
	}
}

// TestOtherWayTaken puts right what a question takes to have gone the other way.
func TestOtherWayTaken(t *testing.T) {
	answertest.Long(t)
	answerer := withReader(t, topicsTold)
	for question, says := range map[string]string{
		"西礁码头去年箱量增长3.1%，靠的是什么？":     "不是增长3.1%，是下降3.1%",
		"江原附一院门诊次均费用涨了2.2%，是什么原因":   "不是涨了2.2%，是下降2.2%",
		"澜港2023年货物吞吐量下滑4.8%，受什么拖累？": "不是下滑4.8%，是增长4.8%",
	} {
		begun(t, answerer, question, says)
	}
}

// TestNoTimeOfElse says no time that is only of a sentence before: what stopped the port one night is no time of a wage.
func TestNoTimeOfElse(t *testing.T) {
	answertest.Long(t)
	answerer := withReader(t, topicsTold)
	a, err := answerer.Answer(context.Background(), asking.Question{Text: "澜港普工月薪多少钱"})
	if err != nil || figureSaid(a) != "6200元" || strings.Contains(a.Text, "夜间") {
		t.Errorf("%s (%v)", a.Text, err)
	}
}

// TestUnlikeCompared sets two things against each other whose measures the question itself names.
func TestUnlikeCompared(t *testing.T) {
	answertest.Long(t)
	answerer := withReader(t, append(zonesTold, topicsTold...))
	for question, begins := range map[string]string{
		"瑞铂拟融资额跟桐杉生物医药的扩产投资，哪个数大？":  "桐杉生物医药的扩产投资",
		"营收哪家多，驰岚汽车还是远岫新能源？":        "驰岚汽车",
		"2021年引进的优质项目和人才科创项目，哪个更多？": "人才科创项目",
	} {
		if begun(t, answerer, question, begins).Refused {
			t.Errorf("%s: refused", question)
		}
	}
}
