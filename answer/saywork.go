package answer

import (
	"fmt"
	"strings"

	"youju/answer/asking"
	"youju/answer/pattern"
	"youju/answer/weigh"
	"youju/hanzi"
	"youju/retrieval"
)

// say writes what was worked out, the figures that it comes from and how.
func (w worked) say(snapshot *retrieval.Snapshot, r asking.Reading) Answer {
	c := composer{snapshot: snapshot, lang: r.Lang}
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
	c.say(c.approximately(w) + w.text().shown + c.lang.Say("answer.colon"))
	operands := []int{c.operand(w.x.Candidate)}
	switch w.op {
	case opConvert:
		c.say(c.lang.Say("answer.converted"))
	case opBase:
		c.say(" ÷ (1 " + map[bool]string{false: "+", true: "−"}[w.falls] + " ")
		operands = append(operands, c.operand(w.y.Candidate))
		c.say(")" + c.lang.Say("answer.projected"))
	default:
		c.say(" " + sign(w.op) + " ")
		operands = append(operands, c.operand(w.y.Candidate))
		for _, o := range w.more {
			c.say(" " + sign(w.op) + " ")
			operands = append(operands, c.operand(o.Candidate))
		}
		c.say(c.lang.Say("answer.worked-out"))
	}
	c.derive(w, operands...)
	return c.done()
}

// sayBoth says both figures, each behind its phrase.
func (w worked) sayBoth(c *composer, r asking.Reading) {
	first, other := r.Shown(trimPhrase(w.first)), r.Shown(trimPhrase(w.other))
	c.say(first + c.lang.Say("answer.colon"))
	c.moved(w.x.Candidate)
	c.say("\n" + other + c.lang.Say("answer.colon"))
	c.moved(w.y.Candidate)
}

// sayWhich names the operand that is more, or less, and by how much.
func (w worked) sayWhich(c *composer, r asking.Reading) {
	first, other := r.Shown(trimPhrase(w.first)), r.Shown(trimPhrase(w.other))
	x, y := w.x.Figure.Value, w.y.Figure.Value
	if w.opposed() || rising.MatchString(hanzi.Fold(r.Raw)) {
		x, y = w.x.Entry.Signed(), w.y.Entry.Signed()
	}
	winner, same := first, x.Equal(y)
	if x.LessThan(y) != w.less {
		winner = other
	}
	if same {
		winner = c.lang.Say("answer.the-same")
	}
	c.say(winner + c.lang.Say("answer.stop") + "\n" + first + " ")
	i := c.moved(w.x.Candidate)
	c.say(c.lang.Say("answer.comma") + other + " ")
	j := c.moved(w.y.Candidate)
	if !same && !w.opposed() {
		c.say(c.lang.Say("answer.apart", w.text().shown, w.expression()))
		c.derive(w, i, j)
	}
	c.say(c.lang.Say("answer.stop"))
}

// rising asks for what grew, so that what fell comes last.
var rising = pattern.Compile(`涨|增|升|长`)

// opposed says that one of the operands is a fall and the other is not.
func (w worked) opposed() bool {
	return w.op == opDifference && w.x.Entry.Falls() != w.y.Entry.Falls()
}

// moved says an operand; of a fall that it is one.
func (c *composer) moved(o weigh.Candidate) int {
	if o.Entry.Falls() {
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

// operand says a quoted figure with its citation and returns its place among the figures.
func (c *composer) operand(o weigh.Candidate) int {
	n := c.cite(o.Sentence.Source, o.Sentence.Span)
	c.say(qualifierBefore(o.Sentence.Text, o.Figure))
	i := c.quoteFigure(o.Sentence.Source, o.Entry, n)
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
