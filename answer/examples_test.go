package answer

import (
	"slices"
	"strings"
	"testing"

	"youju/answer/answertest"
	"youju/answer/asking"
	"youju/embed"
	"youju/lang"
)

func TestEveryAnswerOffersWhatTheArticlesAnswerToo(t *testing.T) {
	encoder, err := embed.Open()
	if err != nil {
		t.Fatal(err)
	}
	answerer := New(answertest.Park(t, encoder), nil)
	for _, c := range []struct {
		question, first string
		refused         bool
	}{
		{"青禾高新区实际利用外资多少", "青禾高新区的工业利润总额是多少？", false}, // the nearest of its paragraph
		{"青禾高新区规模以上工业总产值是多少", "青禾高新区的工业利润总额是多少？", false},
		{"白塔经开区培训干部多少人次", "白塔经开区的市场主体有多少户？", false}, // of the same, elsewhere
		{"2019年青禾高新区实际利用外资多少", "青禾高新区的工业利润总额是多少？", true},
	} {
		a, err := answerer.Answer(t.Context(), asking.Question{Text: c.question})
		if err != nil || a.Refused != c.refused {
			t.Fatalf("%s: %q, %v", c.question, a.Text, err)
		}
		if len(a.Suggestions) == 0 || len(a.Suggestions) > 3 || a.Suggestions[0] != c.first {
			t.Errorf("%s: suggested %q, want %s first", c.question, a.Suggestions, c.first)
		}
		silent, err := answerer.WithoutSuggestions().Answer(t.Context(), asking.Question{Text: c.question})
		if err != nil || silent.Text != a.Text || len(silent.Suggestions) > 0 {
			t.Errorf("%s: without suggestions %q, %q, %v", c.question, silent.Text, silent.Suggestions, err)
		}
		again, err := answerer.Answer(t.Context(), asking.Question{Text: c.question})
		if err != nil || !slices.Equal(again.Suggestions, a.Suggestions) {
			t.Errorf("%s: suggested %q, and then %q", c.question, a.Suggestions, again.Suggestions)
		}
		for _, s := range a.Suggestions {
			next, err := answerer.Answer(t.Context(), asking.Question{Text: s})
			if err != nil || next.Refused || len(next.Figures) == 0 || next.Figures[0].Text == a.Figures[0].Text {
				t.Errorf("%s: the suggestion %s gets %q, %v", c.question, s, next.Text, err)
			}
		}
	}
}

func TestSuggestionsAreOfTheArticlesOfNow(t *testing.T) {
	encoder, err := embed.Open()
	if err != nil {
		t.Fatal(err)
	}
	corpus := answertest.Park(t, encoder)
	answerer := New(corpus, nil)
	before, err := answerer.Answer(t.Context(), asking.Question{Text: "青禾高新区实际利用外资多少"})
	if err != nil {
		t.Fatal(err)
	}
	articles := slices.Clone(corpus.Snapshot().Articles())
	for i := range articles {
		articles[i].ID = ""
		paragraphs := slices.Clone(articles[i].Paragraphs)
		for j := range paragraphs {
			paragraphs[j].ID = ""
			paragraphs[j].Text = strings.ReplaceAll(paragraphs[j].Text, "工业利润总额92亿元", "工业利润向好")
		}
		articles[i].Paragraphs = paragraphs
		articles[i].Identify()
	}
	if err := corpus.Replace(t.Context(), articles); err != nil {
		t.Fatal(err)
	}
	after, err := answerer.Answer(t.Context(), asking.Question{Text: "青禾高新区实际利用外资多少"})
	if err != nil {
		t.Fatal(err)
	}
	gone := "青禾高新区的工业利润总额是多少？"
	if !slices.Contains(before.Suggestions, gone) || slices.Contains(after.Suggestions, gone) {
		t.Errorf("suggested %q, and %q when the figure was gone", before.Suggestions, after.Suggestions)
	}
}

func BenchmarkSuggestions(b *testing.B) {
	encoder, err := embed.Open()
	if err != nil {
		b.Fatal(err)
	}
	answerer := New(answertest.Park(b, encoder), nil)
	said, err := answerer.Answer(b.Context(), asking.Question{Text: "青禾高新区实际利用外资多少"})
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		answerer.tried = &tried{}
		if len(answerer.next(b.Context(), answerer.corpus.Snapshot(), said)) == 0 {
			b.Fatal("none")
		}
	}
}

// TestWithoutSuggestionsNoneAreTried: a question in English that leads to nothing
// would get examples.
func TestWithoutSuggestionsNoneAreTried(t *testing.T) {
	said, err := New(answertest.Park(t, answertest.Embedder{}), nil).WithoutSuggestions().Answer(t.Context(), asking.Question{Text: "What is the airspeed velocity of an unladen swallow?", Language: lang.English})
	if err != nil || !said.Refused || len(said.Suggestions) > 0 {
		t.Errorf("%+v, error %v", said, err)
	}
}
