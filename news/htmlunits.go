package news

import (
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
)

// maxDepth is where the walk into nested elements stops; text below is taken
// as one block.
const maxDepth = 400

// domReader walks a document and gathers its blocks of text.
type domReader struct {
	out   []unit
	text  strings.Builder // the block being read; \n where the page breaks a line
	kind  unitKind
	final bool
}

// htmlUnits are the blocks of text below n, in the order of the page.
func htmlUnits(n *html.Node) []unit {
	var r domReader
	r.walk(n, 0)
	r.flush()
	return r.out
}

func (r *domReader) walk(n *html.Node, depth int) {
	switch n.Type {
	case html.TextNode:
		r.text.WriteString(strings.ReplaceAll(n.Data, "\n", " "))
		return
	case html.ElementNode:
	case html.DocumentNode:
		r.children(n, depth)
		return
	default:
		return
	}
	switch n.Data {
	case "script", "style", "noscript", "template", "head", "nav", "button", "select", "svg", "textarea", "iframe":
	case "br":
		r.text.WriteByte('\n')
	case "h1", "h2", "h3", "h4", "h5", "h6":
		r.block(n, depth, sectionUnit, false)
	case "figcaption":
		r.block(n, depth, captionUnit, true)
	case "li", "dd", "dt":
		r.block(n, depth, textUnit, true)
	case "table":
		r.table(n, depth)
	case "address", "article", "aside", "blockquote", "body", "center", "dl", "div", "figure", "footer", "form", "header", "hr", "html",
		"main", "ol", "p", "pre", "section", "td", "th", "tr", "ul", "fieldset", "founder-content":
		r.block(n, depth, textUnit, false)
	default:
		r.children(n, depth)
	}
}

func (r *domReader) children(n *html.Node, depth int) {
	if depth > maxDepth {
		r.text.WriteString(textOf(n))
		return
	}
	for c := range n.ChildNodes() {
		r.walk(c, depth+1)
	}
}

// block reads an element whose text stands by itself.
func (r *domReader) block(n *html.Node, depth int, kind unitKind, final bool) {
	r.flush()
	if linkOnly(n) {
		return // a menu, further articles
	}
	outer, outerFinal := r.kind, r.final
	if kind != textUnit || final || outer == textUnit && !outerFinal {
		r.kind, r.final = kind, final
	}
	if n.Data == "p" && kind == textUnit && boldOnly(n) && isHeading(oneLine(textOf(n))) {
		r.kind = sectionUnit
	}
	r.children(n, depth)
	r.flush()
	r.kind, r.final = outer, outerFinal
}

// boldOnly says whether all text of an element is bold.
func boldOnly(n *html.Node) bool {
	for c := range n.ChildNodes() {
		bold := c.Type == html.ElementNode && (c.Data == "strong" || c.Data == "b")
		if !bold && strings.TrimSpace(nodeText(c)) != "" {
			return false
		}
	}
	return true
}

// linkOnly says whether an element holds nothing but links: one in a list item,
// several elsewhere.
func linkOnly(n *html.Node) bool {
	all, links, count := 0, 0, 0
	for c := range n.Descendants() {
		if c.Type == html.ElementNode && c.Data == "a" {
			count++
		}
		if c.Type != html.TextNode {
			continue
		}
		size := len(strings.TrimSpace(c.Data))
		if all += size; inLink(c, n) {
			links += size
		}
	}
	return all > 0 && links*10 >= all*9 && (count > 1 || n.Data == "li")
}

func inLink(n, top *html.Node) bool {
	for ; n != nil && n != top; n = n.Parent {
		if n.Type == html.ElementNode && n.Data == "a" {
			return true
		}
	}
	return false
}

func nodeText(n *html.Node) string {
	if n.Type == html.TextNode {
		return n.Data
	}
	return textOf(n)
}

func isHeading(s string) bool {
	return s != "" && utf8.RuneCountInString(s) <= 40 && isOpen(s) && !breaksOff(s) && !isRemark(s)
}

// flush ends the block being read. A line break inside it ends a paragraph where
// the text is at the end of a sentence.
func (r *domReader) flush() {
	text := ""
	for line := range strings.SplitSeq(r.text.String(), "\n") {
		set := indented(line)
		if line = spaces(line); line == "" || text != "" && (!isOpen(text) || set && !breaksOff(text)) {
			r.emit(text)
			text = ""
		}
		text += glue(text, line) + line
	}
	r.text.Reset()
	r.emit(text)
}

func (r *domReader) emit(text string) {
	if text == "" {
		return
	}
	u := unit{kind: r.kind, text: text, gap: 1, final: r.final, whole: true}
	if u.kind == textUnit && !u.final && numbered.MatchString(text) && isHeading(text) {
		u.kind = sectionUnit
	}
	r.out = append(r.out, u)
}

// spaces writes a run of white space as one blank, as a browser does.
func spaces(s string) string {
	return strings.TrimSpace(strings.Join(strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(" \t\n\u00a0", r) }), " "))
}

// table reads the rows of a table of data; a table that only lays out the page
// (with other tables or long texts in its cells) is read as blocks.
func (r *domReader) table(n *html.Node, depth int) {
	var rows [][]string
	layout := false
	for c := range n.Descendants() {
		switch {
		case c.Type != html.ElementNode:
		case c.Data == "table" || c.Data == "p" && utf8.RuneCountInString(textOf(c)) > 60:
			layout = true
		case c.Data == "tr":
			rows = append(rows, rowCells(c))
		}
	}
	columns := 0
	for _, row := range rows {
		columns = max(columns, len(row))
		layout = layout || slices.ContainsFunc(row, func(s string) bool { return utf8.RuneCountInString(s) > 200 })
	}
	if layout || columns < 2 || len(rows) < 2 {
		r.block(n, depth, textUnit, false)
		return
	}
	r.flush()
	for _, row := range rows[1:] {
		r.out = append(r.out, unit{text: tableRow(rows[0], row), gap: 1, final: true, whole: true})
	}
	r.out = slices.DeleteFunc(r.out, func(u unit) bool { return u.text == "" })
}

func rowCells(tr *html.Node) []string {
	var out []string
	for c := range tr.ChildNodes() {
		if c.Type == html.ElementNode && (c.Data == "td" || c.Data == "th") {
			out = append(out, oneLine(spaces(textOf(c))))
		}
	}
	return out
}
