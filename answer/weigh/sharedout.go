package weigh

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
func ofOtherTimes(r asking.Reading, found []Candidate) {
	if len(r.Years) != 1 || r.Asks.OfTime() {
		return
	}
	asked := asking.YearParts(hanzi.Fold(r.Raw))
	of := make([]bool, len(found)) // it is of the time that was asked for
	any := false
	for i, c := range found {
		p := c.Entry.Period
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
			if of[j] && o.Sentence.Source.Paragraph == c.Sentence.Source.Paragraph && o.Clause == c.Clause {
				found[i].Features.Narrow = 1
			}
		}
	}
}

// sharedOut says that the figure is one of a list that is shared out in order.
func (c Candidate) sharedOut() bool { return strings.Contains(c.before(), "分别") }

// ofOwner prefers the figure of a list that is shared out over whom it belongs to (东部、西部指数分别
// 为……) which is the one's that the question names, to those of the same measure that are of nobody
// whom it names: 改革热度指数 of all for 东部's. What it measures is often said of all alone.
func ofOwner(r asking.Reading, found []Candidate) {
	asked := hanzi.Fold(r.Raw)
	for j, o := range found {
		owner, metric := hanzi.Fold(o.Entry.Entity), hanzi.Fold(o.Entry.Metric)
		if !o.sharedOut() || len([]rune(owner)) < ShortestMetric || len([]rune(metric)) < ShortestMetric || naming.IsEverywhere(owner) || wording.IsGeneric(owner) || !strings.Contains(asked, owner) || !strings.Contains(asked, metric) {
			continue
		}
		found[j].Features.Apart = 0
		for i, c := range found {
			other := hanzi.Fold(c.Entry.Entity)
			if c.Entry.Article == o.Entry.Article && c.Figure.Unit == o.Figure.Unit && strings.HasSuffix(hanzi.Fold(c.Entry.Metric), metric) &&
				(other == "" || !strings.Contains(asked, other)) && !strings.Contains(hanzi.Fold(c.Sentence.String()), owner) {
				found[i].Features.Narrow = 1
			}
		}
	}
}
