package evidence

import (
	"testing"

	"youju/answer/answertest"
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
		{"她凭哪部作品获奖", "她毕业于云湖学院。", "她以〈雨巷回声〉获奖。", true},
		{"顾言是谁的儿子", "顾言与林夏同学。", "知州顾安次子。", true},
		{"顾言是谁的老师", "顾言与林夏同学。", "知州顾安次子。", false},
		{"东溪站的原名是什么", "东溪站位于云湖市。", "设站时原名白石。", true},
		{"东溪站的站名是什么", "东溪站位于云湖市。", "设站时原名白石。", false},
		{"她在《千灯夜读》里分享了哪本书", "她参加《千灯夜读》。", "她分享了《自己走路》。", true},
		{"台站发布的是什么颜色的预警", "台站发布了暴雨预警。", "暴雨蓝色预警升级为橙色。", true},
		{"停课是因为哪个台风", "全市中小学停课。", "台风“灯草”将带来强降雨。", true},
		{"台风“灯草”过后哪个台风会来", "全市中小学停课。", "台风“灯草”将带来强降雨。", false},
		{"凉亭一星期里哪几天开放", "凉亭为快递员送清凉。", "凉亭每周二、四开放。", true},
	} {
		sentences := []Sentence{{said: c.first}, {said: c.second}}
		ShownFirst(asking.Read(asking.Question{Text: c.question}), sentences)
		if moved := sentences[0].said == c.second; moved != c.moved {
			t.Errorf("%s: %q first", c.question, sentences[0].said)
		}
	}
}

func TestTheReaderKnowsMoreColours(t *testing.T) {
	sentences := []Sentence{{said: "衬衣为烟霞色。", Read: 0.9}, {said: "礼服为墨绿色。"}}
	if ShownFirst(asking.Read(asking.Question{Text: "衬衣是什么颜色"}), sentences); sentences[0].Read == 0 {
		t.Error("a sentence went before the one that the reader is sure of")
	}
}

func TestWhatAStateHasIsNoPlace(t *testing.T) {
	snapshot := answertest.Park(t, answertest.Embedder{}).Snapshot()
	r := asking.Read(asking.Question{Text: "哪里发生了爆炸"})
	for text, place := range map[string]bool{"爆炸由索马里青年党发动": false, "伊拉克军方通报了爆炸": false, "索马里发生了爆炸": true, "北京市政府附近发生了爆炸": true} {
		if got := names(snapshot, r, text, "ns", "nt"); got != place {
			t.Errorf("%s names a place: %v", text, got)
		}
	}
}
