package news

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"
)

// headlineRunes is the longest line taken for a headline that no # marks.
const headlineRunes = 60

var (
	numbered = regexp.MustCompile(`^(?:[一二三四五六七八九十]{1,3}(?:[、．.]\s*\S|$)|[（(][一二三四五六七八九十]{1,3}[）)]\s*\S|第[一二三四五六七八九十]{1,3}(?:[章节編编篇]|部分|[、，,])\s*\S)`)
	subtitle = regexp.MustCompile(`^(?:——|--|—|──|－－)\s*[^—\-－\d\s]`)
	// startsSentence are words that begin a sentence far more often than a heading.
	startsSentence = regexp.MustCompile(`^(?:在|据|自|截至|近日|日前|目前|同时|此外|另外|为了|该|其|这|\d{4}年\S{0,6}$)`)
	column         = regexp.MustCompile(`^【[^【】]{2,16}】$`)
	spaced         = regexp.MustCompile(`^\S{2,12}(?:[ 　]+\S{2,12}){1,4}$`)
)

// looksHeadline says whether a unit alone could be a headline or a heading.
func looksHeadline(u unit) bool {
	n := utf8.RuneCountInString(u.text)
	if u.kind != textUnit || u.final || u.whole || n < 2 && !numbered.MatchString(u.text) || n > headlineRunes || strings.ContainsAny(u.text, "。；;…") {
		return false
	}
	if beginsReport(u.text) || continues(u.text) || captionTo.MatchString(u.text) {
		return false
	}
	r, _ := utf8.DecodeLastRuneInString(u.text)
	return !strings.ContainsRune("，,、：:（(“《", r) && (isOpen(u.text) || strings.ContainsRune("！？!?", r))
}

// headings finds the headlines and headings that no mark shows.
type headings struct {
	us       []unit
	typical  int
	titled   bool // the file marks its headlines
	parted   bool // and its sections
	started  bool // an article has begun
	ended    bool // the last unit closes an article
	lastText string
}

func readHeadings(us []unit) []unit {
	h := headings{us: us, typical: typicalGap(us)}
	for i, u := range us {
		h.titled = h.titled || u.kind == titleUnit
		h.parted = h.parted || u.kind == sectionUnit && !beforeTitle(us, i)
	}
	for i := 0; i < len(us); {
		i += h.at(i)
	}
	return us
}

// at settles the unit at i, and those that belong to it, and returns how many.
func (h *headings) at(i int) int {
	u := &h.us[i]
	switch {
	case u.kind == titleUnit || u.kind == sectionUnit:
		h.started, h.ended, h.lastText = true, false, ""
		return 1
	case u.kind == noteUnit:
		h.ended = h.ended || u.remark.last || u.remark.kind == NoteByline && h.lastText != "" && h.quiet(i)
		return 1
	case u.kind == ruleUnit:
		h.ended = true
		return 1
	case u.kind == captionUnit:
		h.ended = h.ended || h.belowTitle(i)
		return 1
	case u.kind != textUnit:
		return 1
	}
	n := 1
	for i+n < len(h.us) && n < 5 && looksHeadline(h.us[i+n]) {
		n++
	}
	switch {
	case !looksHeadline(*u):
	case h.titled:
		return h.inMarked(i)
	case h.headline(i, n):
		h.setHeadline(i, n)
		return n
	case h.section(i):
		u.kind = sectionUnit
		h.lastText = ""
		return 1
	}
	return h.text(i)
}

// text counts the unit at i as text of the article.
func (h *headings) text(i int) int {
	_, _, picture, last := cutRemarks(h.us[i].text)
	h.started, h.ended, h.lastText = true, last || picture && h.belowTitle(i), h.us[i].text
	return 1
}

// belowTitle says whether the unit at i is the first below a headline: with a
// photo's credit it is all of the item.
func (h *headings) belowTitle(i int) bool { return i > 0 && h.us[i-1].kind == titleUnit }

// quiet says whether nothing but remarks and a heading follow the unit at i.
func (h *headings) quiet(i int) bool {
	for _, u := range h.us[i+1:] {
		if u.kind != noteUnit && u.kind != captionUnit {
			return u.kind != textUnit || looksHeadline(u)
		}
	}
	return true
}

// inMarked settles a short line in a file whose headlines are marked.
func (h *headings) inMarked(i int) int {
	broken := h.lastText != "" && isOpen(h.lastText)
	switch {
	case !broken && beforeTitle(h.us, i) && utf8.RuneCountInString(h.us[i].text) <= 40:
		h.us[i].kind = kickerUnit
		return 1
	case !h.parted && h.section(i):
		h.us[i].kind = sectionUnit
		h.lastText = ""
		return 1
	}
	return h.text(i)
}

// headline says whether the n short lines from i on are the headline of a new
// article: at the beginning, after the end of one, above a byline or dateline, or
// far from the text above and near to the text below.
func (h *headings) headline(i, n int) bool {
	next := i + n
	for next < len(h.us) && h.us[next].kind == captionUnit {
		next++
	}
	if next >= len(h.us) {
		return false
	}
	u := h.us[next]
	opens := u.kind == imprintUnit || u.kind == noteUnit && !u.remark.picture && !u.remark.last && !h.quiet(next) ||
		u.kind == textUnit && beginsReport(u.text)
	if h.lastText != "" && isOpen(h.lastText) {
		return opens && next-i == n
	}
	apart := h.us[i].gap >= h.typical+2 && u.gap <= h.typical && !numbered.MatchString(h.us[i].text)
	text := slices.ContainsFunc(h.us[next:], func(u unit) bool { return u.kind == textUnit })
	return text && (opens || apart || !h.started || h.ended)
}

// setHeadline gives the lines of a headline their parts: kicker, title, subtitle.
func (h *headings) setHeadline(i, n int) {
	lines := h.us[i : i+n]
	next := i + n
	opens := next < len(h.us) && (h.us[next].kind != textUnit || beginsReport(h.us[next].text))
	at := 0
	switch {
	case n == 1:
	case subtitle.MatchString(lines[1].text):
	case column.MatchString(lines[0].text), spaced.MatchString(lines[0].text) && !spaced.MatchString(lines[1].text):
		at = 1
	case opens && lines[1].gap > 0 && !numbered.MatchString(lines[1].text):
		at = 1
	}
	lines[0].kind = kickerUnit
	lines[at].kind = titleUnit
	for j := at + 1; j < n; j++ {
		l := &lines[j]
		switch {
		case subtitle.MatchString(l.text):
			lines[at].text += l.text
		case l.gap == 0 || opens && j == n-1 && !numbered.MatchString(l.text):
			lines[at].text += " " + l.text
		default:
			l.kind = sectionUnit
			continue
		}
		l.kind, l.text = kickerUnit, ""
	}
	h.started, h.ended, h.lastText = true, false, ""
}

// section says whether the short line at i is a heading inside an article.
func (h *headings) section(i int) bool {
	u := h.us[i]
	if h.lastText != "" && isOpen(h.lastText) && !numbered.MatchString(u.text) || i+1 >= len(h.us) {
		return false
	}
	next := h.us[i+1]
	if next.kind != textUnit && next.kind != captionUnit && next.kind != sectionUnit {
		return false
	}
	n := utf8.RuneCountInString(u.text)
	apart := u.gap > h.typical && next.gap > 1
	switch {
	case numbered.MatchString(u.text):
		return n <= 45
	case apart, u.centre && !next.centre && n <= 25:
		return n <= 45 && isOpen(u.text)
	case h.titled || breaksOff(u.text) || next.final || continues(next.text) || startsSentence.MatchString(u.text):
		return false
	}
	return n >= 6 && n <= 25 && !strings.ContainsAny(u.text, "，,、") && !h.listed(i)
}

// listed says whether short lines stand around the one at i: a list, not a heading.
func (h *headings) listed(i int) bool {
	return looksHeadline(h.us[i+1]) && (i+2 >= len(h.us) || looksHeadline(h.us[i+2]))
}
