package hanzi_test

import (
	"reflect"
	"testing"

	"pgregory.net/rapid"

	"youju/hanzi"
)

func TestSentences(t *testing.T) {
	cases := []struct {
		in   string
		want []string
	}{
		{"园区去年引进项目一百五十四个。总投资超过三千五百亿元！", []string{"园区去年引进项目一百五十四个。", "总投资超过三千五百亿元！"}},
		{"他说：“平台已经认证企业三千多家。”此外还有两千家获得评级。", []string{"他说：“平台已经认证企业三千多家。”", "此外还有两千家获得评级。"}},
		{"园区去年引进项目一百五十四个。是的。", []string{"园区去年引进项目一百五十四个。是的。"}},
		{"  没有句号  ", []string{"没有句号"}},
		{"", nil},
	}
	for _, c := range cases {
		var got []string
		for _, s := range hanzi.Sentences(c.in) {
			got = append(got, string([]rune(c.in)[s.Start:s.End]))
		}
		if !reflect.DeepEqual(got, c.want) {
			t.Errorf("Sentences(%q) = %q, want %q", c.in, got, c.want)
		}
	}
}

func TestSentencesLoseNothing(t *testing.T) {
	alphabet := []rune("甲乙丙丁戊己。！？；”）\n a1")
	rapid.Check(t, func(t *rapid.T) {
		runes := rapid.SliceOf(rapid.SampledFrom(alphabet)).Draw(t, "text")
		last := 0
		for _, s := range hanzi.Sentences(string(runes)) {
			for _, r := range runes[last:s.Start] {
				if r != '\n' && r != ' ' {
					t.Fatalf("%q is left out before %v of %q", r, s, string(runes))
				}
			}
			if s.End <= s.Start {
				t.Fatalf("empty sentence %v of %q", s, string(runes))
			}
			last = s.End
		}
	})
}

func TestSentenceAround(t *testing.T) {
	const text = "码头扩建花去三年多的时间。报纸说，造价是3.5亿元；当年的预算只有这么多的一半左右。"
	for _, c := range []struct {
		span, want hanzi.Span
		ok         bool
	}{
		{hanzi.Span{Start: 20, End: 25}, hanzi.Span{Start: 13, End: 26}, true},
		{hanzi.Span{Start: 0, End: 13}, hanzi.Span{Start: 0, End: 13}, true},
		{hanzi.Span{Start: 10, End: 16}, hanzi.Span{Start: 10, End: 16}, false},
	} {
		if got, ok := hanzi.SentenceAround(text, c.span); got != c.want || ok != c.ok {
			t.Errorf("SentenceAround(%v) = %v, %v; want %v, %v", c.span, got, ok, c.want, c.ok)
		}
	}
}
