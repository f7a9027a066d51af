package bot

import (
	"fmt"
	"net/url"
	"slices"
	"strings"

	"github.com/go-telegram/bot/models"

	"youju/answer/say"
	"youju/lang"
	"youju/news"
)

// message is one Telegram message, ready to be sent. Plain is what remains of
// HTML when it is parsed; it is sent in its place should Telegram refuse the
// markup.
type message struct {
	html, plain string
	keyboard    [][]models.InlineKeyboardButton
	// rich is sent in place of html, and with its own keyboard, where Telegram takes it.
	rich         *models.InputRichMessage
	richKeyboard [][]models.InlineKeyboardButton
	enclosure    *enclosure // what html is the caption of; may be nil
}

const (
	quoteRunes    = 420 // of a quote that is shortened
	titleRunes    = 100 // of a headline
	sourceRunes   = 60
	paragraphMost = 3  // messages for one paragraph
	buttonsMost   = 90 // Telegram takes 100
	buttonsRow    = 3
)

// pages makes messages of a doc; the buttons stand below the last.
func (d *doc) pages(keyboard [][]models.InlineKeyboardButton) []message {
	var pages []message
	for _, p := range d.split(messageLimit) {
		pages = append(pages, message{html: p.html(), plain: p.plain})
	}
	if len(pages) > 0 {
		pages[len(pages)-1].keyboard = keyboard
	}
	return pages
}

// sayText is a text of ours, with questions to try as buttons.
func sayText(text string, questions ...string) []message {
	return new(doc).write(text).pages(questionButtons(questions))
}

// renderAnswer shows the answer with its quoted figures bold, then each citation
// with its quote. asked is the question where the chat does not show it (a tap
// on a suggestion). A brief answer leaves the quotes to the buttons.
func renderAnswer(how manner, a say.Answer, asked string, article func(id string) news.Article, to links) []message {
	if how.brief {
		a = brief(a)
	}
	d := writeAnswer(how, a, asked, article, to, false)
	if units(d.text.String()) > messageLimit {
		d = writeAnswer(how, a, asked, article, to, true)
	}
	return d.pages(slices.Concat(sourceButtons(how.lang, a), copyButtons(how.lang, a), questionButtons(a.Suggestions)))
}

func writeAnswer(how manner, a say.Answer, asked string, article func(id string) news.Article, to links, short bool) *doc {
	d := &doc{lang: how.lang}
	writeAnswerText(d, a, to)
	if how.indexing && a.Refused {
		d.write("\n").italic(d.lang.Say("bot.indexing"))
	}
	if asked != "" { // behind the figure, which a notification shows
		d.write("\n").italic(d.lang.Say("bot.asked", asked))
	}
	for _, c := range a.Citations {
		d.write(fmt.Sprintf("\n\n[%d] ", c.N))
		writeSource(d, c.Title, c.Date, article(c.Article))
		if !how.brief {
			writeQuote(d, c, a.Figures, short)
		}
	}
	return d
}

// writeQuote writes the quote word for word. What is left out of a long one is
// said outside the block, whose text stays a part of the article.
func writeQuote(d *doc, c say.Citation, figures []say.Figure, short bool) {
	quote := []rune(c.Quote)
	var marks []span
	for _, f := range figures {
		if f.Citation == c.N {
			marks = append(marks, span{f.Start, f.End})
		}
	}
	marks = within(marks, span{c.Start, c.Start + len(quote)})
	shown := span{0, len(quote)}
	if short {
		shown = excerpt(quote, marks, quoteRunes)
	}
	d.write("\n").quote(func() { writeMarked(d, quote[shown.start:shown.end], within(marks, shown)) })
	if shown.end-shown.start < len(quote) {
		d.write("\n", d.lang.Say("bot.quote-short"))
	}
}

// within are the spans that lie wholly in a window, counted from its start.
func within(marks []span, window span) []span {
	var inside []span
	for _, m := range marks {
		if window.start <= m.start && m.start < m.end && m.end <= window.end {
			inside = append(inside, span{m.start - window.start, m.end - window.start})
		}
	}
	return inside
}

// writeMarked writes text with the marked spans bold. Marks that overlap one
// before or lie outside the text are left out.
func writeMarked(d *doc, text []rune, marks []span) {
	marks = slices.Clone(marks)
	slices.SortFunc(marks, func(a, b span) int { return a.start - b.start })
	at := 0
	for _, m := range marks {
		if m.start < at || m.end <= m.start || m.end > len(text) {
			continue
		}
		d.write(string(text[at:m.start])).bold(string(text[m.start:m.end]))
		at = m.end
	}
	d.write(string(text[at:]))
}

// writeSource writes 《headline》source date; the headline opens the article
// where its address is known.
func writeSource(d *doc, title, date string, a news.Article) {
	headline := d.lang.Say("bot.untitled")
	if title = oneLine(title, titleRunes); title != "" {
		headline = "《" + title + "》"
	}
	if u, err := url.Parse(a.URL); err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != "" {
		d.link(headline, a.URL)
	} else {
		d.write(headline)
	}
	if a.Kind == news.KindCaption {
		d.write(" ", d.lang.Say("bot.caption"))
	}
	for _, s := range []string{a.Source, date} {
		if s = oneLine(s, sourceRunes); s != "" {
			d.write(" ", s)
		}
	}
}

// oneLine keeps a headline from filling a message.
func oneLine(s string, most int) string {
	runes := []rune(strings.Join(strings.Fields(clean(s)), " "))
	if len(runes) > most {
		return string(runes[:most]) + "…"
	}
	return string(runes)
}

// passage is a paragraph or note with the article that it stands in.
type passage struct {
	article news.Article
	id      string
	section string
	text    string
}

// renderPassage shows a whole paragraph with the marked figures bold.
func renderPassage(l lang.Language, p passage, marks []span, changed bool) []message {
	text := []rune(p.text)
	d := writePassage(l, p, text, marks, changed)
	if pages := d.pages(nil); len(pages) <= paragraphMost {
		return pages
	}
	shown := excerpt(text, marks, messageLimit/4)
	d = writePassage(l, p, text[shown.start:shown.end], within(marks, shown), changed)
	return d.write("\n", l.Say("bot.paragraph-short")).pages(nil)
}

func writePassage(l lang.Language, p passage, text []rune, marks []span, changed bool) *doc {
	d := &doc{lang: l}
	writeSource(d, p.article.Title, p.article.Date, p.article)
	if section := oneLine(p.section, titleRunes); section != "" {
		d.write("\n", section)
	}
	if changed {
		d.write("\n", l.Say("bot.tap-changed"))
	}
	return d.write("\n").quote(func() { writeMarked(d, text, marks) })
}

func sourceButtons(l lang.Language, a say.Answer) [][]models.InlineKeyboardButton {
	var buttons []models.InlineKeyboardButton
	for _, c := range a.Citations[:min(len(a.Citations), buttonsMost)] {
		buttons = append(buttons, models.InlineKeyboardButton{
			Text:         l.Say("button.source", c.N),
			CallbackData: sourceData(c, a.Figures),
		})
	}
	return slices.Collect(slices.Chunk(buttons, buttonsRow))
}

// questionButtons have the question itself as their text, from which a tap
// reads it: it need not fit into 64 bytes of callback data.
func questionButtons(questions []string) [][]models.InlineKeyboardButton {
	var rows [][]models.InlineKeyboardButton
	for i, q := range questions {
		if q = strings.TrimSpace(clean(q)); q != "" && len(rows) < 3 {
			rows = append(rows, []models.InlineKeyboardButton{{Text: q, CallbackData: askData(i)}})
		}
	}
	return rows
}
