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
	switch {
	case !other && best.OfYear(r):
	case other && takenOver(found, func(c Candidate) bool { return best.goesOnTo(c) && c.saysYear(r) }):
	default:
		for i, c := range found {
			if other && best.repeatedIn(c) && c.saysYear(r) { // a headline has no year
				takeOver(found, i)
				return
			}
			if c.ofYearInstead(r, best, other, read) {
				found[i].bornBy(best, read)
				evidence.PutFirst(found, i)
				return
			}
		}
	}
}

// saysYear says that the figure's sentence, or what it goes on from, says the year that is asked for.
func (c Candidate) saysYear(r asking.Reading) bool { return c.yearsSaid(len(r.Years))[r.Years[0]] }

// repeatedIn says that another figure of the article is the same.
func (c Candidate) repeatedIn(o Candidate) bool {
	return c.Entry.Article == o.Entry.Article && c.Figure.Value.Equal(o.Figure.Value) && c.unitLike(o)
}

// unitLike says that two figures have one unit, or one of them none: 290万 and 245万人.
func (c Candidate) unitLike(o Candidate) bool {
	return c.Figure.Unit == o.Figure.Unit || c.Figure.Unit == "" || o.Figure.Unit == ""
}

// ofYearInstead says that the figure is of the year that is asked for, and good enough to be said instead of the best one;
// other says that that is of another year.
func (c Candidate) ofYearInstead(r asking.Reading, best Candidate, other, read bool) bool {
	metric := c.Entry.Metric == best.Entry.Metric
	report := c.Entry.Article == best.Entry.Article || c.Features.Entity >= best.Features.Entity && MeasuresSame(c.Entry.Metric, best.Entry.Metric) // those of several years
	fits := other && c.unitLike(best) && c.Features.Fit >= best.Features.Fit
	alike := fits && report && c.Score >= best.Score-ofYearAlike
	undated := fits && c.undatedBeside(r, best)
	hardlyWorse := c.Score >= best.Score-ofYearBy || claims(r, c) && c.Score >= best.Score-claimedBy
	switch {
	case !hardlyWorse && !alike && !undated, !undated && !c.OfYear(r), c.Features.Fit <= scales.PoorFit:
		return false
	case !c.Supported(read) && !(alike && c.Entry.Metric != "" && metric && best.bears(c, read)):
		return false
	case !other && !(metric && c.Figure.Unit == best.Figure.Unit):
		return false
	case c.Features.Metric < best.Features.Metric/2 && c.Features.Meaning < best.Features.Meaning/2: // its year alone makes it no 科技型中小企业
		return false
	}
	_, elsewhen := OtherYear(r, c)
	return !elsewhen
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
