package scales

import (
	"math"

	"youju/answer/wording"
)

// Bound is the support below which a question is refused; docs/measuring.md says what a higher and a
// lower one gave.
const Bound = 0.45

// How well a figure is of the kind that was asked for.
const (
	PoorFit  = 0.1 // of quite another kind
	WholeFit = 0.7 // of that kind, or as good as that
)

func logistic(x float64) float64 { return 1 / (1 + math.Exp(-x)) }

// Support is how likely the articles say what was asked for, 0…1, where this speaks for the best
// figure: a logistic sum, fitted on questions that have an answer and such that have none. read says
// whether the reader was asked.
func (f Figure) Support(read bool) float64 {
	base, weights := figureSupport(read)
	support := logistic(base + f.times(weights))
	if f.saidInSoManyWords() {
		return max(support, Bound)
	}
	return support
}

// saidInSoManyWords says that the figure's clause holds every word of the question, and
// the question every word of what the figure measures. Of the questions without an
// answer in the development sets none has such a figure; the reader, which was not
// trained on short ones (解决了多少问题), is not heard then.
func (f Figure) saidInSoManyWords() bool {
	const all = 0.99
	return (f.Coverage >= all && f.Clause >= all || f.Plain == 1) && f.Metric >= all && f.Head >= wording.OfNothing && f.Fit >= WholeFit && f.Unsaid == 0 && f.Unnamed == 0 && f.Missing == 0 && f.Apart == 0 && f.Narrow == 0
}

// Support is how likely they do where this speaks for the best sentence.
func (f Sentence) Support(read bool) float64 {
	base, weights := sentenceSupport(read)
	return logistic(base + f.times(weights))
}
