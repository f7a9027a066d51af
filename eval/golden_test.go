package eval_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"youju/embed"
	"youju/eval"
	"youju/news"
	"youju/retrieval"
	"youju/seeds"
)

var update = flag.Bool("update", false, "write the golden files anew")

const seedQA = "../testdata/seedqa"

var encoder = sync.OnceValues(embed.Open)

func encoded(t testing.TB, articles []news.Article) *retrieval.Snapshot {
	t.Helper()
	e, err := encoder()
	if err != nil {
		t.Fatal(err)
	}
	return corpusOf(t, e, articles)
}

func shipped(t testing.TB) []news.Article {
	t.Helper()
	articles, err := seeds.Articles()
	if err != nil {
		t.Fatal(err)
	}
	return articles
}

// golden compares what was got with a committed file, or writes it.
func golden(t *testing.T, path string, got []byte) {
	t.Helper()
	if *update {
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil || !bytes.Equal(got, want) {
		t.Errorf("%s is not what is got now (%v). Look at the change; if it is meant, write it with\n\tgo test ./eval -update\n%s",
			path, err, difference(string(want), string(got)))
	}
}

// difference shows the first lines that differ.
func difference(want, got string) string {
	a, b := strings.Split(want, "\n"), strings.Split(got, "\n")
	var out []string
	for i := 0; i < max(len(a), len(b)) && len(out) < 20; i++ {
		var was, is string
		if i < len(a) {
			was = a[i]
		}
		if i < len(b) {
			is = b[i]
		}
		if was != is {
			out = append(out, fmt.Sprintf("line %d\n- %s\n+ %s", i+1, was, is))
		}
	}
	return strings.Join(out, "\n")
}

// seedQuestion is a line of seedqa's queries.jsonl, as its README says.
type seedQuestion struct {
	ID       string `json:"_id"`
	Text     string `json:"text"`
	Metadata struct {
		Answerable bool `json:"answerable"`
		Standalone bool `json:"standalone"`
		evidence
		More []evidence `json:"more"`
	} `json:"metadata"`
}

type evidence struct {
	Article string `json:"article"` // stem of the article's file
	Quote   string `json:"quote"`
}

func seedQuestions(t *testing.T) []seedQuestion {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(seedQA, "queries.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	var all []seedQuestion
	for line := range bytes.Lines(data) {
		var q seedQuestion
		if err := json.Unmarshal(line, &q); err != nil {
			t.Fatal(err)
		}
		all = append(all, q)
	}
	return all
}

// paragraphsWith are the ids of the paragraphs that hold a piece of evidence; none
// where it is a note.
func paragraphsWith(t *testing.T, e evidence) []string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("../seeds/articles", e.Article+".md"))
	if err != nil {
		t.Fatal(err)
	}
	articles, err := news.Parse(e.Article+".md", text)
	if err != nil {
		t.Fatal(err)
	}
	var ids []string
	for _, a := range articles {
		for _, p := range a.Paragraphs {
			if strings.Contains(p.Text, e.Quote) {
				ids = append(ids, p.ID)
			}
		}
	}
	return ids
}

// TestSeedSetIsInStep keeps the passages and judgements of testdata/seedqa, which
// follow from the articles and the questions, true to both.
func TestSeedSetIsInStep(t *testing.T) {
	var corpus, qrels bytes.Buffer
	lines := json.NewEncoder(&corpus)
	lines.SetEscapeHTML(false)
	for _, a := range shipped(t) {
		for _, p := range a.Paragraphs {
			if err := lines.Encode(map[string]string{"_id": p.ID, "title": a.Title, "text": p.Text}); err != nil {
				t.Fatal(err)
			}
		}
	}
	qrels.WriteString("query-id\tcorpus-id\tscore\n")
	for _, q := range seedQuestions(t) {
		if !q.Metadata.Answerable || !q.Metadata.Standalone {
			continue
		}
		var ids []string
		for _, e := range append([]evidence{q.Metadata.evidence}, q.Metadata.More...) {
			ids = append(ids, paragraphsWith(t, e)...)
		}
		slices.Sort(ids)
		for _, id := range slices.Compact(ids) {
			fmt.Fprintf(&qrels, "%s\t%s\t1\n", q.ID, id)
		}
	}
	golden(t, filepath.Join(seedQA, "corpus.jsonl"), corpus.Bytes())
	golden(t, filepath.Join(seedQA, "qrels", "test.tsv"), qrels.Bytes())
}

func TestGoldenMetrics(t *testing.T) {
	queries, err := eval.ReadQueries(seedQA)
	if err != nil {
		t.Fatal(err)
	}
	report, err := eval.Retrieval(t.Context(), encoded(t, shipped(t)), queries, nil)
	if err != nil {
		t.Fatal(err)
	}
	if report.Fused.MRR10 <= report.Lexical.MRR10 || report.Fused.MRR10 <= report.Dense.MRR10 {
		t.Errorf("fused is not better than words or vectors alone: %+v", report)
	}
	for _, m := range []*eval.Metrics{&report.Fused, &report.Lexical, &report.Dense} {
		for _, v := range []*float64{&m.Recall1, &m.Recall5, &m.Recall10, &m.MRR10, &m.NDCG10} {
			*v = math.Round(*v*1e4) / 1e4
		}
	}
	text, err := json.MarshalIndent(report, "", "  ")
	if err != nil {
		t.Fatal(err)
	}
	golden(t, "../testdata/golden/seedqa.json", append(text, '\n'))
}

// everyNth of the standalone questions has its ranking shown.
const everyNth = 6

func TestGoldenRankings(t *testing.T) {
	s := encoded(t, shipped(t))
	var out strings.Builder
	n := 0
	for _, q := range seedQuestions(t) {
		if !q.Metadata.Standalone {
			continue
		}
		if n++; n%everyNth != 1 {
			continue
		}
		hits, err := s.Search(t.Context(), q.Text, 3)
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&out, "%s %s\n", q.ID, q.Text)
		for _, h := range hits {
			text := []rune(h.Text)
			fmt.Fprintf(&out, "  %s: %s\n", h.Article.Title, string(text[:min(12, len(text))]))
		}
	}
	golden(t, "../testdata/golden/rankings.txt", []byte(out.String()))
}

// A public set that nobody here wrote: a floor against regressions.
func TestXQuAD(t *testing.T) {
	const dir = "../../shared/qa/xquad-zh"
	if testing.Short() {
		t.Skip("-short: the xquad-zh set is not measured")
	}
	if _, err := os.Stat(dir); err != nil {
		t.Skip("the xquad-zh question set is not beside the repository:", err)
	}
	queries, err := eval.ReadQueries(dir)
	if err != nil {
		t.Fatal(err)
	}
	articles, problems := news.Read(t.Context(), eval.CorpusFile(dir))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	report, err := eval.Retrieval(t.Context(), encoded(t, articles), queries, nil)
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("%d questions: fused %.4f, lexical %.4f, dense %.4f MRR@10", report.Questions, report.Fused.MRR10, report.Lexical.MRR10, report.Dense.MRR10)
	if f := report.Fused.MRR10; f < 0.965 || f <= report.Lexical.MRR10 || f <= report.Dense.MRR10 {
		t.Errorf("fused %.4f, lexical %.4f, dense %.4f MRR@10", f, report.Lexical.MRR10, report.Dense.MRR10)
	}
}
