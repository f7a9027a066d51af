package answer

import (
	"context"
	"strings"
	"testing"

	"youju/answer/answertest"
	"youju/embed"
)

func TestTheSameOfTwo(t *testing.T) {
	snapshot := answertest.Park(t, answertest.Embedder{}).Snapshot()
	for question, want := range map[string]string{
		"2021年上海和北京的人口":       "上海|北京",
		"女子双人跳台和男子双人跳台冠军分别是谁": "女子双人跳台|男子双人跳台",
		"运动会的第一棒和最后一棒火炬手是谁":   "第一棒|最后一棒",
		"多少个国家和地区参加了亚运会和冬奥会":  "亚运会|冬奥会",
		"澳大利亚和新西兰运动员有多少":      "澳大利亚|新西兰",
		"河谷大桥和云岭隧道什么时候通车":     "河谷大桥|云岭隧道",
		"广州经开区和昆山高新区的产值分别是多少": "广州经开区|昆山高新区",
		"2020年廣州經開區和昆山高新區的產值": "廣州經開區|昆山高新區",
		"昆山与广州分别引进了多少项目":      "昆山|广州",
		"青禾高新区和白塔经开区分别排第几":    "青禾高新区|白塔经开区",
		"上海和北京之间的距离是多少":       "",
		"上海和北京一共有多少人":         "",
		"上海和北京哪个人多":           "",
		"中华人民共和国成立于哪一年":       "",
		"和平路在哪里":              "",
		"上海有多少人，和去年相比怎么样":     "",
		"": "",
	} {
		got := ""
		if c, ok := sameOfTwo(snapshot, question, func(phrase string) bool { return phrase == "亚运会" || phrase == "河谷大桥" }); ok {
			q := []rune(question)
			got = string(q[c.first.Start:c.first.End]) + "|" + string(q[c.other.Start:c.other.End])
		}
		if got != want {
			t.Errorf("%s asks of %q, not %q", question, got, want)
		}
	}
}

func TestEachOfTwoIsAnswered(t *testing.T) {
	encoder, err := embed.Open()
	if err != nil {
		t.Fatal(err)
	}
	answerer := New(answertest.Collection(t, encoder,
		[]string{"河谷大桥", "河谷大桥2019年5月1日通车，全长830米。"},
		[]string{"云岭隧道", "云岭隧道2021年9月12日通车，全长2400米。"},
		[]string{"东湖灯会", "东湖灯会由陈立夏设计，展出花灯300盏。"}), nil)
	for question, want := range map[string][]string{
		"河谷大桥和云岭隧道什么时候通车？":   {"河谷大桥：2019年5月1日", "云岭隧道：2021年9月12日"},
		"河谷大桥和云岭隧道的长度分别是多少":  {"830米", "2400米"},
		"河谷大桥和青松大桥什么时候通车":    {"河谷大桥：2019年5月1日", "青松大桥：文章没有"},
		"河谷大桥和云岭隧道的通车时间相差多久": nil,
	} {
		a, err := answerer.Answer(context.Background(), Question{Text: question})
		if err != nil || a.Refused && want != nil {
			t.Errorf("%s got %q, refused %v, error %v", question, a.Text, a.Refused, err)
			continue
		}
		saysInOrder(t, question, a.Text, want)
		if want == nil && strings.Contains(a.Text, "：2019年5月1日") {
			t.Errorf("%s is answered for each: %q", question, a.Text)
		}
	}
}
