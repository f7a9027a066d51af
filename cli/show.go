// Package cli is the terminal: a chat, progress bars and lists.
package cli

import (
	"fmt"
	"io"
	"os"
	"strings"

	"golang.org/x/term"

	"youju/answer/say"
	"youju/news"
)

// style marks text on a terminal and leaves it alone elsewhere.
type style struct{ on bool }

// styleFor obeys https://no-color.org and the absence of a terminal.
func styleFor(out io.Writer) style {
	f, ok := out.(*os.File)
	return style{on: ok && os.Getenv("NO_COLOR") == "" && term.IsTerminal(int(f.Fd()))}
}

func (s style) bold(text string) string { return s.wrap("1", text) }
func (s style) dim(text string) string  { return s.wrap("2", text) }

func (s style) wrap(code, text string) string {
	if !s.on || text == "" {
		return text
	}
	return "\x1b[" + code + "m" + text + "\x1b[0m"
}

// Show writes an answer for a person: the text with its figures marked, then each
// citation with where it stands.
func Show(out io.Writer, a say.Answer) {
	s := styleFor(out)
	fmt.Fprintln(out, s.marked(a))
	for _, c := range a.Citations {
		head := "《" + c.Title + "》"
		if c.Title == "" {
			head = "（无标题）"
		}
		if c.Date != "" {
			head += " " + c.Date
		}
		fmt.Fprintf(out, "\n[%d] %s\n    %s\n", c.N, head, s.dim("「"+c.Quote+"」"))
	}
	if len(a.Suggestions) > 0 {
		fmt.Fprintln(out, "\n可以问：")
		for _, q := range a.Suggestions {
			fmt.Fprintln(out, "  ·", q)
		}
	}
}

// marked is the answer's text with its figures in bold.
func (s style) marked(a say.Answer) string {
	runes := []rune(a.Text)
	var b strings.Builder
	at := 0
	for _, m := range a.Marks {
		if m.Start < at || m.End > len(runes) {
			continue
		}
		b.WriteString(string(runes[at:m.Start]) + s.bold(string(runes[m.Start:m.End])))
		at = m.End
	}
	b.WriteString(string(runes[at:]))
	return b.String()
}

// ListArticles writes a line an article, with its size.
func ListArticles(out io.Writer, articles []news.Article) {
	s := styleFor(out)
	for _, a := range articles {
		title := a.Title
		if title == "" && len(a.Paragraphs) > 0 {
			title = "（图片说明）" + start(a.Paragraphs[0].Text)
		}
		details := fmt.Sprintf("%d 段", len(a.Paragraphs))
		for _, more := range []string{a.Date, a.Source, a.Author} {
			if more != "" {
				details += "，" + more
			}
		}
		fmt.Fprintf(out, "%s  %s\n", s.bold(title), s.dim(details))
	}
}

// titleRunes is what is shown of a text that stands in for a title.
const titleRunes = 24

func start(text string) string {
	runes := []rune(text)
	if len(runes) <= titleRunes {
		return text
	}
	return string(runes[:titleRunes]) + "……"
}
