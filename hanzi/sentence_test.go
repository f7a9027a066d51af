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
