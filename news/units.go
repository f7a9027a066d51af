package news

import (
	"slices"
	"strings"
	"unicode/utf8"
)

type unitKind int

const (
	textUnit    unitKind = iota // a paragraph, or a piece of one
	titleUnit                   // a headline
	sectionUnit                 // a heading inside an article
	kickerUnit                  // the line above a headline
	noteUnit
	captionUnit
	imprintUnit // date and source of publication
	ruleUnit    // a line drawn between articles
)

// unit is a block of a page: what stands between two paragraph breaks.
type unit struct {
	kind   unitKind
	text   string
	line   int
	gap    int  // blank lines above
	indent bool // its first line is set in
	centre bool // its first line stands in the middle
	final  bool // a list item, a table row: no heading, and it does not go on
	whole  bool // a block of HTML: it does not go on in the next
	remark remark
	imprint
}

// unitReader joins lines to units.
type unitReader struct {
	layout
	markdown bool
	out      []unit
	last     line // the last line of the unit being read
	count    int  // its lines; 0 when none is being read
	gap      int
}

// joinedBytes is where joining lines and pieces ends: no paragraph is so long.
const joinedBytes = 64 << 10

// units joins the lines that a paragraph was broken into, and cuts where one ends.
func units(lines []line, markdown bool) []unit {
	r := unitReader{layout: readLayout(lines), markdown: markdown}
	block := true // all lines of the block so far are set in
	for _, l := range lines {
		block = l.kind != plainLine || l.indent && (block || r.last.kind != plainLine || r.gap > 0)
		switch {
		case l.kind == blankLine:
			r.gap++
			r.count = 0
			continue
		case l.kind == ruleLine && r.underlines(l):
			r.count = 0
		case r.count > 0 && !r.breaks(l, block):
			u := &r.out[len(r.out)-1]
			u.text += glue(u.text, l.text) + l.text
			r.count++
		default:
			r.begin(l)
		}
		r.last, r.gap = l, 0
	}
	if markdown {
		for i := range r.out {
			r.out[i].text = inline(r.out[i].text)
		}
		r.out = slices.DeleteFunc(r.out, func(u unit) bool { return u.text == "" })
	}
	return r.out
}

func (r *unitReader) begin(l line) {
	u := unit{text: l.text, line: l.num, gap: r.gap, indent: l.indent, centre: l.centre}
	r.count = 1
	switch l.kind {
	case headingLine:
		u.kind, r.count = sectionUnit, 0
		if l.level == 1 {
			u.kind = titleUnit
		}
	case ruleLine:
		u.kind, r.count = ruleUnit, 0
	case imageLine:
		u.kind, u.remark, r.count = noteUnit, remark{kind: NotePhoto}, 0
	case rowLine:
		u.final, r.count = true, 0
	case itemLine:
		u.final = true
	}
	r.out = append(r.out, u)
}

// underlines turns a line of text with ==== below it into a headline.
func (r *unitReader) underlines(l line) bool {
	if r.count != 1 || r.last.kind != plainLine || !isOpen(r.last.text) || utf8.RuneCountInString(r.last.text) > headlineRunes {
		return false
	}
	u := &r.out[len(r.out)-1]
	switch l.text[0] {
	case '=':
		u.kind = titleUnit
	case '-':
		if !r.markdown {
			return false
		}
		u.kind = sectionUnit
	default:
		return false
	}
	return true
}

// breaks says whether a new paragraph begins with the line below the last one.
// allIndented: the whole block is set in, so that an indent means nothing.
func (r *unitReader) breaks(l line, allIndented bool) bool {
	a, size := r.last, len(r.out[len(r.out)-1].text)
	closed := !isOpen(a.text)
	switch {
	case l.kind != plainLine || size > joinedBytes:
		return true
	case a.kind == itemLine || r.out[len(r.out)-1].final:
		return !l.indent && closed
	case (isRemark(a.text) || deliveredOn(a.text) != "") && r.count == 1, isRemark(l.text), beginsReport(l.text), captionTo.MatchString(l.text):
		return true
	case l.indent && !allIndented:
		return true
	case r.width > 0 && closed:
		return columnsOf(a.text)*20 < r.width*17
	case r.width > 0:
		return r.count == 1 && columnsOf(a.text)*2 < r.width && !breaksOff(a.text) && !continues(l.text)
	case closed:
		return r.tight || size > 180 && !continues(l.text)
	}
	return r.titleAbove(l)
}

// titleAbove says whether the open line above l is a heading: short, alone, and
// without the marks that a line broken in mid-sentence has.
func (r *unitReader) titleAbove(l line) bool {
	a := r.last
	n := utf8.RuneCountInString(a.text)
	if r.count > 1 || n > 40 || breaksOff(a.text) || continues(l.text) || a.indent {
		return false
	}
	if len(r.out) == 1 {
		return true
	}
	long := utf8.RuneCountInString(l.text) > 40
	return !strings.ContainsAny(a.text, "，,、。") && (r.tight || n >= 8 && long)
}

func isRemark(s string) bool {
	if _, ok := readRemark(s); ok {
		return true
	}
	_, ok := readImprint(s)
	return ok || furniture.MatchString(s)
}

// beginsReport says whether a text begins with a dateline.
func beginsReport(s string) bool {
	d, _ := cutDateline(s)
	return d != ""
}
