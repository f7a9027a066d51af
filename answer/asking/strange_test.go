package asking

import (
	"strings"
	"testing"

	"youju/answer/answertest"
	"youju/answer/naming"
)

func TestStrangeNames(t *testing.T) {
	snapshot := answertest.Park(t, answertest.Embedder{}).Snapshot()
	for question, want := range map[string]string{
		"疣鹦嘴鱼的鳞片有什么特点": "疣鹦嘴鱼", "九龙巴士32B线来往于哪里": "32b", "广州经开区给企业减了多少税费": "", "青禾那边拉来多少个项目": "",
		"星音二季度出货多少": "", "拓兰蒂斯(Tolantis)雇了多少人": "", "疣鹦嘴鱼(2023)有多少条": "疣鹦嘴鱼", "8月4日鲁北粮库献血多少": "",
		"虞栩选了谁做助手": "", "虞栩瀚选了谁做助手": "虞栩瀚",
		"产后妈妈吃什么": "", "被封的网红号“阿丫”有多少粉丝": "", "疣鹦嘴鱼会变色吗": "疣鹦嘴鱼",
	} {
		if got := strings.Join(Read(Question{Text: question}).Strange(snapshot), " "); got != want {
			t.Errorf("%s names %q, want %q", question, got, want)
		}
	}
	if got := naming.LackedOf([]string{"疣鹦嘴鱼"}, "圆口海鱼和鹦嘴鱼"); got <= 0 || got >= 1 {
		t.Errorf("of 疣鹦嘴鱼 a text that says 鹦嘴鱼 lacks %v", got)
	}
}

func TestWhatAsksForATimeIsNoThing(t *testing.T) {
	snapshot := answertest.Park(t, answertest.Embedder{}).Snapshot()
	if got := Read(Question{Text: "演员被困了多长时间"}).NounsAsked(snapshot); len(got) != 1 || got[0] != "演员" {
		t.Errorf("nouns %q", got)
	}
}
