package weigh

import (
	"testing"

	"youju/answer/asking"
	"youju/answer/evidence"
	"youju/answer/scales"
	"youju/figure"
	"youju/hanzi"
	"youju/retrieval"
)

func TestTheFirstOfAnOrderAreCalledInManyWays(t *testing.T) {
	for _, c := range []struct{ question, text, other string }{
		{"哪家企业跻身全球前500", "禾丰集团进入全球500强。", ""}, {"哪家企业进入前500强", "禾丰集团列前500名。", ""}, {"哪家企业进入前500强", "禾丰集团名列第486位。", ""},
		{"哪家企业进入前100强", "禾丰集团进入全球500强，名列第486位。", "前100强"}, {"哪家企业进入前100强", "禾丰集团进入百强。", ""}, {"谁排名第三", "禾丰集团名列第486位。", "第三"},
		{"第三赛区有几支队", "第一赛区有8支队、第二赛区有9支队。", "第三赛区"}, {"第三赛区有几支队", "第一赛区有8支队、第三赛区有9支队。", ""}, {"第三赛区有几支队", "第一名是青禾队。", ""},
	} {
		if got := otherNumber(asking.Read(asking.Question{Text: c.question}), c.text); got != c.other {
			t.Errorf("%s, %s: %q, want %q", c.question, c.text, got, c.other)
		}
	}
}

// TestTheClauseOfANumber: of a sentence with a clause for each, the one whose number is asked for is first.
func TestTheClauseOfANumber(t *testing.T) {
	text := []rune("第二届茶会2018年举行，第三届2020年举行")
	sentence := evidence.Sentence{Source: retrieval.Source{Text: string(text)}, Text: text, Span: hanzi.Span{End: len(text)}}
	for question, year := range map[string]int{"第三届茶会是哪年": 2020, "第二届茶会是哪年": 2018, "茶会是哪年": 2018} {
		var found []Candidate
		for _, f := range figure.Find(string(text)) {
			if f.Kind == figure.Date {
				found = append(found, Candidate{Sentence: sentence, Figure: f, Clause: ClauseOf(text, sentence.Span, f), Features: scales.Figure{Cosine: 1, Hit: 1, Fit: 1, Head: 1, Clause: 1}})
			}
		}
		if numberedFirst(asking.Read(asking.Question{Text: question}), found, false); len(found) != 2 || found[0].Figure.When.Year != year {
			t.Errorf("%s: %s is first of %d", question, found[0].Figure.Text, len(found))
		}
	}
}
