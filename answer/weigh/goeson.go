package weigh

import (
	"youju/answer/asking"
	"youju/answer/evidence"
	"youju/answer/pattern"
	"youju/hanzi"
)

// samePeriodFirst puts the figure first that stands behind the best one as that of the year
// before, where that is asked for: 净利润8.22亿元，上年同期8.33亿元.
func samePeriodFirst(r asking.Reading, found []Candidate) {
	asked := withLastYear.ReplaceAllString(hanzi.Fold(r.Raw), "")
	if !lastYear.MatchString(asked) && !saysSamePeriod.MatchString(asked) || r.Asks == asking.Change {
		return
	}
	best := found[0]
	for i, c := range found {
		if between, near := best.textTo(c); near && samePeriodBehind.MatchString(between) {
			found[i].Features = best.Features
			evidence.PutFirst(found, i)
			return
		}
	}
}

var samePeriodBehind = pattern.Compile(`^[,，](上年|去年)同期(为|是|约)?$`)

// SamePeriod says that the figure is of the same time of the year before.
func (c Candidate) SamePeriod() bool { return saysSamePeriod.MatchString(c.before()) }

var saysSamePeriod = pattern.Compile(`(^|[^比较])(上年|去年)同期`)

// goesOnTo says that a text goes on from the figure to another of its kind with little but
// another time: 2025年营业收入达到600亿元，2027年达到1000亿元.
func (c Candidate) goesOnTo(next Candidate) bool {
	between, near := c.textTo(next)
	return near && c.Figure.Kind == next.Figure.Kind && goesOnYear.MatchString(between)
}

// textTo is what stands between a figure and the next one of its unit in the paragraph, folded;
// near is false where that is another paragraph or unit, or stands before it or far behind.
func (c Candidate) textTo(next Candidate) (between string, near bool) {
	gap := next.Figure.Start - c.Figure.End
	if c.Sentence.Source.Paragraph != next.Sentence.Source.Paragraph || gap < 0 || gap > goesOnRunes || c.Figure.Unit != next.Figure.Unit {
		return "", false
	}
	return hanzi.Fold(string(c.Sentence.Text[c.Figure.End:next.Figure.Start])), true
}

const goesOnRunes = 16

var goesOnYear = pattern.Compile(`^[以左]?[上右]?[,;，；、]到?\d{4}年[底末]?(将|预计|力争|则|要)?(达到?|为|是|突破|超过?|增[长加]?[到至])?[约近超]?$`)

// OfYear says that the figure is said to be of the first year that was asked for.
func (c Candidate) OfYear(r asking.Reading) bool {
	return c.yearsOf(len(r.Years), r.Years[0])[r.Years[0]]
}
