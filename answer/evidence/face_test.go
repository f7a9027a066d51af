package evidence

import (
	"testing"

	"youju/answer/asking"
)

func TestShownFirst(t *testing.T) {
	for _, c := range []struct {
		question, first, second string
		moved                   bool
	}{
		{"车队是从哪儿出发的", "车队在大漠失联。", "车队于5月2日从西宁出发。", true},
		{"车队是从哪儿出发的", "车队自驾穿越大漠到石塘。", "车队由西宁前往石塘。", true},
		{"车队是从哪儿得到消息的", "车队在大漠失联。", "车队于5月2日从西宁出发。", false},
		{"她分享了哪本书", "她参加《千灯夜读》。", "她分享了《自己走路》。", false},
		{"她在《千灯夜读》里分享了哪本书", "她参加《千灯夜读》。", "她分享了《自己走路》。", true},
	} {
		sentences := []Sentence{{said: c.first}, {said: c.second}}
		ShownFirst(asking.Read(asking.Question{Text: c.question}), sentences)
		if moved := sentences[0].said == c.second; moved != c.moved {
			t.Errorf("%s: %q first", c.question, sentences[0].said)
		}
	}
}
