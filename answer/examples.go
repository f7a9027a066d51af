package answer

import (
	"context"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"youju/figure"
	"youju/news"
	"youju/retrieval"
	"youju/retrieval/ledger"
)

// exampleCount is how many questions are offered at a time.
const exampleCount = 3

// Examples are questions that the articles can answer, made from their figures
// and tried before they are offered.
func (a *Answerer) Examples(ctx context.Context) []string {
	snapshot := a.corpus.Snapshot()
	var out []string
	for i := range snapshot.Articles() {
		if len(out) == exampleCount || ctx.Err() != nil {
			break
		}
		out = append(out, a.offer(ctx, snapshot, &snapshot.Articles()[i], 1)...)
	}
	return out
}

// offerTries bounds the questions that are tried for one article.
const offerTries = 6

// offer makes up to n questions about an article from its ledger and keeps those
// that get the figure they were made from. They are tried without the reader, which
// would take longer than the answer that they stand under.
func (a *Answerer) offer(ctx context.Context, snapshot *retrieval.Snapshot, article *news.Article, n int) []string {
	plain := &Answerer{corpus: a.corpus}
	var out []string
	tries := 0
	for _, p := range article.Paragraphs {
		for _, e := range snapshot.Ledger().Of(p.ID) {
			question, ok := questionFor(e)
			if !ok || slices.Contains(out, question) {
				continue
			}
			if len(out) == n || tries == offerTries {
				return out
			}
			tries++
			answer, err := plain.answer(ctx, snapshot, Question{Text: question})
			if err == nil && !answer.Refused && len(answer.Figures) > 0 && answer.Figures[0].Text == e.Text && answer.Citations[0].Paragraph == p.ID {
				out = append(out, question)
			}
		}
	}
	return out
}

// A subject and a metric of about these lengths read like a question.
const (
	shortestMetric = 2
	longestMetric  = 12
	longestSubject = 14
)

// fewest is how many of a thing are worth a question.
var fewest = decimal.NewFromInt(10)

// questionFor asks for a figure by what the ledger knows of it: whose it is and
// what is measured.
func questionFor(e ledger.Entry) (string, bool) {
	if e.Kind != figure.Amount && e.Kind != figure.Count || e.Unit == "" || e.Direction != "" || e.Entity == "" {
		return "", false
	}
	metric, subject := []rune(e.Metric), []rune(e.Entity)
	if len(metric) < shortestMetric || len(metric) > longestMetric || len(subject) > longestSubject || !allHan(metric) || !allHan(subject) {
		return "", false
	}
	if len(figure.Find(e.Metric)) > 0 || len(figure.Find(e.Entity)) > 0 || strings.Contains(e.Metric, e.Entity) {
		return "", false
	}
	if e.Kind == figure.Count {
		if !countable[e.Unit] && e.Unit != "人次" || e.Value.LessThan(fewest) {
			return "", false
		}
		return e.Entity + "的" + e.Metric + "有多少" + e.Unit + "？", true
	}
	return e.Entity + "的" + e.Metric + "是多少？", true
}
