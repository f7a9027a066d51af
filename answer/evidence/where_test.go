package evidence

import (
	"testing"

	"youju/answer/answertest"
	"youju/answer/asking"
)

func TestWhereFirst(t *testing.T) {
	snapshot := answertest.Park(t, answertest.Embedder{}).Snapshot()
	for _, c := range []struct {
		question, first, second string
		moved                   bool
	}{
		{"莉娜是在什么地方出车祸去世的", "莉娜现居石塘，原定10月参赛。", "5月3日，莉娜在柳溪遭遇车祸，不幸身亡。", true},
		{"乘警在哪站交还了背包", "背包在车厢里被人拿错。", "列车到达枫桥站后，乘警交还了背包。", true},
		{"莉娜是在什么地方出车祸去世的", "莉娜开车时睡着，车祸发生在高速路上。", "5月3日，莉娜在柳溪遭遇车祸，不幸身亡。", false},
		{"莉娜是在什么地方出车祸去世的", "莉娜现居石塘。", "莉娜在车祸中身亡。", false},
		{"莉娜在柳溪什么地方出车祸", "莉娜现居石塘。", "莉娜在柳溪遭遇车祸。", false},
		{"莉娜为什么出车祸", "莉娜现居石塘。", "莉娜在柳溪遭遇车祸。", false},
	} {
		sentences := []Sentence{{said: c.first}, {said: c.second}}
		WhereFirst(snapshot, asking.Read(asking.Question{Text: c.question}), sentences)
		if moved := sentences[0].said == c.second; moved != c.moved {
			t.Errorf("%s: %q first", c.question, sentences[0].said)
		}
	}
}
