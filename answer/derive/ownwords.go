package derive

import (
	"maps"
	"slices"
	"strings"

	"youju/answer/likeness"
	"youju/answer/naming"
	"youju/answer/weigh"
	"youju/answer/wording"
	"youju/figure"
	"youju/hanzi"
	"youju/retrieval"
)

// onlyIn are the terms of phrase that against has not and that one of the figures'
// sentences holds: what stands nowhere tells nothing apart.
func onlyIn(snapshot *retrieval.Snapshot, found []weigh.Candidate, phrase, against string) wording.Terms {
	other := maps.Clone(wording.TermSet(snapshot, against))
	held := map[string]bool{}
	for _, c := range found {
		for term := range wording.TermSet(snapshot, c.Sentence.String()+" "+c.Entry.Entity+" "+c.Entry.Metric) {
			held[term] = true
		}
	}
	title := map[string]bool{}
	for _, c := range found {
		for term := range wording.TermSet(snapshot, c.Sentence.Source.Article.Title) {
			title[term] = true
		}
	}
	if len(naming.In(snapshot, against)) == 0 { // 潜江 of 潜江的乡镇 is of 街道 too
		names := naming.In(snapshot, phrase)
		if n := len(names); n > 1 && naming.Without(snapshot, phrase) == "" { // 桐杉 of 白河高新区桐杉 is all that tells
			names = names[:n-1]
		}
		for _, n := range names {
			for term := range wording.TermSet(snapshot, n.Shown) {
				other[term] = true
			}
		}
	}
	if names := naming.Written(phrase); len(names) > 0 && len(naming.Written(against)) > 0 { // A320 of 空客上半年A320 beside A330
		phrase = strings.Join(names, " ")
	}
	var out, titled wording.Terms
	phrase = wording.LongForm(phrase)
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

// endLike is the end of a phrase that is as many words long as the other, which says what
// differs where that one says no more: 花卉 of 湿地园的花卉 beside 经济作物. "" where the other
// is a name, or as long.
func endLike(snapshot *retrieval.Snapshot, phrase, other string) string {
	words, n := snapshot.Words(phrase), len(snapshot.Words(other))
	if n == 0 || n >= len(words) || naming.Without(snapshot, other) != other {
		return ""
	}
	return string([]rune(hanzi.Fold(phrase))[words[len(words)-n].Start:])
}

// ownShare is the share of the words in the figure's clause, or, where the clause
// holds other figures too, in what the ledger says that this one measures.
func ownShare(snapshot *retrieval.Snapshot, c weigh.Candidate, words wording.Terms) float64 {
	in := c.ClauseTerms(snapshot, words)
	if sharesClause(snapshot, c) {
		meaning := wording.TermSet(snapshot, c.Entry.Entity+" "+c.Entry.Metric)
		if own := wording.TermSet(snapshot, listed(snapshot, c)); slices.ContainsFunc(words, func(t retrieval.Term) bool { return own[t.Text] }) {
			meaning = own
		}
		in = func(term string) float64 { return wording.AllOrNothing(meaning[term]) }
	}
	return words.Share(func(term string) float64 { return max(in(term), wording.AllOrNothing(c.Sentence.Titled[term])) })
}

// listed is what of a clause that lists several things is said of this figure, between
// the signs of the list: 投资50亿元的飞云项目 of 投资20亿元的云岭项目、投资50亿元的飞云项目;
// "" where it holds another figure.
func listed(snapshot *retrieval.Snapshot, c weigh.Candidate) string {
	from, to := c.Figure.Start, c.Figure.End
	for from > c.Clause.Start && c.Sentence.Text[from-1] != '、' {
		from--
	}
	for to < c.Clause.End && c.Sentence.Text[to] != '、' {
		to++
	}
	if besides(snapshot, c, hanzi.Span{Start: from, End: to}, true) {
		return ""
	}
	return string(c.Sentence.Text[from:to])
}

// sharesClause says that another figure stands in the clause that is no date.
func sharesClause(snapshot *retrieval.Snapshot, c weigh.Candidate) bool {
	return besides(snapshot, c, c.Clause, false)
}

// besides says that another figure stands in a part of the text that is neither a date nor
// a name; beside a figure that is no rank, nor a rank (第三 of 第三产业). Alike asks for one of
// the same unit: 抢险队7支210人.
func besides(snapshot *retrieval.Snapshot, c weigh.Candidate, within hanzi.Span, alike bool) bool {
	for _, e := range snapshot.Ledger().Of(c.Sentence.Source.Paragraph) {
		if e.Start == c.Figure.Start || e.Start < within.Start || e.End > within.End || likeness.Ranks(e.Figure) && !likeness.Ranks(c.Figure) || e.Start > 0 && strings.ContainsRune("(（", c.Sentence.Text[e.Start-1]) {
			continue
		}
		if alike && e.Unit != c.Figure.Unit {
			continue
		}
		if e.Kind != figure.Date && e.Kind != figure.Name && e.Kind != figure.Identifier {
			return true
		}
	}
	return false
}
