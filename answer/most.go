package answer

import (
	"fmt"
	"sort"
	"strings"

	"youju/answer/asking"
	"youju/answer/derive"
	"youju/answer/pattern"
	"youju/answer/say"
	"youju/answer/wording"
	"youju/figure"
	"youju/hanzi"
	"youju/retrieval"
	"youju/retrieval/ledger"
)

// mostAsked asks which of a kind has most, or least, of something: 哪个高新区的
// 科技型中小企业最多.
var mostAsked = pattern.Compile(`哪一?(?:个|家|座|所|项|些|几个|几家)?(\p{Han}{1,5}?)(?:的|在|中|里|有)(.{2,20}?)(?:是|数|数量)?最(多|高|大|快|长|重|贵|早|少|低|小|慢|短)`)

const (
	mostMetric = 0.6 // share of a metric's words that the question must hold, and of its words that the metric must
	mostRows   = 8   // figures that are set against each other
)

// most answers which of a kind has most or least, over the whole ledger; ok is
// false where the question does not ask it or no figure is of that metric.
func most(snapshot *retrieval.Snapshot, r asking.Reading) (say.Answer, bool) {
	m := mostAsked.FindStringSubmatch(hanzi.Fold(r.Raw))
	if m == nil {
		return say.Answer{}, false
	}
	rows := rivals(snapshot, m[1], m[2])
	if len(rows) == 0 {
		return say.Answer{}, false
	}
	mostFirst(rows, derive.IsLess(m[3]))
	return sayMost(snapshot, r, m[1], rows, func(e ledger.Entry) string { return e.Entity }), true
}

// rivals are the figures of a metric, one for each owner of a kind, all of one
// unit: that of the first.
func rivals(snapshot *retrieval.Snapshot, kind, metric string) []ledger.Entry {
	asked := wording.Terms(snapshot.QuestionTerms(wording.LongForm(metric)))
	owners := map[string]bool{}
	var out []ledger.Entry
	for _, e := range snapshot.Ledger().All() {
		if e.Kind != figure.Count && e.Kind != figure.Amount && e.Kind != figure.Share || e.Direction != "" || !strings.Contains(hanzi.Fold(e.Entity), kind) {
			continue
		}
		of := e.Entity + e.Metric
		terms := wording.TermSet(snapshot, of)
		if asked.Share(func(term string) float64 { return wording.AllOrNothing(terms[term]) }) < mostMetric || len(out) > 0 && out[0].Unit != e.Unit {
			continue
		}
		if owner := e.Article + ledger.Key(e.Entity); !owners[owner] {
			owners[owner] = true
			out = append(out, e)
		}
	}
	return out
}

// mostFirst puts the most first, or the least; a fall is less than nothing.
func mostFirst(rows []ledger.Entry, less bool) {
	sort.SliceStable(rows, func(i, j int) bool {
		if less {
			return rows[i].Signed().LessThan(rows[j].Signed())
		}
		return rows[i].Signed().GreaterThan(rows[j].Signed())
	})
}

// sayMost says the figure that is first, those that it was set against, each behind what
// tells it from the others, and how many articles were looked at.
func sayMost(snapshot *retrieval.Snapshot, r asking.Reading, kind string, rows []ledger.Entry, label func(ledger.Entry) string) say.Answer {
	rows = rows[:min(mostRows, len(rows))]
	w := say.NewComposer(snapshot, r.Lang)
	var operands []int
	for i, e := range rows {
		source, ok := snapshot.Source(e.Paragraph)
		if !ok {
			continue
		}
		if i > 0 {
			w.Write("\n")
		}
		w.Write(label(e) + r.Lang.Say("answer.colon"))
		n := w.Cite(source, e.Sentence)
		operands = append(operands, w.QuoteFigure(source, e, n))
		w.Write(fmt.Sprintf(" [%d]", n))
	}
	all, some := len(snapshot.Articles()), len(articlesOf(rows))
	if len(rows) == 1 {
		w.Write("\n" + r.Lang.Say("answer.only-one", r.Shown(kind)))
	}
	w.Write(r.Lang.Say("answer.looked-at", all, some))
	w.Count(all, nil)
	if some != all {
		w.Count(some, operands[:some])
	}
	return w.Done()
}

func articlesOf(rows []ledger.Entry) map[string]bool {
	articles := map[string]bool{}
	for _, e := range rows {
		articles[e.Article] = true
	}
	return articles
}
