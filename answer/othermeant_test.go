package answer

import (
	"context"
	"strings"
	"testing"

	"youju/answer/answertest"
	"youju/answer/asking"
)

// otherMeant are articles that words of rules for other texts stand in.
var otherMeant = [][]string{
	{"家园", "青禾家园1至6号楼均为18层，每层4户。"},
	{"统计", "据石塘县统计局，2022年出生人口9560人，2023年出生人口9020人，常住人口78万人。"},
	{"夏粮", "河南今年夏粮收购已经开始。河北、山西、陕西粮食总产量8000万吨。"},
	{"房价", "青禾市8月均价为每平方米12000元，最高的一套成交价为每平方米25000元。"},
	{"手机", "星河公司发布新款折叠手机星河X9，售价5999元。"},
	{"热线", "云岭县热线今年共接听来电3200个，办结率98%。"},
	{"水库", "丹霞水库建成后，今年已向下游供水300万立方米。"},
	{"轿车", "奥迪Q3今年上半年在华销量为5.2万辆，奥迪三季度销量为18万辆。"},
	{"芯片", "星河公司的量子芯片技术达到国际先进水平，研发投入20亿元。"},
	{"开店", "张明远今年30岁，是个热心人。张明远在青川县开店，年收入20万元。"},
	{"教师", "白塔学校教师平均年龄为34.5，共有教师120人，平均教龄10年。"},
	{"床位", "北京正扩建医院。上海市各类医院和诊所共有床位12万张。"},
	{"老人", "白塔老人王秀兰活了108岁，婚龄80年，是县里最年长的人。"},
	{"税率", "云岭省资源税税率提高到每吨8元。"},
}

func TestRulesLeaveOtherTextsAlone(t *testing.T) {
	answertest.Long(t)
	answerer := withReader(t, otherMeant)
	for _, c := range []struct{ question, says string }{ // "": refused
		{"青禾家园3号楼有多少层？", "18层"},
		{"青禾家园8号楼有多少层？", ""},
		{"2022年石塘县出生人口多少人？", "9560人"},
		{"河南粮食总产量是多少？", ""},
		{"青禾市8月房价是每平方米多少元？", "12000元"},
		{"星河X9手机多少钱？", "5999元"},
		{"云岭县热线今年接听热线多少个？", "3200个"},
		{"丹霞水库是哪一年建成的？", ""},
		{"奥迪Q3销量是多少？", "5.2万辆"},
		{"星河公司的量子芯片技术达到什么水平？", "国际先进水平"},
		{"张明远是哪里人？", "青川县"},
		{"白塔学校教师平均年龄是多少？", "34.5"},
		{"北京医院和诊所共有床位多少张？", ""},
		{"王秀兰活了多少年？", "108岁"},
		{"云岭省资源税税率提高到多少？", "8元"},
	} {
		a, err := answerer.Answer(context.Background(), asking.Question{Text: c.question})
		if err != nil || a.Refused != (c.says == "") || !strings.Contains(a.Text, c.says) {
			t.Errorf("%s: refused %v, want %q (%v)\n%s", c.question, a.Refused, c.says, err, a.Text)
		}
	}
}
