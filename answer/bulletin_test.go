package answer

import (
	"context"
	"testing"

	"youju/answer/answertest"
	"youju/answer/asking"
)

// bulletin are articles with what a county counts and what happened there.
var bulletin = [][]string{
	{"白塔县2023年统计公报", "全年全县生产总值386.4亿元，比上年增长5.8%。其中，第一产业增加值42.1亿元，增长3.6%；第二产业增加值168.9亿元，增长6.9%；第三产业增加值175.4亿元，增长5.4%。",
		"全县人均生产总值73600元，居全市第2位，比全省平均水平低1.2万元。", "截至2023年底，全县共有专任教师3260人，其中女教师占68%。"},
	{"白塔音乐节", "2020年7月，白塔首届音乐节举行。第二届音乐节于2021年8月14日举行，门票收入180万元。"},
	{"白塔码头", "2011年4月2日至2013年9月，白塔码头扩建。白塔剧院2022年底开工，预计2025年6月竣工。", "白塔书院1931年创办。"},
}

func TestWhatABulletinCounts(t *testing.T) {
	answertest.Long(t)
	answerer := withReader(t, bulletin)
	held := []asking.Turn{{Question: "第二届音乐节是哪一年举行的？", Answer: "2021年"}}
	earned := []asking.Turn{{Question: "第二届音乐节门票收入多少？", Answer: "180万元"}}
	for _, c := range []struct {
		question string
		before   []asking.Turn
		said     string // the figure or what was worked out; "" where it is refused
	}{
		{question: "第二产业增加值占生产总值的比重？", said: "43.71%"},
		{question: "第三产业增加值是多少？", said: "175.4亿元"},
		{question: "第四产业增加值是多少？"},
		{question: "人均生产总值比全省平均水平低多少？", said: "1.2万元"},
		{question: "人均生产总值比全国平均水平低多少？"},
		{question: "全县人均生产总值是多少？", said: "73600元"},
		{question: "全省人均生产总值是多少？"},
		{question: "女教师占多少？", said: "68%"},
		{question: "男教师占多少？"},
		{question: "白塔码头扩建到哪一年结束？", said: "2013年"},
		{question: "白塔码头扩建是什么时候结束的？", said: "2013年9月"},
		{question: "白塔码头哪一年开始扩建？", said: "2011年"},
		{question: "白塔剧院哪一年开工？", said: "2022年"},
		{question: "白塔剧院哪一年竣工？", said: "2025年"},
		{question: "白塔书院哪一年解散？"},
		{question: "首届呢？", before: held, said: "2020年"},
		{question: "折合多少亿？", before: earned, said: "0.018亿元"},
	} {
		got, err := answerer.Answer(context.Background(), asking.Question{Text: c.question, History: c.before})
		if err != nil {
			t.Fatal(err)
		}
		if said := figureSaid(got); said != c.said {
			t.Errorf("%s: %q, want %q of %q", c.question, said, c.said, got.Text)
		}
	}
}
