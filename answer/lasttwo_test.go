package answer

import (
	"context"
	"strings"
	"testing"

	"youju/answer/asking"
	"youju/answer/say"
)

func TestTheLastTwoQuestions(t *testing.T) {
	answerer := withoutReader(t,
		[]string{"河谷开发区", "河谷开发区的云石项目投资30亿元，星海项目投资12亿元。东湖公园的这两家小店和北山公司的20万元书款都已落实。河谷开发区有企业125家。2021年，河谷开发区工业总产值830亿元，同比增长3.1%，工业利润总额92亿元，同比增长7.4%。"})
	for _, c := range []struct {
		questions []string
		want      string
	}{
		{[]string{"云石项目投资了多少", "星海项目呢", "一共呢"}, "42亿元：30亿元"},
		{[]string{"云石项目投资了多少", "星海项目呢", "两个差多少"}, "18亿元：30亿元"},
		{[]string{"星海项目投资了多少", "云石项目呢", "哪个多"}, "云石项目。"},
		{[]string{"星海项目投资了多少", "云石项目呢", "哪个少"}, "星海项目"},
		{[]string{"河谷开发区2021年工业总产值多少", "利润呢", "比上年涨了多少"}, "7.4%"},
		{[]string{"云石项目投资了多少", "星海项目呢", "一共呢", "差多少"}, "18亿元：30亿元"},
		{[]string{"云石项目投资了多少", "星海项目呢", "一共多少亿元"}, "42亿元：30亿元"},
		{[]string{"云石项目投资了多少", "一共呢"}, ""},               // there is one question only
		{[]string{"云石项目投资了多少", "星海项目呢", "一共有多少名博士"}, ""}, // it is of something else
		{[]string{"云石项目投资了多少", "北山公司呢", "一共呢"}, ""},      // nothing is said of what it invests
		{[]string{"河谷开发区有多少家企业", "东湖公园呢", "差多少"}, ""},    // nor of its enterprises
	} {
		var said []asking.Turn
		var a say.Answer
		for _, q := range c.questions {
			var err error
			if a, err = answerer.Answer(context.Background(), asking.Question{Text: q, History: said}); err != nil {
				t.Fatal(err)
			}
			said = append(said, asking.Turn{Question: q, Answer: a.Text})
		}
		if !strings.HasPrefix(a.Text, c.want) || c.want == "" && len(a.Derived) > 0 {
			t.Errorf("%q got %q at last, not %q", c.questions, a.Text, c.want)
		}
	}
}
