package weigh

import (
	"strings"

	"youju/answer/asking"
	"youju/answer/wording"
	"youju/figure"
	"youju/hanzi"
	"youju/retrieval"
)

// OfContrary says that a figure is of what a phrase names and not of its contrary, by the words between it and
// the figure before it, or, where these name both, by its place in the list that they begin: 37.1 is of 农村 in
// 城镇和农村人均住房面积32.9平方米、37.1平方米.
func (c Candidate) OfContrary(snapshot *retrieval.Snapshot, own, against string) bool {
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

// contrariesListed tells which figure of a list of two is of the one of two contraries that a question names: 37.1 of 农村 in
// 城镇和农村人均住房面积32.9平方米、37.1平方米.
func contrariesListed(snapshot *retrieval.Snapshot, asked string, found []Candidate) {
	for i := range found {
		c := &found[i]
		opening := hanzi.Fold(string(c.Sentence.Text[c.Clause.Start:c.Figure.Start]))
		own, against := asking.ContraryIn(asked, opening)
		if own == "" || !strings.ContainsAny(opening, "和与、及") || c.inUnit(snapshot) != 2 {
			continue
		}
		c.Features.Narrow = wording.AllOrNothing(!c.OfContrary(snapshot, own, against))
		for _, o := range found {
			if o.Clause == c.Clause && o.Sentence.Source.Paragraph == c.Sentence.Source.Paragraph && o.Figure.Unit == c.Figure.Unit {
				c.Features.Near = max(c.Features.Near, o.Features.Near)
			}
		}
	}
}

// inUnit is how many figures of its unit stand in the figure's clause.
func (c Candidate) inUnit(snapshot *retrieval.Snapshot) int {
	n := 0
	for _, e := range snapshot.Ledger().Of(c.Sentence.Source.Paragraph) {
		if e.Start >= c.Clause.Start && e.End <= c.Clause.End && e.Unit == c.Figure.Unit && e.Kind != figure.Date {
			n++
		}
	}
	return n
}
