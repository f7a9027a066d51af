package ledger_test

import (
	"strings"
	"testing"
)

// TestEachTime: figures of a list are each of their own time.
func TestEachTime(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"2020年、2021年和2022年，江宁开发区总产值分别为13亿元、14亿元和15亿元。", "2020年 2021年 2022年"},
		{"江宁开发区于2020年度、2021年度及2022年度实现收益分别约为13亿元、14亿元及15亿元；净利润分别为1亿元、2亿元及3亿元。", "2020年度 2021年度 2022年度 2020年度 2021年度 2022年度"},
		{"截至2021年12月31日止年度以及截至2022年6月30日止六个月，江宁开发区中标率分别约为1.5%及1.1%。", "截至2021年12月31日止年度 截至2022年6月30日止六个月"},
		{"江宁开发区2021年、2022年及2022年截至6月30日止六个月收益分别为13亿元、14亿元及5亿元。", "2021年 2022年 2022年截至6月30日止六个月"},
		{"去年和今年，江宁开发区总产值分别为13亿元、14亿元。", "去年 今年"},
		{"2022年，江宁开发区、浦口开发区总产值分别为13亿元、14亿元。", "2022年 2022年"},
		{"2021年和2022年，三家企业收入分别为13亿元、14亿元和15亿元。", "2021年 2021年 2021年"},
	} {
		var got []string
		for _, line := range describe(reader(t).Read(article("", c.text))) {
			if f := strings.Split(line, "|"); strings.HasSuffix(f[0], "元") || strings.HasSuffix(f[0], "%") {
				got = append(got, f[3])
			}
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s\ngot  %s\nwant %s", c.text, strings.Join(got, " "), c.want)
		}
	}
}
