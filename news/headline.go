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
	furniture = regexp.MustCompile(`^(?:[—\-－–·\s]*\d{1,3}[—\-－–·\s]*|第\s*\d{1,4}\s*[页頁版]|(?:第\s*)?[A-Z]?\d{1,3}\s*版(?:[\s·:：|｜]*[\p{Han}·]{0,8})?|第\s*\d+\s*页\s*[,，/]?\s*共\s*\d+\s*页|\d{1,4}\s*/\s*\d{1,4}|Page\s+\d+(?:\s+of\s+\d+)?|[（(]?(?:完|全文完|下转.{1,12}|上接.{1,12})[）)]?)$`)
	captionTo = regexp.MustCompile(`^[（(]?(?:图为|圖為|图片为|题图|图[①-⑳]|图[一二三四五六七八九十\d]{1,2}\s*[:：为、]|[上下左右]图\s*[为是:：]?|[▲△▼]\s*[\p{Han}])`)
	numbered  = regexp.MustCompile(`^(?:[一二三四五六七八九十]{1,3}(?:[、．.]\s*\S|$)|[（(][一二三四五六七八九十]{1,3}[）)]\s*\S|第[一二三四五六七八九十]{1,3}(?:[章节編编篇]|部分|[、，,])\s*\S)`)
	subtitle  = regexp.MustCompile(`^(?:——|--|—|──|－－)\s*[^—\-－\d\s]`)
	spaced    = regexp.MustCompile(`^\S{2,12}(?:[ 　]+\S{2,12}){1,4}$`)
)

// readRemarks finds the units that are no text: page numbers go, bylines,
// credits and imprints are marked, a short text before a credit is a caption.
func readRemarks(us []unit) []unit {
	us = slices.DeleteFunc(us, func(u unit) bool { return u.kind == textUnit && furniture.MatchString(u.text) })
	for i := range us {
		u := &us[i]
		if u.kind != textUnit && (u.kind != sectionUnit || followedBy(us, i, titleUnit)) {
			continue
		}
		if r, ok := readRemark(u.text); ok {
			u.kind, u.remark = noteUnit, r
		} else if p, ok := readImprint(u.text); ok && u.kind == textUnit {
			u.kind, u.imprint = imprintUnit, p
		} else if u.kind == textUnit && !u.final && signs(us, i) {
			u.kind, u.remark = noteUnit, remark{kind: NoteByline, last: true}
		}
	}
	return shortCaptions(us)
}

// signs says whether a unit is the line of reporters' names at the end of an article.
func signs(us []unit, i int) bool {
	if i == 0 || isOpen(us[i-1].text) && us[i-1].kind == textUnit || us[i-1].kind == titleUnit {
		return namesOnly(us[i].text, 2)
	}
	if i+1 < len(us) && us[i+1].kind == textUnit && !looksHeadline(us[i+1]) {
		return namesOnly(us[i].text, 2)
	}
	return namesOnly(strings.Trim(us[i].text, "()（） "), 1)
}

func followedBy(us []unit, i int, kind unitKind) bool {
	return i+1 < len(us) && us[i+1].kind == kind
}

// shortCaptions makes captions of the texts that a picture's credit stands below.
func shortCaptions(us []unit) []unit {
	typical := typicalGap(us)
	for i := range us {
		if us[i].kind != noteUnit || !us[i].remark.picture || i == 0 {
			continue
		}
		t := &us[i-1]
		if t.kind == textUnit && !t.final && captions(us, i-1, typical) {
			t.kind = captionUnit
		}
	}
	return us
}

// captions says whether the text unit at i, above a credit, is a caption: it says
// so (图为), or is short and does not end the paragraph before it, or is one
// sentence, or stands apart from the article.
func captions(us []unit, i, typical int) bool {
	t := us[i]
	n := utf8.RuneCountInString(t.text)
	if captionTo.MatchString(t.text) {
		return true
	}
	if i == 0 && !followedByText(us, i) || n > 300 || beginsReport(t.text) {
		return false
	}
	brokenAbove := us[i-min(i, 1)].kind == textUnit && i > 0 && isOpen(us[i-1].text)
	switch {
	case isOpen(t.text):
		return i > 0 && n <= headlineRunes && !strings.ContainsAny(t.text, "。！？")
	case brokenAbove:
		return false
	}
	return n <= 45 || t.gap > typical+1
}

func followedByText(us []unit, i int) bool {
	return slices.ContainsFunc(us[i+1:], func(u unit) bool { return u.kind == textUnit })
}

// typicalGap is the number of blank lines between most paragraphs.
func typicalGap(us []unit) int {
	count := map[int]int{}
	best := 1
	for _, u := range us {
		if u.kind == textUnit && u.gap > 0 {
			if count[u.gap]++; count[u.gap] > count[best] {
				best = u.gap
			}
		}
	}
	return best
}

// looksHeadline says whether a unit alone could be a headline or a heading.
func looksHeadline(u unit) bool {
	n := utf8.RuneCountInString(u.text)
	if u.kind != textUnit || u.final || u.whole || n < 2 || n > headlineRunes || strings.ContainsAny(u.text, "。；;…") {
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
		h.parted = h.parted || u.kind == sectionUnit && !followedBy(us, i, titleUnit)
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
	_, _, _, last := cutRemarks(h.us[i].text)
	h.started, h.ended, h.lastText = true, last, h.us[i].text
	return 1
}

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
	case !broken && followedBy(h.us, i, titleUnit) && utf8.RuneCountInString(h.us[i].text) <= 40:
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
// article: at the beginning, after the end of one, or above a byline or dateline.
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
	text := slices.ContainsFunc(h.us[next:], func(u unit) bool { return u.kind == textUnit })
	return text && (opens || !h.started || h.ended)
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
	case spaced.MatchString(lines[0].text) && !spaced.MatchString(lines[1].text):
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
	apart := u.gap > h.typical && next.gap > h.typical
	switch {
	case numbered.MatchString(u.text):
		return n <= 45
	case apart:
		return n <= 45 && isOpen(u.text)
	case h.titled || breaksOff(u.text) || next.final || continues(next.text):
		return false
	}
	return n <= 25 && !strings.ContainsAny(u.text, "，,、") && !h.listed(i)
}

// listed says whether short lines stand around the one at i: a list, not a heading.
func (h *headings) listed(i int) bool {
	return looksHeadline(h.us[i+1]) && (i+2 >= len(h.us) || looksHeadline(h.us[i+2]))
}
