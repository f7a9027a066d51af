package say

import (
	"slices"

	"youju/answer/derive"
	"youju/answer/likeness"
)

// approximately is what stands before a result that is rounded, or comes from figures that
// are no more than 约 or 超 themselves.
func (c *Composer) approximately(w derive.Worked) string {
	if bound := w.Bounded(); bound != "" {
		return bound
	}
	exact := w.Op == derive.Convert || !slices.ContainsFunc(w.Operands(), func(o derive.Operand) bool { return likeness.SideOf(o.Figure.Qualifier) != likeness.Exactly })
	if w.Text().Exact && exact {
		return ""
	}
	return c.lang.Say("answer.about")
}

// expression is the arithmetic as a person reads it, in the figures' own scale.
func expression(w derive.Worked) string {
	x := derive.Bare(w.X.Figure)
	if w.Op == derive.Convert {
		return w.X.Figure.Text + " = " + w.Text().Shown
	}
	y := derive.Bare(w.Y.Figure)
	switch {
	case w.Op == derive.Base:
		return x + " ÷ (1 " + map[bool]string{false: "+", true: "−"}[w.Falls] + " " + y + "%)"
	case w.Op == derive.Whole:
		return x + " ÷ " + y + "%"
	case w.Swapped():
		x, y = y, x
	}
	for _, o := range w.More {
		y += " " + derive.Sign(w.Op) + " " + derive.Bare(o.Figure)
	}
	return x + " " + derive.Sign(w.Op) + " " + y
}
