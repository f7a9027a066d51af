package eval

import (
	"slices"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"youju/answer/say"
	"youju/figure"
)

// derived works a derived figure out again from its quoted operands.
func (p *prover) derived(d say.Derived) {
	if d.Expression == "" && len(d.Operands) > 0 {
		p.fail("%s does not say how it was worked out", d.Text)
	}
	var operands []say.Figure
	for _, i := range d.Operands {
		if i < 0 || i >= len(p.answer.Figures) {
			p.fail("%s has an operand that is not quoted", d.Text)
			return
		}
		operands = append(operands, p.answer.Figures[i])
	}
	results := p.results(d.Op, operands)
	value, err := decimal.NewFromString(d.Value)
	fits := func(v decimal.Decimal) bool {
		return slices.ContainsFunc(results, func(exact decimal.Decimal) bool { return within(exact, v) })
	}
	switch {
	case len(results) == 0:
		p.fail("%s: %s cannot be worked out from %d such operands", d.Text, d.Op, len(operands))
	case err != nil || !fits(value):
		p.fail("%s has the value %s, not %s", d.Text, d.Value, results[0])
	case !fits(spoken(d)) && !fits(spoken(d).Neg()): // 下降33.3%
		p.fail("%s does not say the value %s", d.Text, d.Value)
	}
	p.expression(d, operands)
}

// spoken is the value of a derived figure's text.
func spoken(d say.Derived) decimal.Decimal {
	if found := figure.Find(d.Text); len(found) == 1 {
		return found[0].Value
	}
	if read := numbers(d.Text); len(read) == 1 {
		return decimal.NewFromFloat(read[0].value)
	}
	return decimal.Decimal{}
}

// expression checks that nothing but operands, the result, their count and the
// constants 1 and 100 is shown.
func (p *prover) expression(d say.Derived, operands []say.Figure) {
	known := map[string]bool{"1": true, "100": true, strconv.Itoa(len(operands)): true}
	for _, n := range numberRuns(d.Text) {
		known[n] = true
	}
	for _, f := range operands {
		for _, n := range append(numberRuns(f.Text), f.Value) {
			known[n] = true
		}
	}
	for _, n := range numberRuns(d.Expression) {
		if !known[n] {
			p.fail("the expression %s holds %s, which is no operand", d.Expression, n)
		}
	}
}

var percentOf = decimal.NewFromInt(100)

// results are the exact results of an operation as the contract defines it; more
// than one where it allows two readings, none where it cannot be worked out.
func (p *prover) results(op string, operands []say.Figure) []decimal.Decimal {
	var x []decimal.Decimal
	for _, f := range operands {
		v, err := decimal.NewFromString(f.Value)
		if err != nil {
			return nil
		}
		x = append(x, v)
	}
	n := decimal.NewFromInt(int64(len(x)))
	switch {
	case op == "count":
		return p.counts(len(x))
	case op == "convert" && len(x) == 1:
		return x
	case len(x) < 2 || mixed(op, operands):
		return nil
	case op == "sum":
		return []decimal.Decimal{decimal.Sum(x[0], x[1:]...)}
	case op == "mean":
		means := []decimal.Decimal{decimal.Sum(x[0], x[1:]...).Div(n)}
		if operands[0].Unit != operands[1].Unit {
			means = nil
		}
		if len(x) == 2 && !x[1].IsZero() {
			means = append(means, x[0].Div(x[1]))
		}
		return means
	case len(x) == 2:
		return p.ofTwo(op, operands[1], x[0], x[1])
	}
	return nil
}

// counts are what a count may say: its operands, or without any a number of
// articles that were looked at.
func (p *prover) counts(operands int) []decimal.Decimal {
	if operands > 0 {
		return []decimal.Decimal{decimal.NewFromInt(int64(operands))}
	}
	var all []decimal.Decimal
	for n := range len(p.snapshot.Articles()) + 1 {
		all = append(all, decimal.NewFromInt(int64(n)))
	}
	return all
}

func (p *prover) ofTwo(op string, second say.Figure, x, y decimal.Decimal) []decimal.Decimal {
	over := func(a, b decimal.Decimal) []decimal.Decimal {
		if b.IsZero() {
			return nil
		}
		return []decimal.Decimal{a.Div(b)}
	}
	switch op {
	case "difference":
		return []decimal.Decimal{x.Sub(y).Abs()}
	case "ratio":
		return over(x, y)
	case "share", "whole":
		return over(x.Mul(percentOf), y)
	case "growth":
		return over(x.Sub(y).Mul(percentOf), y)
	case "part":
		return []decimal.Decimal{x.Mul(y).Div(percentOf)}
	case "base":
		if p.isFall(second) {
			y = y.Abs().Neg()
		}
		return over(x.Mul(percentOf), percentOf.Add(y))
	}
	return nil
}

// fallWords before a change say that it is a fall.
const fallWords = "降减跌缩负少"

// changeRunes is how far before a change the word for its direction stands.
const changeRunes = 5

func (p *prover) isFall(f say.Figure) bool {
	if strings.HasPrefix(f.Value, "-") {
		return true
	}
	if f.Citation < 1 || f.Citation > len(p.answer.Citations) {
		return false
	}
	source, ok := p.snapshot.Source(p.answer.Citations[f.Citation-1].Paragraph)
	return ok && strings.ContainsAny(between(source.Text, max(0, f.Start-changeRunes), f.Start), fallWords)
}

// mixed says whether an operation that needs like units got unlike ones: money
// and percentages go only with their own.
func mixed(op string, operands []say.Figure) bool {
	if !slices.Contains([]string{"sum", "difference", "ratio", "share", "growth"}, op) {
		return false
	}
	strict := func(unit string) bool { return strings.HasSuffix(unit, "元") || unit == "%" || unit == "个百分点" }
	for _, f := range operands[1:] {
		if op == "ratio" && f.Unit == "倍" || op == "difference" && operands[0].Unit == "%" && f.Unit == "个百分点" { // what it was before: 186万元 is 3 times of it
			continue
		}
		if f.Unit != operands[0].Unit && (strict(f.Unit) || strict(operands[0].Unit)) {
			return true
		}
	}
	return false
}
