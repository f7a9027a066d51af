package answer

import (
	"math"

	"youju/answer/wording"
)

// Support is how likely the articles say what was asked for, 0…1: a logistic sum
// of what speaks for the best figure or sentence. Its weights are fitted on
// questions that have an answer and such that have none (weights.go). Below the bound
// a question is refused; docs/measuring.md says what a higher and a lower one gave.
const (
	supportBound = 0.5
	poorFit      = 0.1 // of a figure of quite another kind than was asked for

	wholeFit     = 0.7  // of the kind that was asked for, or as good as that
	namedMetric  = 0.4  // share of a metric's words that names it
	namedMeaning = 0.35 // share of a bare question's words that the ledger knows the figure by
)

func logistic(x float64) float64 { return 1 / (1 + math.Exp(-x)) }

// support of a figure. read says whether the reader was asked.
func (c candidate) support(read bool) float64 { return c.features.support(read) }

// support is how likely a figure is the answer, 0…1. read says whether the reader was asked.
func (f features) support(read bool) float64 {
	base, weights := figureSupport(read)
	support := logistic(base + f.times(weights))
	if f.saidInSoManyWords() {
		return max(support, supportBound)
	}
	return support
}

// saidInSoManyWords says that the figure's clause holds every word of the question, and
// the question every word of what the figure measures. Of the questions without an
// answer in the development sets none has such a figure; the reader, which was not
// trained on short ones (解决了多少问题), is not heard then.
func (f features) saidInSoManyWords() bool {
	const all = 0.99
	return (f.Coverage >= all && f.Clause >= all || f.Plain == 1) && f.Metric >= all && f.Head >= wording.OfNothing && f.Fit >= wholeFit && f.Unsaid == 0 && f.Unnamed == 0 && f.Missing == 0 && f.Apart == 0 && f.Narrow == 0
}

// support of a sentence.
func (s sentence) support(read bool) float64 { return s.features().support(read) }

// support is how likely a sentence is the answer, 0…1. read says whether the reader was asked.
func (f sentenceFeatures) support(read bool) float64 {
	base, weights := sentenceSupport(read)
	return logistic(base + f.times(weights))
}

// score says how well a sentence answers, against others; read that the reader was asked.
func (f sentenceFeatures) score(read bool) float64 { return f.times(sentenceWeights(read)) }

// spoken is how far a figure's surroundings speak of a phrase at all, which is all
// that a formula asks of its operands.
func (c candidate) spoken() float64 { return 0.5*c.features.Known + 0.5*c.features.Cosine }
