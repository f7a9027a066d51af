package answer

import (
	"context"
	"testing"

	"youju/answer/answertest"
	"youju/answer/asking"
)

// outlived are articles whose sentences stand behind a year that they are not of.
var outlived = [][]string{
	{"渡口旧事", "学者沈怀玉在书中写道：“1860年，这里只有一个渡口，摆渡人叫阿旺。”他认为，石桥改变了两岸的生活。"},
	{"松岭港", "2035年，松岭港吞吐量目标为2亿吨。港务局长陆正岩出席了开港仪式。", "2022年，松岭港吞吐量首次突破8000万吨。松岭港口协会会长贺之远说，港口的设备排名全国第9。"},
	{"鹤洲岛", "2015年以来，鹤洲岛共接待游客860万人次。岛上建成环岛公路。", "2018年和2019年，鹤洲岛分别遭遇两次台风。渔民沈大海救起了五名落水者。", "民国二十三年，渔商邱振邦在岛上开办鱼行。次年鱼行失火。",
		"1921年3月，县政府聘请胡庭轩设计灯塔。塔基由石匠林阿土砌成。", "岛上渔业产值占全市渔业产值的11.4%。"},
}

func TestYearsThatHoldNoLonger(t *testing.T) {
	answertest.Long(t)
	answerer := withReader(t, outlived)
	for _, c := range []struct{ question, said string }{
		{"沈怀玉哪一年认为石桥改变了两岸的生活？", ""},
		{"摆渡人阿旺是哪一年的？", "1860年"},
		{"陆正岩什么时候出席了开港仪式？", ""},
		{"贺之远哪一年任松岭港口协会会长？", ""},
		{"松岭港吞吐量是哪一年首次突破9000万吨的？", ""},
		{"松岭港吞吐量是哪一年首次突破8000万吨的？", "2022年"},
		{"环岛公路是哪一年建成的？", ""},
		{"沈大海哪一年救起了五名落水者？", ""},
		{"鱼行哪一年失火？", ""},
		{"邱振邦哪一年在岛上开办鱼行？", "民国二十三年"},
		{"县政府聘请胡庭轩设计灯塔是哪一年几月的事？", "1921年3月"},
		{"石匠林阿土哪一年砌成灯塔的塔基？", "1921年"},
		{"岛上渔业产值占全省的比例是多少？", ""},
		{"岛上渔业产值占全市的比例是多少？", "11.4%"},
	} {
		got, err := answerer.Answer(context.Background(), asking.Question{Text: c.question})
		if err != nil {
			t.Fatal(err)
		}
		if said := figureSaid(got); said != c.said {
			t.Errorf("%s: %q, want %q of %q", c.question, said, c.said, got.Text)
		}
	}
}
