package eval

import (
	"cmp"
	"math"
	"slices"
)

// Supported is an answer that was given whatever its support: how sure it was,
// and what it was worth.
type Supported struct {
	Support    float64
	Answerable bool
	Right      bool // counts where it is answerable
	Refused    bool // for another reason than its support: at every threshold
}

// Supports are the answers of a run that did not look at support. One that was
// given without being weighed (a sum that was proved, a name beside the text)
// counts as sure.
func Supports(verdicts []Verdict) []Supported {
	out := make([]Supported, len(verdicts))
	for i, v := range verdicts {
		out[i] = Supported{v.Answer.Support, v.Answerable, v.Right, v.Refused}
		if v.Answer.Support == 0 && !v.Refused {
			out[i].Support = 1
		}
	}
	return out
}

// level is what the threshold is compared with.
func (s Supported) level() float64 {
	if s.Refused {
		return math.Inf(-1)
	}
	return s.Support
}

// CurvePoint is what refusing below a threshold gives.
type CurvePoint struct {
	Threshold    float64 `json:"threshold"`     // answers with less support are refused
	FalseAnswers float64 `json:"false_answers"` // share of the unanswerable that is answered
	OverRefusal  float64 `json:"over_refusal"`  // share of the answerable that is refused
	Right        float64 `json:"right"`         // share of the answerable that is answered, and right
}

// Curve shows false answers against over-refusals.
type Curve struct {
	Answerable   int `json:"answerable"`
	Unanswerable int `json:"unanswerable"`
	// AUC is the chance that an answerable question has more support than an
	// unanswerable one, a tie counting half (the area below the ROC curve by the
	// Mann–Whitney statistic); 0 where one of both is missing.
	AUC float64 `json:"auc"`
	// Points go from answering all that is not refused anyway to answering only the
	// surest, one for each support that was seen.
	Points []CurvePoint `json:"points"`
}

// NewCurve makes the curve of a set of answers.
func NewCurve(answers []Supported) Curve {
	sorted := slices.Clone(answers)
	slices.SortStableFunc(sorted, func(a, b Supported) int { return cmp.Compare(a.level(), b.level()) })
	var c Curve
	right := 0
	for _, a := range sorted {
		if a.Answerable {
			c.Answerable++
			right += int(indicator(a.Right))
		} else {
			c.Unanswerable++
		}
	}
	refused, refusedUnanswerable := 0, 0 // below the threshold
	wins := 0.0                          // pairs of an answerable and an unanswerable one in the right order
	for i := 0; i < len(sorted); {
		threshold := sorted[i].level()
		if !sorted[i].Refused {
			c.Points = append(c.Points, CurvePoint{
				Threshold: threshold, FalseAnswers: share(c.Unanswerable-refusedUnanswerable, c.Unanswerable),
				OverRefusal: share(refused, c.Answerable), Right: share(right, c.Answerable),
			})
		}
		tied := [2]int{}
		for ; i < len(sorted) && sorted[i].level() == threshold; i++ {
			if sorted[i].Answerable {
				tied[0]++
				right -= int(indicator(sorted[i].Right))
			} else {
				tied[1]++
			}
		}
		wins += float64(tied[0]) * (float64(refusedUnanswerable) + float64(tied[1])/2)
		refused, refusedUnanswerable = refused+tied[0], refusedUnanswerable+tied[1]
	}
	if c.Answerable > 0 && c.Unanswerable > 0 {
		c.AUC = wins / float64(c.Answerable) / float64(c.Unanswerable)
	}
	return c
}

func indicator(is bool) float64 {
	if is {
		return 1
	}
	return 0
}

func share(n, of int) float64 {
	if of == 0 {
		return 0
	}
	return float64(n) / float64(of)
}

// At is the point with the fewest false answers among those with at most so much
// over-refusal.
func (c Curve) At(overRefusal float64) CurvePoint {
	var best CurvePoint
	for i, p := range c.Points {
		if i == 0 || p.OverRefusal <= overRefusal {
			best = p
		}
	}
	return best
}
