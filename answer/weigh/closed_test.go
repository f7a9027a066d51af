package weigh

import (
	"testing"

	"youju/answer/asking"
	"youju/answer/evidence"
	"youju/figure"
	"youju/hanzi"
	"youju/retrieval"
)

func TestWhatAMarketOpenedAtIsNoClose(t *testing.T) {
	for text, want := range map[string]bool{"云海指数开盘就升破3100点，报3125点": true, "云海指数低开后回升，收报3125点": false, "云海指数低开，尾盘收复失地，报3125点": false} {
		runes := []rune(text)
		sentence := evidence.Sentence{Source: retrieval.Source{Text: text}, Text: runes, Span: hanzi.Span{End: len(runes)}}
		found := figure.Find(text)
		last := found[len(found)-1]
		c := Candidate{Sentence: sentence, Figure: last, Clause: ClauseOf(runes, sentence.Span, last)}
		if got := c.noClose(asking.Quantity, "云海指数收报多少点"); got != want {
			t.Errorf("%s: no close %v", text, got)
		}
	}
}

func TestWhatAMarketClosedAt(t *testing.T) {
	text := []rune("收盘逼近3900点，报3897.63点，涨234.59点")
	sentence := evidence.Sentence{Source: retrieval.Source{Text: string(text)}, Text: text, Span: hanzi.Span{End: len(text)}}
	for question, want := range map[string][]bool{ // of 3900点, 3897.63点, 234.59点
		"云海指数收于多少点": {true, false, true}, "云海指数收盘多少点": {true, false, true}, "云海指数涨了多少点": {false, true, false}, "云海指数是多少点": {false, false, false}, "公司营收为多少": {false, false, false},
	} {
		for i, f := range figure.Find(string(text)) {
			c := Candidate{Sentence: sentence, Figure: f, Clause: ClauseOf(text, sentence.Span, f)}
			r := asking.Read(asking.Question{Text: question})
			if got := c.noClose(r.Asks, hanzi.Fold(r.Raw)); got != want[i] {
				t.Errorf("%s: %s is no close: %v", question, f.Text, got)
			}
		}
	}
}
