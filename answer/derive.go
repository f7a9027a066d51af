package answer

import (
	"context"
	"fmt"
	"regexp"
	"strings"

	"github.com/shopspring/decimal"

	"youju/figure"
	"youju/hanzi"
	"youju/retrieval"
)

// worked is a formula with its figures and its exact result.
type worked struct {
	formula
	x, y   operand
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
func (a *Answerer) workedOut(ctx context.Context, snapshot *retrieval.Snapshot, r reading, hits []retrieval.Hit, found []candidate) (answer Answer, ok bool, err error) {
	if v, asked := r.readConversion(); asked && len(found) > 0 {
		c, held := r.held(found)
		if !held {
			c = found[0]
		}
		if w, ok := v.convert(c); ok && (held || c.supported()) {
			return w.say(snapshot, r), true, nil
		}
	}
	if len(found) > 0 {
		if w, ok := r.wholeOf(snapshot, found); ok {
			return w.say(snapshot, r), true, nil
		}
	}
	for _, f := range formulas(r) {
		if f.printed(r, found) {
			break
		}
		w, ok, err := a.work(ctx, snapshot, hits, f)
		if err != nil {
			return Answer{}, false, err
		}
		if ok && w.op == opSum && overlap(snapshot, w.x.candidate, w.y.candidate) {
			return notAddable(snapshot, r, []candidate{w.x.candidate, w.y.candidate}), true, nil
		}
		if ok {
			return w.say(snapshot, r), true, nil
		}
	}
	if len(found) == 0 {
		return Answer{}, false, nil
	}
	if parts := r.parts(snapshot, found); len(parts) > 1 {
		return notAddable(snapshot, r, parts), true, nil
	}
	if year, other := r.otherYear(found[0]); other && found[0].supported() {
		if w, ok := r.baseYear(snapshot, found[0], year); ok {
			return w.say(snapshot, r), true, nil
		}
	}
	return Answer{}, false, nil
}

// supported says that a candidate is of the kind and of the thing asked for.
func (c candidate) supported() bool {
	return c.sentence.missing == "" && c.features.Fit > poorFit && c.support(false) >= supportBound
}

// printed says that the articles print what the formula would work out.
func (f formula) printed(r reading, found []candidate) bool {
	if len(found) == 0 || f.which {
		return false
	}
	c := found[0]
	clause := hanzi.Fold(string(c.sentence.text[c.clause.Start:c.clause.End]))
	switch f.op {
	case opShare, opRatio:
		return len(r.figures) < 2 && c.features.Fit >= 0.9 && c.features.Clause >= printedClause
	case opSum:
		return c.features.Clause >= printedClause && totals.MatchString(clause)
	}
	return false
}

// totals are words of a figure that is itself a sum.
var totals = regexp.MustCompile(`合计|总计|共计|一共|总共|累计|总(数|额|量|投资|人数|面积)|共[^享同产识性建]`)

// printedClause is the share of the question's words in the clause of a figure
// that is held to answer it by itself.
const printedClause = 0.6

// work finds a formula's figures and works it out.
func (a *Answerer) work(ctx context.Context, snapshot *retrieval.Snapshot, hits []retrieval.Hit, f formula) (worked, bool, error) {
	x, y, ok, err := a.operands(ctx, snapshot, hits, f)
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
	if w.result, ok = compute(f.op, x.figure.Value, y.figure.Value); !ok {
		return worked{}, false, nil
	}
	w.unit, ok = w.resultUnit()
	return w, ok, nil
}

// resultUnit is the unit of the result; ok is false where the figures give none.
func (w worked) resultUnit() (string, bool) {
	unit := w.x.figure.Unit
	if asked := unitAsked(w.asked); heads[asked] && heads[unit] { // 56名 in 平均多少人
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

// heads are units of people, one for the other.
var heads = map[string]bool{"人": true, "名": true, "位": true}

// say writes what was worked out, the figures that it comes from and how.
func (w worked) say(snapshot *retrieval.Snapshot, r reading) Answer {
	c := composer{snapshot: snapshot, lang: r.lang}
	switch {
	case w.op == opList:
		w.sayBoth(&c, r)
		return c.done()
	case w.which:
		w.sayWhich(&c, r)
		return c.done()
	}
	if w.swapped() {
		w.x, w.y = w.y, w.x
	}
	c.say(c.approximately(w.text()) + w.text().shown + c.lang.Say("answer.colon"))
	operands := []int{c.operand(w.x.candidate)}
	switch w.op {
	case opConvert:
		c.say(c.lang.Say("answer.converted"))
	case opBase:
		c.say(" ÷ (1 " + map[bool]string{false: "+", true: "−"}[w.falls] + " ")
		operands = append(operands, c.operand(w.y.candidate))
		c.say(")" + c.lang.Say("answer.projected"))
	default:
		c.say(" " + sign(w.op) + " ")
		operands = append(operands, c.operand(w.y.candidate))
		c.say(c.lang.Say("answer.worked-out"))
	}
	c.derive(w, operands...)
	return c.done()
}

// sayBoth says both figures, each behind its phrase.
func (w worked) sayBoth(c *composer, r reading) {
	first, other := r.shown(trimPhrase(w.first)), r.shown(trimPhrase(w.other))
	c.say(first + c.lang.Say("answer.colon"))
	c.moved(w.x.candidate)
	c.say("\n" + other + c.lang.Say("answer.colon"))
	c.moved(w.y.candidate)
}

// sayWhich names the operand that is more, or less, and by how much.
func (w worked) sayWhich(c *composer, r reading) {
	first, other := r.shown(trimPhrase(w.first)), r.shown(trimPhrase(w.other))
	x, y := w.x.figure.Value, w.y.figure.Value
	if w.opposed() || rising.MatchString(hanzi.Fold(r.raw)) {
		x, y = w.x.signed(), w.y.signed()
	}
	winner, same := first, x.Equal(y)
	if x.LessThan(y) != w.less {
		winner = other
	}
	if same {
		winner = c.lang.Say("answer.the-same")
	}
	c.say(winner + c.lang.Say("answer.stop") + "\n" + first + " ")
	i := c.moved(w.x.candidate)
	c.say(c.lang.Say("answer.comma") + other + " ")
	j := c.moved(w.y.candidate)
	if !same && !w.opposed() {
		c.say(c.lang.Say("answer.apart", w.text().shown, w.expression()))
		c.derive(w, i, j)
	}
	c.say(c.lang.Say("answer.stop"))
}

// rising asks for what grew, so that what fell comes last.
var rising = regexp.MustCompile(`涨|增|升|长`)

// opposed says that one of the operands is a fall and the other is not.
func (w worked) opposed() bool {
	return w.op == opDifference && w.x.entry.Falls() != w.y.entry.Falls()
}

// signed is a change with its sign, which a fall is printed without.
func (c candidate) signed() decimal.Decimal {
	if c.entry.Falls() {
		return c.figure.Value.Neg()
	}
	return c.figure.Value
}

// moved says an operand; of a fall that it is one.
func (c *composer) moved(o candidate) int {
	if o.entry.Falls() {
		c.say(c.lang.Say("answer.fell"))
	}
	return c.operand(o)
}

// trimPhrase is an operand's phrase as it can stand in an answer.
func trimPhrase(phrase string) string {
	return strings.TrimRight(strings.TrimSpace(phrase), "的了，, ")
}

func sign(o op) string {
	switch o {
	case opSum:
		return "+"
	case opDifference:
		return "−"
	}
	return "÷"
}

// rounded is a result as it is printed.
type rounded struct {
	shown string
	value decimal.Decimal
	exact bool
}

// text rounds a result so that it stays within 0.5 % of the exact one, in the
// scale (万, 亿) of the first operand.
func (w worked) text() rounded {
	scale, word := scaleOf(w.x.figure), scaleWord(w.x.figure)
	switch {
	case !w.scale.IsZero():
		scale, word = w.scale, w.scaleText
	case w.op == opRatio || w.op == opShare || w.unit == "个百分点":
		scale, word = decimal.NewFromInt(1), ""
	}
	if w.scale.IsZero() && w.result.LessThan(scale) { // 0.003亿元 is 30万元
		scale, word = decimal.NewFromInt(1), ""
		if wan := decimal.New(1, 4); w.result.GreaterThanOrEqual(wan) {
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

func (c *composer) approximately(r rounded) string {
	if r.exact {
		return ""
	}
	return c.lang.Say("answer.about")
}

// expression is the arithmetic as a person reads it, in the figures' own scale.
func (w worked) expression() string {
	x := bare(w.x.figure)
	if w.op == opConvert {
		return w.x.figure.Text + " = " + w.text().shown
	}
	y := bare(w.y.figure)
	switch {
	case w.op == opBase:
		return x + " ÷ (1 " + map[bool]string{false: "+", true: "−"}[w.falls] + " " + y + "%)"
	case w.op == opWhole:
		return x + " ÷ " + y + "%"
	case w.swapped():
		x, y = y, x
	}
	return x + " " + sign(w.op) + " " + y
}

// swapped says that a difference is taken the other way round, to be positive.
func (w worked) swapped() bool {
	return w.op == opDifference && w.x.figure.Value.LessThan(w.y.figure.Value)
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

// operand says a quoted figure with its citation and returns its place among the figures.
func (c *composer) operand(o candidate) int {
	n := c.cite(o.sentence.source, o.sentence.span)
	i := c.quoteFigure(o.sentence.source, o.entry, n)
	c.say(fmt.Sprintf(" [%d]", n))
	return i
}

// derive lists what was worked out.
func (c *composer) derive(w worked, operands ...int) {
	r := w.text()
	if w.swapped() {
		operands = []int{operands[1], operands[0]}
	}
	c.answer.Derived = append(c.answer.Derived, Derived{Text: r.shown, Value: r.value.String(), Unit: w.unit, Op: string(w.op), Operands: operands, Expression: w.expression()})
}
