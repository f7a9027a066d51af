// Package answer turns a question and a snapshot of the articles into a cited
// answer, or into an honest "the articles do not say", and lets somebody's text be
// checked. Every answer passes the gate (answer/gate) before it leaves the package.
// README.md has the steps and the package of each.
package answer

import (
	"youju/answer/asking"
	"youju/answer/check"
	"youju/answer/say"
)

// What is asked, said and checked, for callers: each is told of where it is made.
type (
	Question   = asking.Question
	Turn       = asking.Turn
	Answer     = say.Answer
	Figure     = say.Figure
	Derived    = say.Derived
	Citation   = say.Citation
	Hit        = say.Hit
	Mark       = say.Mark
	Comparison = say.Comparison
	Row        = say.Row
	Checked    = check.Checked
)

// What the articles say of a figure of somebody's text.
const (
	Same      = check.Same
	Rounded   = check.Rounded
	Different = check.Different
	Unknown   = check.Unknown
)
