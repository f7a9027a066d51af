package derive

import (
	"strings"

	"github.com/shopspring/decimal"

	"youju/answer/likeness"
	"youju/figure"
	"youju/hanzi"
)

// QualifierBefore is the word right before a figure that changes what it says:
// 约, 至少. One behind the number stands inside it.
func QualifierBefore(text []rune, f figure.Figure) string {
	if f.Qualifier == "" || f.Start < len([]rune(f.Qualifier)) {
		return ""
	}
	before := string(text[f.Start-len([]rune(f.Qualifier)) : f.Start])
	if hanzi.Fold(before) == f.Qualifier {
		return before
	}
	return ""
}

// Rounded is a result as it is printed.
type Rounded struct {
	Shown string
	Value decimal.Decimal
	Exact bool
}

// Text rounds a result so that it stays within 0.5 % of the exact one, in the
// scale (万, 亿) of the first operand.
func (w Worked) Text() Rounded {
	scale, word := scaleOf(w.X.Figure), scaleWord(w.X.Figure)
	switch {
	case !w.scale.IsZero():
		scale, word = w.scale, w.scaleText
	case w.Op == Ratio || w.Op == Share || w.Unit == "个百分点":
		scale, word = decimal.NewFromInt(1), ""
	}
	if w.scale.IsZero() && w.Result.LessThan(scale) { // 0.003亿元 is 30万元
		scale, word = decimal.NewFromInt(1), ""
		switch wan, yi := decimal.New(1, 4), decimal.New(1, 8); {
		case w.Result.GreaterThanOrEqual(yi):
			scale, word = yi, "亿"
		case w.Result.GreaterThanOrEqual(wan):
			scale, word = wan, "万"
		}
	}
	scaled := w.Result.Div(scale)
	places := int32(0)
	for places < mostPlaces && !scaled.Round(places).Equal(scaled) && (places < 2 && scaled.LessThan(decimal.NewFromInt(1000)) || !within(scaled.Round(places), scaled)) {
		places++
	}
	value := scaled.Round(places)
	return Rounded{Shown: value.String() + word + w.Unit, Value: value.Mul(scale), Exact: value.Equal(scaled)}
}

// mostPlaces bounds the decimals of a result.
const mostPlaces = 20

// within says that a rounded value is near enough to the exact one: the
// contract's 0.5 %, with room to spare.
func within(value, exact decimal.Decimal) bool {
	return value.Sub(exact).Abs().LessThanOrEqual(exact.Abs().Mul(decimal.New(2, -3)))
}

// Operands are the figures that the result is worked out from.
func (w Worked) Operands() []Operand { return append([]Operand{w.X, w.Y}, w.More...) }

// Bounded is the word that says of a sum that it is more, as the figures that it is of say
// it: 超 of 超100亿元 and 超300亿元; "" where they do not.
func (w Worked) Bounded() string {
	if w.Op != Sum || !w.Text().Exact {
		return ""
	}
	word := ""
	for _, o := range w.Operands() {
		switch likeness.SideOf(o.Figure.Qualifier) {
		case likeness.Exactly:
		case likeness.Above:
			if word = QualifierBefore(o.Sentence.Text, o.Figure); word == "" { // 500余亩
				return ""
			}
		default:
			return ""
		}
	}
	return word
}

// Swapped says that a difference is taken the other way round, to be positive.
func (w Worked) Swapped() bool {
	return w.Op == Difference && w.X.Figure.Value.LessThan(w.Y.Figure.Value)
}

// Bare is a figure as printed, less its unit.
func Bare(f figure.Figure) string {
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
