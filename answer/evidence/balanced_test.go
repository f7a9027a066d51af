package evidence

import (
	"strings"
	"testing"

	"youju/hanzi"
)

func TestHalvesOfPairsAreCompletedOrLeftOut(t *testing.T) {
	for _, c := range []struct{ text, span, want string }{
		{"主题为“助力职场”，旨在", "助力职场”", "“助力职场”"},
		{"出版了《长河》。", "《长河", "《长河》"},
		{"他说：“我去北京”", "北京”", "北京"},
		{"（原名“东风”）工厂", "“东风”）", "“东风”"},
		{"位于白塔，靠近", "白塔，", "白塔"},
		{"位于“白塔”", "白塔", "白塔"},
		{"“", "“", ""},
	} {
		at := len([]rune(c.text[:strings.Index(c.text, c.span)]))
		text := []rune(c.text)
		got := balanced(text, hanzi.Span{End: len(text)}, hanzi.Span{Start: at, End: at + len([]rune(c.span))})
		if said := string(text[got.Start:got.End]); said != c.want {
			t.Errorf("%s of %s: %q, want %q", c.span, c.text, said, c.want)
		}
	}
}
