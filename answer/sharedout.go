package answer

import (
	"slices"
	"strings"

	"youju/answer/asking"
	"youju/answer/naming"
	"youju/answer/wording"
	"youju/hanzi"
)

// ofOtherTimes marks the figures of a list that is shared out over times (2020年度、2021年度及
// 2022年度收益分别为……) which are of another time than was asked for, where one is of that.
func ofOtherTimes(r asking.Reading, found []candidate) {
	if len(r.Years) != 1 || r.Asks.OfTime() {
		return
	}
	asked := asking.YearParts(hanzi.Fold(r.Raw))
	of := make([]bool, len(found)) // it is of the time that was asked for
	any := false
	for i, c := range found {
		p := c.entry.Period
		of[i] = c.sharedOut() && p.From.Year == r.Years[0] && slices.Equal(asking.YearParts(hanzi.Fold(p.Text)), asked)
		any = any || of[i]
	}
	if !any {
		return
	}
	for i, c := range found {
		if of[i] || !c.sharedOut() {
			continue
		}
		for j, o := range found {
			if of[j] && o.sentence.Source.Paragraph == c.sentence.Source.Paragraph && o.clause == c.clause {
				found[i].features.Narrow = 1
			}
		}
	}
}

// sharedOut says that the figure is one of a list that is shared out in order.
func (c candidate) sharedOut() bool { return strings.Contains(c.before(), "分别") }

// ofOwner prefers the figure of a list that is shared out over whom it belongs to (东部、西部指数分别
// 为……) which is the one's that the question names, to those of the same measure that are of nobody
// whom it names: 改革热度指数 of all for 东部's. What it measures is often said of all alone.
func ofOwner(r asking.Reading, found []candidate) {
	asked := hanzi.Fold(r.Raw)
	for j, o := range found {
		owner, metric := hanzi.Fold(o.entry.Entity), hanzi.Fold(o.entry.Metric)
		if !o.sharedOut() || len([]rune(owner)) < shortestMetric || len([]rune(metric)) < shortestMetric || naming.IsEverywhere(owner) || wording.IsGeneric(owner) || !strings.Contains(asked, owner) || !strings.Contains(asked, metric) {
			continue
		}
		found[j].features.Apart = 0
		for i, c := range found {
			other := hanzi.Fold(c.entry.Entity)
			if c.entry.Article == o.entry.Article && c.figure.Unit == o.figure.Unit && strings.HasSuffix(hanzi.Fold(c.entry.Metric), metric) &&
				(other == "" || !strings.Contains(asked, other)) && !strings.Contains(hanzi.Fold(c.sentence.String()), owner) {
				found[i].features.Narrow = 1
			}
		}
	}
}
