package bot

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// messageLimit is the most that one message holds, in UTF-16 units, counted
// after the markup is parsed (https://core.telegram.org/bots/api#sendmessage).
const messageLimit = 4096

// split cuts the doc into pieces of at most limit UTF-16 units. It cuts between
// blocks where it can, else between lines, sentences, clauses; never inside an
// entity (only a quote longer than a message is cut, and goes on as a quote in
// the next) and never inside a number.
func (d *doc) split(limit int) []piece {
	var pieces []piece
	text := d.text.String()
	for from := 0; from < len(text); {
		to := d.cutAfter(from, limit)
		if p := d.cut(from, to); p.plain != "" {
			pieces = append(pieces, p)
		}
		from = to
	}
	return pieces
}

// cutAfter is where the piece that begins at from ends.
func (d *doc) cutAfter(from, limit int) int {
	text := d.text.String()
	end := from + prefix(text[from:], limit)
	if end == len(text) {
		return end
	}
	half := from + (end-from)/2
	for _, marks := range []string{"\n\n", "\n", "。", "！", "？", "；", "，", " "} {
		for at := end; at > half; {
			i := strings.LastIndex(text[from:at], marks)
			if i < 0 || from+i+len(marks) <= half {
				break
			}
			if cut := from + i + len(marks); !d.inside(cut, marks != "\n\n" && marks != "\n") {
				return cut
			}
			at = from + i
		}
	}
	return d.hardCut(from, end)
}

// hardCut gives way backwards from end for an entity and, if that is possible
// too, for a number and a character's accents; but not so far that little is left.
func (d *doc) hardCut(from, end int) int {
	text := d.text.String()
	cut := 0
	for at := end; at > from+(end-from)/2; {
		before, size := utf8.DecodeLastRuneInString(text[:at])
		after, _ := utf8.DecodeRuneInString(text[at:])
		if !d.inside(at, true) {
			cut = max(cut, at)
			if !(numeric(before) && numeric(after)) && !unicode.Is(unicode.M, after) {
				return at
			}
		}
		at -= size
	}
	if cut == 0 {
		return end
	}
	return cut
}

// inside says whether a cut at the byte would fall into an entity; quotes may be
// passed over.
func (d *doc) inside(at int, quotesMayBreak bool) bool {
	for _, e := range d.entities {
		if e.start < at && at < e.end && !(quotesMayBreak && e.tag == tagQuote) {
			return true
		}
	}
	return false
}

// prefix is the length in bytes of the longest beginning of s within limit
// UTF-16 units.
func prefix(s string, limit int) int {
	for i, r := range s {
		limit--
		if r > 0xffff {
			limit--
		}
		if limit < 0 {
			return i
		}
	}
	return len(s)
}

// numeric says whether a rune may be part of a number, so that a cut beside it
// could show half of one.
func numeric(r rune) bool {
	return unicode.IsNumber(r) || strings.ContainsRune(".,．，%％‰〇零一二两三四五六七八九十百千万亿", r)
}

// span is [Start:End) of a text, in runes.
type span struct{ start, end int }

// excerpt is the part of text around the marked spans that is shown when the
// whole is too long: at most limit runes, cut at punctuation where there is any.
func excerpt(text []rune, marks []span, limit int) span {
	if len(text) <= limit {
		return span{0, len(text)}
	}
	core := span{0, 0}
	for i, m := range marks {
		if i == 0 {
			core = m
		} else if wider := (span{min(core.start, m.start), max(core.end, m.end)}); wider.end-wider.start <= limit {
			core = wider
		}
	}
	room := max(0, limit-(core.end-core.start))
	from := max(0, core.start-room/2)
	to := min(len(text), max(core.end, from+limit))
	from = max(0, min(from, to-limit))
	return span{startOfClause(text, from, core.start), endOfClause(text, core.end, to)}
}

const clauseEnds = "。！？；，、：\n "

// startOfClause is the first place in [from:latest] after punctuation, else the
// first that does not cut a number.
func startOfClause(text []rune, from, latest int) int {
	if from == 0 {
		return 0
	}
	for at := from; at <= latest; at++ {
		if strings.ContainsRune(clauseEnds, text[at-1]) {
			return at
		}
	}
	for from < latest && numeric(text[from-1]) && numeric(text[from]) {
		from++
	}
	return from
}

// endOfClause is the last place in [earliest:to] after punctuation, else the
// last that does not cut a number.
func endOfClause(text []rune, earliest, to int) int {
	if to == len(text) {
		return to
	}
	for at := to; at > earliest; at-- {
		if strings.ContainsRune(clauseEnds, text[at-1]) {
			return at
		}
	}
	for to > earliest && numeric(text[to-1]) && numeric(text[to]) {
		to--
	}
	return to
}
