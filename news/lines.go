package news

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

type lineKind int

const (
	blankLine   lineKind = iota
	plainLine            // text
	headingLine          // # and what follows
	itemLine             // a list item: it begins a paragraph
	rowLine              // a table row, a line of code: a paragraph of its own
	ruleLine             // ---- and the like
	imageLine            // a picture's words
)

// line is one line of a .txt or .md file.
type line struct {
	kind   lineKind
	text   string // trimmed, without the mark of its kind
	num    int    // in the file, from 1
	level  int    // of a heading
	indent bool
	centre bool // set in so far that it stands in the middle
}

var (
	headingMark = regexp.MustCompile(`^[#＃]{1,6}[ \t　]*([^#＃\s].*?)[ \t　]*[#＃]*$`)
	hashtag     = regexp.MustCompile(`^[#＃][^#＃\s][^#＃]*[#＃]`)
	ruleMark    = regexp.MustCompile(`^(?:(?:[-—_=*＝－﹏~]\s*){3,}|[·•]{6,}|\x{2500}{3,})$`)
	columns     = regexp.MustCompile(`\S(?:\t|[ 　]{3,})\S.*\S(?:\t|[ 　]{3,})\S`)
)

// readLines tells the kind of each line. skipped lines stood above body.
func readLines(body string, skipped int, markdown bool) []line {
	var out []line
	num := skipped
	for raw := range strings.Lines(body) {
		num++
		raw = strings.TrimRightFunc(raw, unicode.IsSpace)
		l := line{kind: plainLine, text: strings.TrimSpace(raw), num: num, indent: indented(raw), centre: centred(raw)}
		switch {
		case l.text == "":
			l.kind = blankLine
		case ruleMark.MatchString(l.text):
			l.kind = ruleLine
		case headingMark.MatchString(l.text) && !hashtag.MatchString(l.text):
			l.kind = headingLine
			l.level = len([]rune(l.text)) - len([]rune(strings.TrimLeft(l.text, "#＃")))
			l.text = headingMark.FindStringSubmatch(l.text)[1]
		case !markdown && columns.MatchString(l.text):
			l.kind = rowLine
		}
		out = append(out, l)
	}
	if markdown {
		return markdownLines(out)
	}
	return out
}

// indented is the first line of a printed paragraph: set in by an ideographic
// space, a tab, or two spaces.
func indented(raw string) bool {
	return strings.HasPrefix(raw, "　") || strings.HasPrefix(raw, "\t") || strings.HasPrefix(raw, "  ") ||
		strings.HasPrefix(raw, "\u00a0\u00a0")
}

// centred is a line set in by more than the first line of a paragraph is.
func centred(raw string) bool {
	return columnsOf(raw)-columnsOf(strings.TrimLeftFunc(raw, unicode.IsSpace)) >= 8
}

// layout is how a file's author breaks lines.
type layout struct {
	tight bool // a line break ends a paragraph; blank lines are few
	width int  // columns at which lines are wrapped, 0 where they are not
}

// readLayout counts the breaks between plain lines.
func readLayout(lines []line) layout {
	single, blank, open, full := 0, 0, 0, 0
	var widths []int
	for _, l := range lines {
		if l.kind == plainLine {
			widths = append(widths, columnsOf(l.text))
		}
	}
	if len(widths) < 2 {
		return layout{}
	}
	slices.Sort(widths)
	edge := widths[len(widths)*9/10]
	for i := 1; i < len(lines); i++ {
		a, b := lines[i-1], lines[i]
		switch {
		case a.kind == blankLine && b.kind == plainLine:
			blank++
		case a.kind == plainLine && b.kind == plainLine:
			single++
			if isOpen(a.text) {
				open++
			}
			if near := columnsOf(a.text); near*20 >= edge*17 && near <= edge+4 {
				full++
			}
		}
	}
	s := layout{tight: single > blank}
	if single >= 3 && open*2 >= single && full*2 >= single && edge <= 160 {
		s.width = edge
	}
	return s
}

// columnsOf is the width of a text in columns of a terminal.
func columnsOf(s string) int {
	n := 0
	for _, r := range s {
		if n++; r >= 0x1100 {
			n++
		}
	}
	return n
}

// isOpen says whether a text stops in mid-sentence: nothing at its end closes a
// sentence, a list's lead-in or an item.
func isOpen(s string) bool {
	s = strings.TrimRightFunc(s, unicode.IsSpace)
	bare := strings.TrimRight(s, closers)
	r, n := utf8.DecodeLastRuneInString(bare)
	switch {
	case bare == "":
		return s != "" // only brackets
	case strings.ContainsRune(enders, r):
		return false
	case r == '.':
		before, _ := utf8.DecodeLastRuneInString(bare[:len(bare)-n])
		return unicode.IsDigit(before) && !latinText(bare[:len(bare)-n])
	case bare != s:
		return true
	}
	return !strings.ContainsRune("：:；;", r)
}

// breaksOff says whether a text stops where no heading and no paragraph stops:
// at a comma, inside a figure, a bracket or a quotation.
func breaksOff(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	if strings.ContainsRune("，,、（(“‘《〈「『【—-和与及或的了在为对将把被从向等其而并但第", r) || unicode.IsDigit(r) {
		return true
	}
	for _, pair := range []string{"“”", "（）", "《》", "()", "「」"} {
		p := []rune(pair)
		if strings.Count(s, string(p[0])) > strings.Count(s, string(p[1])) {
			return true
		}
	}
	return false
}

// continues says whether a text begins where no paragraph begins.
func continues(s string) bool {
	r, n := utf8.DecodeRuneInString(s)
	if strings.ContainsRune("，。、；：！？,.;:!?”’）)》」』】%％‰°℃的了着过们等及和与或并而且亿万元", r) || unicode.IsLower(r) {
		return true
	}
	return unicode.IsDigit(r) && !startsWithDate.MatchString(s) && !numberedItem.MatchString(s) && n > 0
}

var (
	startsWithDate = regexp.MustCompile(`^\d{1,4}\s*[年月日世\-/时点:：]|^\d{2,4}(?:多|余|后)`)
	numberedItem   = regexp.MustCompile(`^(?:[（(]?\d{1,2}[)）]|\d{1,2}[.、．]\D|[一二三四五六七八九十]{1,3}[、．]|[（(][一二三四五六七八九十]{1,3}[)）]|[一二三四五六七八九十]{1,2}(?:是|要|来)|第[一二三四五六七八九十]{1,3}[，,、：条]|[①-⑳●•·▪◆■★—])`)
)
