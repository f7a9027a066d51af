package derive

import (
	"strings"

	"youju/answer/weigh"
	"youju/figure"
	"youju/hanzi"
	"youju/retrieval"
)

// couples are words for two that are set against each other: 收支 for 收入 and 支出.
var couples = [][3]string{{"收支", "收入", "支出"}, {"男女", "男", "女"}, {"城乡", "城镇", "农村"}, {"进出口", "进口", "出口"}}

// uncoupled are the two phrases of one that names both in a word: 财政收入 and 财政支出 of 财政收支.
func uncoupled(phrase string) (first, other string, ok bool) {
	for _, c := range couples {
		if strings.Count(phrase, c[0]) == 1 {
			return strings.Replace(phrase, c[0], c[1], 1), strings.Replace(phrase, c[0], c[2], 1), true
		}
	}
	return "", "", false
}

// contraryOf is the first phrase with its contrary, where the other says that alone: 全县女职工 of 全县男职工
// and 女, or 女职工.
func contraryOf(first, other string) string {
	own, against := weigh.ContraryBetween(first, other)
	if own == "" {
		return other
	}
	if rest := strings.Trim(strings.Replace(other, against, "", 1), "性生的"); rest == "" {
		return strings.Replace(first, own, against, 1)
	}
	return other
}

// ofContrary says that a figure is of what a phrase names and not of its contrary, by the words between it and
// the figure before it, or, where these name both, by its place in the list that they begin: 37.1 is of 农村 in
// 城镇和农村人均住房面积32.9平方米、37.1平方米.
func ofContrary(snapshot *retrieval.Snapshot, c weigh.Candidate, own, against string) bool {
	from, place := c.Clause.Start, 0
	var list string
	for _, e := range snapshot.Ledger().Of(c.Sentence.Source.Paragraph) {
		if e.Start < c.Clause.Start || e.End > c.Figure.Start || e.Kind == figure.Date {
			continue
		}
		if e.Unit == c.Figure.Unit && place == 0 {
			list = hanzi.Fold(string(c.Sentence.Text[from:e.Start]))
		}
		from, place = e.End, place+1
	}
	said := hanzi.Fold(string(c.Sentence.Text[from:c.Figure.Start]))
	if place == 0 {
		list = said
		if !strings.Contains(said, own) && !strings.Contains(said, against) {
			said += hanzi.Fold(c.Entry.Metric)
		}
	}
	a, b := strings.Index(list, own), strings.Index(list, against)
	if a < 0 || b < 0 {
		return strings.Contains(said, own) && !strings.Contains(said, against)
	}
	return place == 0 && a < b || place == 1 && b < a
}
