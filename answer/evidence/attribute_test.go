package evidence

import (
	"testing"

	"youju/answer/asking"
)

func TestOwnFirst(t *testing.T) {
	for _, c := range []struct {
		question, first, second string
		moved                   bool
	}{
		{"青禾国县的地方长官叫什么", "府的地方长官称尹。", "县的地方长官称令。", true},
		{"青禾国县的地方长官叫什么", "县的地方长官称令。", "府的地方长官称尹。", false},
		{"青禾国县的地方长官叫什么", "地方长官由国君任命。", "县的地方长官称令。", false}, // it says it of no other
	} {
		sentences := []Sentence{{said: c.first}, {said: c.second}}
		OwnFirst(asking.Read(asking.Question{Text: c.question}), sentences)
		if moved := sentences[0].said == c.second; moved != c.moved {
			t.Errorf("%s: %q first", c.question, sentences[0].said)
		}
	}
}

func TestKindSaidFirst(t *testing.T) {
	for _, c := range []struct {
		name, question string
		first, second  Sentence
		moved          bool
	}{
		{"left out", "刻云湖经用什么木材", Sentence{Score: 1}, Sentence{Score: 0.97, Head: 1}, true},
		{"said", "刻云湖经用什么木材", Sentence{Score: 1, Head: 0.5}, Sentence{Score: 0.97, Head: 1}, false},
		{"much worse", "刻云湖经用什么木材", Sentence{Score: 1}, Sentence{Score: 0.9, Head: 1}, false},
		{"the reader is less sure", "刻云湖经用什么木材", Sentence{Score: 1, Read: 0.9}, Sentence{Score: 0.97, Head: 1, Read: 0.3}, false},
		{"a number", "刻云湖经用多少木材", Sentence{Score: 1}, Sentence{Score: 0.97, Head: 1}, false},
	} {
		sentences := []Sentence{c.first, c.second}
		KindSaidFirst(asking.Read(asking.Question{Text: c.question}), sentences)
		if moved := sentences[0].Score == c.second.Score; moved != c.moved {
			t.Errorf("%s: moved %v", c.name, moved)
		}
	}
}
