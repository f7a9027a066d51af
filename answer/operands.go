package answer

import (
	"context"
	"regexp"

	"youju/figure"
	"youju/retrieval"
)

// operand is a figure that a formula works with.
type operand struct {
	candidate
	own float64 // share of the words that only this operand's phrase has, in its clause
}

// Bounds of what may be worked with.
const (
	operandChoices = 10  // candidates looked at for each operand
	ownBound       = 0.5 // of the words that tell one operand from the other
	operandSupport = 0.4
	sameParagraph  = 0.2 // for two operands that stand together
	sameArticle    = 0.15
)

// operands finds the two figures of a formula: those that their phrases ask for
// and that may be set against each other, in unit and in place.
func (a *Answerer) operands(ctx context.Context, snapshot *retrieval.Snapshot, r reading, f formula) (first, other operand, ok bool, err error) {
	firsts, err := a.operandChoices(ctx, snapshot, r, f, f.first, f.other)
	if err != nil || len(firsts) == 0 {
		return first, other, false, err
	}
	others, err := a.operandChoices(ctx, snapshot, r, f, f.other, f.first)
	if err != nil {
		return first, other, false, err
	}
	best := -1.0
	for _, x := range firsts {
		for _, y := range others {
			if !comparable(f, x.candidate, y.candidate) {
				continue
			}
			if score := x.score + y.score + x.own + y.own + beside(x.candidate, y.candidate); score > best {
				best, first, other, ok = score, x, y, true
			}
		}
	}
	return first, other, ok, nil
}

// beside is what it is worth that two figures stand in one place.
func beside(x, y candidate) float64 {
	switch {
	case x.sentence.source.Paragraph == y.sentence.source.Paragraph:
		return sameParagraph + sameArticle
	case x.sentence.source.Article == y.sentence.source.Article:
		return sameArticle
	}
	return 0
}

// operandChoices are the figures that a phrase may mean: its own words must stand
// in their clauses.
func (a *Answerer) operandChoices(ctx context.Context, snapshot *retrieval.Snapshot, r reading, f formula, phrase, against string) ([]operand, error) {
	p := phraseReading(f, phrase)
	hits, err := snapshot.Search(ctx, p.text, maxHits)
	if err != nil {
		return nil, err
	}
	own := onlyIn(snapshot, phrase, against)
	if len(own) == 0 || comparedPeriod.MatchString(phrase) {
		return nil, nil
	}
	var out []operand
	for _, c := range candidates(snapshot, p, evidence(snapshot, p, hits)) {
		if c.sentence.missing != "" || c.support() < operandSupport || len(out) == operandChoices {
			continue
		}
		if _, other := p.otherYear(c); other {
			continue
		}
		if share := c.clauseCoverage(snapshot, own); share >= ownBound {
			out = append(out, operand{c, share})
		}
	}
	return out, nil
}

// comparedPeriod is a phrase that only names another time: such a question asks
// for a printed change.
var comparedPeriod = regexp.MustCompile(`^(去年|上年|前年|往年|同期|去年同期|上年同期|上月|上季度?|前一年|上一年|此前|之前|以前|\d{4}年?)$`)

// phraseReading is the question that asks for one operand.
func phraseReading(f formula, phrase string) reading {
	p := read(Question{Text: phrase + f.tail})
	p.asks, p.money = f.asks, false
	if p.asks == asksQuantity {
		p.unit, p.implied = unitAsked(f.asked), unitImplied(phrase+f.tail)
		if f.op == opMean {
			p.unit = ""
		}
		p.money = moneyAsked.MatchString(phrase + f.tail + f.asked)
	}
	return p
}

// onlyIn are the terms of phrase that against has not.
func onlyIn(snapshot *retrieval.Snapshot, phrase, against string) wordsAsked {
	other := termSet(snapshot, against)
	var out wordsAsked
	for _, term := range snapshot.QuestionTerms(phrase) {
		if !other[term.Text] {
			out = append(out, term)
		}
	}
	return out
}

// comparable says that two figures may be set against each other.
func comparable(f formula, x, y candidate) bool {
	if x.figure.Start == y.figure.Start && x.sentence.source.Paragraph == y.sentence.source.Paragraph {
		return false
	}
	if x.figure.Kind == figure.Rank || y.figure.Kind == figure.Rank || !x.figure.Value.Equal(x.figure.High) || !y.figure.Value.Equal(y.figure.High) {
		return false
	}
	if f.op == opMean {
		return x.figure.Unit != y.figure.Unit && y.figure.Kind == figure.Count && y.figure.Value.IsPositive()
	}
	return x.figure.Unit == y.figure.Unit && x.figure.Unit != "" || x.figure.Unit != "" && alike(x.figure.Unit, y.figure.Unit) && x.figure.Kind == figure.Count && y.figure.Kind == figure.Count
}
