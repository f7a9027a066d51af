package say

import (
	"strings"
	"testing"

	"youju/answer/answertest"
	"youju/answer/evidence"
	"youju/hanzi"
)

func TestANameIsSaidInWholeWords(t *testing.T) {
	snapshot := answertest.Park(t, answertest.Embedder{}).Snapshot()
	for _, c := range []struct{ text, read, said string }{
		{"寺院由慧明长老建造。", "慧明长", "慧明长老"},
		{"他们在城东的警察局对一名男子开枪。", "城东的警察局对", "城东的警察局"},
		{"爆炸发生在巴格达南部。", "巴格达南部", "巴格达南部"},
	} {
		text := []rune(c.text)
		start := len([]rune(c.text[:strings.Index(c.text, c.read)]))
		s := evidence.Sentence{Text: text, Span: hanzi.Span{End: len(text)}, Answer: hanzi.Span{Start: start, End: start + len([]rune(c.read))}}
		if got := wholeWords(snapshot, s); string(text[got.Start:got.End]) != c.said {
			t.Errorf("%s of %s is said as %s", c.read, c.text, string(text[got.Start:got.End]))
		}
	}
}
