package check

import (
	"sort"
	"strings"

	"youju/answer/likeness"
	"youju/figure"
)

// sameDateText is the bound above which two sentences tell of the same event.
const sameDateText = 0.75

// judgeDate compares a date with those of the sentences that tell the same. One
// that says when figures hold is false only where the articles have those figures
// at another time.
func (c *checker) judgeDate(claim claimed, facts, dated []fact, governs bool) (Verdict, fact) {
	var found []likely
	for _, f := range facts {
		if f.entry.Kind != figure.Date || !c.sameNames(claim, f) {
			continue
		}
		verdict := compareDates(claim.entry.When, f.entry.When)
		if claim.entry.Until != f.entry.Until || f.entry.When == (figure.When{}) {
			verdict = compareValues(claim.entry.Figure, f.entry.Figure)
		}
		if verdict == Different && governs && !dates(dated, f) {
			continue
		}
		if score := c.told(claim, f); score >= sameDateText {
			found = append(found, likely{f, score + sentenceShare*claim.overlap(f) + nearShare*nearness(claim, f), verdict})
		}
	}
	sort.SliceStable(found, func(i, j int) bool { return found[i].score > found[j].score })
	verdict, f := decideLikely(found)
	if verdict == Unknown && governs {
		return c.periodOf(claim, dated)
	}
	return verdict, f
}

// periodOf is the date that a claim is the same as in the periods of the facts that it dates.
func (c *checker) periodOf(claim claimed, dated []fact) (Verdict, fact) {
	for _, d := range dated {
		p := d.entry.Period
		if when := (figure.When{Year: p.From.Year}); p.Paragraph == "" && when.Year != 0 && claim.entry.When == when {
			return Same, d // of a heading's year: what is of it shows it
		}
		for _, f := range c.of(p.Paragraph) {
			if f.entry.Kind == figure.Date && p.Span.Start <= f.entry.Start && f.entry.End <= p.Span.End && compareDates(claim.entry.When, f.entry.When) == Same {
				return Same, f
			}
		}
	}
	return Unknown, fact{}
}

// told is the share of a claim's words that a date's sentence and its article say.
func (c *checker) told(claim claimed, f fact) float64 {
	total, held := 0.0, 0.0
	for _, w := range claim.words {
		total += w.weight
		switch {
		case strings.Contains(f.sentence, w.text):
			held += w.weight
		default:
			held += w.weight * f.worth(w.text)
		}
	}
	if total == 0 {
		return 0
	}
	return held / total
}

// dates says that a date is in the sentence, or the period, of one of the facts.
func dates(facts []fact, date fact) bool {
	for _, f := range facts {
		p := f.entry.Period
		within := p.Paragraph == date.entry.Paragraph && p.Span.Start <= date.entry.Start && date.entry.End <= p.Span.End
		if within || f.entry.Paragraph == date.entry.Paragraph && f.entry.Sentence == date.entry.Sentence && p.Text == "" {
			return true
		}
	}
	return false
}

// compareDates is the verdict on a date: one that says less than the articles is
// rounded, one that says more is unknown.
func compareDates(claim, printed figure.When) Verdict {
	switch {
	case claim == printed:
		return Same
	case !likeness.Covers(printed, claim) || claim.Clock != "" && printed.Clock != "" && claim.Clock != printed.Clock:
		return Different
	}
	more := func(a, b int) bool { return a != 0 && b == 0 }
	if more(claim.Year, printed.Year) || more(claim.Month, printed.Month) || more(claim.Day, printed.Day) || claim.Clock != "" && printed.Clock == "" {
		return Unknown
	}
	return Rounded
}
