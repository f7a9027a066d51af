package eval

import (
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"youju/answer/say"
	"youju/figure"
	"youju/retrieval"
)

// Verdict is one answer, judged.
type Verdict struct {
	Query      Query
	Answer     say.Answer
	Answerable bool
	Refused    bool // said so, or said nothing
	Right      bool
	Contains   bool
	Figure0    bool
	Derived    bool
	Cited      bool     // a gold passage is cited
	Rank       int      // of the first gold passage among the hits; 0: none
	Unproved   []string // what nothing proves

	figure               bool // the gold figures are among the answer's
	figures, goldFigures int
	overlap              float64
	length               int
	goldKnown            bool // a gold passage is named
}

// Judge judges the answer to a question over a snapshot.
func Judge(s *retrieval.Snapshot, q Query, a say.Answer) Verdict {
	v := Verdict{Query: q, Answer: a, Answerable: q.answerable(), Refused: a.Refused || blank(a.Text)}
	v.Unproved = Unproved(s, q, a)
	v.goldPassages(s)
	said := normalize(a.Text)
	v.length = runes(said)
	for _, gold := range q.Gold.Answers {
		v.overlap = max(v.overlap, overlap(normalize(gold), said))
	}
	figures := numbers(a.Text)
	v.figureCounts(figures)
	switch {
	case !v.Answerable:
		v.Right = v.Refused
	case !v.Refused:
		v.Contains = q.everyGroup(func(gold string) bool {
			return holds(normalize(gold), said) || len(q.Gold.AllOf) > 0 && hasDigit(gold) && sayNumbers(gold, figures)
		})
		v.figure = q.everyGroup(func(gold string) bool {
			if len(numbers(gold)) == 0 {
				return holds(normalize(gold), said)
			}
			return sayNumbers(gold, figures)
		})
		v.Figure0 = q.asksFor(firstFigure(a))
		v.Derived = q.Gold.Op != "" && len(a.Derived) > 0 && sameAmount(q.Gold.Value, q.Gold.Unit, a.Derived[0].Value, a.Derived[0].Unit)
		v.Right = v.rightAnswer()
	}
	return v
}

func (v *Verdict) rightAnswer() bool {
	switch gold := v.Query.Gold; {
	case gold.Op != "":
		return v.Derived
	case gold.Numeric && len(gold.AllOf) == 0:
		return v.Figure0
	}
	return v.Contains
}

// everyGroup says whether one answer of each group passes.
func (q Query) everyGroup(passes func(gold string) bool) bool {
	return !slices.ContainsFunc(q.groups(), func(group []string) bool { return !slices.ContainsFunc(group, passes) })
}

func hasDigit(s string) bool { return digitRun.MatchString(s) }

func firstFigure(a say.Answer) string {
	if len(a.Figures) == 0 {
		return ""
	}
	return a.Figures[0].Text
}

// goldPassages finds whether a gold passage was cited, and which hit it was. A set
// that judges no passage for a question may still quote one.
func (v *Verdict) goldPassages(s *retrieval.Snapshot) {
	q := v.Query
	var quotes []string
	if len(q.Relevant) == 0 && q.Gold.Quote != "" {
		quotes = append(quotes, q.Gold.Quote)
		for _, more := range q.Gold.More {
			quotes = append(quotes, more.Quote)
		}
	}
	v.goldKnown = len(q.Relevant)+len(quotes) > 0
	gold := func(paragraph string) bool {
		source, ok := s.Source(paragraph)
		return ok && (q.Relevant[passageID(paragraph, source.Article.ID)] > 0 ||
			slices.ContainsFunc(quotes, func(quote string) bool { return strings.Contains(source.Text, quote) }))
	}
	v.Cited = slices.ContainsFunc(v.Answer.Citations, func(c say.Citation) bool { return gold(c.Paragraph) })
	seen := map[string]bool{}
	for _, h := range v.Answer.Hits {
		source, ok := s.Source(h.Paragraph)
		if !ok {
			continue
		}
		if seen[passageID(h.Paragraph, source.Article.ID)] = true; gold(h.Paragraph) {
			v.Rank = len(seen)
			return
		}
	}
}

// passageID is the BEIR id of a paragraph, one for all pieces of a split passage;
// an id may hold # itself.
func passageID(paragraph, article string) string {
	if strings.HasPrefix(paragraph, article+"#") {
		return article
	}
	return paragraph
}

// tolerance of a figure that was worked out and rounded: 0.5 %.
var tolerance = decimal.New(5, -3)

// sameAmount says whether two amounts are within 0.5 % and in one unit, whatever
// their scale: 1274.12 亿元 and 127412000000 元. A unit that is not said fits any.
func sameAmount(gold, goldUnit, value, unit string) bool {
	wanted, ok := amount(gold, goldUnit)
	got, ok2 := amount(value, unit)
	return ok && ok2 && within(wanted.Value, got.Value) && (wanted.Unit == got.Unit || wanted.Unit == "" || got.Unit == "")
}

// within says whether got is within the tolerance of exact.
func within(exact, got decimal.Decimal) bool {
	return exact.Sub(got).Abs().LessThanOrEqual(exact.Abs().Mul(tolerance))
}

// amount reads a decimal and a unit.
func amount(value, unit string) (figure.Figure, bool) {
	if found := figure.Find(value + unit); len(found) == 1 && found[0].End == runes(value+unit) {
		return found[0], true
	}
	v, err := decimal.NewFromString(value)
	return figure.Figure{Value: v, Unit: unit}, err == nil
}
