package answer

import "math"

// Support is how likely the articles say what was asked for, 0…1, told by what
// speaks for the best figure or sentence: a logistic sum whose weights were fitted
// on the questions of the development sets that have an answer and those that have
// none (docs/design.md has the curve). Below the bound the question is refused.
const (
	figureBound = 0.5
	textBound   = 0.5
	poorFit     = 0.1 // of a figure of quite another kind than was asked for

	namedMetric  = 0.4  // share of a metric's words that names it
	namedMeaning = 0.35 // share of a bare question's words that the ledger knows the figure by
)

func logistic(x float64) float64 { return 1 / (1 + math.Exp(-x)) }

// support of a figure. read says whether the reader was asked.
func (c candidate) support(read bool) float64 {
	f := c.features
	if !read {
		return logistic(-6.5 + 6*f.Cosine + 3*f.Hit + 2*f.Fit + 3*f.Clause + 1.2*f.Head)
	}
	return logistic(-6.5 + 6*f.Cosine + 3*f.Hit + 2*f.Fit + 3*f.Clause + 1.2*f.Head + 2*f.Read)
}

// support of a sentence.
func (s sentence) support(read bool) float64 {
	if !read {
		return logistic(-3 + 3*s.coverage + 5*s.cosine + s.head)
	}
	return logistic(-3 + 3*s.coverage + 5*s.cosine + s.head + 2.5*s.read)
}

// spoken is how far a figure's surroundings speak of a phrase at all, which is all
// that a formula asks of its operands.
func (c candidate) spoken() float64 { return 0.5*c.features.Known + 0.5*c.features.Cosine }
