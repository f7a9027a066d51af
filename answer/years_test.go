package answer

import (
	"strings"
	"testing"

	"youju/answer/answertest"
	"youju/answer/asking"
	"youju/answer/check"
	"youju/answer/say"
	"youju/embed"
	"youju/news"
	"youju/retrieval"
)

// reports are those of one town for three years, each with the year before in its first
// section and the aims of its own in its second.
var reports = []string{
	"# 2021年青禾县政府工作报告\n\n——2021年3月5日在青禾县第十届人民代表大会第四次会议上\n\n各位代表：\n\n一、2020年工作回顾\n\n全年青禾县生产总值增长2.4%。城镇新增就业1180人，年末城镇调查失业率为5.6%。中小学改造开工12所。\n\n" +
		"二、2021年主要目标\n\n今年发展主要预期目标是：青禾县生产总值增长6%以上；城镇新增就业1100人以上。县级财政投资安排610万元。\n",
	"# 2022年青禾县政府工作报告\n\n——2022年3月4日在青禾县第十届人民代表大会第五次会议上\n\n各位代表：\n\n一、2021年工作回顾\n\n青禾县生产总值增长8.3%。城镇新增就业1270人。\n\n" +
		"二、2022年主要目标\n\n今年发展主要预期目标是：青禾县生产总值增长5.5%左右；城镇新增就业1150人以上。县级财政投资安排640万元。\n",
	"# 2023年青禾县政府工作报告\n\n——2023年3月6日在青禾县第十一届人民代表大会第一次会议上\n\n各位代表：\n\n一、2022年工作回顾\n\n五年年均增长5.2%。去年面对困难，青禾县生产总值增长3.1%。城镇新增就业1205人。\n\n" +
		"二、2023年主要目标\n\n今年发展主要预期目标是：青禾县生产总值增长5%左右。\n",
}

// reported is a collection of the reports.
func reported(t *testing.T) *retrieval.Corpus {
	t.Helper()
	encoder, err := embed.Open()
	if err != nil {
		t.Fatal(err)
	}
	corpus, err := retrieval.Open(retrieval.Options{Embedder: encoder})
	if err != nil {
		t.Fatal(err)
	}
	var articles []news.Article
	for _, text := range reports {
		read, err := news.Parse("report.md", []byte(text))
		if err != nil {
			t.Fatal(err)
		}
		articles = append(articles, read...)
	}
	if err := corpus.Replace(t.Context(), articles); err != nil {
		t.Fatal(err)
	}
	return corpus
}

func TestReportsOfSeveralYears(t *testing.T) {
	answertest.Long(t)
	answerer := New(reported(t), nil)
	for _, c := range []struct {
		question, figure, derived, says string
		refused                         bool
	}{
		{question: "2022年青禾县生产总值增长多少", figure: "3.1%"},
		{question: "2022年青禾县生产总值增长目标是多少", figure: "5.5%"},
		{question: "2020年青禾县gdp增速是多少", figure: "2.4%"},
		{question: "2021年城镇新增就业多少人", figure: "1270人"},
		{question: "2022年城镇新增就业是1205人吗", figure: "1205人", says: "是的"},
		{question: "2022年城镇新增就业是1270人吗", figure: "1205人", says: "不是1270人"},
		{question: "2020年末失业率是多少", figure: "5.6%"},
		{question: "2021年县级财政投资安排多少", figure: "610万元"},
		{question: "2021年比2020年多新增就业多少人", derived: "90人"},
		{question: "县级财政投资2022年比2021年多多少", derived: "30万元"},
		{question: "2021年和2022年县级财政投资一共多少", derived: "1250万元"},
		{question: "2021年和2020年哪年生产总值增速高", figure: "8.3%", derived: "5.9个百分点"},
		{question: "哪一年城镇新增就业最多", figure: "1270人", says: "2021年：1270人"},
		{question: "哪年的生产总值涨得最少", figure: "2.4%", says: "2020年：2.4%"},
		{question: "2019年城镇新增就业多少人", refused: true},
		{question: "2023年青禾县生产总值增长了多少", figure: "5%", refused: true},
	} {
		a, err := answerer.Answer(t.Context(), asking.Question{Text: c.question})
		if err != nil {
			t.Fatal(err)
		}
		first := ""
		if len(a.Figures) > 0 {
			first = a.Figures[0].Text
		}
		if a.Refused != c.refused || c.figure != "" && first != c.figure || !strings.Contains(a.Text, c.says) {
			t.Errorf("%s: refused %v, first %q:\n%s", c.question, a.Refused, first, a.Text)
		}
		if c.derived != "" && (len(a.Derived) == 0 || a.Derived[0].Text != c.derived) {
			t.Errorf("%s: worked out %v, want %s:\n%s", c.question, a.Derived, c.derived, a.Text)
		}
	}
}

// TestAYearIsCheckedByItsFigures has the same of another year be no contradiction, nor an aim.
func TestAYearIsCheckedByItsFigures(t *testing.T) {
	corpus := reported(t)
	got := map[string]check.Verdict{}
	checked, err := check.Text(t.Context(), corpus, "2021年青禾县生产总值增长8.3%，城镇新增就业1300人。2022年青禾县生产总值增长5.5%。")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range checked {
		got[c.Text] = c.Verdict
	}
	for figure, want := range map[string]check.Verdict{"2021年": check.Same, "8.3%": check.Same, "1300人": check.Different, "5.5%": check.Different} {
		if got[figure] != want {
			t.Errorf("%s is %v, want %v", figure, got[figure], want)
		}
	}
}

// TestFollowUpsOverYears sets what was asked of two years against each other.
func TestFollowUpsOverYears(t *testing.T) {
	answertest.Long(t)
	answerer := New(reported(t), nil)
	for _, c := range []struct {
		asked   []string
		derived string
	}{
		{[]string{"2021年城镇新增就业多少人", "2020年呢", "差多少"}, "90人"},
		{[]string{"2022年城镇新增就业多少人", "2021年呢", "2020年呢", "一共呢"}, "3655人"},
		{[]string{"2021年县级财政投资多少", "2022年呢", "一共多少"}, "1250万元"},
		{[]string{"2021年青禾县生产总值增长了多少", "2020年呢", "差多少"}, "5.9个百分点"},
	} {
		var before []asking.Turn
		var a say.Answer
		for _, question := range c.asked {
			var err error
			if a, err = answerer.Answer(t.Context(), asking.Question{Text: question, History: before}); err != nil {
				t.Fatal(err)
			}
			before = append(before, asking.Turn{Question: question, Answer: a.Text})
		}
		if a.Refused || len(a.Derived) == 0 || a.Derived[0].Text != c.derived {
			t.Errorf("%q: worked out %v, want %s:\n%s", c.asked, a.Derived, c.derived, a.Text)
		}
	}
}
