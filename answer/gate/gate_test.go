package gate

import (
	"strings"
	"testing"

	"youju/answer/answertest"
	"youju/answer/asking"
	"youju/answer/say"
	"youju/retrieval"
)

// TestTheGateWorksItOutAgain: a derived figure that its operands do not give, or
// whose text is not its value, does not pass.
func TestTheGateWorksItOutAgain(t *testing.T) {
	snapshot := answertest.Park(t, answertest.Embedder{}).Snapshot()
	figures := []say.Figure{{Value: "1413"}, {Value: "10.9"}}
	right := say.Derived{Text: "1274亿元", Value: "127400000000", Unit: "元", Op: "base", Operands: []int{0, 1}, Expression: "1413亿 ÷ (1 + 10.9%)"}
	figures[0].Value = "141300000000"
	if err := proveDerived(snapshot, right, figures); err != nil {
		t.Fatal(err)
	}
	for name, change := range map[string]func(*say.Derived){
		"another value":       func(d *say.Derived) { d.Value, d.Text = "128400000000", "1284亿元" },
		"another text":        func(d *say.Derived) { d.Text = "1275亿元" },
		"a fall":              func(d *say.Derived) { d.Expression = "1413亿 ÷ (1 − 10.9%)" },
		"another operation":   func(d *say.Derived) { d.Op = "sum" },
		"no such operation":   func(d *say.Derived) { d.Op = "guess" },
		"no such operand":     func(d *say.Derived) { d.Operands = []int{0, 2} },
		"an operand too few":  func(d *say.Derived) { d.Operands = []int{0} },
		"operands turned":     func(d *say.Derived) { d.Operands = []int{1, 0} },
		"a count of articles": func(d *say.Derived) { d.Op, d.Operands = "count", nil },
	} {
		d := right
		change(&d)
		if proveDerived(snapshot, d, figures) == nil {
			t.Errorf("%s passed: %+v", name, d)
		}
	}
}

const proofText = "甲园区2020年引进企业1,234家，同比增长5.6%。乙园区引进二十余家。"

// proved is an honest answer over proofText, which each case below corrupts.
func proved(snapshot *retrieval.Snapshot) say.Answer {
	p := snapshot.Articles()[0].Paragraphs[0]
	runes := []rune(p.Text)
	end := strings.IndexRune(p.Text, '。')
	sentence := len([]rune(p.Text[:end])) + 1
	return say.Answer{
		Text:      "1,234家（2020年） [1]",
		Figures:   []say.Figure{{Text: "1,234家", Value: "1234", Unit: "家", Citation: 1, Start: 12, End: 18}},
		Citations: []say.Citation{{N: 1, Paragraph: p.ID, Quote: string(runes[:sentence]), Start: 0, End: sentence}},
		Marks:     []say.Mark{{Start: 0, End: 6, Figure: 0}},
	}
}

func TestGateLetsAProvedAnswerThrough(t *testing.T) {
	snapshot := answertest.Collection(t, answertest.Embedder{}, []string{"园区", proofText}).Snapshot()
	want := proved(snapshot)
	if err := Prove(snapshot, "甲园区引进多少家企业", want); err != nil {
		t.Fatal(err)
	}
	if got := Pass(snapshot, asking.Reading{}, want); got.Text != want.Text {
		t.Errorf("a proved answer became %q", got.Text)
	}
}

// TestNothingGetsRoundTheGate tries to say what the articles do not.
func TestNothingGetsRoundTheGate(t *testing.T) {
	snapshot := answertest.Collection(t, answertest.Embedder{}, []string{"园区", proofText}).Snapshot()
	attempts := map[string]func(*say.Answer){
		"another digit in the text":          func(a *say.Answer) { a.Text = "1,235家 [1]"; a.Marks = nil },
		"a figure cut short":                 func(a *say.Answer) { a.Text = "234家 [1]"; a.Marks = nil },
		"a figure made longer":               func(a *say.Answer) { a.Text = "11,234家 [1]"; a.Marks = nil },
		"the right digits without their dot": func(a *say.Answer) { a.Text = "56% [1]"; a.Marks = nil },
		"full-width digits":                  func(a *say.Answer) { a.Text = "９９家 [1]"; a.Marks = nil },
		"Chinese numerals":                   func(a *say.Answer) { a.Text = "三十家 [1]"; a.Marks = nil },
		"a number that looks like a marker":  func(a *say.Answer) { a.Text += " [99]" },
		"a marker without its citation":      func(a *say.Answer) { a.Text += " [2]" },
		"a figure that stands elsewhere":     func(a *say.Answer) { a.Figures[0].Start, a.Figures[0].End = 0, 6 },
		"a figure outside the text":          func(a *say.Answer) { a.Figures[0].End = 9999 },
		"a negative offset":                  func(a *say.Answer) { a.Figures[0].Start = -1 },
		"a figure outside its quote":         func(a *say.Answer) { a.Citations[0].End = 6; a.Citations[0].Quote = "甲园区202" },
		"a figure without a citation":        func(a *say.Answer) { a.Figures[0].Citation = 0 },
		"a figure of a citation to come":     func(a *say.Answer) { a.Figures[0].Citation = 2 },
		"a quote that was altered": func(a *say.Answer) {
			a.Citations[0].Quote = "甲园区2021年引进企业1,234家，同比增长5.6%。"
		},
		"an empty quote":                   func(a *say.Answer) { a.Citations[0].Quote, a.Citations[0].End = "", 0 },
		"a paragraph that is not there":    func(a *say.Answer) { a.Citations[0].Paragraph = "elsewhere" },
		"citations out of order":           func(a *say.Answer) { a.Citations[0].N = 2 },
		"a mark that stands on other text": func(a *say.Answer) { a.Marks[0].End = 5 },
		"a mark of no figure":              func(a *say.Answer) { a.Marks[0].Figure = 7 },
	}
	for name, corrupt := range attempts {
		t.Run(name, func(t *testing.T) {
			a := proved(snapshot)
			a.Citations = append([]say.Citation{}, a.Citations...)
			corrupt(&a)
			if err := Prove(snapshot, "甲园区引进多少家企业", a); err == nil {
				t.Fatalf("the gate let %q through", a.Text)
			}
			replaced := Pass(snapshot, asking.Reading{Raw: "甲园区引进多少家企业"}, a)
			if err := Prove(snapshot, "", replaced); err != nil {
				t.Errorf("what replaces it is not proved either: %v", err)
			}
			if replaced.Text == a.Text && name != "a mark that stands on other text" {
				t.Errorf("it was said all the same: %q", replaced.Text)
			}
		})
	}
}

func TestGateAllowsTheQuestionsOwnFigure(t *testing.T) {
	snapshot := answertest.Collection(t, answertest.Embedder{}, []string{"园区", proofText}).Snapshot()
	a := proved(snapshot)
	a.Text = "文章没有2031年的这个数。最接近的是：1,234家 [1]"
	a.Marks = nil
	if err := Prove(snapshot, "2031年甲园区引进多少家企业", a); err != nil {
		t.Errorf("the year that is missing may be repeated: %v", err)
	}
	if err := Prove(snapshot, "甲园区引进多少家企业", a); err == nil {
		t.Error("a year that nobody named was let through")
	}
}
