package check

import (
	"context"
	"encoding/json"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"youju/answer/answertest"
	"youju/answer/gate"
	"youju/figure"
)

// TestPlacesInAnOrder: a place is held against a place, and the number of one in a row against no place.
func TestPlacesInAnOrder(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"第三位", "首位", true}, {"第28届", "第29届", true}, {"第三位", "首次", false}, {"第28届", "第五位", false}, {"3个", "第三位", false},
	} {
		if got := sameOrder(figure.Find(c.a)[0], figure.Find(c.b)[0]); got != c.want {
			t.Errorf("%s and %s are of one order: %v", c.a, c.b, got)
		}
	}
}

func TestCheck(t *testing.T) {
	corpus := answertest.Park(t, answertest.Embedder{})
	cases := []struct {
		name, text string
		want       string // figure, verdict and the articles' figure, each
	}{
		{"as printed", "青禾高新区引进优质项目86个", "86个 same 86个"},
		{"a digit", "青禾高新区引进优质项目68个", "68个 different 86个"},
		{"another scale", "2021年青禾高新区规模以上工业总产值8300000万元", "2021年 same 2021年|8300000万元 same 830亿元"},
		{"short form and rounded", "青禾高新区规上工业总产值约800亿元", "800亿元 rounded 830亿元"},
		{"rounded to what is printed", "青禾高新区实际利用外资4.6亿美元", "4.6亿美元 rounded 45600万美元"},
		{"cut off, not rounded", "青禾高新区实际利用外资4.5亿美元", "4.5亿美元 different 45600万美元"},
		{"another year", "2020年青禾高新区实际利用外资45600万美元", "2020年 different 2021年|45600万美元 unknown "},
		{"another year and figure", "2020年青禾高新区实际利用外资30000万美元", "2020年 unknown |30000万美元 unknown "},
		{"another place", "黑石高新区实际利用外资45600万美元", "45600万美元 unknown "},
		{"another metric", "青禾高新区出口总额45600万美元", "45600万美元 unknown "},
		{"another unit", "青禾高新区实际利用外资45600万元", "45600万元 unknown "},
		{"each its own growth", "2021年青禾高新区工业利润总额同比增长3.1%", "2021年 same 2021年|3.1% different 7.4%"},
		{"the other way", "2021年青禾高新区工业利润总额同比下降7.4%", "2021年 same 2021年|7.4% different 7.4%"},
		{"of another whole", "青禾高新区平台已认证企业占青岭市9.3%", "9.3% different 41.2%"},
		{"an event's day", "3月6日，白塔创新中心揭牌", "3月6日 different 3月5日"},
		{"a name", "青禾高新区落实“三个500亿”，引进优质项目86个", "86个 same 86个"},
		{"a line that needs the one before it", "黑石高新区：\n引进优质项目86个", "86个 unknown "},
		{"nothing", "青禾高新区发展很快", ""},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			checked, err := Text(context.Background(), corpus, c.text)
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, c := range checked {
				figure := ""
				if c.Figure != nil {
					figure = c.Figure.Text
				}
				got = append(got, c.Text+" "+string(c.Verdict)+" "+figure)
			}
			if got := strings.Join(got, "|"); got != c.want {
				t.Errorf("%s: %q, want %q", c.text, got, c.want)
			}
		})
	}
}

func TestCheckedJSONHasListsAndNulls(t *testing.T) {
	checked, err := Text(context.Background(), answertest.Park(t, answertest.Embedder{}), "第一行。\n月球上有3家企业。")
	if err != nil || len(checked) == 0 {
		t.Fatalf("checked %+v, error %v", checked, err)
	}
	line, err := json.Marshal(checked[len(checked)-1])
	if err != nil {
		t.Fatal(err)
	}
	if want := `{"text":"3家","start":9,"end":11,"verdict":"unknown","figure":null,"citations":[]}`; string(line) != want {
		t.Errorf("%s, want %s", line, want)
	}
}

// TestEveryCheckIsProved checks texts that nobody would write; each figure stands
// where it is said to, and what is said of it passes the gate.
func TestEveryCheckIsProved(t *testing.T) {
	corpus := answertest.Park(t, answertest.Embedder{})
	snapshot := corpus.Snapshot()
	pieces := []string{"青禾高新区", "引进优质项目", "86个", "68个", "，", "。", "\n", "2021年", "2019年", "规上工业总产值", "830亿元", "增长", "下降", "约", "超", "３.１％", "占全省9.3%", "999999999999999999999999999999亿元", "第二",
		"0家", "\xff\xfe", "\x00", "😀", "<b>", "3月5日", "13月45日", "数十个", "5%-8%", "、", "其中", "同比", "\u202e"}
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 1, 12).Draw(t, "text"), "")
		checked, err := Text(context.Background(), corpus, text)
		if err != nil {
			t.Fatal(err)
		}
		given, end := []rune(text), 0
		for _, c := range checked {
			if c.Start < end || c.End < c.Start || c.End > len(given) || string(given[c.Start:c.End]) != c.Text {
				t.Fatalf("%q: %q does not stand at [%d:%d)", text, c.Text, c.Start, c.End)
			}
			end = c.End
			if (c.Figure == nil) != (c.Verdict == Unknown) || (len(c.Citations) == 0) != (c.Verdict == Unknown) {
				t.Fatalf("%q: %+v", text, c)
			}
			for _, citation := range c.Citations {
				if err := gate.ProveCitation(snapshot, citation); err != nil {
					t.Fatal(err)
				}
			}
			if c.Figure != nil {
				if err := gate.ProveFigure(snapshot, *c.Figure, c.Citations); err != nil {
					t.Fatal(err)
				}
			}
		}
	})
}
