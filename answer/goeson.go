package answer

import (
	"youju/answer/asking"
	"youju/answer/evidence"
	"youju/answer/pattern"
	"youju/hanzi"
)

// samePeriodFirst puts the figure first that stands behind the best one as that of the year
// before, where that is asked for: 净利润8.22亿元，上年同期8.33亿元.
func samePeriodFirst(r asking.Reading, found []candidate) {
	asked := withLastYear.ReplaceAllString(hanzi.Fold(r.Raw), "")
	if !lastYear.MatchString(asked) && !saysSamePeriod.MatchString(asked) || r.Asks == asking.Change {
		return
	}
	best := found[0]
	for i, c := range found {
		if between, near := best.textTo(c); near && samePeriodBehind.MatchString(between) {
			found[i].features = best.features
			evidence.PutFirst(found, i)
			return
		}
	}
}

var samePeriodBehind = pattern.Compile(`^[,，](上年|去年)同期(为|是|约)?$`)

// samePeriod says that the figure is of the same time of the year before.
func (c candidate) samePeriod() bool { return saysSamePeriod.MatchString(c.before()) }

var saysSamePeriod = pattern.Compile(`(^|[^比较])(上年|去年)同期`)

// goesOnTo says that a text goes on from the figure to another of its kind with little but
// another time: 2025年营业收入达到600亿元，2027年达到1000亿元.
func (c candidate) goesOnTo(next candidate) bool {
	between, near := c.textTo(next)
	return near && c.figure.Kind == next.figure.Kind && goesOnYear.MatchString(between)
}

// textTo is what stands between a figure and the next one of its unit in the paragraph, folded;
// near is false where that is another paragraph or unit, or stands before it or far behind.
func (c candidate) textTo(next candidate) (between string, near bool) {
	gap := next.figure.Start - c.figure.End
	if c.sentence.Source.Paragraph != next.sentence.Source.Paragraph || gap < 0 || gap > goesOnRunes || c.figure.Unit != next.figure.Unit {
		return "", false
	}
	return hanzi.Fold(string(c.sentence.Text[c.figure.End:next.figure.Start])), true
}

const goesOnRunes = 16

var goesOnYear = pattern.Compile(`^[以左]?[上右]?[,;，；、]到?\d{4}年[底末]?(将|预计|力争|则|要)?(达到?|为|是|突破|超过?|增[长加]?[到至])?[约近超]?$`)

// ofYear says that the figure is said to be of the first year that was asked for.
func (c candidate) ofYear(r asking.Reading) bool {
	return c.yearsOf(len(r.Years), r.Years[0])[r.Years[0]]
}
