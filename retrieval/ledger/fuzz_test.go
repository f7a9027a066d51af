package ledger_test

import (
	"testing"
	"unicode/utf8"
)

// FuzzRead: any text is read without a panic, and every place that an entry names
// lies in the text.
func FuzzRead(f *testing.F) {
	for _, text := range []string{
		"的2000家。", "同比增长2%", "（3家）", "分别为1、2、3", "A的、B和5家、6家", "“2家”，占", "1", "占2%", "由3降至2", "该5个，其中2个的。",
		"2020年，广州经开区总产值5944亿元，同比增长0.6%；其中，工业（1亿元）、农业分别增长1%、2%。", "居第二", "\xff5家\xfe", "去年10月，今年", "前7个月",
		"3人每", "28家企业每年", "各区依次为：", "法第三条", "今年一季度", "26岁男子",
	} {
		f.Add("标题", text)
		f.Add(text, text)
	}
	r := reader(f)
	f.Fuzz(func(t *testing.T, title, text string) {
		a := article(title, text)
		n := utf8.RuneCountInString(text)
		for _, e := range r.Read(a) {
			for _, span := range [][2]int{{e.Sentence.Start, e.Sentence.End}, {e.Clause.Start, e.Clause.End}, {e.Start, e.End}} {
				if span[0] < 0 || span[0] > span[1] || span[1] > n {
					t.Fatalf("%q: a span %v of %d runes", e.Text, span, n)
				}
			}
			if e.Start < e.Clause.Start || e.End > e.Clause.End {
				t.Errorf("%q at %d stands outside of its clause %v", e.Text, e.Start, e.Clause)
			}
		}
	})
}
