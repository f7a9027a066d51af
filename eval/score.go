package eval

import (
	"encoding/json"
	"math"
	"strings"
	"unicode/utf8"
)

// Mean is a mean, or a share where what is added is 0 or 1. Its JSON form is the
// mean rounded to four places, null of nothing.
type Mean struct {
	Sum float64
	N   int
}

// Value is the mean; 0 of nothing.
func (m Mean) Value() float64 {
	if m.N == 0 {
		return 0
	}
	return m.Sum / float64(m.N)
}

// MarshalJSON writes the mean.
func (m Mean) MarshalJSON() ([]byte, error) {
	if m.N == 0 {
		return []byte("null"), nil
	}
	return json.Marshal(math.Round(m.Value()*1e4) / 1e4)
}

func (m *Mean) add(v float64) { m.Sum, m.N = m.Sum+v, m.N+1 }

func (m *Mean) count(is bool) {
	m.N++
	if is {
		m.Sum++
	}
}

// Scores judge answers. Shares are of the answerable questions where nothing
// else is said, and an answerable question that was refused counts as wrong.
type Scores struct {
	Questions    int `json:"n"`
	Answerable   int `json:"answerable"`
	Unanswerable int `json:"unanswerable"`
	Numeric      int `json:"numeric"`

	// Right sums up, over all questions: refused where unanswerable; a derived
	// figure right where one is asked for; figures[0] where a figure is; the gold
	// answer in the answer elsewhere.
	Right Mean `json:"right"`

	// Of the passages that the answers list as hits, where a passage is judged.
	Recall1  Mean `json:"recall@1"`
	Recall5  Mean `json:"recall@5"`
	Recall10 Mean `json:"recall@10"`
	MRR10    Mean `json:"mrr@10"`

	Contains      Mean `json:"contains"`       // a gold answer stands in the answer, with its numbers whole
	ContainsShort Mean `json:"contains_short"` // the same, in an answer of at most 120 letters and digits
	CharF1        Mean `json:"char_f1"`        // bag of characters, against the best gold answer
	Length        Mean `json:"avg_answer_len"` // letters and digits, in runes

	// Of the numeric questions.
	Figure0         Mean `json:"figure0"`          // figures[0] is the gold figure, nothing longer or shorter
	Figure          Mean `json:"figure"`           // the gold figures are among the answer's
	FigureStrict    Mean `json:"figure_strict"`    // and stand there as the gold answer prints them
	FigurePrecision Mean `json:"figure_precision"` // share of the answer's figures that are gold
	Derived         Mean `json:"derived"`          // of those with op: derived[0] is within 0.5 % and in the unit

	Citation     Mean `json:"citation"` // of those answered, with a gold passage known: one that is cited is gold
	RefusedRight Mean `json:"refusal_precision"`
	Refused      Mean `json:"refusal_recall"` // of the unanswerable
	FalseAnswers Mean `json:"false_answers"`  // of the unanswerable
	OverRefusal  Mean `json:"over_refusal"`

	// Unproved is how many answers say a figure that nothing proves; it must be 0.
	Unproved int `json:"unproved"`
}

// shortAnswer is the most letters and digits of an answer that is no dump.
const shortAnswer = 120

func (s *Scores) add(v Verdict) {
	s.Questions++
	s.Right.count(v.Right)
	if len(v.Unproved) > 0 {
		s.Unproved++
	}
	if v.Refused {
		s.RefusedRight.count(!v.Answerable)
	}
	if !v.Answerable {
		s.Unanswerable++
		s.Refused.count(v.Refused)
		s.FalseAnswers.count(!v.Refused)
		return
	}
	s.Answerable++
	s.OverRefusal.count(v.Refused)
	s.Contains.count(v.Contains)
	s.ContainsShort.count(v.Contains && v.length <= shortAnswer)
	s.Length.add(float64(v.length))
	if len(v.Query.Gold.AllOf) == 0 {
		s.CharF1.add(v.overlap)
	}
	if len(v.Query.Relevant) > 0 {
		s.addRank(v.Rank)
	}
	if !v.Refused && v.goldKnown {
		s.Citation.count(v.Cited)
	}
	if v.Query.Gold.Op != "" {
		s.Derived.count(v.Derived)
	}
	if v.Query.Gold.Numeric {
		s.Numeric++
		s.Figure0.count(v.Figure0)
		s.Figure.count(v.figure)
		s.FigureStrict.count(v.figure && v.Contains)
		if v.figures > 0 {
			s.FigurePrecision.add(float64(v.goldFigures) / float64(v.figures))
		}
	}
}

func (s *Scores) addRank(rank int) {
	s.Recall1.count(rank == 1)
	s.Recall5.count(rank >= 1 && rank <= 5)
	s.Recall10.count(rank >= 1)
	if rank == 0 {
		s.MRR10.add(0)
	} else {
		s.MRR10.add(1 / float64(rank))
	}
}

// Report of the answers to a set.
type AnswerReport struct {
	Scores
	// Standalone holds those questions that can be understood by themselves, where
	// the set says that some cannot.
	Standalone *Scores            `json:"standalone,omitempty"`
	Kinds      map[string]*Scores `json:"kinds,omitempty"`
	PerSecond  float64            `json:"per_second"`
}

// Sum makes a report of verdicts.
func Sum(verdicts []Verdict) AnswerReport {
	r := AnswerReport{Kinds: map[string]*Scores{}}
	var alone Scores
	for _, v := range verdicts {
		r.add(v)
		if v.Query.standalone() {
			alone.add(v)
		}
		if kind := v.Query.Gold.Kind; kind != "" {
			if r.Kinds[kind] == nil {
				r.Kinds[kind] = &Scores{}
			}
			r.Kinds[kind].add(v)
		}
	}
	if alone.Questions < r.Questions {
		r.Standalone = &alone
	}
	return r
}

// HasAnswers says whether a set says anything about answers.
func HasAnswers(queries []Query) bool {
	for _, q := range queries {
		if q.answerable() || q.Gold.Answerable != nil {
			return true
		}
	}
	return false
}

// figureCounts are how many figures an answer holds, and how many are gold.
func (v *Verdict) figureCounts(said []number) {
	var gold []number
	for _, group := range v.Query.groups() {
		for _, text := range group {
			gold = append(gold, numbers(text)...)
		}
	}
	v.figures = len(said)
	for _, n := range said {
		for _, g := range gold {
			if n.is(g) {
				v.goldFigures++
				break
			}
		}
	}
}

// groups are the gold answers: one of each group is needed.
func (q Query) groups() [][]string {
	if len(q.Gold.AllOf) > 0 {
		return q.Gold.AllOf
	}
	return [][]string{q.Gold.Answers}
}

func blank(text string) bool { return strings.TrimSpace(text) == "" }

func runes(text string) int { return utf8.RuneCountInString(text) }
