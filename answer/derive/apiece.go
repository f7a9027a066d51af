package derive

import (
	"strings"

	"youju/answer/asking"
	"youju/answer/weigh"
	"youju/answer/wording"
	"youju/retrieval"
)

// Lent is a formula with what only one of its phrases says given to both.
func (f Formula) Lent(snapshot *retrieval.Snapshot) Formula {
	f.lendMeasure(snapshot)
	return f
}

// Apiece says that both operands of a formula may be asked for by themselves: each phrase says what of it is asked, or
// that stands behind both.
func (f Formula) Apiece() bool {
	if f.Op != Difference && f.Op != Sum && f.Op != Ratio || f.rest {
		return false
	}
	return f.Tail != "" || f.measured()
}

// measured says that each phrase itself names what is measured.
func (f Formula) measured() bool {
	return saysMeasure(f.First) && saysMeasure(f.Other)
}

func saysMeasure(phrase string) bool {
	return asking.MetricIn(phrase) != "" || wording.UnitImplied(phrase+"多少") != ""
}

// Apart is the question for what one phrase of a formula comes to.
func (f Formula) Apart(phrase string) string {
	tail := strings.TrimPrefix(f.Tail, "的")
	if tail != "" && !strings.Contains(phrase, tail) {
		phrase = strings.TrimSuffix(phrase, "的") + "的" + tail
	}
	asked := "多少"
	if unit := asking.UnitAsked(f.asked); unit != "" {
		asked += unit
	}
	return phrase + "是" + asked + "？"
}

// OfTwo works a formula out with two figures that answer for its phrases; ok is false where they may not be set
// against each other.
func OfTwo(snapshot *retrieval.Snapshot, f Formula, x, y weigh.Candidate) (w Worked, ok bool) {
	w = Worked{Formula: f, X: Operand{Candidate: x}, Y: Operand{Candidate: y}}
	if f.Op == Sum && Overlap(snapshot, x, y) || !comparable(f, x, y) || w.Opposed() || !f.measured() && !weigh.MeasuresSame(x.Entry.Metric, y.Entry.Metric) {
		return w, false
	}
	if w.Result, ok = Compute(f.Op, x.Figure.Value, y.Figure.Value); !ok {
		return w, false
	}
	w.Unit, ok = w.resultUnit()
	return w, ok
}
