package answer

import (
	"context"
	"strings"
	"testing"

	"youju/answer/answertest"
	"youju/answer/asking"
)

// rescue is what the cases below ask of that pass over what stands first.
var rescue = [][]string{
	{"追记一等功", "2023-08-02，正文：应急管理部门批准在抢险中牺牲的金河市北安消防站消防员冯一振为烈士。冯一振是山东枫桥县人，1992年12月出生。7月31日11时49分，金河市消防支队指挥中心接报汽车交易市场发生洪水致3人被困警情。", "12时15分，冯一振到达现场。", "12时47分，冯一振被营救，经全力抢救无效，于18时22分不幸牺牲。"},
	{"航线", "2023-08-13，正文：原标题：松江往返云海客运航线恢复8月12日晚白鹭航空TW623航班顺利降落松江机场标志着松江往返云海的客运航线正式恢复，松江机场国际航线由此达到二十条，白鹭航空的松江往返云海航线受到旅客欢迎，据了解该航班由白鹭航空运营，使用B737-800机型，机上共有一百八十六个座位，每周三、周六执飞。"},
	{"开除党籍", "2023-08-14，正文：据纪委消息，松江省住房厅原厅长陈平安被开除党籍，涉嫌犯罪问题移送检察机关。陈平安出生于1957年10月，松江余溪人，长期在白塔市工作。"},
}

func TestTheHourOfWhatHappened(t *testing.T) {
	answertest.Long(t)
	answerer := withReader(t, rescue)
	for question, says := range map[string]string{
		"金河市消防员冯一振7月31日几点经抢救无效牺牲的？":       "18时22分",
		"2023年8月被开除党籍的松江住房厅原厅长陈平安，籍贯是哪儿？": "陈平安出生于1957年10月，松江余溪人",
		"白鹭航空的松江往返云海航线，一周里哪几天飞？":          "周三、周六",
		"金河市消防员烈士冯一振老家哪儿的":                "山东枫桥县",
	} {
		a, err := answerer.Answer(context.Background(), asking.Question{Text: question})
		if err != nil || a.Refused || !strings.Contains(strings.SplitN(a.Text, "\n", 2)[0], says) {
			t.Errorf("%s: want %s (%v)\n%s", question, says, err, a.Text)
		}
	}
}
