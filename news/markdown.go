package news

import (
	"regexp"
	"strings"
)

var (
	listMark  = regexp.MustCompile(`^(?:[-*+•]|(\d{1,3}[.)]))[ \t]+(.*)$`)
	quoteMark = regexp.MustCompile(`^(?:>[ \t]?)+`)
	tableRule = regexp.MustCompile(`^\|?(?:\s*:?-{2,}:?\s*\|)*\s*:?-{2,}:?\s*\|?$`)
	boldLine  = regexp.MustCompile(`^(?:\*\*|__)([^*_]+)(?:\*\*|__)$`)

	imageOnly = regexp.MustCompile(`^!\[([^\]]*)\]\([^)\s]*(?:\s+"[^"]*")?\)$`)
	image     = regexp.MustCompile(`!\[([^\]]*)\]\([^)\s]*(?:\s+"[^"]*")?\)`)
	link      = regexp.MustCompile(`\[([^\]]*)\]\((?:<[^>]*>|[^)\s]*)(?:\s+(?:"[^"]*"|'[^']*'))?\)`)
	refLink   = regexp.MustCompile(`\[([^\]]+)\]\[[^\]]*\]`)
	autoLink  = regexp.MustCompile(`<((?:https?://|mailto:)[^>\s]+)>`)
	htmlTag   = regexp.MustCompile(`</?(?:br|b|i|em|strong|u|p|span|sup|sub|font|center|div|small|mark|a|img)(?:\s[^>]*)?/?>`)
	comment   = regexp.MustCompile(`<!--.*?-->`)
	strong    = regexp.MustCompile(`\*\*([^*\s](?:[^*]*[^*\s])?)\*\*`)
	strong2   = regexp.MustCompile(`(^|[^\p{L}\p{N}_])__([^_\s](?:[^_]*[^_\s])?)__`)
	struck    = regexp.MustCompile(`~~([^~\s](?:[^~]*[^~\s])?)~~`)
	// A star between digits multiplies (3*5*2), so emphasis has none beside it.
	emphasis  = regexp.MustCompile(`(^|[^\p{N}A-Za-z*\\])\*([^*\s](?:[^*]*[^*\s])?)\*($|[^\p{N}A-Za-z*])`)
	emphasis2 = regexp.MustCompile(`(^|[^\p{L}\p{N}_\\])_([^_\s](?:[^_]*[^_\s])?)_($|[^\p{L}\p{N}_])`)
	codeSpan  = regexp.MustCompile("`+([^`]+)`+")
	escaped   = regexp.MustCompile(`\\([\\*_#\[\]()!<>` + "`" + `~|+.{}-])`)
)

// inline turns the light Markdown of a text into what a reader sees.
func inline(s string) string {
	if !strings.ContainsAny(s, "*_[`<~\\") {
		return s
	}
	for _, re := range []*regexp.Regexp{image, link, refLink, autoLink, strong, struck, codeSpan} {
		s = re.ReplaceAllString(s, "$1")
	}
	s = strong2.ReplaceAllString(s, "$1$2")
	s = emphasis.ReplaceAllString(s, "$1$2$3")
	s = emphasis2.ReplaceAllString(s, "$1$2$3")
	s = htmlTag.ReplaceAllString(comment.ReplaceAllString(s, ""), "")
	return strings.TrimSpace(escaped.ReplaceAllString(s, "$1"))
}

// markdownLines reads the marks of Markdown that plain text does not have.
func markdownLines(lines []line) []line {
	var out []line
	fence := ""
	var head []string // the header cells of the table being read
	for i, l := range lines {
		if fence != "" || strings.HasPrefix(l.text, "```") || strings.HasPrefix(l.text, "~~~") {
			fence = fenced(&l, fence)
			out = append(out, l)
			continue
		}
		if l.kind == plainLine {
			l.text = strings.TrimSpace(quoteMark.ReplaceAllString(l.text, ""))
		}
		row := l.kind == plainLine && strings.Contains(l.text, "|")
		switch {
		case row && tableRule.MatchString(l.text):
			l.kind = ruleLine
			continue
		case row && i+1 < len(lines) && strings.Contains(lines[i+1].text, "|") && tableRule.MatchString(lines[i+1].text):
			head = cells(l.text)
			continue
		case row && (head != nil || strings.HasPrefix(l.text, "|")):
			l.kind, l.text = rowLine, tableRow(head, cells(l.text))
		default:
			head = nil
			readMark(&l)
		}
		out = append(out, l)
	}
	return out
}

// fenced turns a line of a code block into one that stands alone and returns
// the fence that is open behind it.
func fenced(l *line, fence string) string {
	mark := ""
	if len(l.text) >= 3 {
		mark = l.text[:3]
	}
	switch {
	case fence == "":
		l.kind, fence = blankLine, mark
	case mark == fence:
		l.kind, fence = blankLine, ""
	case l.kind != blankLine:
		l.kind = rowLine
	}
	return fence
}

func readMark(l *line) {
	switch {
	case l.kind == headingLine:
		l.text = inline(l.text)
	case l.kind != plainLine:
	case imageOnly.MatchString(l.text):
		l.kind, l.text = imageLine, strings.TrimSpace(imageOnly.FindStringSubmatch(l.text)[1])
	case listMark.MatchString(l.text):
		m := listMark.FindStringSubmatch(l.text)
		l.kind, l.text = itemLine, strings.TrimSpace(m[1]+" "+m[2])
	case boldLine.MatchString(l.text):
		l.text = boldLine.FindStringSubmatch(l.text)[1]
		if isOpen(l.text) && !breaksOff(l.text) && len([]rune(l.text)) <= 40 {
			l.kind, l.level = headingLine, 3
		}
	}
	if l.kind != blankLine && l.text == "" {
		l.kind = blankLine
	}
}

// cells are the cells of a table row; \| is a bar inside one.
func cells(row string) []string {
	row = strings.ReplaceAll(strings.TrimSpace(row), `\|`, "\x00")
	row = strings.TrimSuffix(strings.TrimPrefix(row, "|"), "|")
	out := strings.Split(row, "|")
	for i := range out {
		out[i] = inline(strings.TrimSpace(strings.ReplaceAll(out[i], "\x00", "|")))
	}
	return out
}

// tableRow is a row as a paragraph that keeps its cells, each with the head of
// its column: a row alone must still say what its figures count.
func tableRow(head, row []string) string {
	var out []string
	for i, c := range row {
		if c == "" {
			continue
		}
		if i < len(head) && head[i] != "" && head[i] != c {
			c = head[i] + "：" + c
		}
		out = append(out, c)
	}
	return strings.Join(out, " | ")
}
