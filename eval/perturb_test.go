package eval_test

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"
	"testing"

	"youju/answer/asking"
	"youju/answer/say"
	"youju/eval"
	"youju/figure"
	"youju/news"
	"youju/retrieval"
)

// reader answers with the first count of the article that has the place which the
// question begins with, or of the last article, as it stands now.
type reader struct{ corpus *retrieval.Corpus }

func (r reader) ask(_ context.Context, q asking.Question) (say.Answer, error) {
	articles := r.corpus.Snapshot().Articles()
	a := articles[len(articles)-1]
	for _, other := range articles {
		if other.Title == string([]rune(q.Text)[:2]) {
			a = other
		}
	}
	p := a.Paragraphs[0]
	for _, f := range figure.Find(p.Text) {
		if f.Kind == figure.Count || f.Kind == figure.Amount {
			return say.Answer{
				Text:      f.Text + " [1]",
				Figures:   []say.Figure{{Text: f.Text, Value: f.Value.String(), Unit: f.Unit, Citation: 1, Start: f.Start, End: f.End}},
				Citations: []say.Citation{{N: 1, Article: a.ID, Title: a.Title, Date: a.Date, Paragraph: p.ID, Quote: p.Text, End: len([]rune(p.Text))}},
			}, nil
		}
	}
	return say.Answer{Text: "没有。", Refused: true}, nil
}

// careful refuses where the articles lack a word of two characters or a year of the question.
func (r reader) careful(ctx context.Context, q asking.Question) (say.Answer, error) {
	a, err := r.ask(ctx, q)
	for _, word := range []string{string([]rune(q.Text)[:2]), "2020"} {
		if err == nil && len(a.Citations) > 0 && !strings.Contains(a.Citations[0].Quote, word) {
			return say.Answer{Text: "没有。", Refused: true}, nil
		}
	}
	return a, err
}

// stubborn says again what it said first.
func (r reader) stubborn() eval.Ask {
	var lock sync.Mutex
	said := map[string]say.Answer{}
	return func(ctx context.Context, q asking.Question) (say.Answer, error) {
		lock.Lock()
		defer lock.Unlock()
		a, ok := said[q.Text]
		if !ok {
			var err error
			if a, err = r.ask(ctx, q); err != nil {
				return a, err
			}
			said[q.Text] = a
		}
		return a, nil
	}
}

// perturbed asks about four places, and again after each change.
func perturbed(t *testing.T, ask func(reader) eval.Ask) (eval.PerturbReport, *retrieval.Corpus) {
	t.Helper()
	var articles []news.Article
	var queries []eval.Query
	for i, place := range []string{"广州", "郑州", "苏州", "天津"} {
		id := fmt.Sprint("p", i)
		articles = append(articles, news.Article{ID: id, Title: place, Paragraphs: []news.Paragraph{{ID: id, Text: fmt.Sprintf("%s在2020年有书店%d家。", place, 120+i)}}})
		gold := eval.Gold{Answers: []string{fmt.Sprintf("%d家", 120+i)}, Numeric: true}
		queries = append(queries, eval.Query{ID: id, Text: place + "2020年有多少家书店", Relevant: map[string]int{id: 1}, Gold: gold})
	}
	articles = append(articles, news.Article{ID: "last", Title: "别处", Paragraphs: []news.Paragraph{{ID: "last", Text: "别处有书店77家。"}}})
	corpus, err := retrieval.Open(retrieval.Options{Embedder: wordsOnly{}})
	if err != nil {
		t.Fatal(err)
	}
	if err := corpus.Replace(t.Context(), articles); err != nil {
		t.Fatal(err)
	}
	asks := ask(reader{corpus})
	verdicts, err := eval.Answers(t.Context(), corpus.Snapshot(), asks, queries, nil)
	if err != nil {
		t.Fatal(err)
	}
	report, err := eval.Perturb(t.Context(), corpus, asks, verdicts, 3, 1, nil)
	if err != nil {
		t.Fatal(err)
	}
	return report, corpus
}

func TestPerturb(t *testing.T) {
	cases := []struct {
		name  string
		ask   func(reader) eval.Ask
		want  map[eval.ChangeKind]map[eval.Outcome]int
		stale int
	}{
		{"it reads, whatever was asked", func(r reader) eval.Ask { return r.ask }, map[eval.ChangeKind]map[eval.Outcome]int{
			eval.ChangeDigit: {eval.OutcomeFollowed: 3}, eval.ChangeUnit: {eval.OutcomeFollowed: 3},
			eval.ChangeEntity: {eval.OutcomeMoved: 3}, eval.ChangePeriod: {eval.OutcomeKept: 3}}, 0},
		{"it looks at what was asked", func(r reader) eval.Ask { return r.careful }, map[eval.ChangeKind]map[eval.Outcome]int{
			eval.ChangeDigit: {eval.OutcomeFollowed: 3}, eval.ChangeUnit: {eval.OutcomeFollowed: 3},
			eval.ChangeEntity: {eval.OutcomeRefused: 3}, eval.ChangePeriod: {eval.OutcomeRefused: 3}}, 0},
		{"it does not look again", func(r reader) eval.Ask { return r.stubborn() }, map[eval.ChangeKind]map[eval.Outcome]int{
			eval.ChangeDigit: {eval.OutcomeStale: 3}, eval.ChangeUnit: {eval.OutcomeStale: 3},
			eval.ChangeEntity: {eval.OutcomeStale: 3}, eval.ChangePeriod: {eval.OutcomeStale: 3}}, 12},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			report, corpus := perturbed(t, c.ask)
			if report.Questions != 3 || report.Stale != c.stale {
				t.Errorf("%d questions, %d stale", report.Questions, report.Stale)
			}
			for kind, want := range c.want {
				if !maps.Equal(report.Counts[kind], want) {
					t.Errorf("%s: %v, want %v", kind, report.Counts[kind], want)
				}
			}
			if a := corpus.Snapshot().Articles(); len(a) != 5 || a[0].Paragraphs[0].Text != "广州在2020年有书店120家。" || a[0].Title != "广州" {
				t.Errorf("the articles are not as they were: %+v", a)
			}
		})
	}
}

// Two runs of one seed change the same things; what is changed differs in one way.
func TestPerturbIsSeeded(t *testing.T) {
	one, _ := perturbed(t, func(r reader) eval.Ask { return r.stubborn() })
	two, _ := perturbed(t, func(r reader) eval.Ask { return r.stubborn() })
	if !slices.EqualFunc(one.Cases, two.Cases, func(a, b eval.Perturbed) bool { return a.New == b.New && a.ID == b.ID }) {
		t.Errorf("%+v\n%+v", one.Cases, two.Cases)
	}
	for _, c := range one.Cases {
		differ := 0
		for i, r := range []rune(c.Old) {
			if r != []rune(c.New)[i] {
				differ++
			}
		}
		if most := map[eval.ChangeKind]int{eval.ChangeDigit: 1, eval.ChangeUnit: 1, eval.ChangePeriod: 4, eval.ChangeEntity: 2}[c.Kind]; differ == 0 || differ > most {
			t.Errorf("%s: %s became %s", c.Kind, c.Old, c.New)
		}
		if len(c.Unproved) == 0 || c.Outcome != eval.OutcomeStale {
			t.Errorf("%+v", c)
		}
	}
}

func TestAnswers(t *testing.T) {
	s := town(t)
	var queries []eval.Query
	for i := range 50 {
		queries = append(queries, eval.Query{ID: fmt.Sprint(i), Text: fmt.Sprint(i), Gold: eval.Gold{History: []asking.Turn{{Question: fmt.Sprint("before ", i)}}}})
	}
	echo := func(_ context.Context, q asking.Question) (say.Answer, error) {
		return say.Answer{Text: q.Text + " after " + q.History[0].Question}, nil
	}
	last := 0
	verdicts, err := eval.Answers(t.Context(), s, echo, queries, func(done, total int) {
		if last++; done != last || total != 50 {
			t.Errorf("progress %d of %d after %d", done, total, last-1)
		}
	})
	if err != nil || last != 50 {
		t.Fatal(last, err)
	}
	for i, v := range verdicts {
		if want := fmt.Sprintf("%d after before %d", i, i); v.Answer.Text != want {
			t.Errorf("answer %d is %s", i, v.Answer.Text)
		}
	}
	_, err = eval.Answers(t.Context(), s, func(_ context.Context, q asking.Question) (say.Answer, error) {
		if q.Text == "7" {
			return say.Answer{}, errors.New("the model is away")
		}
		return say.Answer{}, nil
	}, queries, nil)
	if err == nil || !strings.Contains(err.Error(), "question 7") || !strings.Contains(err.Error(), "away") {
		t.Errorf("error %v", err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := eval.Answers(ctx, s, echo, queries, nil); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
}

func TestSample(t *testing.T) {
	queries := make([]eval.Query, 100)
	for i := range queries {
		queries[i].ID = fmt.Sprintf("%03d", i)
	}
	ids := func(n int, seed uint64) []string {
		var out []string
		for _, q := range eval.Sample(queries, n, seed) {
			out = append(out, q.ID)
		}
		return out
	}
	one := ids(10, 1)
	if len(one) != 10 || !slices.IsSorted(one) || !slices.Equal(one, ids(10, 1)) || slices.Equal(one, ids(10, 2)) {
		t.Errorf("ten of a hundred: %v", one)
	}
	if len(ids(0, 1)) != 100 || len(ids(200, 1)) != 100 {
		t.Error("0 or more than there are is not all of them")
	}
}
