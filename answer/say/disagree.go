package say

import (
	"fmt"

	"youju/answer/evidence"
	"youju/answer/weigh"
	"youju/figure"
	"youju/hanzi"
	"youju/retrieval"
	"youju/retrieval/ledger"
)

// mostOthers bounds the other articles' figures that are said.
const mostOthers = 3

// otherwise are the figures that other articles give for the same owner, metric
// and period with another value.
func otherwise(snapshot *retrieval.Snapshot, c weigh.Candidate) []ledger.Entry {
	e := c.Entry
	if e.Entity == "" || e.Metric == "" || e.Kind == figure.Date {
		return nil
	}
	var out []ledger.Entry
	articles := map[string]bool{e.Article: true}
	for _, o := range snapshot.Ledger().WithMetric(e.Metric) {
		if articles[o.Article] || ledger.Key(o.Entity) != ledger.Key(e.Entity) || o.Unit != e.Unit || o.Kind != e.Kind ||
			o.Direction != e.Direction || o.Scope != e.Scope || o.Period.From != e.Period.From || o.Period.To != e.Period.To {
			continue
		}
		source, ok := snapshot.Source(o.Paragraph)
		if !ok || evidence.AimsIn(source, o.Start) != c.Aim() {
			continue
		}
		articles[o.Article] = true
		if len(out) < mostOthers && !o.Value.Equal(e.Value) {
			out = append(out, o)
		}
	}
	return out
}

// disagree says what other articles give instead, each with its date, and which
// is newest where all are dated.
func (w *Composer) disagree(c weigh.Candidate) {
	others := otherwise(w.snapshot, c)
	if len(others) == 0 {
		return
	}
	newest, date, dated := 1, c.Sentence.Source.Article.Date, c.Sentence.Source.Article.Date != ""
	w.Write("\n" + w.lang.Say("answer.differ", w.dated(date)))
	w.Quote(c.Sentence.Source, hanzi.Span{Start: c.Entry.Start, End: c.Entry.End}, 1)
	w.Write(" [1]")
	for _, e := range others {
		source, ok := w.snapshot.Source(e.Paragraph)
		if !ok {
			continue
		}
		n := w.Cite(source, e.Sentence)
		w.Write(w.lang.Say("answer.differs", w.dated(source.Article.Date)))
		w.Quote(source, hanzi.Span{Start: e.Start, End: e.End}, n)
		w.Write(fmt.Sprintf(" [%d]", n))
		dated = dated && source.Article.Date != ""
		if source.Article.Date > date {
			newest, date = n, source.Article.Date
		}
	}
	if dated {
		w.Write(w.lang.Say("answer.newest", newest))
	}
}

// dated names an article by its date.
func (w *Composer) dated(date string) string {
	if date == "" {
		return w.lang.Say("answer.undated")
	}
	return w.lang.Say("answer.dated", date)
}
