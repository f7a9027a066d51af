package answer

import (
	"github.com/shopspring/decimal"

	"youju/answer/asking"
	"youju/answer/likeness"
	"youju/answer/naming"
	"youju/answer/pattern"
	"youju/answer/wording"
	"youju/figure"
)

// leastMean is how many there may be at most for one: of two things no 2947 have one each.
var leastMean = decimal.NewFromInt(100)

// comparable says that two figures may be set against each other.
func comparable(f formula, x, y candidate) bool {
	if x.figure.Start == y.figure.Start && x.sentence.Source.Paragraph == y.sentence.Source.Paragraph {
		return false
	}
	if x.bounds() || y.bounds() || f.op == opDifference && naming.IsEverywhere(f.other) && (x.entry.Article != y.entry.Article || !wholeSaid.MatchString(y.said())) {
		return false
	}
	if x.figure.Kind == figure.Rank || y.figure.Kind == figure.Rank || !x.figure.Value.Equal(x.figure.High) || !y.figure.Value.Equal(y.figure.High) {
		return false
	}
	if f.which && x.sentence.Source.Article != y.sentence.Source.Article && countsUnlike(f.tail, x.entry.Metric, y.entry.Metric) {
		return false
	}
	if x.samePeriod() != y.samePeriod() && !yearNamed.MatchString(f.first+f.other+f.tail) { // 销量12万辆 and 上年同期销量38.2万辆
		return false
	}
	if whole, parts := x.wholeAnd(y); f.op == opShare && f.part && parts || f.op == opSum && whole {
		return false
	}
	if (f.op == opSum || f.op == opDifference) && !f.which && likeness.IsCurrency(x.figure.Unit) && !measuresSame(x.entry.Metric, y.entry.Metric) && dwarfed(x.figure.Value, y.figure.Value) {
		return false
	}
	if f.alike && !measuresSame(x.entry.Metric, y.entry.Metric) {
		return false
	}
	if f.op == opList {
		return true
	}
	if f.which && f.asks == asking.Quantity && x.figure.Unit == "%" && !rated.MatchString(f.first+f.tail) {
		return false
	}
	if f.op == opMean {
		money, asked := likeness.IsCurrency(x.figure.Unit), asking.MoneyAsked.MatchString(f.first+f.asked)
		if asked && !money || money && !asked && asking.UnitAsked(f.asked) != "" { // 平均每户扣除多少 is of money too
			return false
		}
		if x.figure.Kind == figure.Count && x.figure.Value.Mul(leastMean).LessThan(y.figure.Value) {
			return false
		}
		return (x.figure.Unit != y.figure.Unit || !measuresSame(x.entry.Metric, y.entry.Metric)) && x.figure.Unit != "%" && y.figure.Unit == f.per && y.figure.Kind == figure.Count && y.figure.Value.IsPositive()
	}
	if x.figure.Unit != y.figure.Unit && (f.op == opSum || f.op == opShare) && !measuresSame(x.entry.Metric, y.entry.Metric) { // 16条 and 17个
		return false
	}
	if f.op == opSum && x.figure.Text == y.figure.Text && measuresSame(x.entry.Metric, y.entry.Metric) { // one figure, said twice
		return false
	}
	return x.figure.Unit == y.figure.Unit && (x.figure.Unit != "" || x.figure.Kind == figure.Amount && y.figure.Kind == figure.Amount) || x.figure.Unit != "" && likeness.Units(x.figure.Unit, y.figure.Unit) && x.figure.Kind == figure.Count && y.figure.Kind == figure.Count
}

// leastBeside is how many times another amount may be one that is added to it or taken from it.
var leastBeside = decimal.New(1, 4)

// dwarfed says that one of two amounts is next to nothing beside the other: 2.8万元 beside 60亿元.
func dwarfed(x, y decimal.Decimal) bool {
	return x.Mul(leastBeside).LessThan(y) || y.Mul(leastBeside).LessThan(x)
}

// wholeAnd says of two figures of a sentence whether one is of the whole and the other of a
// part of it, said behind 其中, or both are of parts.
func (c candidate) wholeAnd(other candidate) (whole, parts bool) {
	if c.sentence.Source.Paragraph != other.sentence.Source.Paragraph || c.sentence.Span != other.sentence.Span {
		return false, false
	}
	_, _, part := c.saidOfPart()
	_, _, too := other.saidOfPart()
	return part != too, part && too
}

// bounds says that a figure only tells which ones are spoken of: 1亿元或1000万美元以上项目.
func (c candidate) bounds() bool { return boundOf.MatchString(c.behind(aroundRunes)) }

var boundOf = pattern.Compile(`^(或[^,。]{2,10}?)?(及?以[上下内])的?\p{Han}{2}`)

// measuresSame says that two metrics are one, or share a word.
func measuresSame(x, y string) bool {
	x, y = wording.LongForm(x), wording.LongForm(y)
	return x == y && x != "" || wording.Shared(wording.Bigrams(x), y) > 0
}
