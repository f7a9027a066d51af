package ledger_test

import (
	"fmt"
	"testing"

	"youju/news"
	"youju/retrieval/ledger"
)

// Each case gives the period of the last figure of a text: words, kind, first and
// last day.
func TestPeriods(t *testing.T) {
	cases := []struct{ rule, printed, text, want string }{
		{"a year", "", "2020年，江宁开发区引进项目154个。", "2020年 whole 2020-0-0 2020-0-0"},
		{"as of a month", "", "截至2021年1月，平台认证企业3159家。", "截至2021年1月 point 2021-1-0 2021-1-0"},
		{"the end of a year", "", "2020年末，江宁开发区人口30万人。", "2020年末 point 2020-0-0 2020-0-0"},
		{"since a year", "", "2020年以来，江宁开发区引进项目154个。", "2020年以来 cumulative 2020-0-0 2020-0-0"},
		{"last year, by the printed date", "2023-03-01", "去年，江宁开发区引进项目154个。", "去年（2022年） whole 2022-0-0 2022-0-0"},
		{"last year without a date", "", "去年，江宁开发区引进项目154个。", "去年 vague 0-0-0 0-0-0"},
		{"a month of last year", "2023-03-01", "去年10月，江宁开发区引进项目154个。", "去年10月（2022年） whole 2022-10-0 2022-10-0"},
		{"a month of the year that was said", "", "2020年5月开工。8月，江宁开发区引进项目154个。", "8月 whole 2020-8-0 2020-8-0"},
		{"the same year", "", "江宁开发区2015年成立。同年，引进项目154个。", "2015年 whole 2015-0-0 2015-0-0"},
		{"the same day", "", "22日，黄金交易活跃。当日，黄金收盘于每克239.88元。", "22日 whole 0-0-22 0-0-22"},
		{"the first months", "2023-08-09", "前7个月，江苏省进出口总额增长0.4%。", "前7个月 cumulative 2023-1-0 2023-7-0"},
		{"it goes on in the sentence", "", "2020年，江宁开发区总产值5944亿元，增长0.6%，利润总额615亿元。", "2020年 whole 2020-0-0 2020-0-0"},
		{"it goes on in the next", "", "2020年，江宁开发区总产值5944亿元。利润总额615亿元。", "2020年 whole 2020-0-0 2020-0-0"},
		{"a day does not go on for what is counted", "", "2020年5月3日，江宁开发区举行招商活动。园区内共有企业大约2000家。", "  0-0-0 0-0-0"},
		{"what is compared with", "", "2020年举办活动9次，比2019年增加5次。", "2020年 whole 2020-0-0 2020-0-0"},
		{"how many times that of a year", "", "2020年安排资金40亿元，是2018年的2.2倍。全年建成住房300套。", "2020年 whole 2020-0-0 2020-0-0"},
		{"the best since a year", "", "2020年江宁开发区利润增速为1985年以来最高。引进项目154个。", "2020年 whole 2020-0-0 2020-0-0"},
		{"prices of a year", "", "2020年江宁开发区人均收入2300元（2010年不变价）。全年引进项目154个。", "2020年 whole 2020-0-0 2020-0-0"},
		{"from what it was last year", "2021-03-05", "2020年进出口总额500亿元，由上年居第四位上升为第三位，城镇新增就业980人。", "2020年 whole 2020-0-0 2020-0-0"},
		{"higher than in a year", "", "2020年安排资金40亿元，高于2018年的33亿元。建成住房300套。", "2020年 whole 2020-0-0 2020-0-0"},
		{"what it was reckoned from last year", "2021-08-09", "7月份，受上年同期基数较高影响，销售额回落。从环比看，7月份，引进项目154个。", "7月份 whole 2021-7-0 2021-7-0"},
		{"the stamp of a feed is none", "", "2023-08-14 16:45，正文：江宁开发区引进项目154个。", "  0-0-0 0-0-0"},
	}
	r := reader(t)
	for _, c := range cases {
		t.Run(c.rule, func(t *testing.T) {
			a := news.Article{Date: c.printed, Paragraphs: []news.Paragraph{{Text: c.text}}}
			a.Identify()
			entries := r.Read(a)
			if len(entries) == 0 {
				t.Fatal("no figures")
			}
			p := entries[len(entries)-1].Period
			got := fmt.Sprintf("%s %s %s %s", p.Text, p.Kind, day(p.From), day(p.To))
			if got != c.want {
				t.Errorf("got  %q\nwant %q", got, c.want)
			}
			if p.Paragraph != "" && p.Paragraph != a.Paragraphs[0].ID {
				t.Errorf("it is said to stand in %s", p.Paragraph)
			}
		})
	}
}

func day(d ledger.Day) string { return fmt.Sprintf("%d-%d-%d", d.Year, d.Month, d.Day) }

// A government's report says its year in its title.
func TestTheYearOfAReport(t *testing.T) {
	a := news.Article{Title: "2006年白河省政府工作报告", Paragraphs: []news.Paragraph{{Text: "今年白河省财政支出339亿元。"}}}
	a.Identify()
	if got := reader(t).Read(a)[0].Period.Text; got != "今年（2006年）" {
		t.Errorf("今年 is %q", got)
	}
}

// The year that a heading names holds below it, up to the next that is numbered alike; the day
// that a report was given holds for none of its figures.
func TestTheYearOfAHeading(t *testing.T) {
	a := news.Article{Date: "2022-03-05", Paragraphs: []news.Paragraph{
		{Text: "——2022年3月5日在第五次会议上"},
		{Text: "粮食产量1.37万亿斤。"},
		{Section: "一、2021年工作回顾", Text: "国内生产总值增长8.1%。"},
		{Section: "（一）就业", Text: "全年城镇新增就业1269万人，年末失业率为5.1%。"},
		{Section: "二、“十三五”时期和“十四五”时期", Text: "森林覆盖率达到24.1%。"},
		{Section: "三、2022年政府工作任务", Text: "进出口总额增长2%。"},
		{Section: "四、从2020年到2022年", Text: "财政收入增长3%。"},
	}}
	a.Identify()
	got := map[string]string{}
	for _, e := range reader(t).Read(a) {
		got[e.Text] = fmt.Sprintf("%s %s", e.Period.Text, day(e.Period.From))
	}
	for figure, want := range map[string]string{
		"1.37万亿斤": " 0-0-0",
		"8.1%":    "2021年 2021-0-0",
		"1269万人":  "2021年 2021-0-0",
		"5.1%":    "年末 2021-0-0",
		"24.1%":   " 0-0-0",
		"2%":      "2022年 2022-0-0",
		"3%":      " 0-0-0",
	} {
		if got[figure] != want {
			t.Errorf("%s: %q, want %q", figure, got[figure], want)
		}
	}
}
