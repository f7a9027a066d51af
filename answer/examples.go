package answer

import (
	"context"
	"strings"

	"youju/figure"
	"youju/hanzi"
	"youju/news"
	"youju/retrieval"
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

// offer makes up to n questions about an article and keeps those that get the
// figure they were made from.
func (a *Answerer) offer(ctx context.Context, snapshot *retrieval.Snapshot, article *news.Article, n int) []string {
	var out []string
	tries := 0
	for _, p := range article.Paragraphs {
		for _, f := range figure.Find(p.Text) {
			question, ok := questionFor([]rune(p.Text), f)
			if !ok || len(out) == n || tries == offerTries {
				continue
			}
			tries++
			answer, err := a.answer(ctx, snapshot, Question{Text: question})
			if err == nil && !answer.Refused && len(answer.Figures) > 0 && answer.Figures[0].Text == f.Text && answer.Citations[0].Paragraph == p.ID {
				out = append(out, question)
			}
		}
	}
	return out
}

// The words before a figure make its question where they are a plain name.
const (
	shortestMetric = 5
	longestMetric  = 16
)

// questionFor asks for a figure by the words that stand right before it:
// 实际利用外资254678万美元 becomes 实际利用外资是多少？
func questionFor(text []rune, f figure.Figure) (string, bool) {
	if f.Kind != figure.Amount && f.Kind != figure.Count || f.Unit == "" {
		return "", false
	}
	clause := clauseOf(text, hanzi.Span{Start: 0, End: len(text)}, f)
	metric := strings.TrimRight(string(text[clause.Start:f.Start]), "达到了为是约近超共有已逾升增至的得获")
	n := len([]rune(metric))
	if n < shortestMetric || n > longestMetric || !allHan([]rune(metric)) || len(figure.Find(metric)) > 0 {
		return "", false
	}
	return metric + "多少" + unitWord(f) + "？", true
}

// unitWord is the unit of a count as the question says it.
func unitWord(f figure.Figure) string {
	if f.Kind == figure.Count {
		return f.Unit
	}
	return ""
}
