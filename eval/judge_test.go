package eval_test

import (
	"encoding/json"
	"math"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"youju/answer/say"
	"youju/eval"
	"youju/figure"
	"youju/news"
	"youju/retrieval"
)

// town is a collection of our own words, to be asked about.
func town(t *testing.T) *retrieval.Snapshot {
	t.Helper()
	return corpusOf(t, wordsOnly{}, townArticles())
}

func townArticles() []news.Article {
	articles := []news.Article{
		{ID: "a", Kind: news.KindArticle, Title: "甲县年报", Date: "2021-03-05", Paragraphs: []news.Paragraph{
			{ID: "a#1", Text: "甲县2020年有书店120家，同比增长20%，占全省的4%。"}, {ID: "a#2", Text: "甲县的书店去年卖书1.5万册，收入下降10%，为900万元。"}}},
		{ID: "b", Kind: news.KindArticle, Title: "乙县的茶馆", Paragraphs: []news.Paragraph{{ID: "b", Text: "乙县有茶馆三十家，书店80家，茶馆收入100万元。税4%[31][32]。"}}},
		{ID: "c", Kind: news.KindArticle, Title: "丙县", Notes: []news.Note{{ID: "c-n", Kind: news.NoteByline, Text: "记者 王小明"}}, Paragraphs: []news.Paragraph{{ID: "c", Text: "丙县没有书店。"}}},
	}
	return articles
}

// said makes an answer that quotes a part of each paragraph, its figures those that
// text says in order: "120家@1" stands in the first quote.
func said(t *testing.T, s *retrieval.Snapshot, text string, quotes [][2]string, figures ...string) say.Answer {
	t.Helper()
	a := say.Answer{Text: text}
	for i, q := range quotes {
		source, ok := s.Source(q[0])
		start := strings.Index(source.Text, q[1])
		if !ok || start < 0 {
			t.Fatalf("%s does not say %s", q[0], q[1])
		}
		start = utf8.RuneCountInString(source.Text[:start])
		a.Citations = append(a.Citations, say.Citation{N: i + 1, Article: source.Article.ID, Title: source.Article.Title,
			Date: source.Article.Date, Paragraph: q[0], Quote: q[1], Start: start, End: start + utf8.RuneCountInString(q[1])})
	}
	for _, f := range figures {
		a.Figures = append(a.Figures, quoted(t, a, f))
	}
	return a
}

func quoted(t *testing.T, a say.Answer, text string) say.Figure {
	t.Helper()
	for _, c := range a.Citations {
		if at := strings.Index(c.Quote, text); at >= 0 {
			start := c.Start + utf8.RuneCountInString(c.Quote[:at])
			found := figure.Find(text)
			if len(found) != 1 {
				t.Fatalf("%s is %d figures", text, len(found))
			}
			return say.Figure{Text: text, Value: found[0].Value.String(), Unit: found[0].Unit, Citation: c.N, Start: start, End: start + utf8.RuneCountInString(text)}
		}
	}
	t.Fatalf("no quote holds %s", text)
	return say.Figure{}
}

func query(t *testing.T, gold string) eval.Query {
	t.Helper()
	q := eval.Query{ID: "q", Text: "甲县有多少家书店？"}
	if err := json.Unmarshal([]byte(gold), &q.Gold); err != nil {
		t.Fatal(err)
	}
	return q
}

const bookshops = "甲县2020年有书店120家"

// What counts as said, and as the figure asked for, by hand.
func TestJudgeRules(t *testing.T) {
	cases := []struct {
		name, gold, text string
		figure           string // figures[0]
		contains, first  bool
	}{
		{"verbatim", `["120家"]`, "120家 [1]", "120家", true, true},
		{"full width and spaces", `["１２０ 家"]`, "有书店120家 [1]", "120家", true, true},
		{"punctuation inside", `["光荣·无双"]`, "光荣无双", "", true, false},
		{"a part of a longer number", `["20家"]`, "120家 [1]", "120家", false, false},
		{"a number goes on", `["12"]`, "120", "120", false, false},
		{"a decimal goes on", `["1"]`, "1.5", "1.5", false, false},
		{"a decimal before", `["5"]`, "1.5", "1.5", false, false},
		{"a full stop ends it", `["15"]`, "15.", "15", true, true},
		{"a percentage is no plain number", `["20"]`, "20%", "20%", false, false},
		{"the second place counts", `["12家"]`, "112家，12家", "12家", true, true},
		{"a marker is no text", `["1201"]`, "120[1]", "120", false, false},
		{"thousands", `["1,200家"]`, "1200家", "1200家", true, true},
		{"scaled alike", `["1.5万册"]`, "15000册", "15000册", false, true},
		{"Chinese numerals", `["三十家"]`, "30家", "30家", false, true},
		{"a hundred and so many", `["一百二十"]`, "120", "120", false, true},
		{"with a fraction", `["百分之三点五"]`, "3.5%", "3.5%", false, true},
		{"two figures are not one", `["120家"]`, "120家，20%", "120家，20%", true, false},
		{"one of two figures", `["1至5年"]`, "5年", "5年", false, false},
		{"any answer", `["没有", "120家"]`, "120家", "120家", true, true},
		{"case", `["GDP"]`, "gdp", "", true, false},
		{"traditional is another text", `["書店"]`, "书店", "", false, false},
		{"nothing", `["120家"]`, "80家", "80家", false, false},
	}
	s := town(t)
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			a := say.Answer{Text: c.text}
			if c.figure != "" {
				a.Figures = []say.Figure{{Text: c.figure}}
			}
			v := eval.Judge(s, query(t, `{"numeric": true, "answers": `+c.gold+`}`), a)
			if v.Contains != c.contains || v.Figure0 != c.first {
				t.Errorf("contains %v, figures[0] %v; want %v, %v", v.Contains, v.Figure0, c.contains, c.first)
			}
		})
	}
}

// What an answer is worth for each kind of question.
func TestJudgeRight(t *testing.T) {
	s := town(t)
	good := said(t, s, "120家 [1]", [][2]string{{"a#1", bookshops}}, "120家")
	refusal := say.Answer{Text: "文章没有说到。", Refused: true}
	base := good
	base.Derived = []say.Derived{{Text: "100家", Value: "100", Unit: "家", Op: "base", Operands: []int{0}}}
	scaled := base
	scaled.Derived = []say.Derived{{Text: "1274亿元", Value: "127400000000", Unit: "元"}}
	cases := []struct {
		name, gold string
		a          say.Answer
		right      bool
	}{
		{"a figure", `{"numeric": true, "answers": ["120家"]}`, good, true},
		{"a figure behind another", `{"numeric": true, "answers": ["20%"]}`, said(t, s, "120家，20% [1]", [][2]string{{"a#1", "120家，同比增长20%"}}, "120家", "20%"), false},
		{"words", `{"answers": ["120家"]}`, good, true},
		{"all of it", `{"numeric": true, "answers": ["x"], "all_of": [["120家"], ["[1]", "家"]]}`, good, true},
		{"a part is missing", `{"answers": ["120家"], "all_of": [["120家"], ["80家"]]}`, good, false},
		{"a part in another form", `{"answers": ["x"], "all_of": [["一百二十家", "120 家"]]}`, good, true},
		{"refused", `{"numeric": true, "answers": ["120家"]}`, refusal, false},
		{"said and refused", `{"answers": ["120家"]}`, say.Answer{Text: "120家", Refused: true}, false},
		{"unanswerable, refused", `{"answers": [], "answerable": false}`, refusal, true},
		{"unanswerable, nothing said", `{"answers": [], "answerable": false}`, say.Answer{Text: " \n"}, true},
		{"unanswerable, answered", `{"answers": [], "answerable": false}`, good, false},
		{"derived", `{"numeric": true, "answers": ["100家"], "op": "base", "value": "100.4", "unit": "家"}`, base, true},
		{"derived, 0.6 % off", `{"numeric": true, "answers": ["100家"], "op": "base", "value": "100.6", "unit": "家"}`, base, false},
		{"derived, another unit", `{"numeric": true, "answers": ["100家"], "op": "base", "value": "100", "unit": "元"}`, base, false},
		{"derived, scaled", `{"numeric": true, "answers": ["1274亿元"], "op": "base", "value": "1274.12", "unit": "亿元"}`, scaled, true},
		{"derived, but quoted", `{"numeric": true, "answers": ["120家"], "op": "base", "value": "120", "unit": "家"}`, good, false},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if v := eval.Judge(s, query(t, c.gold), c.a); v.Right != c.right {
				t.Errorf("right: %v, want %v; %+v", v.Right, c.right, v)
			}
		})
	}
}

func TestJudgePassages(t *testing.T) {
	s := town(t)
	a := said(t, s, "120家 [1]", [][2]string{{"a#1", bookshops}}, "120家")
	a.Hits = []say.Hit{{Paragraph: "b"}, {Paragraph: "a#2"}, {Paragraph: "a#1"}, {Paragraph: "c"}}
	note := said(t, s, "王小明 [1]", [][2]string{{"c-n", "王小明"}})
	cases := []struct {
		name  string
		a     say.Answer
		gold  map[string]int
		quote string
		cited bool
		rank  int
	}{
		{"a piece of a split passage", a, map[string]int{"a": 1}, "", true, 2},
		{"another passage", a, map[string]int{"c": 1}, "", false, 3}, // both pieces of a count once
		{"not found", a, map[string]int{"x": 1}, "", false, 0},
		{"a quote instead", a, nil, "同比增长20%", true, 2},
		{"a note", note, nil, "王小明", true, 0},
		{"judged passages go before the quote", a, map[string]int{"b": 1}, "同比增长20%", false, 1},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			q := query(t, `{"answers": ["120家"], "quote": "`+c.quote+`"}`)
			q.Relevant = c.gold
			if v := eval.Judge(s, q, c.a); v.Cited != c.cited || v.Rank != c.rank {
				t.Errorf("cited %v, rank %d; want %v, %d", v.Cited, v.Rank, c.cited, c.rank)
			}
		})
	}
}

// Eight answers with every measure worked out by hand.
func TestSum(t *testing.T) {
	s := town(t)
	good := said(t, s, "120家 [1]", [][2]string{{"a#1", bookshops}}, "120家") // 4 letters and digits
	good.Hits = []say.Hit{{Paragraph: "a#1"}}
	other := said(t, s, "80家 [1]", [][2]string{{"b", "书店80家"}}, "80家") // 3
	other.Hits = []say.Hit{{Paragraph: "b"}, {Paragraph: "a#1"}}
	dump := good
	dump.Text = "120家 [1]" + strings.Repeat("很", 121) // 125
	refusal := say.Answer{Text: "没有。", Refused: true} // 2
	invented := say.Answer{Text: "7家。"}               // 2
	gold := map[string]int{"a": 1}
	shops := `{"numeric": true, "answers": ["120家"], "kind": "plain"}`
	var verdicts []eval.Verdict
	for _, c := range []struct {
		gold     string
		relevant map[string]int
		a        say.Answer
	}{
		{shops, gold, good},
		{shops, gold, other},
		{shops, gold, refusal},
		{`{"answers": ["120家"], "kind": "words", "standalone": false}`, gold, dump},
		{`{"numeric": true, "answers": ["120家"], "kind": "derived", "op": "base", "value": "120", "unit": "家"}`, nil, good},
		{`{"answers": [], "answerable": false, "kind": "none"}`, nil, refusal},
		{`{"answers": [], "answerable": false, "kind": "none"}`, nil, good},
		{`{"answers": [], "answerable": false, "kind": "none"}`, nil, invented},
	} {
		q := query(t, c.gold)
		q.Relevant = c.relevant
		verdicts = append(verdicts, eval.Judge(s, q, c.a))
	}
	r := eval.Sum(verdicts)
	if r.Questions != 8 || r.Answerable != 5 || r.Unanswerable != 3 || r.Numeric != 4 || r.Unproved != 1 {
		t.Errorf("counts %+v", r.Scores)
	}
	for name, c := range map[string]struct {
		got eval.Mean
		sum float64
		n   int
	}{
		"right": {r.Right, 3, 8}, // good, dump, refusal
		"r@1":   {r.Recall1, 2, 4}, "r@5": {r.Recall5, 3, 4}, "mrr": {r.MRR10, 2.5, 4},
		"contains": {r.Contains, 3, 5}, "short": {r.ContainsShort, 2, 5},
		"length":  {r.Length, 4 + 3 + 2 + 125 + 4, 5},
		"figure0": {r.Figure0, 2, 4}, "figure": {r.Figure, 2, 4}, "derived": {r.Derived, 0, 1},
		"precision": {r.FigurePrecision, 2, 3},
		"citation":  {r.Citation, 2, 3},
		"refusals":  {r.RefusedRight, 1, 2}, "refused": {r.Refused, 1, 3}, "false answers": {r.FalseAnswers, 2, 3}, "over-refusal": {r.OverRefusal, 1, 5},
	} {
		if c.got.N != c.n || math.Abs(c.got.Sum-c.sum) > 1e-6 {
			t.Errorf("%s: %v of %d, want %v of %d", name, c.got.Sum, c.got.N, c.sum, c.n)
		}
	}
	if r.Standalone == nil || r.Standalone.Questions != 7 || r.Standalone.Contains.N != 4 {
		t.Errorf("standalone %+v", r.Standalone)
	}
	if k := r.Kinds["none"]; len(r.Kinds) != 4 || k == nil || k.FalseAnswers.N != 3 || r.Kinds["plain"].Figure0.N != 3 {
		t.Errorf("kinds %+v", r.Kinds)
	}
}

func TestMeanInJSON(t *testing.T) {
	got, err := json.Marshal([]eval.Mean{{Sum: 2, N: 3}, {}, {Sum: 0, N: 4}})
	if err != nil || string(got) != "[0.6667,null,0]" {
		t.Errorf("%s, %v", got, err)
	}
}

func TestFailures(t *testing.T) {
	s := town(t)
	good := said(t, s, "120家 [1]", [][2]string{{"a#1", bookshops + "，同比增长20%"}}, "120家")
	good.Hits = []say.Hit{{Paragraph: "a#1"}}
	elsewhere := said(t, s, "80家 [1]", [][2]string{{"b", "书店80家"}}, "80家")
	elsewhere.Hits = []say.Hit{{Paragraph: "b"}, {Paragraph: "a#1"}}
	missed := elsewhere
	missed.Hits = missed.Hits[:1]
	behind := good
	behind.Text = "120家，20% [1]"
	refusal := say.Answer{Text: "没有。", Refused: true, Hits: good.Hits}
	unproved := good
	unproved.Text = "121家 [1]"
	judge := func(gold string, a say.Answer) eval.Verdict {
		q := query(t, gold)
		if !strings.Contains(gold, "answerable") {
			q.Relevant = map[string]int{"a": 1}
		}
		return eval.Judge(s, q, a)
	}
	const shops = `{"numeric": true, "answers": ["120家"]}`
	cases := []struct {
		v    eval.Verdict
		want eval.Reason
	}{
		{judge(shops, good), ""},
		{judge(shops, unproved), eval.ReasonUnproved},
		{judge(`{"answerable": false}`, good), eval.ReasonFalseAnswer},
		{judge(`{"numeric": true, "answers": ["4%"]}`, good), eval.ReasonWrongFigure},
		{judge(`{"numeric": true, "answers": ["20%"]}`, behind), eval.ReasonNotFirst},
		{judge(shops, elsewhere), eval.ReasonWrongPassage},
		{judge(shops, missed), eval.ReasonMissed},
		{judge(shops, refusal), eval.ReasonRefused},
		{judge(`{"answers": ["x"], "op": "sum", "value": "1", "unit": "家"}`, good), eval.ReasonWrongResult},
		{judge(`{"answers": ["x"], "all_of": [["120家"], ["4%"]]}`, good), eval.ReasonList},
		{judge(`{"answers": ["书店"]}`, good), eval.ReasonWrongWords},
		{judge(`{"answers": ["茶馆"]}`, good), eval.ReasonWrongWords},
	}
	var all []eval.Verdict
	for _, c := range cases {
		if got, failed := c.v.Failed(); got != c.want || failed != (c.want != "") {
			t.Errorf("%s: reason %q, want %q", c.v.Answer.Text, got, c.want)
		}
		all = append(all, c.v)
	}
	counts, worst := eval.Failures(all, 10)
	if counts[eval.ReasonWrongWords] != 2 || len(counts) != len(eval.Reasons()) {
		t.Errorf("counts %v", counts)
	}
	var reasons []eval.Reason
	for _, f := range worst {
		reasons = append(reasons, f.Reason)
	}
	if !slices.Equal(reasons, eval.Reasons()) { // each in turn before the second of one
		t.Errorf("the ten worst are %v", reasons)
	}
	if _, worst := eval.Failures(all, 100); len(worst) != 11 || worst[10].Gold != "茶馆" && worst[10].Gold != "书店" {
		t.Errorf("%d failures: %+v", len(worst), worst)
	}
	if f := worst[0]; f.Said != "121家 [1]" || f.Gold != "120家" || f.Rank != 1 || len(f.Unproved) == 0 || f.Figure != "120家" {
		t.Errorf("the worst: %+v", f)
	}
}
