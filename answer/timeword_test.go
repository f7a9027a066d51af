package answer

import (
	"context"
	"strings"
	"testing"

	"youju/answer/answertest"
	"youju/answer/asking"
)

// timeWorded are articles that say when something is so by words that their own date resolves.
var timeWorded = [][]string{
	{"星河市", "2023-07-24，正文：今年，星河市计划招录消防员15000名，其中应届毕业生5000名。去年，星河市建成公园12座。", "星河市文化馆前年改建完成。星河市体育馆的客流与去年持平。"},
	{"金市", "数据显示，上海黄金交易所黄金Au99.95收盘于每克227元，下跌1.3元，共成交3172公斤。"},
	{"航道", "2024年4月1日至2024年8月31日，为试运行后期，船舶可24小时通航。引江工程是172项重大水利工程之一，也是江淮段航道的民生工程。"},
}

func TestATimeMayBeSaidInWords(t *testing.T) {
	answertest.Long(t)
	answerer := withReader(t, timeWorded)
	for _, c := range []struct{ question, says string }{ // "": refused
		{"星河市哪一年建成12座公园", "去年"},
		{"星河市在哪一年计划招录15000名消防员？", "今年"},
		{"星河市文化馆什么时候改建完的", "前年"},
		{"星河市科技馆哪年改建完成", ""},
		{"星河市体育馆哪一年建成", ""}, // 与去年持平
		{"Au99.95的价格变动是多少？", "1.3元"},
	} {
		a, err := answerer.Answer(context.Background(), asking.Question{Text: c.question})
		if err != nil || a.Refused != (c.says == "") || !strings.Contains(a.Text, c.says) {
			t.Errorf("%s: refused %v, want %q (%v)\n%s", c.question, a.Refused, c.says, err, a.Text)
		}
	}
}

// A stretch of days dates nothing behind its sentence.
func TestAStretchOfDaysEndsWithItsSentence(t *testing.T) {
	a, err := withReader(t, timeWorded).Answer(context.Background(), asking.Question{Text: "引江工程江淮段航道的试运行后期从哪一天开始？"})
	if err != nil || a.Refused || strings.Contains(a.Text, "172") {
		t.Errorf("%v\n%s", err, a.Text)
	}
}
