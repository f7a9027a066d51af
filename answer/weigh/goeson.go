package weigh

import (
	"strings"

	"youju/answer/asking"
	"youju/answer/pattern"
	"youju/figure"
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
	takenOver(found, func(c Candidate) bool {
		between, near := best.textTo(c)
		return near && samePeriodBehind.MatchString(between)
	})
}

// movedSaidFirst puts the change first that stands right behind a figure of the last answer, where a question that goes on
// from it only asks for a change: 增长百分之几 after 固投1413亿元, of 1413亿元，同比增幅为10.9%.
func movedSaidFirst(r asking.Reading, found []Candidate) {
	if r.Asks != asking.Change && r.Asks != asking.Share || len(r.Said) == 0 || !barelyMoved.MatchString(hanzi.Fold(r.Raw)) {
		return
	}
	takenOver(found, func(c Candidate) bool {
		before := c.SaidBefore()
		for said := range r.Said {
			if _, between, ok := strings.Cut(before, hanzi.Fold(said)); ok && c.Figure.Kind == figure.Change && movedBy.MatchString(between) {
				return true
			}
		}
		return false
	})
}

var (
	barelyMoved = pattern.Compile(`^(又|那|那么)?(同比|环比|比上年|比去年)?(增长|增加|上升|下降|减少|涨|降|增幅|增速|降幅|涨幅)了?(是|为)?(多少|百分之几|几个百分点|百分之多少)?[呢?？]?$`)
	movedBy     = pattern.Compile(`^[,，、]?(同比|环比|比上年|较上年|比去年|较去年)?(名义|实际)?(增长|增加|上升|下降|减少|上涨|下跌|增|降|增幅|增速|降幅|涨幅)(为|达到?|了)?[约近超]?$`)
)

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

var goesOnYear = pattern.Compile(`^[以左]?[上右]?[,;，；、]到?\d{4}年(\d{1,2}月)?[底末]?(将|预计|力争|则|要|已)?(达到?|为|是|突破|超过?|增[长加]?[到至]|(上[涨升]|下[降跌]|回落|减少|提[高升]|[涨升降跌减])[到至])?[约近超]?$`)

// OfYear says that the figure is said to be of the first year that was asked for.
func (c Candidate) OfYear(r asking.Reading) bool {
	return c.yearsOf(len(r.Years), r.Years[0])[r.Years[0]]
}
