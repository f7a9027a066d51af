package cli

import (
	"fmt"
	"io"
	"strings"

	"golang.org/x/text/width"

	"youju/news"
	"youju/retrieval/ledger"
)

// ListFigures writes the figures of an article as a table: the figure, whose it
// is, what is measured, when. Articles without figures are left out.
func ListFigures(out io.Writer, a news.Article, entries []ledger.Entry) {
	if len(entries) == 0 {
		return
	}
	s := styleFor(out)
	fmt.Fprintf(out, "%s  %s\n", s.bold(headOf(a)), s.dim(fmt.Sprintf("%d 个数字", len(entries))))
	columns := []int{widest(entries, func(e ledger.Entry) string { return e.Text }), widest(entries, whose), 0}
	for _, e := range entries {
		details := []string{e.Metric}
		if e.Direction != "" {
			details = append(details, arrow(e.Direction))
		}
		if e.Period.Text != "" {
			details = append(details, "["+e.Period.Text+"]")
		}
		line := fmt.Sprintf("  %s  %s  %s", pad(e.Text, columns[0]), pad(whose(e), columns[1]), strings.TrimSpace(strings.Join(details, " ")))
		fmt.Fprintln(out, strings.TrimRight(line, " "))
	}
	fmt.Fprintln(out)
}

// whose is the entity, or the kind of a figure that belongs to nobody.
func whose(e ledger.Entry) string {
	if e.Entity != "" {
		return e.Entity
	}
	return "（" + kindNames[string(e.Kind)] + "）"
}

var kindNames = map[string]string{
	"amount": "数量", "count": "个数", "share": "比例", "change": "变化", "rank": "名次", "date": "时间",
	"duration": "时长", "ordinal": "次序", "identifier": "代号", "name": "名称",
}

func arrow(direction string) string {
	if over, ok := strings.CutSuffix(direction, "down"); ok {
		return over + "↓"
	}
	return strings.TrimSuffix(direction, "up") + "↑"
}

// headOf is an article's title, or the start of its text.
func headOf(a news.Article) string {
	if a.Title == "" && len(a.Paragraphs) > 0 {
		return "（无标题）" + start(a.Paragraphs[0].Text)
	}
	return a.Title
}

// columnWidth bounds a column, in cells of the terminal.
const columnWidth = 36

func widest(entries []ledger.Entry, of func(ledger.Entry) string) int {
	n := 0
	for _, e := range entries {
		n = max(n, min(cells(of(e)), columnWidth))
	}
	return n
}

func pad(text string, n int) string { return text + strings.Repeat(" ", max(0, n-cells(text))) }

// cells is how many columns of a terminal a text takes: wide characters take two.
func cells(text string) int {
	n := 0
	for _, r := range text {
		switch width.LookupRune(r).Kind() {
		case width.EastAsianWide, width.EastAsianFullwidth, width.EastAsianAmbiguous:
			n += 2
		default:
			n++
		}
	}
	return n
}
