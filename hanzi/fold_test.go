package hanzi_test

import (
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"youju/hanzi"
)

func TestNeutral(t *testing.T) {
	for text, want := range map[string]bool{"增速呢": true, "": true, "growth?": true, "2021年": true, "郑州": false, "鄭州": false, "增长": false} {
		if got := hanzi.Neutral(text); got != want {
			t.Errorf("%s: %v", text, got)
		}
	}
}

func TestTraditional(t *testing.T) {
	for text, want := range map[string]bool{"鄭州高新區": true, "實際利用外資多少": true, "郑州高新区": false, "著名企业": false, "里程": false, "": false, "abc": false} {
		if got := hanzi.Traditional(text); got != want {
			t.Errorf("%s: %v", text, got)
		}
	}
}

func TestFold(t *testing.T) {
	cases := []struct{ name, in, want string }{
		{"traditional", "鄭州高新區有幾家科技型中小企業", "郑州高新区有几家科技型中小企业"},
		{"full width", "２０２０年，ＧＤＰ增長５．２％（約）", "2020年,gdp增长5.2%(约)"},
		{"simplified stays", "广州经开区实际利用外资254678万美元", "广州经开区实际利用外资254678万美元"},
		{"ideographic space", "甲　乙", "甲 乙"},
		{"emoji and combining marks stay", "👍🏽 e\u0301", "👍🏽 e\u0301"},
		{"half width katakana becomes the usual one", "ｱ。", "ア。"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if got := hanzi.Fold(c.in); got != c.want {
				t.Errorf("Fold(%q) = %q, want %q", c.in, got, c.want)
			}
		})
	}
}

func TestSimplifyLeavesWidthAndCaseAlone(t *testing.T) {
	if got, want := hanzi.Simplify("鄭州ＧＤＰ，GDP增長５％。"), "郑州ＧＤＰ，GDP增长５％。"; got != want {
		t.Errorf("Simplify gives %q, want %q", got, want)
	}
}

func TestFoldKeepsOffsetsAndIsIdempotent(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.String().Draw(t, "text")
		once := hanzi.Fold(s)
		if got, want := utf8.RuneCountInString(once), utf8.RuneCountInString(s); got != want {
			t.Fatalf("Fold(%q) has %d runes, want %d", s, got, want)
		}
		if twice := hanzi.Fold(once); twice != once {
			t.Fatalf("Fold is not idempotent: %q then %q", once, twice)
		}
	})
}
