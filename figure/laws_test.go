package figure_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"youju/figure"
)

// checkFigures fails where figures do not stand in the text as they say.
func checkFigures(fail func(string, ...any), text string) {
	all, last := []rune(text), 0
	for _, f := range figure.Find(text) {
		switch {
		case f.Start < last || f.End <= f.Start || f.End > len(all):
			fail("figure %+v of %q overlaps or is out of bounds", f, text)
		case string(all[f.Start:f.End]) != f.Text:
			fail("figure %+v of %q does not stand there", f, text)
		case f.Kind == "":
			fail("figure %+v of %q has no kind", f, text)
		case strings.ContainsAny(f.Text, "\n\r"):
			fail("figure %+v of %q goes over the end of a line", f, text)
		}
		last = f.End
	}
}

func TestFiguresStandInTheText(t *testing.T) {
	alphabet := []rune("0123456789０９.,，-～—/:^%％年月日时点第前首上下半翻番几数来零一第二两三十百千万亿廿万億余多约分之又成折对个家元角米人至到比级届强后gkMe年代公元前世纪下午“”《》（）\n　 ")
	rapid.Check(t, func(t *rapid.T) {
		checkFigures(t.Fatalf, string(rapid.SliceOf(rapid.SampledFrom(alphabet)).Draw(t, "text")))
	})
}

func FuzzFind(f *testing.F) {
	f.Add("2020年实际利用外资254678万美元，同比增长24.8%；1亿2千万，三五折")
	f.Add("“三个500亿”、COVID-19、5G，2020年1-11月，20:30-22:00，百 分 之 一 百二 十点 五")
	f.Add("民国34年、公元前221年至前206年、20世纪80年代，-1.1^+23，1 4/3")
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) {
			return
		}
		checkFigures(t.Fatalf, text)
	})
}

// spell writes n as one reads it aloud, from the right in groups of four digits.
func spell(n int64) string {
	const digits = "零一二三四五六七八九"
	digit := func(d int64) string { return string([]rune(digits)[d]) }
	group := func(n int64) string {
		var b strings.Builder
		zero := false
		for i, scale := range []string{"千", "百", "十", ""} {
			d := n / []int64{1000, 100, 10, 1}[i] % 10
			if d == 0 {
				zero = b.Len() > 0
				continue
			}
			if zero {
				b.WriteString("零")
			}
			zero = false
			b.WriteString(digit(d) + scale)
		}
		return b.String()
	}
	out := ""
	for i, scale := range []string{"亿", "万", ""} {
		part := n / []int64{100_000_000, 10_000, 1}[i] % 10_000
		if part == 0 {
			continue
		}
		if out != "" && (part < 1000 || n/[]int64{100_000_000, 10_000, 1}[i]/10_000%10_000 == 0) {
			out += "零"
		}
		out += group(part) + scale
	}
	return out
}

func TestNumeralsSayWhatDigitsSay(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.Int64Range(2, 9999_9999_9999).Draw(t, "n")
		got := figure.Find("共" + spell(n) + "元")
		if len(got) != 1 || got[0].Value.IntPart() != n || got[0].Unit != "元" {
			t.Fatalf("%d is spelt %s and read as %s", n, spell(n), describe(got))
		}
	})
}

func TestSpacesAndWidthChangeNoValue(t *testing.T) {
	wide := strings.NewReplacer("0", "０", "1", "１", "2", "２", "3", "３", "4", "４", "5", "５", "6", "６", "7", "７", "8", "８", "9", "９", "%", "％")
	rapid.Check(t, func(t *rapid.T) {
		digits := rapid.StringMatching(`[1-9][0-9]{0,5}`).Draw(t, "digits")
		unit := rapid.SampledFrom([]string{"%", "万元", "家", "亿美元", "公里", "个百分点"}).Draw(t, "unit")
		plain := figure.Find("共" + digits + unit)
		for _, other := range []string{wide.Replace(digits + unit), digits + " " + unit} {
			got := figure.Find("共" + other)
			if len(plain) != 1 || len(got) != 1 || !got[0].Value.Equal(plain[0].Value) || got[0].Unit != plain[0].Unit {
				t.Fatalf("%s gives %s and %s gives %s", digits+unit, describe(plain), other, describe(got))
			}
		}
	})
}
