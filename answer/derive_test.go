package answer

import (
	"context"
	"strings"
	"testing"

	"youju/answer/answertest"
	"youju/answer/asking"
	"youju/embed"
)

func TestWorkedOut(t *testing.T) {
	encoder, err := embed.Open()
	if err != nil {
		t.Fatal(err)
	}
	answerer := New(answertest.Park(t, encoder), nil)
	for _, c := range []struct {
		question, op, value, text string
	}{
		{"青禾高新区的工业利润总额和实际利用外资哪个增得快", "difference", "5.1", "5.1个百分点"},
		{"实际利用外资的增速比工业利润总额的增速高几个百分点", "difference", "5.1", "5.1个百分点"},
		{"青禾高新区2020年实际利用外资大概多少", "base", "405330000", "40533万美元"},     // 45600 ÷ 1.125 = 40533.3
		{"青禾高新区2020年规上工业总产值推算是多少", "base", "80504000000", "805.04亿元"}, // 830 ÷ 1.031 = 805.043
		{"按平台占全省的比例推算，全省有多少家认证企业", "whole", "16215", "16215家"},        // 1508 ÷ 9.3 % = 16215.05
		{"工业利润总额相当于规模以上工业总产值的百分之几", "share", "11.08", "11.08%"},       // 92 ÷ 830
		{"白塔经开区培训干部的1.2万人次是多少人次", "convert", "12000", "12000人次"},
	} {
		t.Run(c.question, func(t *testing.T) {
			a, err := answerer.Answer(context.Background(), asking.Question{Text: c.question})
			if err != nil || a.Refused || len(a.Derived) != 1 {
				t.Fatalf("answer %q, refused %v, derived %+v, error %v", a.Text, a.Refused, a.Derived, err)
			}
			d := a.Derived[0]
			if d.Op != c.op || d.Value != c.value || d.Text != c.text {
				t.Errorf("derived %+v, want %s %s", d, c.op, c.text)
			}
			if !strings.Contains(a.Text, c.text) || d.Expression == "" {
				t.Errorf("%q does not say %s", a.Text, c.text)
			}
		})
	}
}

func TestWhatIsNotWorkedOut(t *testing.T) {
	corpus := answertest.Collection(t, answertest.Embedder{}, []string{"白塔高新区企业培育", "2021年，白塔高新区列入北岭“瞪羚企业”的有28家，列入南岭“瞪羚企业”的有16家。全区引进外资3000万美元。"})
	answerer := New(corpus, nil)
	for question, said := range map[string]string{
		"白塔高新区一共多少家瞪羚企业":        "加不出总数",
		"白塔高新区引进外资折合人民币多少":      "",
		"北岭瞪羚企业和南岭瞪羚企业一共多少家":    "加不出总数",
		"白塔高新区2020年引进外资大概多少万美元": "没有2020年",
	} {
		a, err := answerer.Answer(context.Background(), asking.Question{Text: question})
		if err != nil || len(a.Derived) > 0 || !strings.Contains(a.Text, said) || said != "" && !a.Refused {
			t.Errorf("%s got %q, refused %v, derived %+v, error %v", question, a.Text, a.Refused, a.Derived, err)
		}
	}
}

func TestTheYearBefore(t *testing.T) {
	corpus := answertest.Collection(t, answertest.Embedder{}, []string{"白塔高新区年报", "2021年，白塔高新区办展会9次，比2020年减少5次；出口额80亿元，同比下降20%；进口额60亿元，环比增长50%。"})
	answerer := New(corpus, nil)
	for question, want := range map[string]string{
		"白塔高新区2020年办展会多少次": "14次",
		"白塔高新区2020年出口额多少":  "100亿元",
		"白塔高新区2020年进口额多少":  "", // against the month before
	} {
		a, err := answerer.Answer(context.Background(), asking.Question{Text: question})
		if err != nil || (len(a.Derived) > 0) != (want != "") || want != "" && a.Derived[0].Text != want {
			t.Errorf("%s got %q, derived %+v, error %v; want %s", question, a.Text, a.Derived, err, want)
		}
	}
}

func TestMostLooksOverAllArticles(t *testing.T) {
	corpus := answertest.Collection(t, answertest.Embedder{},
		[]string{"白塔高新区年报", "2021年，白塔高新区有科技企业280家。"},
		[]string{"青禾高新区年报", "2021年，青禾高新区有科技企业310家。"},
		[]string{"云台公园开放", "云台公园种树500棵。"})
	a, err := New(corpus, nil).Answer(context.Background(), asking.Question{Text: "哪个高新区的科技企业最多"})
	if err != nil || a.Refused || len(a.Figures) != 2 || a.Figures[0].Text != "310家" {
		t.Fatalf("answer %q, figures %+v, error %v", a.Text, a.Figures, err)
	}
	if !strings.Contains(a.Text, "看了3篇，2篇有") || len(a.Derived) != 2 || a.Derived[0].Op != "count" || len(a.Derived[0].Operands) != 0 {
		t.Errorf("answer %q, derived %+v", a.Text, a.Derived)
	}
}

// TestWhichGrewMost: how fast something grew is told from what it came to, people are no
// companies, and what is unlike is shown but not ranked.
func TestWhichGrewMost(t *testing.T) {
	answerer := New(answertest.Collection(t, answertest.Embedder{},
		[]string{"白塔高新区年报", "2021年，白塔高新区工业利润92亿元，同比增长7.4%，有科技型中小企业280家。白塔高新区为企业招工5000人。"},
		[]string{"青禾经开区年报", "2021年，青禾经开区工业利润85亿元，同比增长9.1%。青禾经开区的物流相关企业有12家。红岭高新区在校学生近6000人。"}), nil)
	for _, c := range []struct{ question, says string }{
		{"哪个园区的工业利润增长最快", "青禾经开区：9.1%"},
		{"这些园区里谁的工业利润增速最高", "青禾经开区：9.1%"},
		{"哪个园区的工业利润最高", "白塔高新区：92亿元"},
		{"工业利润最高的是哪个园区", "白塔高新区：92亿元"},
		{"哪个高新区的企业最多", "白塔高新区：280家"},
		{"哪个高新区的学生最多", "红岭高新区：近6000人"},
		{"哪个园区的企业最多", "各自说的不是同一回事"},
	} {
		a, err := answerer.Answer(context.Background(), asking.Question{Text: c.question})
		if err != nil || !strings.HasPrefix(a.Text, c.says) {
			t.Errorf("%s got %q (%v), want %q", c.question, a.Text, err, c.says)
		}
	}
}

func TestClaims(t *testing.T) {
	encoder, err := embed.Open()
	if err != nil {
		t.Fatal(err)
	}
	answerer := New(answertest.Park(t, encoder), nil)
	for question, want := range map[string]string{
		"青禾高新区规上工业总产值是830亿元吧":   "是的，830亿元",
		"青禾高新区规上工业总产值是803亿元对吧":  "不是803亿元，是830亿元",
		"青禾高新区平台认证企业有一千多家吧":     "是的，1508家",
		"平台认证企业占青岭市四成多对吗":       "是的，41.2%",
		"平台认证企业占青岭市近四成对吗":       "不是四成，是41.2%",
		"青禾高新区引进优质项目超过80个了吗":    "是，86个",
		"青禾高新区引进优质项目超过九十个了吗":    "没有，是86个",
		"白塔创新中心是3月6号揭牌的吗":       "不是3月6号，是3月5日",
		"平台认证企业占青岭市四成半对吗":       "不是四成半，是41.2%",
		"青禾高新区平台认证企业居东原省第一吧":    "不是第一，是第二",
		"青禾高新区优质项目总投资超过1200亿元吗": "是，超1200亿元",
		"青禾高新区优质项目总投资超过1250亿元吗": "文章没有直接给出这个数。最接近的是：超1200亿元", // it may be more
		"青禾高新区优质项目总投资超过1500亿元吗": "没有，是超1200亿元",
		"青禾高新区有没有超过100个院士":      "文章没有直接给出这个数",
	} {
		a, err := answerer.Answer(context.Background(), asking.Question{Text: question})
		if err != nil || a.Refused != strings.HasPrefix(want, "文章没有") || !strings.HasPrefix(a.Text, want) {
			t.Errorf("%s got %q, refused %v, error %v; want %s", question, a.Text, a.Refused, err, want)
		}
	}
}

// TestWhatAFigureIs: a question that only names a figure gets where it stands, of what
// place and when.
func TestWhatAFigureIs(t *testing.T) {
	answerer := New(answertest.Park(t, answertest.Embedder{}), nil)
	for question, want := range map[string]string{
		"1.2万人次是什么":   "1.2万人次（白塔经开区",
		"31个指的是什么":    "31个（青禾高新区",
		"45600万美元是谁的": "45600万美元（青禾高新区",
		"999家是什么":     "文章没有",
	} {
		a, err := answerer.Answer(context.Background(), asking.Question{Text: question})
		if err != nil || a.Refused != strings.HasPrefix(want, "文章没有") || !strings.HasPrefix(a.Text, want) {
			t.Errorf("%s got %q, refused %v, error %v; want %s", question, a.Text, a.Refused, err, want)
		}
	}
}

func TestFollowUps(t *testing.T) {
	encoder, err := embed.Open()
	if err != nil {
		t.Fatal(err)
	}
	answerer := New(answertest.Park(t, encoder), nil)
	for _, c := range []struct {
		before []string
		said   string
		now    string
		want   string
	}{
		{[]string{"青禾高新区规模以上工业总产值是多少"}, "830亿元", "利润呢", "92亿元"},
		{[]string{"青禾高新区规模以上工业总产值是多少", "利润呢"}, "92亿元", "增速呢", "7.4%"},
		{[]string{"青禾高新区规模以上工业总产值是多少", "利润呢"}, "92亿元", "外资呢", "45600万美元"},
		{[]string{"青禾高新区规模以上工业总产值是多少", "同比呢"}, "3.1%", "利润呢", "92亿元"},
		{[]string{"青禾高新区规模以上工业总产值是多少"}, "830亿元", "同比呢", "3.1%"},
		{[]string{"青禾高新区引进优质项目多少个"}, "86个", "其中动工的呢", "31个"},
		{[]string{"青禾高新区有多少项目动工"}, "31个", "引进的呢", "86个"},
		{[]string{"青禾高新区平台已认证企业占全市多少"}, "41.2%", "全省呢", "9.3%"},
		{[]string{"青禾高新区引进优质项目多少个"}, "86个", "超过80个了吗", "86个"},
	} {
		var history []asking.Turn
		for _, q := range c.before {
			history = append(history, asking.Turn{Question: q, Answer: c.said})
		}
		a, err := answerer.Answer(context.Background(), asking.Question{Text: c.now, History: history})
		if err != nil || len(a.Figures) == 0 || a.Figures[0].Text != c.want {
			t.Errorf("%v, then %s got %q, error %v; want %s", c.before, c.now, a.Text, err, c.want)
		}
	}
}

func TestAnotherSpellingIsTold(t *testing.T) {
	corpus := answertest.Collection(t, answertest.Embedder{}, []string{"郑州高新区年报", "郑州高新区有科技企业2103家。"})
	a, err := New(corpus, nil).Answer(context.Background(), asking.Question{Text: "郑洲高新区有多少家科技企业"})
	if err != nil || a.Refused || len(a.Figures) == 0 || a.Figures[0].Text != "2103家" || !strings.Contains(a.Text, "“郑洲”按“郑州”查") {
		t.Errorf("answer %q, refused %v, error %v", a.Text, a.Refused, err)
	}
}
