package bot

import (
	"strings"

	"github.com/go-telegram/bot/models"

	"youju/figure"
	"youju/hanzi"
	"youju/lang"
	"youju/retrieval/ledger"
)

const (
	figuresPage = 12
	labelRunes  = 40
	clauseRunes = 24 // of a figure's clause, where what it measures is not known
)

// tells says that a figure tells something by itself: no date, and nothing that
// only looks like a figure.
func tells(e ledger.Entry) bool {
	switch e.Kind {
	case figure.Amount, figure.Count, figure.Share, figure.Change, figure.Rank, figure.Duration:
		return true
	}
	return false
}

// entry is the address of a figure's place.
func (l links) entry(e ledger.Entry) string {
	return l.start(figurePayload(e.Article, e.Paragraph, span{e.Start, e.End}, e.Text))
}

// figureTable is a page of an article's figures: a table where the chat takes rich
// messages, else a list; nil where the article is gone.
func (b *Bot) figureTable(to place, page int, digest string) []message {
	a, ok := b.articleBy(digest)
	if !ok || b.cfg.Ledger == nil {
		return nil
	}
	l := to.lang
	shown, at, pages := paged(b.tableEntries(a), page, figuresPage)
	d := &doc{lang: l}
	writeSource(d, a.Title, a.Date, a)
	d.write("\n")
	for _, e := range shown {
		d.write("\n• ", b.label(l, e, true), l.Say("bot.colon"))
		b.writeEntry(d, e)
	}
	notes := l.Say("bot.figures-read") + pageLine(l, at, pages)
	d.write("\n\n", notes)
	keyboard := pageButtons(l, buttonTable, at, pages, digest)
	messages := d.pages(keyboard)
	if len(messages) == 1 && !to.plain && len(shown) > 0 {
		head := &doc{lang: l}
		writeSource(head, a.Title, a.Date, a)
		messages[0].richKeyboard = keyboard
		messages[0].rich = &models.InputRichMessage{SkipEntityDetection: true, Blocks: []models.InputRichBlock{
			paragraphBlock(head), tableBlock(b.cells(l, shown)), footerBlock((&doc{lang: l}).write(notes))}}
	}
	return messages
}

// cells are a row a figure.
func (b *Bot) cells(l lang.Language, entries []ledger.Entry) [][]models.RichBlockTableCell {
	row := func(header bool, item, figure, period *doc) []models.RichBlockTableCell {
		return []models.RichBlockTableCell{tableCell(item, alignLeft, header), tableCell(figure, alignRight, header), tableCell(period, alignLeft, header)}
	}
	write := func(text string) *doc { return (&doc{lang: l}).write(text) }
	cells := [][]models.RichBlockTableCell{row(true, write(l.Say("bot.table-item")), write(l.Say("bot.table-figure")), write(l.Say("bot.table-period")))}
	for _, e := range entries {
		period := &doc{lang: l}
		b.writePeriod(period, e)
		cells = append(cells, row(false, write(b.label(l, e, true)), (&doc{lang: l}).figure(e.Text, b.links().entry(e)), period))
	}
	return cells
}

// label says what a figure measures and which way it went, behind whose it is where
// that is wanted. What is not known is said in the article's own words.
func (b *Bot) label(l lang.Language, e ledger.Entry, whose bool) string {
	var parts []string
	if whose && e.Entity != "" {
		parts = append(parts, e.Entity)
	}
	if e.Metric != "" {
		parts = append(parts, e.Metric)
	} else {
		parts = append(parts, "「"+oneLine(b.words(e.Article, e.Paragraph, e.Clause), clauseRunes)+"」")
	}
	against := strings.TrimSpace(strings.TrimSuffix(strings.TrimSuffix(e.Direction, "up"), "down")) // 同比
	switch {
	case strings.HasSuffix(e.Direction, "up"):
		parts = append(parts, against+l.Say("bot.moved-up"))
	case strings.HasSuffix(e.Direction, "down"):
		parts = append(parts, against+l.Say("bot.moved-down"))
	}
	return oneLine(strings.Join(parts, " "), labelRunes)
}

// words are those of a place in an article; none where it is not there.
func (b *Bot) words(article, paragraph string, at hanzi.Span) string {
	for _, p := range b.article(article).Paragraphs {
		if text := []rune(p.Text); p.ID == paragraph && at.Start < at.End && at.End <= len(text) {
			return string(text[at.Start:at.End])
		}
	}
	return ""
}

// writeEntry writes a figure and when it was so, both of which open their places.
func (b *Bot) writeEntry(d *doc, e ledger.Entry) {
	d.figure(e.Text, b.links().entry(e))
	if e.Period.Text != "" {
		d.write("（")
		b.writePeriod(d, e)
		d.write("）")
	}
}

func (b *Bot) writePeriod(d *doc, e ledger.Entry) {
	p := e.Period
	words := b.words(e.Article, p.Paragraph, p.Span)
	address := b.links().start(figurePayload(e.Article, p.Paragraph, span{p.Span.Start, p.Span.End}, words))
	if words == "" || address == "" { // the article's date, or a paragraph that is gone
		d.write(p.Text)
		return
	}
	d.link(p.Text, address)
}
