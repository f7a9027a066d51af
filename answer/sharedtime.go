package answer

import (
	"slices"
	"strings"

	"youju/hanzi"
)

// ofOtherTimes marks the figures of a list that is shared out over times (2020年度、2021年度及
// 2022年度收益分别为……) which are of another time than was asked for, where one is of that.
func (r reading) ofOtherTimes(found []candidate) {
	if len(r.years) != 1 || r.asks.date() {
		return
	}
	asked := yearParts(hanzi.Fold(r.raw))
	of := make([]bool, len(found)) // it is of the time that was asked for
	any := false
	for i, c := range found {
		p := c.entry.Period
		of[i] = c.sharedOut() && p.From.Year == r.years[0] && slices.Equal(yearParts(hanzi.Fold(p.Text)), asked)
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
			if of[j] && o.sentence.source.Paragraph == c.sentence.source.Paragraph && o.clause == c.clause {
				found[i].features.Narrow = 1
			}
		}
	}
}

// sharedOut says that the figure is one of a list that is shared out in order.
func (c candidate) sharedOut() bool { return strings.Contains(c.before(), "分别") }
