package answer

import (
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

// worked is a formula with its figures and its exact result.
type worked struct {
	formula
	x, y   operand
	more   []operand // of a sum: those behind the two
	result decimal.Decimal
	unit   string
	falls  bool // opBase: the change is a fall
	// The scale that the result is said in; the first operand's where none is set.
	scale     decimal.Decimal
	scaleText string
}

var hundred = decimal.NewFromInt(100)

// exactDigits is to how many places a quotient is worked out before it is rounded.
const exactDigits = 24

// compute works a formula out, exactly but for quotients.
func compute(o op, x, y decimal.Decimal) (decimal.Decimal, bool) {
	switch o {
	case opSum:
		return x.Add(y), true
	case opDifference:
		return x.Sub(y).Abs(), true
	case opBase: // x before a change of y %
		return quotient(x, decimal.NewFromInt(1).Add(y.Div(hundred)))
	case opWhole: // x is y % of it
		return quotient(x.Mul(hundred), y)
	case opShare: // x in % of y
		return quotient(x.Mul(hundred), y)
	case opRatio, opMean:
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

// workedOut answers a question whose figure is not printed but follows from
// printed ones; ok is false where it asks for none or the operands are not there.
func workedOut(ctx context.Context, snapshot *retrieval.Snapshot, r asking.Reading, hits []retrieval.Hit, found []weigh.Candidate) (answer Answer, ok bool, err error) {
	if v, asked := readConversion(r); asked && len(found) > 0 {
		c, held := held(r, found)
		if !held {
			c = found[0]
		}
		if w, ok := v.convert(c); ok && (held || c.Supported(false)) {
			return w.say(snapshot, r), true, nil
		}
	}
	if len(found) > 0 {
		if w, ok := wholeOf(r, snapshot, found); ok {
			return w.say(snapshot, r), true, nil
		}
	}
	if answer, ok, err := sumOfSeveral(ctx, snapshot, r, hits); ok || err != nil {
		return answer, ok, err
	}
	if answer, ok, err := mostOfSeveral(ctx, snapshot, r, hits); ok || err != nil {
		return answer, ok, err
	}
	read := formulas(r)
	for _, f := range read {
		if f.printed(r, found) {
			break
		}
		w, ok, err := work(ctx, snapshot, hits, f)
		if err != nil {
			return Answer{}, false, err
		}
		if ok && w.op == opSum && overlap(snapshot, w.x.Candidate, w.y.Candidate) {
			return notAddable(snapshot, r, []weigh.Candidate{w.x.Candidate, w.y.Candidate}), true, nil
		}
		if ok {
			return w.say(snapshot, r), true, nil
		}
	}
	if len(found) == 0 {
		return Answer{}, false, nil
	}
	if parts := parts(r, snapshot, found); len(parts) > 1 {
		return notAddable(snapshot, r, parts), true, nil
	}
	if setsLastTwo(r.Raw) && len(r.Led) > 0 && !weigh.Totals.MatchString(found[0].Said()) || ofOne(r, snapshot, read, found[0]) { // one of them is no answer about both
		return nearestFigure(snapshot, r, found[0], r.Lang.Say("answer.lacks-figure")), true, nil
	}
	if year, other := weigh.OtherYear(r, found[0]); other && found[0].Supported(false) {
		if w, ok := baseYear(r, snapshot, found[0], year); ok {
			return w.say(snapshot, r), true, nil
		}
	}
	if found[0].Supported(false) {
		if w, ok := basePart(r, snapshot, found[0]); ok {
			return w.say(snapshot, r), true, nil
		}
	}
	return Answer{}, false, nil
}

// printed says that the articles print what the formula would work out.
func (f formula) printed(r asking.Reading, found []weigh.Candidate) bool {
	if len(found) == 0 || f.which {
		return false
	}
	c := found[0]
	clause := c.Said()
	switch f.op {
	case opShare, opRatio:
		return c.Entry.Direction == "" && len(r.Figures) < 2 && c.Features.Fit >= 0.9 && c.Features.Clause >= printedClause
	case opSum:
		return c.Features.Clause >= printedClause && f.total(r, clause)
	}
	return false
}

// total says that a clause is of a sum, and of no single operand; 总投资 of the question is no
// sum of its two.
func (f formula) total(r asking.Reading, clause string) bool {
	total := weigh.Totals.FindString(clause)
	return total != "" && !(strings.HasPrefix(total, "总") && strings.Contains(hanzi.Fold(r.Raw), total)) && !f.namesOne(clause)
}

// namesOne says that a text has words of one operand alone, and none of the other:
// 共有酒店120家 for 酒店和民宿一共多少家.
func (f formula) namesOne(text string) bool {
	first, other := wording.Bigrams(f.first), wording.Bigrams(f.other)
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

// work finds a formula's figures and works it out.
func work(ctx context.Context, snapshot *retrieval.Snapshot, hits []retrieval.Hit, f formula) (worked, bool, error) {
	x, y, ok, err := operands(ctx, snapshot, hits, f)
	if !ok || err != nil {
		return worked{}, false, err
	}
	w := worked{formula: f, x: x, y: y}
	if f.op == opList {
		return w, true, nil
	}
	if w.opposed() && !f.which { // +3 and 下降2 are not one apart
		return worked{}, false, nil
	}
	if w.result, ok = compute(f.op, x.Figure.Value, y.Figure.Value); !ok {
		return worked{}, false, nil
	}
	w.unit, ok = w.resultUnit()
	return w, ok && !w.exceeds(), nil
}

// resultUnit is the unit of the result; ok is false where the figures give none.
func (w worked) resultUnit() (string, bool) {
	unit := w.x.Figure.Unit
	if asked := asking.UnitAsked(w.asked); heads[asked] && heads[unit] { // 56名 in 平均多少人
		unit = asked
	}
	switch w.op {
	case opRatio:
		return "倍", unit != "%"
	case opShare:
		return "%", unit != "%"
	case opDifference:
		if unit == "%" {
			return "个百分点", true
		}
	case opSum:
		return unit, unit != "%"
	}
	return unit, true
}

// exceeds says that a part would be more than the whole that the question says it is of, or
// next to nothing of it.
func (w worked) exceeds() bool {
	return w.op == opShare && w.part && (w.result.GreaterThan(hundred) || w.result.LessThan(leastShare))
}

// leastShare is the least share, in %, that anybody would ask for.
var leastShare = decimal.New(1, -3)

// heads are units of people, one for the other.
var heads = map[string]bool{"人": true, "名": true, "位": true}
