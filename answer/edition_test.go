package answer

import (
	"context"
	"strings"
	"testing"

	"youju/answer/asking"
)

// TestOfWhichEdition tells the year, the end and the number in a row that are asked for from those beside them.
func TestOfWhichEdition(t *testing.T) {
	answerer := withoutReader(t,
		[]string{"云湖灯会", "2022年云湖灯会自1月17日开始，2月25日结束，共计40天。"},
		[]string{"枫桥书市", "2023年枫桥书市的入场说明如下。书市将于9月3日开市。"},
		[]string{"定档", "6月1日，电视剧《长河谣》确认首播档期，为8月2日，独家上线。"},
		[]string{"青石油田", "1月1日，青石油田捷报频传：石油日产量冲上2万吨。"},
		[]string{"汽车出口", "2018年枫桥省汽车出口均价仅为1.29万美元，2022年8月已上涨至1.89万美元。"},
		[]string{"门店", "星禾公司周二在北川市开设了首家门店，其第二家门店定于周四在南湖市开业。"},
		[]string{"模型", "云杉模型有两个版本，上下文窗口分别为 8,192 和 32,768 个字。"},
		[]string{"政要", "陈牧之当选省长，对2024年的选举产生一定影响。"},
		[]string{"网球", "你认为谁将问鼎2023年白塔网球公开赛男单冠军？"},
		[]string{"名次", "云湖杯8强已经产生，来自东原省的星海队在云湖杯上的最终名次如何？东原之光！云湖杯名次：星海队第9，白塔队第16。"},
		[]string{"征稿", "作者须在摘要投稿截止日期（6月16日）之前通过YSAC 2023网站提交论文。在全文投稿截止日期之前（6月23日），可以修改标题，但不能更改作者。"},
		[]string{"余震", "凌晨的青松地震为5.4级。"})
	for _, c := range []struct{ question, says string }{ // "" for a refusal
		{"2022年云湖灯会结束时间", "2月25日"},
		{"2022年云湖灯会什么时候开始", "1月17日"},
		{"2024年云湖灯会什么时候结束", ""},
		{"2023年枫桥书市什么时候开市", "9月3日"},
		{"电视剧《长河谣》什么时候首播", "8月2日"},
		{"2022年青石油田石油产量是多少", ""},
		{"2022年8月枫桥省汽车出口均价是多少", "1.89万美元"},
		{"星禾公司第二家门店在哪个城市", "南湖市"},
		{"星禾公司第三家门店在哪个城市", ""},
		{"云杉模型的上下文窗口分别是多少个字", "8,192 和 32,768 个"},
		{"陈牧之的出生日期", ""},
		{"2023年白塔网球公开赛男单冠军是谁", ""},
		{"星海队在云湖杯的最终排名", "第9"},
		{"YSAC 2023全文投稿截止日期", "6月23日"},
		{"青松地震的震级是多少", "5.4级"},
	} {
		a, err := answerer.Answer(context.Background(), asking.Question{Text: c.question})
		if err != nil || a.Refused != (c.says == "") || !strings.Contains(a.Text, c.says) {
			t.Errorf("%s: want %q, refused %v, error %v\n%s", c.question, c.says, a.Refused, err, a.Text)
		}
	}
}
