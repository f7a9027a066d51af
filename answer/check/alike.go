package check

import (
	"strings"

	"youju/answer/evidence"
	"youju/answer/likeness"
	"youju/answer/naming"
	"youju/answer/pattern"
	"youju/figure"
	"youju/retrieval/ledger"
)

// comparable says that two figures may be set against each other: of one kind and
// unit, of one whole, and not of what only sounds alike.
func (c *checker) comparable(claim claimed, f fact) bool {
	a, b := claim.entry, f.entry
	switch {
	case !sameKind(a, b) || !sameUnit(a.Figure, b.Figure):
		return false
	case a.Scope != b.Scope && a.Scope != "" && b.Scope != "":
		return false
	}
	if x, y := levelOf(claim.own), levelOf(f.own); x != "" && y != "" && x != y {
		return false
	}
	for _, pair := range unlike {
		if pair.MatchString(claim.own) != pair.MatchString(f.own) {
			return false
		}
	}
	if a.Period.From.Year != 0 && evidence.Aims(c.lines[a.Paragraph], a.Start) != evidence.Aims([]rune(f.source.Text), b.Start) {
		return false
	}
	return c.sameNames(claim, f)
}

// sameKind lets a rank be an ordinal, and a share a change where both say so.
func sameKind(a, b ledger.Entry) bool {
	if sameOrder(a.Figure, b.Figure) {
		return true
	}
	moves := func(e ledger.Entry) bool { return e.Direction != "" || e.Kind == figure.Change }
	if moves(a) != moves(b) {
		return false
	}
	counted := func(e ledger.Entry) bool { return e.Kind == figure.Count || e.Kind == figure.Amount }
	return a.Kind == b.Kind || moves(a) || counted(a) && counted(b)
}

// sameOrder says that two figures are places in an order, and neither the number of one in a
// row of its own: 首次 is no 第三位.
func sameOrder(a, b figure.Figure) bool {
	return likeness.Ranks(a) && likeness.Ranks(b) && (a.Unit == b.Unit || !likeness.InRow(a.Unit) && !likeness.InRow(b.Unit))
}

// sameUnit takes counters of the same things for one another, and what has none
// for a count.
func sameUnit(a, b figure.Figure) bool {
	if a.Unit == b.Unit || sameOrder(a, b) {
		return true
	}
	if a.Kind != figure.Count || b.Kind != figure.Count {
		return false
	}
	return a.Unit == "" || b.Unit == "" || likeness.Units(a.Unit, b.Unit)
}

// opposed says that one figure rose and the other fell.
func opposed(a, b string) bool {
	up := func(s string) bool { return strings.HasSuffix(s, "up") }
	return a != "" && b != "" && up(a) != up(b)
}

// unlike are words that make another figure of the same metric where only one of
// two has them.
var unlike = []*pattern.Regexp{
	pattern.Compile(`新增|净增`), pattern.Compile(`当月|单月|本月`), pattern.Compile(`环比`), pattern.Compile(`人均|户均|平均|均价`),
	pattern.Compile(`计划|目标|力争|预计`), pattern.Compile(`合同`), pattern.Compile(`占|比重`),
}

var level = pattern.Compile(`(?:占|居|位居|位列|在)[^占居列,]{0,12}?(国|省|市|区|县|球)|全(国|省|市|区|县|球)|(省|市)(?:第|首)`)

// levelOf is the whole that a share or a rank is of: 省 of 占河南省 and of 全省第二.
func levelOf(own string) string {
	m := level.FindStringSubmatch(own)
	if m == nil {
		return ""
	}
	return m[1] + m[2] + m[3]
}

// zoneWritten is a zone with the end of its name, which the dictionary need not know.
var zoneWritten = pattern.Compile(`(\p{Han}{2})(?:高新区|经开区|开发区|工业园|产业园|保税区|自贸区)`)

// sameNames says that the articles speak of the places and institutions that a claim
// names, and where the fact has one of its own, of one of those.
func (c *checker) sameNames(claim claimed, f fact) bool {
	around := f.own + " " + f.title + " " + f.paragraph
	for _, m := range zoneWritten.FindAllStringSubmatch(claim.own, -1) {
		if !naming.NamesNone(m[1]) && !strings.Contains(around, m[1]) {
			return false
		}
	}
	shared := len(f.names) == 0 || len(claim.names) == 0
	for _, n := range claim.names {
		if !strings.Contains(around, shortForm(n.Key)) {
			return false
		}
		shared = shared || strings.Contains(f.own, shortForm(n.Key)) || strings.Contains(f.title, shortForm(n.Key))
	}
	return shared
}

// samePeriod says that two times may be the same, as far as both are said.
func samePeriod(a, b ledger.Period) bool {
	if a.From == (ledger.Day{}) || b.From == (ledger.Day{}) {
		return true
	}
	point := a.Kind == ledger.Point || b.Kind == ledger.Point
	return sameDay(a.From, b.From, point) && sameDay(a.To, b.To, point)
}

// sameDay lets a day be a part of a month or a year only where it is a point in
// time: what stood on a day stood in that year, what was made in a month was not
// made in the year.
func sameDay(a, b ledger.Day, point bool) bool {
	same := func(x, y int) bool { return x == y || point && (x == 0 || y == 0) }
	return (a.Year == 0 || b.Year == 0 || a.Year == b.Year) && same(a.Month, b.Month) && same(a.Day, b.Day)
}
