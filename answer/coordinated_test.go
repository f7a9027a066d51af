package answer

import (
	"context"
	"strings"
	"testing"

	"youju/answer/asking"
)

func TestEachOfTwoIsAnswered(t *testing.T) {
	answerer := withoutReader(t,
		[]string{"河谷大桥", "河谷大桥2019年5月1日通车，全长830米。"},
		[]string{"云岭隧道", "云岭隧道2021年9月12日通车，全长2400米。"},
		[]string{"东湖灯会", "东湖灯会由陈立夏设计，展出花灯300盏。"})
	for question, want := range map[string][]string{
		"河谷大桥和云岭隧道什么时候通车？":   {"河谷大桥：2019年5月1日", "云岭隧道：2021年9月12日"},
		"河谷大桥和云岭隧道的长度分别是多少":  {"830米", "2400米"},
		"河谷大桥和青松大桥什么时候通车":    {"河谷大桥：2019年5月1日", "青松大桥：文章没有"},
		"河谷大桥和云岭隧道的通车时间相差多久": nil,
	} {
		a, err := answerer.Answer(context.Background(), asking.Question{Text: question})
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
