package figure_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"youju/figure"
)

// describe writes figures as text|value|unit|kind|qualifier, so that a case is one line.
func describe(figures []figure.Figure) string {
	var lines []string
	for _, f := range figures {
		value := f.Value.String()
		if !f.High.Equal(f.Value) {
			value += ".." + f.High.String()
		}
		lines = append(lines, strings.Join([]string{f.Text, value, f.Unit, string(f.Kind), f.Qualifier}, "|"))
	}
	return strings.Join(lines, " ")
}

func TestFind(t *testing.T) {
	cases := []struct{ in, want string }{
		{"实际利用外资254678万美元，同比增长24.8%", "254678万美元|2546780000|美元|amount| 24.8%|24.8|%|change|"},
		{"达到2103家，占郑州市39.14%", "2103家|2103|家|count| 39.14%|39.14|%|share|"},
		{"调配干部1.8万人次", "1.8万人次|18000|人次|count|"},
		{"總投資超3,500億元", "3,500億元|350000000000|元|amount|超"},
		{"共１，２３４．５万元", "１，２３４．５万元|12345000|元|amount|"},
		{"分别为125，748元", "125|125||count| 748元|748|元|amount|"},
		{"增长125,748元", "125,748元|125748|元|amount|"},
		{"分别增长125%、74.8%", "125%|125|%|change| 74.8%|74.8|%|share|"},
		{"1亿2千万元", "1亿2千万元|120000000|元|amount|"},
		{"宣讲活动80多场次", "80多场次|80|场次|count|多"},
		{"二十余家企业", "二十余家|20|家|count|余"},
		{"十几个，两百零三家", "十几个|10|个|count|几 两百零三家|203|家|count|"},
		{"两成半，三折", "两成半|25|%|share| 三折|30|%|share|"},
		{"三分之一，百分之五点五", "三分之一|0.333333333333||share| 百分之五点五|5.5|%|share|"},
		{"增长5%-8%，需要3至5年", "5%-8%|5..8|%|change| 3至5年|3..5|年|duration|"},
		{"3至5万元", "3至5万元|30000..50000|元|amount|"},
		{"2021年1月27日公布，1月28日揭牌", "2021年1月27日|2021||date| 1月28日|1||date|"},
		{"二〇二〇年与一九五四年", "二〇二〇年|2020||date| 一九五四年|1954||date|"},
		{"20世纪80年代，16世纪，公元前221年", "20世纪80年代|20||date| 16世纪|16||date| 公元前221年|-221||date|"},
		{"分别居全国第二和全国第三", "第二|2||rank| 第三|3||rank|"},
		{"第10个平台，第七届会议", "第10个|10|个|ordinal| 第七届|7|届|ordinal|"},
		{"居首位，首个平台", "首位|1||rank| 首个|1||ordinal|"},
		{"COVID-19、5G、G20与PM2.5", "COVID-19|0||identifier| 5G|0||identifier| G20|0||identifier| PM2.5|0||identifier|"},
		{"国企项目“三个500亿”固投计划", "三个|3|个|name| 500亿|50000000000||name|"},
		{"一些企业一起统一行动，万一十分困难", ""},
		{"２０２０年５．２％", "２０２０年|2020||date| ５．２％|5.2|%|share|"},
		{"使用了50年，98年建成", "50年|50|年|duration| 98年|98||date|"},
		{"2000 年有 12 人", "2000 年|2000||date| 12 人|12|人|count|"},
		{"上午9时30分开始", "9时30分|9|时|date|"},
		{"长20km，重5mg", "20km|20|公里|amount| 5mg|5|毫克|amount|"},
		{"上升0.3个百分点", "0.3个百分点|0.3|个百分点|change|"},
		{"一亿二千三百万人", "一亿二千三百万人|123000000|人|count|"},
		{"四大板块，五个项目", "四大|4|大|count| 五个|5|个|count|"},
	}
	for _, c := range cases {
		if got := describe(figure.Find(c.in)); got != c.want {
			t.Errorf("Find(%q)\n got %s\nwant %s", c.in, got, c.want)
		}
	}
}

func TestFiguresStandInTheText(t *testing.T) {
	alphabet := []rune("0123456789０９.,，-～%％年月日第一二两三十百千万亿万億余多约分之成折半个家元米g/: 的“”前世纪")
	rapid.Check(t, func(t *rapid.T) {
		text := string(rapid.SliceOf(rapid.SampledFrom(alphabet)).Draw(t, "text"))
		runes, last := []rune(text), 0
		for _, f := range figure.Find(text) {
			if f.Start < last || f.End <= f.Start || f.End > len(runes) {
				t.Fatalf("figure %+v of %q overlaps or is out of bounds", f, text)
			}
			if string(runes[f.Start:f.End]) != f.Text {
				t.Fatalf("figure %+v of %q does not stand there", f, text)
			}
			last = f.End
		}
	})
}

func FuzzFind(f *testing.F) {
	f.Add("2020年实际利用外资254678万美元，同比增长24.8%；1亿2千万，三五折")
	f.Fuzz(func(t *testing.T, text string) {
		for _, found := range figure.Find(text) {
			if found.End > utf8.RuneCountInString(text) {
				t.Fatalf("figure %+v ends outside %q", found, text)
			}
		}
	})
}
