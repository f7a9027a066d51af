package weigh

import (
	"youju/answer/asking"
	"youju/answer/evidence"
	"youju/answer/scales"
)

// ofYearBy is how much better a figure of another year may be; those of one metric in
// several years hardly differ.
const ofYearBy = 0.15

// ofYearAlike is how much better one of another year may be in the same unit, and in the same article or of the same metric.
const ofYearAlike = 0.5

// ofYearUndated is how much better it may be than one of its article that is of no year, in the same unit.
const ofYearUndated = 0.8

// ofYearFirst puts the best of the figures first that are of the year that was asked for,
// where the best of all is of another, or not said to be of it, and hardly better.
func ofYearFirst(r asking.Reading, found []Candidate, read bool) {
	if len(r.Years) == 0 {
		return
	}
	best := found[0]
	_, other := OtherYear(r, best)
	if !other && best.OfYear(r) {
		return
	}
	for i, c := range found {
		if other && best.goesOnTo(c) && c.yearsSaid(len(r.Years))[r.Years[0]] {
			found[i].Features = best.Features
			evidence.PutFirst(found, i)
			return
		}
	}
	for i, c := range found {
		same := c.Entry.Article == best.Entry.Article || c.Features.Entity >= best.Features.Entity && MeasuresSame(c.Entry.Metric, best.Entry.Metric) // reports of several years
		unit := c.Figure.Unit == best.Figure.Unit || c.Figure.Unit == "" || best.Figure.Unit == ""                                                    // 290万 and 245万人
		alike := other && same && unit && c.Features.Fit >= best.Features.Fit && c.Score >= best.Score-ofYearAlike
		if other && c.Entry.Article == best.Entry.Article && c.Figure.Value.Equal(best.Figure.Value) && unit && c.yearsSaid(len(r.Years))[r.Years[0]] { // a headline has no year
			found[i].Features = best.Features
			evidence.PutFirst(found, i)
			return
		}
		undated := other && unit && c.Features.Fit >= best.Features.Fit && c.undatedBeside(r, best)
		if c.Score < best.Score-ofYearBy && !alike && !undated && (!claims(r, c) || c.Score < best.Score-claimedBy) {
			continue
		}
		borne := c.Supported(read) || alike && c.Entry.Metric != "" && c.Entry.Metric == best.Entry.Metric && best.bears(c, read)
		if (undated || c.OfYear(r)) && borne && c.Features.Fit > scales.PoorFit && (other || c.Entry.Metric == best.Entry.Metric && c.Figure.Unit == best.Figure.Unit) {
			if _, other := OtherYear(r, c); !other {
				found[i].bornBy(best, read)
				evidence.PutFirst(found, i)
				return
			}
		}
	}
}

// undatedBeside says that a figure is of the best one's article and hardly ever of another year than that is of: its sentence
// says none.
func (c Candidate) undatedBeside(r asking.Reading, best Candidate) bool {
	return c.Entry.Article == best.Entry.Article && c.Score >= best.Score-ofYearUndated && len(c.yearsOf(len(r.Years), r.Years[0])) == 0
}

// bears says that a figure is likely enough that one of the same measure is the answer, of which only the time or the aim
// is another; bornBy has that one be as likely.
func (c Candidate) bears(other Candidate, read bool) bool {
	return c.Supported(read) && other.Sentence.Missing == "" && other.Figure.Unit == c.Figure.Unit
}

func (c *Candidate) bornBy(best Candidate, read bool) {
	if !c.Supported(read) {
		c.Features = best.Features
	}
}

// claimedBy is how much worse a figure of the year that was asked for may be that is what the
// question claims: its answer is yes.
const claimedBy = 1

func claims(r asking.Reading, c Candidate) bool {
	return r.Claim != nil && c.Figure.Value.Equal(r.Claim.Figure.Value)
}
