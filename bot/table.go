package bot

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"github.com/go-telegram/bot/models"

	"youju/answer/say"
	"youju/lang"
	"youju/news"
)

// comparing is an answer that compares, with what it takes to show it.
type comparing struct {
	say.Comparison
	lang    lang.Language
	answer  say.Answer
	asked   string // the question
	article func(id string) news.Article
	links   links
}

// rich shows the answer with its comparison as a table, and then each citation
// with its quote. The question is said where the chat does not show it.
func (c comparing) rich(shown string) *models.InputRichMessage {
	var blocks []models.InputRichBlock
	for _, part := range c.spoken() {
		d := c.doc()
		writeAnswerText(d, part, c.links)
		blocks = append(blocks, paragraphBlock(d))
	}
	if shown != "" {
		blocks = append(blocks, paragraphBlock(c.doc().italic(c.lang.Say("bot.asked", shown))))
	}
	if shown != "" { // behind the figure, which a notification shows
		blocks = append(blocks, paragraphBlock(c.doc().italic(c.lang.Say("bot.asked", shown))))
	}
	blocks = append(blocks, tableBlock(c.cells()), footerBlock(c.doc().write(c.covered())))
	for _, cited := range c.answer.Citations {
		source := c.doc().write(fmt.Sprintf("[%d] ", cited.N))
		writeSource(source, cited.Title, cited.Date, c.article(cited.Article))
		blocks = append(blocks, paragraphBlock(source))
		blocks = append(blocks, c.quote(cited, quoteRunes)...)
	}
	return &models.InputRichMessage{Blocks: blocks, SkipEntityDetection: true}
}

// quote is a citation's, word for word; of a long one the part with its figures.
func (c comparing) quote(cited say.Citation, most int) []models.InputRichBlock {
	text := []rune(cited.Quote)
	marks := within(figureMarks(cited, c.answer.Figures), span{cited.Start, cited.Start + len(text)})
	shown := excerpt(text, marks, most)
	d := c.doc()
	writeMarked(d, text[shown.start:shown.end], within(marks, shown))
	if shown.end-shown.start == len(text) {
		return []models.InputRichBlock{quoteBlock(d)}
	}
	return []models.InputRichBlock{quoteBlock(d), paragraphBlock(c.doc().write(c.lang.Say("bot.quote-short")))}
}

func (c comparing) doc() *doc { return &doc{lang: c.lang} }

// covered says what the table has and what it may lack.
func (c comparing) covered() string {
	if c.Covered != "" {
		return c.Covered
	}
	return c.lang.Say("bot.covered")
}

// spoken are the lines of the answer, less those that the table says.
func (c comparing) spoken() []say.Answer {
	var parts []say.Answer
	at := 0
	for i, text := range strings.Split(c.answer.Text, "\n") {
		line := span{at, at + len([]rune(text))}
		at = line.end + 1
		part := say.Answer{Text: text, Figures: c.answer.Figures, Citations: c.answer.Citations}
		for _, m := range c.answer.Marks {
			if line.start <= m.Start && m.End <= line.end {
				part.Marks = append(part.Marks, say.Mark{Start: m.Start - line.start, End: m.End - line.start, Figure: m.Figure})
			}
		}
		if strings.TrimSpace(text) != "" && (i == 0 || !c.says(part)) {
			parts = append(parts, part)
		}
	}
	return parts
}

// says that a line of the answer holds nothing but a row of the table, or what
// was covered.
func (c comparing) says(line say.Answer) bool {
	rest := strings.ReplaceAll(line.Text, c.Covered, "")
	for _, r := range c.Rows {
		if slices.ContainsFunc(line.Marks, func(m say.Mark) bool { return m.Figure == r.Figure }) {
			rest = strings.Replace(strings.Replace(rest, r.Label, "", 1), r.Text, "", 1)
			for _, n := range r.Citations {
				rest = strings.Replace(rest, fmt.Sprintf("[%d]", n), "", 1)
			}
		}
	}
	return !strings.ContainsFunc(rest, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) })
}

// cells are the table with its headings: what, the figure, when, and where it stands.
func (c comparing) cells() [][]models.RichBlockTableCell {
	dated := slices.ContainsFunc(c.Rows, func(r say.Row) bool { return r.Period != "" })
	row := func(header bool, item, figure, period, source *doc) []models.RichBlockTableCell {
		cells := []models.RichBlockTableCell{tableCell(item, alignLeft, header), tableCell(figure, alignRight, header)}
		if dated {
			cells = append(cells, tableCell(period, alignLeft, header))
		}
		return append(cells, tableCell(source, alignLeft, header))
	}
	l := c.lang
	cells := [][]models.RichBlockTableCell{row(true, c.doc().write(l.Say("bot.table-item")), c.doc().write(l.Say("bot.table-figure")),
		c.doc().write(l.Say("bot.table-period")), c.doc().write(l.Say("bot.table-source")))}
	for _, r := range c.Rows {
		cells = append(cells, row(false, c.doc().write(c.label(r)), c.figure(r), c.doc().write(r.Period), c.doc().write(markers(r))))
	}
	return cells
}

// label says what a row is; of one that was worked out, how.
func (c comparing) label(r say.Row) string {
	if r.Figure < 0 {
		return c.lang.Say("bot.worked-out", r.Expression)
	}
	label := oneLine(r.Label, titleRunes)
	if down := strings.TrimSpace(c.lang.Say("answer.fell")); r.Falls && !strings.HasSuffix(label, down) {
		return label + " " + down
	}
	return label
}

// figure is bold and opens its place where it is quoted; what was worked out is not.
func (c comparing) figure(r say.Row) *doc {
	if r.Figure < 0 {
		return c.doc().italic(r.Text)
	}
	return c.doc().figure(r.Text, c.links.quoted(c.answer, c.answer.Figures[r.Figure]))
}

func markers(r say.Row) string {
	var all []string
	for _, n := range r.Citations {
		all = append(all, fmt.Sprintf("[%d]", n))
	}
	return strings.Join(all, " ")
}

// figureMarks are the figures that a citation proves, in runes of its paragraph.
func figureMarks(c say.Citation, figures []say.Figure) (marks []span) {
	for _, f := range figures {
		if f.Citation == c.N {
			marks = append(marks, span{f.Start, f.End})
		}
	}
	return marks
}
