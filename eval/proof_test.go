package eval_test

import (
	"slices"
	"strings"
	"testing"

	"youju/answer/asking"
	"youju/answer/say"
	"youju/eval"
	"youju/news"
	"youju/retrieval"
)

func unproved(t *testing.T, s *retrieval.Snapshot, question string, a say.Answer, before ...string) []string {
	t.Helper()
	q := eval.Query{Text: question}
	for _, b := range before {
		q.Gold.History = append(q.Gold.History, asking.Turn{Question: b})
	}
	return eval.Unproved(s, q, a)
}

func text(s string) *string { return &s }

// Everything that the contract lets an answer say.
func TestUnprovedLetsPass(t *testing.T) {
	s := town(t)
	quotes := [][2]string{{"a#1", "甲县2020年有书店120家，同比增长20%，占全省的4%。"}, {"b", "乙县有茶馆三十家，书店80家"}}
	base := func(text string) say.Answer { return said(t, s, text, quotes, "120家", "80家") }
	period := said(t, s, "1.5万册（去年（2020年））[1]", [][2]string{{"a#2", "甲县的书店去年卖书1.5万册"}}, "1.5万册")
	period.Figures[0].Period = text("去年（2020年）") // the article is of March 2021
	derived := base("多40家：120家 − 80家 [1] [2]")
	derived.Derived = []say.Derived{{Text: "40家", Value: "40", Unit: "家", Op: "difference", Operands: []int{0, 1}, Expression: "120 − 80"}}
	counted := base("120家 [1]（看了 3 篇）")
	counted.Derived = []say.Derived{{Text: "3 篇", Value: "3", Unit: "篇", Op: "count"}}
	cases := []struct {
		name, question string
		a              say.Answer
		before         []string
	}{
		{"quoted figures", "", base("120家 [1]，80家 [2]"), nil},
		{"words of a quote", "", base("120家 [1]：占全省的4%，乙县有茶馆三十家 [2]"), nil},
		{"full width", "", base("１２０家 [1]"), nil},
		{"the question's year", "2019年甲县有多少家书店", base("没有2019年的数，120家 [1]"), nil},
		{"the question's numerals", "是九十九家吗", base("不是九十九家，120家 [1]"), nil},
		{"a year of the conversation", "书店呢", base("120家（2018年）[1]"), []string{"2018年有多少茶馆"}},
		{"a date of a citation", "", base("2021年3月5日的报道：120家 [1]"), nil},
		{"one of them, in words", "", base("120家 [1]，其他县一家也没有"), nil},
		{"a relative period", "", period, nil},
		{"a derived figure", "", derived, nil},
		{"articles looked at", "", counted, nil},
		{"a refusal", "", say.Answer{Text: "没有说到。", Refused: true}, nil},
		{"a footnote of the article", "", said(t, s, "税4%[31][32] [1]", [][2]string{{"b", "税4%[31][32]"}}, "4%"), nil},
		{"a note", "", said(t, s, "王小明 [1]", [][2]string{{"c-n", "王小明"}}), nil},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if got := unproved(t, s, c.question, c.a, c.before...); len(got) > 0 {
				t.Errorf("%s: %v", c.a.Text, got)
			}
		})
	}
}

// One thing wrong with an answer that is right otherwise.
func TestUnprovedFinds(t *testing.T) {
	s := town(t)
	cases := []struct {
		name string
		harm func(a *say.Answer)
		want string
	}{
		{"another number in the text", func(a *say.Answer) { a.Text = "121家 [1]" }, "121"},
		{"a part of a number", func(a *say.Answer) { a.Text = "12家 [1]" }, "12"},
		{"its unit changed", func(a *say.Answer) { a.Text = "120亿元 [1]" }, "120亿元"},
		{"a percentage of a count", func(a *say.Answer) { a.Text = "120% [1]" }, "120%"},
		{"Chinese numerals", func(a *say.Answer) { a.Text = "一百二十一家 [1]" }, "一百二十一家"},
		{"a number of what is not quoted", func(a *say.Answer) { a.Text += "乙县80家" }, "80"},
		{"a marker without a citation", func(a *say.Answer) { a.Text += " [3]" }, "[3]"},
		{"a quote that is not verbatim", func(a *say.Answer) { a.Citations[0].Quote = "甲县2020年有书店130家" }, "verbatim"},
		{"a quote at another place", func(a *say.Answer) { a.Citations[0].Start++; a.Citations[0].End++ }, "verbatim"},
		{"a quote out of range", func(a *say.Answer) { a.Citations[0].End = 999 }, "verbatim"},
		{"an empty quote", func(a *say.Answer) { a.Citations[0].Quote, a.Citations[0].End = "", a.Citations[0].Start }, "verbatim"},
		{"no such paragraph", func(a *say.Answer) { a.Citations[0].Paragraph = "z" }, "not there"},
		{"another title", func(a *say.Answer) { a.Citations[0].Title = "乙县的茶馆" }, "title"},
		{"another date", func(a *say.Answer) { a.Citations[0].Date = "2022-03-05" }, "date"},
		{"citations misnumbered", func(a *say.Answer) { a.Citations[0].N = 2 }, "numbered"},
		{"a figure without a citation", func(a *say.Answer) { a.Figures[0].Citation = 0 }, "not cited"},
		{"a figure of a citation that is not there", func(a *say.Answer) { a.Figures[0].Citation = 2 }, "not cited"},
		{"a figure elsewhere", func(a *say.Answer) { a.Figures[0].Start--; a.Figures[0].End-- }, "place"},
		{"a figure outside the quote", func(a *say.Answer) {
			a.Figures[0].Text, a.Figures[0].Value, a.Figures[0].Start, a.Figures[0].End = "4%", "4", 24, 26
		}, "outside"},
		{"another value", func(a *say.Answer) { a.Figures[0].Value = "1200" }, "value"},
		{"a value that is no number", func(a *say.Answer) { a.Figures[0].Value = "many" }, "value"},
		{"a period of nowhere", func(a *say.Answer) { a.Figures[0].Period = text("2016年") }, "period"},
		{"an operand that is not quoted", derive("sum", "120", "120家", "120", 0, 1), "not quoted"},
		{"an operation of too few", derive("sum", "120", "120家", "120", 0), "worked out"},
		{"an unknown operation", derive("guess", "120", "120家", "120", 0, 0), "worked out"},
		{"a wrong result", derive("sum", "250", "250家", "120 + 120", 0, 0), "not 240"},
		{"a text of another value", derive("sum", "240", "250家", "120 + 120", 0, 0), "does not say"},
		{"an expression of other numbers", derive("sum", "240", "240家", "120 + 90 + 30", 0, 0), "no operand"},
		{"no expression", derive("sum", "240", "240家", "", 0, 0), "how it was worked out"},
		{"more articles than there are", func(a *say.Answer) {
			a.Derived = []say.Derived{{Text: "9篇", Value: "9", Unit: "篇", Op: "count"}}
		}, "9"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			a := said(t, s, "120家 [1]", [][2]string{{"a#1", bookshops}}, "120家")
			if got := unproved(t, s, "", a); len(got) > 0 {
				t.Fatalf("unharmed: %v", got)
			}
			c.harm(&a)
			got := unproved(t, s, "", a)
			if !slices.ContainsFunc(got, func(p string) bool { return strings.Contains(p, c.want) }) {
				t.Errorf("found %q, want %s", got, c.want)
			}
		})
	}
}

// derive adds a derived figure, and says it.
func derive(op, value, said, expression string, operands ...int) func(*say.Answer) {
	return func(a *say.Answer) {
		a.Derived = []say.Derived{{Text: said, Value: value, Unit: "家", Op: op, Operands: operands, Expression: expression}}
	}
}

// The operations of the contract, over operands of our own; results by hand.
func TestDerivedByHand(t *testing.T) {
	s := town(t)
	quotes := [][2]string{
		{"a#1", "甲县2020年有书店120家，同比增长20%，占全省的4%。"}, {"b", "乙县有茶馆三十家，书店80家，茶馆收入100万元"},
		{"a#2", "甲县的书店去年卖书1.5万册，收入下降10%，为900万元"},
	}
	figures := []string{"120家", "80家", "20%", "4%", "100万元", "900万元", "10%", "1.5万册"}
	cases := []struct {
		op    string
		of    []int
		value string
		text  string
		right bool
	}{
		{"sum", []int{0, 1}, "200", "200家", true},
		{"sum", []int{0, 1, 1}, "280", "280家", true},
		{"sum", []int{0, 1}, "201.1", "201.1家", false}, // 0.55 % off
		{"sum", []int{0, 1}, "200.9", "201家", true},    // 0.45 % and 0.5 %
		{"sum", []int{0, 2}, "140", "140家", false},     // a percentage
		{"sum", []int{4, 1}, "1000080", "1000080元", false},
		{"difference", []int{1, 0}, "40", "40家", true},
		{"difference", []int{2, 3}, "16", "16个百分点", true},
		{"difference", []int{0, 1, 1}, "40", "40家", false},
		{"ratio", []int{0, 1}, "1.5", "1.5倍", true},
		{"ratio", []int{1, 0}, "1.5", "1.5倍", false},
		{"share", []int{1, 0}, "66.67", "66.7%", true},
		{"growth", []int{0, 1}, "50", "50%", true},
		{"growth", []int{1, 0}, "-33.33", "下降33.3%", true},
		{"growth", []int{1, 0}, "33.33", "33.3%", false}, // a fall
		{"mean", []int{0, 1}, "100", "100家", true},
		{"mean", []int{4, 1}, "12500", "1.25万元", true}, // a total by a count
		{"mean", []int{4, 5}, "5000000", "500万元", true},
		{"mean", []int{4, 1}, "500040", "50万元", false},
		{"base", []int{0, 2}, "100", "100家", true},
		{"base", []int{5, 6}, "10000000", "1000万元", true}, // 下降10%
		{"base", []int{5, 6}, "8181818", "818万元", false},  // as if it had risen
		{"whole", []int{0, 3}, "3000", "3000家", true},
		{"part", []int{1, 2}, "16", "16家", true},
		{"convert", []int{7}, "15000", "15000册", true},
		{"convert", []int{7}, "1500", "1500册", false},
		{"count", []int{0, 1}, "2", "2个", true},
		{"count", []int{0, 1}, "3", "3个", false},
	}
	for _, c := range cases {
		t.Run(c.op+" "+c.text, func(t *testing.T) {
			a := said(t, s, "[1]", quotes, figures...)
			a.Derived = []say.Derived{{Text: c.text, Value: c.value, Op: c.op, Operands: c.of, Expression: "（见引文）"}}
			if got := unproved(t, s, "", a); (len(got) == 0) != c.right {
				t.Errorf("proved: %v, want %v; %v", len(got) == 0, c.right, got)
			}
		})
	}
}

func TestUnprovedKnowsWhatWasBefore(t *testing.T) {
	s := corpusOf(t, wordsOnly{}, []news.Article{{ID: "d", Kind: news.KindArticle, Title: "丁村", Paragraphs: []news.Paragraph{{ID: "d", Text: "丁村入住率93%，比上年提高4个百分点；集体收入186万元，是2020年的3倍。"}}}})
	for _, c := range []struct {
		text, value, unit, op string
		figures               []string
		wrong                 bool
	}{
		{"89%", "89", "%", "difference", []string{"93%", "4个百分点"}, false},
		{"62万元", "620000", "元", "ratio", []string{"186万元", "3倍"}, false},
		{"97%", "97", "%", "difference", []string{"93%", "4个百分点"}, true},
		{"62万元", "620000", "元", "difference", []string{"186万元", "3倍"}, true},
	} {
		a := said(t, s, c.text+"："+c.figures[0]+" [1]，"+c.figures[1]+" [1]", [][2]string{{"d", "丁村入住率93%，比上年提高4个百分点；集体收入186万元，是2020年的3倍"}}, c.figures...)
		a.Derived = []say.Derived{{Text: c.text, Value: c.value, Unit: c.unit, Op: c.op, Operands: []int{0, 1}, Expression: c.figures[0] + " " + c.figures[1]}}
		if got := unproved(t, s, "", a); (len(got) > 0) != c.wrong {
			t.Errorf("%s by %s of %v: unproved %v", c.text, c.op, c.figures, got)
		}
	}
}
