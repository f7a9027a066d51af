package answer

import "math"

// Support is how likely the articles say what was asked for, 0…1: a logistic sum
// of what speaks for the best figure or sentence. Its weights are fitted on
// questions that have an answer and such that have none (weights.go). Below the bound
// a question is refused; docs/measuring.md says what a higher and a lower one gave.
const (
	supportBound = 0.5
	poorFit      = 0.1 // of a figure of quite another kind than was asked for

	namedMetric  = 0.4  // share of a metric's words that names it
	namedMeaning = 0.35 // share of a bare question's words that the ledger knows the figure by
)

func logistic(x float64) float64 { return 1 / (1 + math.Exp(-x)) }

// support of a figure. read says whether the reader was asked.
func (c candidate) support(read bool) float64 {
	base, weights := figureSupport(read)
	return logistic(base + c.features.times(weights))
}

// support of a sentence.
func (s sentence) support(read bool) float64 {
	base, weights := sentenceSupport(read)
	return logistic(base + s.features().times(weights))
}

// spoken is how far a figure's surroundings speak of a phrase at all, which is all
// that a formula asks of its operands.
func (c candidate) spoken() float64 { return 0.5*c.features.Known + 0.5*c.features.Cosine }
