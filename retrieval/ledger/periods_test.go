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
