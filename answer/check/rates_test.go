package check

import (
	"context"
	"strings"
	"testing"
	"unicode"

	"youju/answer/answertest"
	"youju/answer/weigh"
	"youju/figure"
	"youju/hanzi"
	"youju/news"
	"youju/retrieval"
	"youju/seeds"
)

// rates counts verdicts.
type rates struct {
	checked int
	got     map[Verdict]int
}

func (r *rates) add(v Verdict) {
	if r.got == nil {
		r.got = map[Verdict]int{}
	}
	r.checked++
	r.got[v]++
}

func (r rates) of(v Verdict) float64 { return float64(r.got[v]) / float64(max(1, r.checked)) }

func replaced(t *testing.T, embedder retrieval.Embedder, articles []news.Article) *retrieval.Corpus {
	t.Helper()
	corpus, err := retrieval.Open(retrieval.Options{Embedder: embedder})
	if err != nil {
		t.Fatal(err)
	}
	if err := corpus.Replace(context.Background(), articles); err != nil {
		t.Fatal(err)
	}
	return corpus
}

// eachSentence calls f with every sentence of the articles that holds a figure.
func eachSentence(articles []news.Article, f func(article news.Article, sentence string)) {
	for _, a := range articles {
		for _, p := range a.Paragraphs {
			runes := []rune(p.Text)
			for _, s := range hanzi.Sentences(p.Text) {
				if sentence := string(runes[s.Start:s.End]); len(figure.Find(sentence)) > 0 {
					f(a, sentence)
				}
			}
		}
	}
}

// altered changes one digit of a sentence: the first of the n-th figure in digits
// that is listed; it returns where, in runes.
func altered(sentence string, n int) (string, int) {
	runes := []rune(sentence)
	for _, f := range figure.Find(sentence) {
		if !weigh.Listed(f) {
			continue
		}
		for i := f.Start; i < f.End; i++ {
			if d := runes[i]; unicode.IsDigit(d) {
				if n--; n >= 0 {
					break
				}
				if f.When.Year != 0 && i+3 < f.End && unicode.IsDigit(runes[i+3]) {
					i += 3 // 2020 becomes 2021 and not 3020
					d = runes[i]
				}
				runes[i] = '1' + (d-'0')%9
				return string(runes), i
			}
		}
	}
	return "", -1
}

// measureChecks checks every sentence as it stands and with one digit changed.
func measureChecks(t *testing.T, corpus *retrieval.Corpus, articles []news.Article, show int) (asIs, changed rates) {
	eachSentence(articles, func(_ news.Article, sentence string) {
		checked, err := Text(context.Background(), corpus, sentence)
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range checked {
			asIs.add(c.Verdict)
			if c.Verdict != Same && show > 0 {
				show--
				t.Logf("%s %s: %s", c.Verdict, c.Text, sentence)
			}
		}
		for n := 0; ; n++ {
			text, at := altered(sentence, n)
			if at < 0 {
				return
			}
			checked, err := Text(context.Background(), corpus, text)
			if err != nil {
				t.Fatal(err)
			}
			for _, c := range checked {
				if c.Start <= at && at < c.End {
					changed.add(c.Verdict)
					if c.Verdict != Different && show > 0 {
						show--
						t.Logf("changed: %s %s: %s", c.Verdict, c.Text, text)
					}
				}
			}
		}
	})
	return asIs, changed
}

func TestRatesOfTheShippedArticles(t *testing.T) {
	answertest.Long(t)
	articles, err := seeds.Articles()
	if err != nil {
		t.Fatal(err)
	}
	asIs, changed := measureChecks(t, replaced(t, answertest.Embedder{}, articles), articles, 10)
	t.Logf("as printed %+v, with one digit changed %+v", asIs, changed)
	if asIs.of(Same) < 0.97 || asIs.got[Different] > 0 {
		t.Errorf("of what is printed %.3f is the same, %d said to be different", asIs.of(Same), asIs.got[Different])
	}
	if changed.of(Different) < 0.95 || changed.got[Same] > 0 {
		t.Errorf("of what was changed %.3f is different, %d said to be the same", changed.of(Different), changed.got[Same])
	}
}

// TestRatesOfForeignText: what the articles do not tell of is unknown; and of other
// articles' own sentences nothing is said to be wrong.
func TestRatesOfForeignText(t *testing.T) {
	answertest.Long(t)
	all, _ := news.Read(context.Background(), "../../../shared/qa/crud-news/corpus.jsonl")
	if len(all) == 0 {
		t.Skip("shared/qa is not there")
	}
	articles, err := seeds.Articles()
	if err != nil {
		t.Fatal(err)
	}
	corpus := replaced(t, answertest.Embedder{}, articles)
	var foreign rates
	eachSentence(all[:15], func(_ news.Article, sentence string) {
		checked, err := Text(context.Background(), corpus, sentence)
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range checked {
			foreign.add(c.Verdict)
			if c.Verdict != Unknown {
				t.Errorf("%s %s by %q: %s", c.Verdict, c.Text, c.Citations[0].Quote, sentence)
			}
		}
	})
	t.Logf("of another collection %+v", foreign)
	asIs, changed := measureChecks(t, replaced(t, answertest.Embedder{}, all[:100]), all[:8], 10)
	t.Logf("as printed %+v, with one digit changed %+v", asIs, changed)
	if asIs.of(Same) < 0.8 || asIs.of(Different) > 0.03 {
		t.Errorf("of what is printed %.3f is the same, %.3f said to be different", asIs.of(Same), asIs.of(Different))
	}
}

// TestLinesOfSeveralArticles: what is printed is known whatever lines stand before it.
func TestLinesOfSeveralArticles(t *testing.T) {
	articles, err := seeds.Articles()
	if err != nil {
		t.Fatal(err)
	}
	corpus := replaced(t, answertest.Embedder{}, articles)
	perArticle := make([][]string, len(articles))
	for i, a := range articles {
		eachSentence([]news.Article{a}, func(_ news.Article, sentence string) { perArticle[i] = append(perArticle[i], sentence) })
	}
	var lines []string
	for n := 0; n < 12; n++ { // one of each in turn
		for _, sentences := range perArticle {
			if n < len(sentences) {
				lines = append(lines, sentences[n])
			}
		}
	}
	checked, err := Text(context.Background(), corpus, strings.Join(lines, "\n"))
	if err != nil {
		t.Fatal(err)
	}
	var mixed rates
	for _, c := range checked {
		mixed.add(c.Verdict)
	}
	t.Logf("lines of several articles %+v", mixed)
	if mixed.of(Same) < 0.97 || mixed.got[Different] > 0 {
		t.Errorf("of what is printed %.3f is the same, %d said to be different", mixed.of(Same), mixed.got[Different])
	}
}
