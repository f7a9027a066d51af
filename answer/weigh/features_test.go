package weigh

import (
	"testing"

	"youju/answer/asking"
	"youju/figure"
)

func TestWhatTheQuestionNames(t *testing.T) {
	for _, c := range []struct {
		question, text string
		held           float64
	}{
		{"8月14日大盘是几连阴", "8连阴", 0}, {"万人长跑来了多少人", "万人", 1}, {"8月14日预报里哪几天下雨", "14日08时", 1}, {"8月14日预报里哪几天下雨", "16-17日", 0}, {"8月14日几点开门", "14日08时", 0},
	} {
		if got := askedHeld(asking.Read(asking.Question{Text: c.question}), figure.Find(c.text)[0]); got != c.held {
			t.Errorf("%s: %s is held %v, want %v", c.question, c.text, got, c.held)
		}
	}
}
