package weigh

import (
	"testing"

	"youju/figure"
	"youju/hanzi"
)

// TestADateIsOfTheClauseBehindIt where it stands alone before one.
func TestADateIsOfTheClauseBehindIt(t *testing.T) {
	for text, want := range map[string]string{
		"透明工厂……8月19日，翠屏园区开园，宾客到场。": "8月19日，翠屏园区开园",
		"8月19日翠屏园区开园，宾客到场。":        "8月19日翠屏园区开园",
		"园区投资63亿元，8月19日开园。":        "8月19日开园",
		"开园是8月19日。":                "开园是8月19日",
		"要闻 ... 8月19日，翠屏园区开园":      " 8月19日，翠屏园区开园",
	} {
		runes := []rune(text)
		within := hanzi.Span{End: len(runes)}
		for _, f := range figure.Find(text) {
			if f.Kind != figure.Date {
				continue
			}
			c := dated(runes, within, ClauseOf(runes, within, f), f)
			if got := string(runes[c.Start:c.End]); got != want {
				t.Errorf("%s: %s, want %s", text, got, want)
			}
		}
	}
}
