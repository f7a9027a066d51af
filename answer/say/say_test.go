package say

import (
	"strings"
	"testing"

	"youju/answer/answertest"
	"youju/answer/asking"
	"youju/answer/evidence"
	"youju/figure"
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

func TestTheMostThatARangeReaches(t *testing.T) {
	text := "被捕者年龄在16至71岁之间"
	wind := "最大风力7至8级"
	if got := Trim(asking.Read(asking.Question{Text: "最大风力是多少级"}), figure.Find(wind)[0], []rune(wind)); got.Text != "7至8级" {
		t.Errorf("%s: %s", wind, got.Text)
	}
	for question, want := range map[string]string{"被捕者最大年龄是多少岁": "71岁", "被捕者年龄是多少岁": "16至71岁", "被捕者最大和最小年龄是多少岁": "16至71岁", "最大的团伙成员多少岁": "16至71岁"} {
		f := figure.Find(text)[0]
		if got := Trim(asking.Read(asking.Question{Text: question}), f, []rune(text)); got.Text != want {
			t.Errorf("%s: %s", question, got.Text)
		}
	}
}
