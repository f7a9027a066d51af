package evidence

import (
	"strings"
	"testing"

	"youju/answer/asking"
)

func TestMenAreNoWomen(t *testing.T) {
	for _, c := range []struct {
		asked, text string
		others      bool
	}{
		{"云湖杯男单冠军是谁", "林夏夺得云湖杯女单冠军", true},
		{"云湖杯女子双人跳台冠军是谁", "男子双人跳台由周远夺冠", true},
		{"云湖杯男单冠军是谁", "男单和女单冠军各得一座奖杯", false},
		{"云湖杯男单冠军是谁", "女歌手在闭幕式上献唱，周远夺冠", false},
		{"云湖杯冠军是谁", "林夏夺得云湖杯女单冠军", false},
		{"云湖杯男单冠军是谁", "周远、林夏分获男女单打冠军", false},
		{"白塔世界杯女双冠军是谁", "在随后的青石世乒赛上，林夏夺得女双冠军", true},
		{"白塔世界杯女双冠军是谁", "在世界杯女双比赛中夺冠的林夏曾是世乒赛冠军", false},
		{"白塔冬奥会男单冠军是谁", "在白塔冬季奥运会上，周远夺得男单冠军", false},
		{"周远的博士论文写什么", "周远以硕士论文《云湖的鱼》毕业", true},
		{"周远的博士论文写什么", "周远从硕士论文写到博士论文，都是云湖的鱼", false},
	} {
		r := asking.Read(asking.Question{Text: c.asked})
		text := []rune(c.text)
		if got := OfOthers(r, Sentence{Text: text, said: c.text}); got != c.others {
			t.Errorf("%s by %s: of others %v, want %v", c.asked, c.text, got, c.others)
		}
	}
}

func TestWhatIsNotOneIsNone(t *testing.T) {
	for _, c := range []struct{ asked, text, want string }{
		{"制造业指数", "非制造业指数为51%", "制造业"},
		{"非制造业指数", "非制造业指数为51%", ""},
		{"制造业指数", "制造业和非制造业指数", ""},
		{"建筑业指数", "非制造业指数", ""},
	} {
		nouns := []string{strings.TrimPrefix(strings.TrimSuffix(c.asked, "指数"), "非")}
		if got := Negated(nouns, c.asked, c.text); got != c.want {
			t.Errorf("%s in %s: %q, want %q", c.asked, c.text, got, c.want)
		}
	}
}
