package say

import (
	"fmt"
	"strings"

	"youju/answer/asking"
	"youju/answer/derive"
	"youju/answer/pattern"
	"youju/answer/weigh"
	"youju/hanzi"
	"youju/retrieval"
)

// Worked writes what was worked out, the figures that it comes from and how.
func Worked(snapshot *retrieval.Snapshot, r asking.Reading, w derive.Worked) Answer {
	c := NewComposer(snapshot, r.Lang)
	switch {
	case w.Op == derive.List:
		c.both(r, w)
		return c.Done()
	case w.Which:
		c.which(r, w)
		return c.Done()
	}
	if w.Swapped() {
		w.X, w.Y = w.Y, w.X
	}
	c.Write(c.approximately(w) + w.Text().Shown + c.lang.Say("answer.colon"))
	operands := []int{c.operand(w.X.Candidate)}
	switch w.Op {
	case derive.Convert:
		c.Write(c.lang.Say("answer.converted"))
	case derive.Base:
		c.Write(" ÷ (1 " + map[bool]string{false: "+", true: "−"}[w.Falls] + " ")
		operands = append(operands, c.operand(w.Y.Candidate))
		c.Write(")" + c.lang.Say("answer.projected"))
	default:
		c.Write(" " + derive.Sign(w.Op) + " ")
		operands = append(operands, c.operand(w.Y.Candidate))
		for _, o := range w.More {
			c.Write(" " + derive.Sign(w.Op) + " ")
			operands = append(operands, c.operand(o.Candidate))
		}
		c.Write(c.lang.Say("answer.worked-out"))
	}
	c.derive(w, operands...)
	return c.Done()
}

// both says both figures, each behind its phrase.
func (c *Composer) both(r asking.Reading, w derive.Worked) {
	first, other := r.Shown(TrimPhrase(w.First)), r.Shown(TrimPhrase(w.Other))
	c.Write(first + c.lang.Say("answer.colon"))
	c.Moved(w.X.Candidate)
	c.Write("\n" + other + c.lang.Say("answer.colon"))
	c.Moved(w.Y.Candidate)
}

// which names the operand that is more, or less, and by how much.
func (c *Composer) which(r asking.Reading, w derive.Worked) {
	first, other := r.Shown(TrimPhrase(w.First)), r.Shown(TrimPhrase(w.Other))
	x, y := w.X.Figure.Value, w.Y.Figure.Value
	if w.Opposed() || rising.MatchString(hanzi.Fold(r.Raw)) {
		x, y = w.X.Entry.Signed(), w.Y.Entry.Signed()
	}
	winner, same := first, x.Equal(y)
	if x.LessThan(y) != w.Less {
		winner = other
	}
	if same {
		winner = c.lang.Say("answer.the-same")
	}
	c.Write(winner + c.lang.Say("answer.stop") + "\n" + first + " ")
	i := c.Moved(w.X.Candidate)
	c.Write(c.lang.Say("answer.comma") + other + " ")
	j := c.Moved(w.Y.Candidate)
	if !same && !w.Opposed() {
		c.Write(c.lang.Say("answer.apart", w.Text().Shown, expression(w)))
		c.derive(w, i, j)
	}
	c.Write(c.lang.Say("answer.stop"))
}

// rising asks for what grew, so that what fell comes last.
var rising = pattern.Compile(`涨|增|升|长`)

// Moved says an operand; of a fall that it is one.
func (c *Composer) Moved(o weigh.Candidate) int {
	if o.Entry.Falls() {
		c.Write(c.lang.Say("answer.fell"))
	}
	return c.operand(o)
}

// TrimPhrase is an operand's phrase as it can stand in an answer.
func TrimPhrase(phrase string) string {
	return strings.TrimRight(strings.TrimSpace(phrase), "的了，, ")
}

// operand says a quoted figure with its citation and returns its place among the figures.
func (c *Composer) operand(o weigh.Candidate) int {
	n := c.Cite(o.Sentence.Source, o.Sentence.Span)
	c.Write(derive.QualifierBefore(o.Sentence.Text, o.Figure))
	i := c.QuoteFigure(o.Sentence.Source, o.Entry, n)
	c.Write(fmt.Sprintf(" [%d]", n))
	return i
}

// derive lists what was worked out.
func (c *Composer) derive(w derive.Worked, operands ...int) {
	r := w.Text()
	if w.Swapped() {
		operands = []int{operands[1], operands[0]}
	}
	c.answer.Derived = append(c.answer.Derived, Derived{Text: r.Shown, Value: r.Value.String(), Unit: w.Unit, Op: string(w.Op), Operands: operands, Expression: expression(w)})
}
