package embed

import (
	"math"
	"strings"
	"testing"
)

func TestOffsetsAreRunesOfTheTextAsGiven(t *testing.T) {
	r := openReaderForTest(t)
	tests := []struct{ text, find string }{
		{"🚀該園區２０２０年營收３，５００億元👍，同比增長12.6％。", "２０２０年"},
		{"🚀該園區２０２０年營收３，５００億元👍，同比增長12.6％。", "12.6％"},
		{"Apple 的 iPhone 15 Pro 售７９９９元", "iPhone"},
		{"零宽\u200b字符\u0000之后的1,299元", "1,299元"},
		{"坏\xff字节之后的九十", "九十"},
	}
	for _, tt := range tests {
		runes := []rune(tt.text)
		at := len([]rune(tt.text[:strings.Index(tt.text, tt.find)]))
		var s readerScratch
		s.encode(r.tokenizer, "多少", tt.text)
		var covered []rune
		for _, p := range s.places.tokens {
			if int(p.start) >= at && int(p.end) <= at+len([]rune(tt.find)) {
				covered = append(covered, runes[p.start:p.end]...)
			}
		}
		if string(covered) != tt.find {
			t.Errorf("%q: tokens at %d cover %q, want %q", tt.text, at, string(covered), tt.find)
		}
		if score := readOne(t, r, "多少", tt.text).Span(at, at+len([]rune(tt.find))); math.IsInf(score, 0) || math.IsNaN(score) {
			t.Errorf("%q in %q scores %v", tt.find, tt.text, score)
		}
	}
}

func FuzzReaderPlaces(f *testing.F) {
	for _, g := range []string{"第1\t季度\u200b为 12.5\u0000元／吨", "café naïve WiFi６", "\xff[SEP]🚀", strings.Repeat("a", 300)} {
		f.Add("多少？", g)
	}
	t, err := builtInTokenizer()
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(tt *testing.T, question, text string) {
		var s readerScratch
		second := s.encode(t, question, text)
		if len(s.ids) > ReaderTokens || len(s.ids)-1-second != len(s.places.tokens) {
			tt.Fatalf("%d ids, the text from %d on, %d places", len(s.ids), second, len(s.places.tokens))
		}
		var before int32
		for _, p := range s.places.tokens {
			if p.start < before || p.end <= p.start || int(p.end) > len([]rune(text)) {
				tt.Fatalf("%v after %d in %d runes", p, before, len([]rune(text)))
			}
			before = p.end
		}
	})
}
