// Package derive works out what the articles do not print: it reads a question as a formula, finds the
// figures that its phrases ask for, tells which of them may be set against each other, and computes and
// rounds, exactly.
package derive

import (
	"cmp"
	"context"
	"maps"
	"strings"

	"github.com/shopspring/decimal"

	"youju/answer/asking"
	"youju/answer/weigh"
	"youju/answer/wording"
	"youju/hanzi"
	"youju/retrieval"
)

// Worked is a formula with its figures and its exact result.
type Worked struct {
	Formula
	X, Y   Operand
	More   []Operand // of a sum: those behind the two
	Result decimal.Decimal
	Unit   string
	Falls  bool // opBase: the change is a fall
	// The scale that the result is said in; the first operand's where none is set.
	scale     decimal.Decimal
	scaleText string
}

var hundred = decimal.NewFromInt(100)

// exactDigits is to how many places a quotient is worked out before it is rounded.
const exactDigits = 24

// Compute works a formula out, exactly but for quotients.
func Compute(o Op, x, y decimal.Decimal) (decimal.Decimal, bool) {
	switch o {
	case Sum:
		return x.Add(y), true
	case Difference:
		return x.Sub(y).Abs(), true
	case Base: // x before a change of y %
		return quotient(x, decimal.NewFromInt(1).Add(y.Div(hundred)))
	case Whole: // x is y % of it
		return quotient(x.Mul(hundred), y)
	case Share: // x in % of y
		return quotient(x.Mul(hundred), y)
	case Ratio, Mean:
		return quotient(x, y)
	}
	return decimal.Decimal{}, false
}

func quotient(x, y decimal.Decimal) (decimal.Decimal, bool) {
	if !y.IsPositive() {
		return decimal.Decimal{}, false
	}
	return x.DivRound(y, exactDigits), true
}

// Printed says that the articles print what the formula would work out.
func (f Formula) Printed(r asking.Reading, found []weigh.Candidate) bool {
	if len(found) == 0 || f.Which {
		return false
	}
	if f.gapFirst(found) {
		return true
	}
	c := found[0]
	clause := c.Said()
	switch f.Op {
	case Share, Ratio:
		return c.Entry.Direction == "" && len(r.Figures) < 2 && c.Features.Fit >= 0.9 && c.Features.Clause >= printedClause
	case Sum:
		return c.Features.Clause >= printedClause && f.total(r, clause)
	}
	return false
}

// total says that a clause is of a sum, and of no single operand; 总投资 of the question is no
// sum of its two.
func (f Formula) total(r asking.Reading, clause string) bool {
	total := weigh.TotalWord(clause)
	return total != "" && !(strings.HasPrefix(total, "总") && strings.Contains(hanzi.Fold(r.Raw), total)) && !f.namesOne(clause)
}

// namesOne says that a text has words of one operand alone, and none of the other:
// 共有酒店120家 for 酒店和民宿一共多少家.
func (f Formula) namesOne(text string) bool {
	first, other := wording.Bigrams(f.First), wording.Bigrams(f.Other)
	alone := func(one, other map[string]bool) bool {
		own := maps.Clone(one)
		maps.DeleteFunc(own, func(gram string, _ bool) bool { return other[gram] })
		return wording.Shared(own, text) > 0
	}
	return alone(first, other) != alone(other, first)
}

// printedClause is the share of the question's words in the clause of a figure
// that is held to answer it by itself.
const printedClause = 0.6

// Work finds a formula's figures and works it out.
func Work(ctx context.Context, snapshot *retrieval.Snapshot, hits []retrieval.Hit, f Formula) (Worked, bool, error) {
	x, y, ok, err := Operands(ctx, snapshot, hits, f)
	if !ok || err != nil {
		return Worked{}, false, err
	}
	w := Worked{Formula: f, X: x, Y: y}
	if f.Op == List {
		return w, true, nil
	}
	if w.Opposed() && !f.Which { // +3 and 下降2 are not one apart
		return Worked{}, false, nil
	}
	if w.Result, ok = Compute(f.Op, x.Figure.Value, y.Figure.Value); !ok {
		return Worked{}, false, nil
	}
	w.Unit, ok = w.resultUnit()
	return w, ok && !w.exceeds(), nil
}

// resultUnit is the unit of the result; ok is false where the figures give none.
func (w Worked) resultUnit() (string, bool) {
	unit := cmp.Or(w.X.Figure.Unit, w.Y.Figure.Unit)
	if asked := asking.UnitAsked(w.asked); heads[asked] && heads[unit] { // 56名 in 平均多少人
		unit = asked
	}
	switch w.Op {
	case Ratio:
		return "倍", unit != "%"
	case Share:
		return "%", unit != "%"
	case Difference:
		if unit == "%" {
			return "个百分点", true
		}
	case Sum:
		return unit, unit != "%"
	}
	return unit, true
}

// exceeds says that a part would be more than the whole that the question says it is of, or
// next to nothing of it.
func (w Worked) exceeds() bool {
	return w.Op == Share && w.part && (w.Result.GreaterThan(hundred) || w.Result.LessThan(leastShare))
}

// leastShare is the least share, in %, that anybody would ask for.
var leastShare = decimal.New(1, -3)

// heads are units of people, one for the other.
var heads = map[string]bool{"人": true, "名": true, "位": true}

// Opposed says that one of the operands is a fall and the other is not.
func (w Worked) Opposed() bool {
	return w.Op == Difference && w.X.Entry.Falls() != w.Y.Entry.Falls()
}

// Sign is how an operation is written between two operands.
func Sign(o Op) string {
	switch o {
	case Sum:
		return "+"
	case Difference:
		return "−"
	}
	return "÷"
}
