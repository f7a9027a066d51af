package answer

import (
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"youju/answer/likeness"
	"youju/figure"
	"youju/hanzi"
)

// rounded is a result as it is printed.
type rounded struct {
	shown string
	value decimal.Decimal
	exact bool
}

// text rounds a result so that it stays within 0.5 % of the exact one, in the
// scale (万, 亿) of the first operand.
func (w worked) text() rounded {
	scale, word := scaleOf(w.x.Figure), scaleWord(w.x.Figure)
	switch {
	case !w.scale.IsZero():
		scale, word = w.scale, w.scaleText
	case w.op == opRatio || w.op == opShare || w.unit == "个百分点":
		scale, word = decimal.NewFromInt(1), ""
	}
	if w.scale.IsZero() && w.result.LessThan(scale) { // 0.003亿元 is 30万元
		scale, word = decimal.NewFromInt(1), ""
		switch wan, yi := decimal.New(1, 4), decimal.New(1, 8); {
		case w.result.GreaterThanOrEqual(yi):
			scale, word = yi, "亿"
		case w.result.GreaterThanOrEqual(wan):
			scale, word = wan, "万"
		}
	}
	scaled := w.result.Div(scale)
	places := int32(0)
	for places < mostPlaces && !scaled.Round(places).Equal(scaled) && (places < 2 && scaled.LessThan(decimal.NewFromInt(1000)) || !within(scaled.Round(places), scaled)) {
		places++
	}
	value := scaled.Round(places)
	return rounded{shown: value.String() + word + w.unit, value: value.Mul(scale), exact: value.Equal(scaled)}
}

// mostPlaces bounds the decimals of a result.
const mostPlaces = 20

// within says that a rounded value is near enough to the exact one: the
// contract's 0.5 %, with room to spare.
func within(value, exact decimal.Decimal) bool {
	return value.Sub(exact).Abs().LessThanOrEqual(exact.Abs().Mul(decimal.New(2, -3)))
}

// approximately is what stands before a result that is rounded, or comes from figures that
// are no more than 约 or 超 themselves.
func (c *composer) approximately(w worked) string {
	if bound := w.bounded(); bound != "" {
		return bound
	}
	exact := w.op == opConvert || !slices.ContainsFunc(w.operands(), func(o operand) bool { return likeness.SideOf(o.Figure.Qualifier) != likeness.Exactly })
	if w.text().exact && exact {
		return ""
	}
	return c.lang.Say("answer.about")
}

func (w worked) operands() []operand { return append([]operand{w.x, w.y}, w.more...) }

// bounded is the word that says of a sum that it is more, as the figures that it is of say
// it: 超 of 超100亿元 and 超300亿元; "" where they do not.
func (w worked) bounded() string {
	if w.op != opSum || !w.text().exact {
		return ""
	}
	word := ""
	for _, o := range w.operands() {
		switch likeness.SideOf(o.Figure.Qualifier) {
		case likeness.Exactly:
		case likeness.Above:
			if word = qualifierBefore(o.Sentence.Text, o.Figure); word == "" { // 500余亩
				return ""
			}
		default:
			return ""
		}
	}
	return word
}

// expression is the arithmetic as a person reads it, in the figures' own scale.
func (w worked) expression() string {
	x := bare(w.x.Figure)
	if w.op == opConvert {
		return w.x.Figure.Text + " = " + w.text().shown
	}
	y := bare(w.y.Figure)
	switch {
	case w.op == opBase:
		return x + " ÷ (1 " + map[bool]string{false: "+", true: "−"}[w.falls] + " " + y + "%)"
	case w.op == opWhole:
		return x + " ÷ " + y + "%"
	case w.swapped():
		x, y = y, x
	}
	for _, o := range w.more {
		y += " " + sign(w.op) + " " + bare(o.Figure)
	}
	return x + " " + sign(w.op) + " " + y
}

// swapped says that a difference is taken the other way round, to be positive.
func (w worked) swapped() bool {
	return w.op == opDifference && w.x.Figure.Value.LessThan(w.y.Figure.Value)
}

// bare is a figure as printed, less its unit.
func bare(f figure.Figure) string {
	text := f.Text
	if i := strings.IndexFunc(text, func(r rune) bool { return hanzi.IsHan(r) || r == '%' || r == '％' }); i > 0 {
		text = text[:i] + scaleWord(f)
	}
	return text
}

// scaleWords are the scales that a result keeps from its operand.
var scaleWords = []string{"万亿", "亿", "万"}

func scaleWord(f figure.Figure) string {
	for _, word := range scaleWords {
		if strings.Contains(hanzi.Fold(f.Text), word) {
			return word
		}
	}
	return ""
}

func scaleOf(f figure.Figure) decimal.Decimal { return scaleOfWord[scaleWord(f)] }
