package answer

import (
	"maps"
	"strings"

	"youju/figure"
	"youju/retrieval"
)

// onlyIn are the terms of phrase that against has not and that one of the figures'
// sentences holds: what stands nowhere tells nothing apart.
func onlyIn(snapshot *retrieval.Snapshot, found []candidate, phrase, against string) wordsAsked {
	other := maps.Clone(termSet(snapshot, against))
	held := map[string]bool{}
	for _, c := range found {
		for term := range termSet(snapshot, c.sentence.String()+" "+c.entry.Entity+" "+c.entry.Metric) {
			held[term] = true
		}
	}
	title := map[string]bool{}
	for _, c := range found {
		for term := range termSet(snapshot, c.sentence.source.Article.Title) {
			title[term] = true
		}
	}
	if len(namesIn(snapshot, against)) == 0 { // 潜江 of 潜江的乡镇 is of 街道 too
		for _, n := range namesIn(snapshot, phrase) {
			for term := range termSet(snapshot, n.shown) {
				other[term] = true
			}
		}
	}
	if names := writtenIn(phrase); len(names) > 0 && len(writtenIn(against)) > 0 { // A320 of 空客上半年A320 beside A330
		phrase = strings.Join(names, " ")
	}
	var out, titled wordsAsked
	phrase = longForms.Replace(phrase)
	seams := snapshot.Seams(phrase)
	for _, term := range snapshot.QuestionTerms(phrase) {
		switch {
		case other[term.Text] || !held[term.Text] || seams[term.Text]:
		case title[term.Text]: // the whole article is about it
			titled = append(titled, term)
		default:
			out = append(out, term)
		}
	}
	if len(out) == 0 {
		return titled
	}
	return out
}

// ownShare is the share of the words in the figure's clause, or, where the clause
// holds other figures too, in what the ledger says that this one measures.
func (c candidate) ownShare(snapshot *retrieval.Snapshot, words wordsAsked) float64 {
	in := c.clauseTerms(snapshot, words)
	if c.sharesClause(snapshot) {
		meaning := termSet(snapshot, c.entry.Entity+" "+c.entry.Metric)
		in = func(term string) float64 { return oneOf(meaning[term]) }
	}
	return words.share(func(term string) float64 { return max(in(term), oneOf(c.sentence.titled[term])) })
}

// sharesClause says that another figure that is no date stands in the clause.
func (c candidate) sharesClause(snapshot *retrieval.Snapshot) bool {
	for _, e := range snapshot.Ledger().Of(c.sentence.source.Paragraph) {
		if e.Start != c.figure.Start && e.Start >= c.clause.Start && e.End <= c.clause.End && e.Kind != figure.Date && e.Kind != figure.Name && e.Kind != figure.Identifier {
			return true
		}
	}
	return false
}
