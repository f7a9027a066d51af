package weigh

import (
	"strings"

	"youju/answer/asking"
	"youju/answer/evidence"
	"youju/answer/pattern"
	"youju/hanzi"
)

// aimBy is how much worse the figure of what is so may be than one of what is to be.
const (
	aimBy      = 1.5
	aimUndated = 0.8 // where the question names no year
)

// Aim says that the figure is of what is to be.
func (c Candidate) Aim() bool { return evidence.AimsIn(c.Sentence.Source, c.Figure.Start) }

// aimedFirst puts a figure of what is so, of the year that was asked for or of none, before one that measures the same and only
// was to be so, and the other way where the question asks for the aim.
func aimedFirst(r asking.Reading, found []Candidate, read bool) {
	wanted := evidence.AsksAim(r)
	best, by := found[0], aimBy
	if len(r.Years) == 0 {
		by = aimUndated
	}
	if best.Entry.Metric == "" || best.Aim() == wanted || len(r.Years) == 0 && (wanted || !evidence.SetsAim(best.Sentence.Text, best.Figure.Start)) {
		return
	}
	for i, c := range found {
		if c.Score < best.Score-by {
			return
		}
		same := c.Entry.Metric == best.Entry.Metric || !wanted && (strings.Contains(c.Entry.Metric, best.Entry.Metric) || len(r.Years) == 0 && c.Entry.Metric != "" && strings.Contains(best.Entry.Metric, c.Entry.Metric)) // 就业人口 and 就业
		if !same || c.Figure.Unit != best.Figure.Unit || c.Aim() != wanted || !c.Supported(read) && !best.bears(c, read) {
			continue
		}
		if _, other := OtherYear(r, c); !other && (len(r.Years) == 0 || c.OfYear(r)) {
			found[i].bornBy(best, read)
			evidence.PutFirst(found, i)
			return
		}
	}
}

// doneFirst puts what came of a plan first where the best figure is what was planned, right before it:
// 46个 of 计划开工项目40个，实际开工46个. What is done by now (计划总投资50亿元，已完成投资20亿元) is another thing, unless
// the question asks for that.
func doneFirst(r asking.Reading, found []Candidate) {
	best, asked := found[0], hanzi.Fold(r.Raw)
	if evidence.AsksAim(r) || r.Claim != nil || !wasPlan.MatchString(best.before()) {
		return
	}
	takenOver(found, func(c Candidate) bool {
		between, near := best.textTo(c)
		done := doneBehind.FindStringSubmatch(between)
		return near && done != nil && (done[1] == "" || doneAsked.MatchString(asked))
	})
}

var (
	wasPlan    = pattern.Compile(`计划|目标|(^|[^虚模])拟|预计`)
	doneBehind = pattern.Compile(`^[,;]?(?:实际|最终|(已经?))[^,。;]{0,10}$`)
	doneAsked  = pattern.Compile(`了|已`)
)

// onlyAimed says that a change of a year is asked for, and the figure only says what was
// aimed at; what others expect (预计增长3%) is all that is known of some.
func onlyAimed(r asking.Reading, c Candidate) bool {
	return r.Asks == asking.Change && len(r.Years) > 0 && r.Claim == nil && !evidence.AsksAim(r) && Target(c)
}

// Target says that the figure's sentence says that it was aimed at.
func Target(c Candidate) bool {
	return target.MatchString(evidence.LeadUpIn(c.Sentence.Source, c.Figure.Start))
}

var target = pattern.Compile(`目标|力争|争取`)
