package answer

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"youju/answer/answertest"
	"youju/answer/asking"
	"youju/answer/say"
)

// rowsOf tells a comparison in one line.
func rowsOf(c say.Comparison) string {
	var rows []string
	for _, r := range c.Rows {
		rows = append(rows, strings.TrimSpace(fmt.Sprintf("%s=%s %s %v", r.Label, r.Text, r.Expression, r.Citations)))
	}
	return strings.Join(rows, " | ")
}

func TestWhatAnAnswerCompares(t *testing.T) {
	answerer := New(answertest.Collection(t, answertest.Embedder{},
		[]string{"白塔高新区年报", "2021年，白塔高新区有科技企业280家。出口额80亿元，同比增长25%；进口额60亿元，同比增长50%。用电量9亿度，同比下降75%。"},
		[]string{"青禾高新区年报", "2021年，青禾高新区有科技企业310家。列入甲州“瞪羚企业”的有28家，列入乙州“瞪羚企业”的有16家。"},
		[]string{"云台公园开放", "云台公园种树500棵。"},
		[]string{"碧湖年报", "2021年，碧湖高新区接待游客90万人次。"},
		[]string{"碧湖快讯", "2021年，碧湖高新区接待游客88万人次。"}), nil)
	for question, want := range map[string]string{
		"哪个高新区的科技企业最多":       "青禾高新区=310家  [1] | 白塔高新区=280家  [2]",
		"白塔高新区2020年出口额多少":    "白塔高新区出口额=80亿元  [1] | =64亿元 80亿 ÷ (1 + 25%) [1]",
		"白塔高新区出口额比进口额多多少":    "白塔高新区出口额=80亿元  [1] | 白塔高新区进口额=60亿元  [2] | =20亿元 80亿 − 60亿 [1 2]",
		"白塔高新区的出口额和进口额哪个涨得快": "白塔高新区的出口额=25%  [1] | 进口额=50%  [2]",
		"碧湖高新区接待游客多少人次":      "没有日期的一篇=88万人次  [1] | 没有日期的一篇=90万人次  [2]",
		"白塔高新区的进口额和用电量哪个涨得快": "白塔高新区的进口额=50%  [1] | 用电量 下降=75%  [2]",
		"青禾高新区有多少科技企业":       "",
		"白塔高新区出口额多少":         "",
		"云台公园种了多少棵树":         "",
	} {
		a, err := answerer.Answer(context.Background(), asking.Question{Text: question})
		if err != nil {
			t.Fatal(err)
		}
		c, ok := a.Compare()
		if got := rowsOf(c); ok != (want != "") || ok && got != want {
			t.Errorf("%s: %q compares %v\n got: %s\nwant: %s", question, a.Text, ok, got, want)
		}
		for _, r := range c.Rows {
			if !strings.Contains(a.Text, strings.TrimPrefix(r.Text, "约")) {
				t.Errorf("%s: %q is not said in %q", question, r.Text, a.Text)
			}
		}
	}
}
