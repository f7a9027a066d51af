package derive

import (
	"github.com/shopspring/decimal"

	"youju/answer/asking"
	"youju/answer/likeness"
	"youju/answer/naming"
	"youju/answer/pattern"
	"youju/answer/weigh"
	"youju/answer/wording"
	"youju/figure"
)

// leastMean is how many there may be at most for one: of two things no 2947 have one each.
var leastMean = decimal.NewFromInt(100)

// comparable says that two figures may be set against each other.
func comparable(f Formula, x, y weigh.Candidate) bool {
	if x.Figure.Start == y.Figure.Start && x.Sentence.Source.Paragraph == y.Sentence.Source.Paragraph {
		return false
	}
	if f.Op != List && (isGap(x) || isGap(y)) { // nothing is taken from what two differ by
		return false
	}
	if bounds(x) || bounds(y) || f.Op == Difference && naming.IsEverywhere(f.Other) && (x.Entry.Article != y.Entry.Article || !wholeSaid.MatchString(y.Said())) {
		return false
	}
	if x.Figure.Kind == figure.Rank || y.Figure.Kind == figure.Rank || !x.Figure.Value.Equal(x.Figure.High) || !y.Figure.Value.Equal(y.Figure.High) {
		return false
	}
	if f.Which && !f.measured() && x.Sentence.Source.Article != y.Sentence.Source.Article && CountsUnlike(f.Tail, x.Entry.Metric, y.Entry.Metric) {
		return false
	}
	if x.SamePeriod() != y.SamePeriod() && !weigh.NamesYear(f.First+f.Other+f.Tail) { // 销量12万辆 and 上年同期销量38.2万辆
		return false
	}
	if f.Op == Share && x.Figure.Unit == y.Figure.Unit && x.Figure.Value.Equal(y.Figure.Value) { // nobody asks which share all is of all
		return false
	}
	if whole, parts := wholeAnd(x, y); f.Op == Share && f.part && parts || f.Op == Sum && whole {
		return false
	}
	if (f.Op == Sum || f.Op == Difference) && !f.Which && likeness.IsCurrency(x.Figure.Unit) && !weigh.MeasuresSame(x.Entry.Metric, y.Entry.Metric) && dwarfed(x.Figure.Value, y.Figure.Value) {
		return false
	}
	apart := x.Sentence.Source.Paragraph != y.Sentence.Source.Paragraph && !(x.Entry.Article == y.Entry.Article && weigh.MeasuresSame(x.Entry.Metric, y.Entry.Metric)) // 知识城的固投 of 固定资产投资
	if f.rest && (apart || y.Figure.Value.GreaterThan(x.Figure.Value)) {
		return false
	}
	if f.Op == Difference && x.Figure.Unit == "倍" { // 男性比女性高多少倍 asks for a printed one
		return false
	}
	if f.alike && !weigh.MeasuresSame(x.Entry.Metric, y.Entry.Metric) {
		return false
	}
	if f.Op == List {
		return true
	}
	if unit := wording.UnitImplied(f.Tail + "多少"); f.Which && likeness.IsCount(unit) && x.Figure.Unit != unit && !likeness.Units(x.Figure.Unit, unit) { // 哪个企业多 is not about 300亿元
		return false
	}
	if f.Which && f.Asks == asking.Quantity && x.Figure.Unit == "%" && !rated.MatchString(f.First+f.Tail) {
		return false
	}
	if f.Op == Mean {
		return sharedOut(f, x, y)
	}
	if x.Figure.Unit != y.Figure.Unit && (f.Op == Sum || f.Op == Share) && !weigh.MeasuresSame(x.Entry.Metric, y.Entry.Metric) { // 16条 and 17个
		return false
	}
	if f.Op == Sum && x.Figure.Text == y.Figure.Text && weigh.MeasuresSame(x.Entry.Metric, y.Entry.Metric) { // one figure, said twice
		return false
	}
	if x.Figure.Unit != y.Figure.Unit && (x.Figure.Unit == "" || y.Figure.Unit == "") && x.Figure.Kind == y.Figure.Kind && x.Entry.Metric != "" && x.Entry.Metric == y.Entry.Metric { // 290万 and 245万人
		return true
	}
	return x.Figure.Unit == y.Figure.Unit && (x.Figure.Unit != "" || x.Figure.Kind == figure.Amount && y.Figure.Kind == figure.Amount) || x.Figure.Unit != "" && likeness.Units(x.Figure.Unit, y.Figure.Unit) && x.Figure.Kind == figure.Count && y.Figure.Kind == figure.Count
}

// sharedOut says that there may be so many of the first on average to each of the second.
func sharedOut(f Formula, x, y weigh.Candidate) bool {
	if !x.Sentence.Is(y.Sentence) && (x.Sentence.Source.Paragraph != y.Sentence.Source.Paragraph || !weigh.SaysTotal(x.Said())) { // one team's money and the number of all projects
		return false
	}
	money, asked := likeness.IsCurrency(x.Figure.Unit), asking.AsksMoney(f.First+f.asked)
	if asked && !money || money && !asked && asking.UnitAsked(f.asked) != "" { // 平均每户扣除多少 is of money too
		return false
	}
	if x.Figure.Kind == figure.Count && x.Figure.Value.Mul(leastMean).LessThan(y.Figure.Value) {
		return false
	}
	return (x.Figure.Unit != y.Figure.Unit || !weigh.MeasuresSame(x.Entry.Metric, y.Entry.Metric)) && x.Figure.Unit != "%" && y.Figure.Unit == f.per && y.Figure.Kind == figure.Count && y.Figure.Value.IsPositive()
}

// leastBeside is how many times another amount may be one that is added to it or taken from it.
var leastBeside = decimal.New(1, 4)

// dwarfed says that one of two amounts is next to nothing beside the other: 2.8万元 beside 60亿元.
func dwarfed(x, y decimal.Decimal) bool {
	return x.Mul(leastBeside).LessThan(y) || y.Mul(leastBeside).LessThan(x)
}

// wholeAnd says of two figures of a sentence whether one is of the whole and the other of a
// part of it, said behind 其中, or both are of parts.
func wholeAnd(c weigh.Candidate, other weigh.Candidate) (whole, parts bool) {
	if !c.Sentence.Is(other.Sentence) {
		return false, false
	}
	_, _, part := c.SaidOfPart()
	_, _, too := other.SaidOfPart()
	return part != too, part && too
}

// bounds says that a figure only tells which ones are spoken of: 1亿元或1000万美元以上项目.
func bounds(c weigh.Candidate) bool { return boundOf.MatchString(c.Behind(weigh.AroundRunes)) }

var boundOf = pattern.Compile(`^(或[^,。]{2,10}?)?(及?以[上下内])的?\p{Han}{2}`)
