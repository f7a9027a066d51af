package bot

import (
	"cmp"
	"html"
	"slices"
	"strings"

	"youju/lang"
)

// doc is a message being written: plain text with entities over it. HTML is
// made from it at the very end, so that nothing in a text can become markup,
// and a cut never falls into a tag. Entities nest or stand apart, by the way
// they are written.
type doc struct {
	lang     lang.Language // of what is written around quotes
	text     strings.Builder
	entities []entity
}

// entity is what lies over [start:end) of a doc's text, in bytes.
type entity struct {
	start, end int
	tag        string // b, i, a, blockquote
	attributes string // with a space before, already escaped
}

const tagQuote = "blockquote"

// write appends text that has no markup of its own.
func (d *doc) write(texts ...string) *doc {
	for _, s := range texts {
		d.text.WriteString(clean(s))
	}
	return d
}

func (d *doc) bold(s string)        { d.within("b", "", func() { d.write(s) }) }
func (d *doc) italic(s string) *doc { return d.within("i", "", func() { d.write(s) }) }

// link shows s, which opens the address.
func (d *doc) link(s, address string) {
	d.within("a", ` href="`+html.EscapeString(clean(address))+`"`, func() { d.write(s) })
}

// quote is a block that a client shows folded when it is long.
func (d *doc) quote(inner func()) *doc { return d.within(tagQuote, " expandable", inner) }

func (d *doc) within(tag, attributes string, inner func()) *doc {
	start := d.text.Len()
	inner()
	if end := d.text.Len(); end > start {
		d.entities = append(d.entities, entity{start, end, tag, attributes})
	}
	return d
}

// piece is a part of a doc that is small enough to send.
type piece struct {
	plain    string
	entities []entity
}

func (d *doc) cut(from, to int) piece {
	text := d.text.String()
	from += len(text[from:to]) - len(strings.TrimLeft(text[from:to], " \n"))
	to -= len(text[from:to]) - len(strings.TrimRight(text[from:to], " \n"))
	p := piece{plain: text[from:to]}
	for _, e := range d.entities {
		e.start, e.end = max(e.start, from)-from, min(e.end, to)-from
		if e.start < e.end {
			p.entities = append(p.entities, e)
		}
	}
	return p
}

// html is the piece in Telegram's HTML
// (https://core.telegram.org/bots/api#html-style).
func (p piece) html() string {
	// An outer entity was closed after its inner ones: of two that cover the
	// same text the later is the outer one.
	ordered := slices.Clone(p.entities)
	slices.Reverse(ordered)
	slices.SortStableFunc(ordered, func(a, b entity) int {
		return cmp.Or(a.start-b.start, b.end-a.end)
	})
	var out strings.Builder
	var open []entity
	at := 0
	closeUntil := func(limit int) {
		for len(open) > 0 && open[len(open)-1].end <= limit {
			e := open[len(open)-1]
			out.WriteString(escape(p.plain[at:e.end]) + "</" + e.tag + ">")
			at, open = e.end, open[:len(open)-1]
		}
	}
	for _, e := range ordered {
		closeUntil(e.start)
		out.WriteString(escape(p.plain[at:e.start]) + "<" + e.tag + e.attributes + ">")
		at, open = e.start, append(open, e)
	}
	closeUntil(len(p.plain))
	out.WriteString(escape(p.plain[at:]))
	return out.String()
}

// escape is for text outside tags; html.EscapeString would also write &#34; and
// &#39;, which count for nothing but make what is sent harder to read.
func escape(s string) string { return escaper.Replace(s) }

var escaper = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;")

// clean takes out what Telegram would change or refuse (see TDLib,
// clean_input_string): control characters, line and
// paragraph separators, and the marks that turn the direction of text, with
// which a figure could be made to read backwards.
func clean(s string) string {
	// strings.Map turns a byte that is not UTF-8 into U+FFFD.
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n':
			return r
		case r == '\r':
			return -1
		case r < ' ' || r == 0x7f:
			return ' '
		case 0x2028 <= r && r <= 0x202e, 0x2066 <= r && r <= 0x2069:
			return -1
		case r == 0x333, r == 0x33f, r == 0x30a:
			return -1
		}
		return r
	}, s)
}

// units counts UTF-16 code units, in which Telegram measures.
func units(s string) int {
	n := 0
	for _, r := range s {
		n++
		if r > 0xffff {
			n++
		}
	}
	return n
}
