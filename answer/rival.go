package answer

import (
	"youju/figure"
	"youju/retrieval"
	"youju/retrieval/ledger"
)

// belongings are, by article, the terms that the ledger gives to the figures of
// the paragraphs that are looked at: whose each is and what it measures.
type belongings map[string][]belonging

type belonging struct {
	entry ledger.Entry
	terms map[string]bool
}

func belongingsOf(snapshot *retrieval.Snapshot, sentences []sentence) belongings {
	out := belongings{}
	seen := map[string]bool{}
	for _, s := range sentences {
		if seen[s.source.Paragraph] {
			continue
		}
		seen[s.source.Paragraph] = true
		for _, e := range snapshot.Ledger().Of(s.source.Paragraph) {
			if e.Kind != figure.Date && listed(e.Figure) {
				out[e.Article] = append(out[e.Article], belonging{e, termSet(snapshot, e.Entity+" "+e.Metric)})
			}
		}
	}
	return out
}

// rival is the share of the question's words that belong to other figures of the
// candidate's article and neither to it nor to its clause: 城市更新 of the question,
// where 583亿元 is the investment in 知识城 and 125% the growth of 城市更新.
func (c candidate) rival(snapshot *retrieval.Snapshot, asked wordsAsked, all belongings) float64 {
	clause := c.clauseTerms(snapshot)
	own := termSet(snapshot, c.entry.Entity+" "+c.entry.Metric)
	return asked.share(func(term string) float64 {
		if own[term] || c.sentence.titled[term] || clause(term) >= leanCredit {
			return 0
		}
		for _, b := range all[c.entry.Article] {
			if b.terms[term] && (b.entry.Start != c.entry.Start || b.entry.Paragraph != c.entry.Paragraph) {
				return 1
			}
		}
		return 0
	})
}
