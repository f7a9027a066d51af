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
		return logistic(-7.2 + 6*f.Cosine + 5.5*f.Hit + 1.3*f.Fit + 0.7*f.Clause + 1.4*f.Head - 2*f.Unsaid)
	}
	return logistic(-6.1 + 0.1*f.Coverage + 4.3*f.Cosine + 5.2*f.Hit + 1.0*f.Fit + 0.5*f.Clause + 1.1*f.Head - 1.4*f.Unsaid + 1.2*f.Read)
}

// support of a sentence.
func (s sentence) support(read bool) float64 {
	if !read {
		return logistic(-4.7 + 2*s.coverage + 3.6*s.cosine + 5.9*s.hit - 0.9*s.unsaid)
	}
	return logistic(-4.0 + 2.0*s.coverage + 3.2*s.cosine + 4.0*s.hit - 0.7*s.unsaid + 2.1*s.read)
}

// spoken is how far a figure's surroundings speak of a phrase at all, which is all
// that a formula asks of its operands.
func (c candidate) spoken() float64 { return 0.5*c.features.Known + 0.5*c.features.Cosine }
