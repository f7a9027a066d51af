package weigh

import (
	"slices"

	"youju/answer/asking"
	"youju/answer/evidence"
	"youju/answer/likeness"
	"youju/figure"
	"youju/retrieval"
)

// ofDayBy is how much better a figure of another day may be; those of reports of several days hardly differ.
const ofDayBy = 0.4

// ofDayFirst puts the best of the figures first whose sentence says the day that the question names, where that of
// the best of all says others only: 8月3日 of reports on one storm. Where its article does, it is no answer, and any other is better.
func ofDayFirst(snapshot *retrieval.Snapshot, r asking.Reading, found []Candidate, read bool) {
	at := slices.IndexFunc(r.Figures, isDay)
	if at < 0 || r.Asks.OfTime() || r.Claim != nil {
		return
	}
	best, day := found[0], r.Figures[at]
	none := otherDay(snapshot, r, best.Sentence) != ""
	if said, other := best.saysDay(day); said || !other && !none {
		return
	}
	for i, c := range found {
		if c.Score < best.Score-ofDayBy && !none {
			return
		}
		if said, _ := c.saysDay(day); said && c.Figure.Unit == best.Figure.Unit && c.Features.Fit >= best.Features.Fit && c.Supported(read) {
			evidence.PutFirst(found, i)
			return
		}
	}
}

// saysDay says whether the figure's sentence up to the end of its clause says the day or the days that are asked for, at its hour if that
// is asked, and whether it says others.
func (c Candidate) saysDay(asked figure.Figure) (said, other bool) {
	day := asked.When
	for _, f := range figure.Find(string(c.Sentence.Text[c.Sentence.Span.Start:c.Clause.End])) {
		if !isDay(f) {
			other = other || day.Clock != "" && f.When.Clock != "" && f.When.Clock != day.Clock
			continue
		}
		hour := f.When.Clock == "" || day.Clock == "" || f.When.Clock == day.Clock
		from, to := likeness.Covers(f.When, day), likeness.Covers(f.Until, asked.Until)
		said = said || hour && from && to || asked.Until.Day == 0 && likeness.Spans(f, day)
		other = true
	}
	return said, other
}
