package bot

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"github.com/go-telegram/bot/models"

	"youju/answer/say"
	"youju/chart"
)

// Buttons below an answer that compares; what they show is made from the turn that
// the message showed.
const (
	buttonChart = "c"
	buttonSheet = "t"
	buttonPlain = "x" // the table cannot be seen: as text, from now on
)

// compare is what an answer compares, if it does.
func (b *Bot) compare(to place, a say.Answer, asked string) (comparing, bool) {
	c, ok := a.Compare()
	c.Rows = c.Rows[:min(len(c.Rows), chart.MostRows)]
	return comparing{c, to.lang, a, asked, b.article, b.links()}, ok
}

// withTable gives the messages of an answer that compares its buttons and, where
// the chat takes it, a table.
func (b *Bot) withTable(to place, a say.Answer, asked, shown string, messages []message) []message {
	c, ok := b.compare(to, a, asked)
	if !ok || len(messages) == 0 {
		return messages
	}
	last := &messages[len(messages)-1]
	row := []models.InlineKeyboardButton{
		{Text: to.lang.Say("button.chart"), CallbackData: aboutData(buttonChart, to)}, {Text: to.lang.Say("button.sheet"), CallbackData: aboutData(buttonSheet, to)},
	}
	if len(messages) == 1 && !to.plain && !to.brief { // more than one message holds is too long for a table too
		last.rich = c.rich(shown)
		asText := models.InlineKeyboardButton{Text: to.lang.Say("button.as-text"), CallbackData: aboutData(buttonPlain, to)}
		last.richKeyboard = beforeQuestions(last.keyboard, append(slices.Clone(row), asText))
	}
	last.keyboard = beforeQuestions(last.keyboard, row)
	return messages
}

// beforeQuestions puts a row above the questions to ask next.
func beforeQuestions(keyboard [][]models.InlineKeyboardButton, row []models.InlineKeyboardButton) [][]models.InlineKeyboardButton {
	at := slices.IndexFunc(keyboard, func(r []models.InlineKeyboardButton) bool {
		return len(r) > 0 && strings.HasPrefix(r[0].CallbackData, buttonAsk+".")
	})
	if at < 0 {
		at = len(keyboard)
	}
	return slices.Insert(slices.Clone(keyboard), at, row)
}

// tapComparison shows what the answer above the button compares in another way.
func (b *Bot) tapComparison(ctx context.Context, q *models.CallbackQuery, to place) reply {
	turn, was, ok := b.turnOf(ctx, to.chat, q.Data)
	c, compares := b.compare(to, was.Answer, turn.Question)
	if !ok || !compares {
		return b.tapRefused(ctx, q, to.lang.Say("bot.tap-unknown"))
	}
	b.acknowledge(ctx, q, "")
	switch kind, _, _ := strings.Cut(q.Data, "."); kind {
	case buttonChart:
		drawn := c.chart()
		return b.enclose(to, c.caption(), enclosure{Chart: &drawn})
	case buttonSheet:
		table := c.sheet()
		return b.enclose(to, c.caption(), enclosure{Sheet: &table})
	}
	to.plain, to.update = true, turn.Update // the buttons are about the same answer
	r := tell(to, b.withRating(to, b.withTable(to, c.answer, c.asked, "", renderAnswer(to.manner, c.answer, "", b.article, b.links()))))
	if to.chat == q.From.ID { // in a group the others may see it
		r.edits = &edits{message: to.replyTo}
		b.keepPlain(ctx, to.chat)
	}
	return r
}

// enclose sends a file, if it can be made, with what it shows in words for those
// who cannot see it; it is made when it is sent.
func (b *Bot) enclose(to place, caption *doc, e enclosure) reply {
	if e.Chart != nil {
		if err := e.Chart.Check(); err != nil {
			b.log.Error("a chart cannot be drawn", "chat", to.chat, "error", err)
			return refuse(to, to.lang.Say("bot.no-file"))
		}
	}
	return tell(to, []message{enclosed(caption, e)})
}

// enclosed is a file with its caption, as much of it as Telegram takes.
func enclosed(caption *doc, e enclosure) message {
	p := caption.split(captionLimit)[0]
	return message{html: p.html(), plain: p.plain, enclosure: &e}
}

// keepPlain sends a chat no more rich messages, until it wants them again.
func (b *Bot) keepPlain(ctx context.Context, chat int64) {
	set, err := b.cfg.Store.Settings(ctx, chat)
	if err == nil && !set.Plain {
		set.Plain = true
		err = b.cfg.Store.SetSettings(ctx, chat, set)
	}
	if err != nil {
		b.log.Error("that a chat takes no rich messages cannot be kept", "chat", chat, "error", err)
	}
}

const captionLimit = 1024 // UTF-16 units of what stands below a file

// caption is what a file shows, in words.
func (c comparing) caption() *doc {
	d := c.doc()
	for i, r := range c.Rows {
		if i > 0 {
			d.write("\n")
		}
		d.write(c.label(r), c.lang.Say("bot.colon"))
		if r.Figure < 0 {
			d.write(r.Text)
		} else {
			d.figure(r.Text, c.links.quoted(c.answer, c.answer.Figures[r.Figure]))
		}
		d.write(" ", markers(r))
	}
	return d
}

// chart draws the comparison under the question that was asked.
func (c comparing) chart() chart.Chart {
	out := chart.Chart{
		Title: oneLine(c.asked, titleRunes), Unit: c.Unit, UnitIs: c.lang.Say("bot.unit-is"),
		Hatched: c.lang.Say("bot.hatched"), Note: c.covered(),
	}
	cited := map[int]bool{}
	for _, r := range c.Rows {
		value, _ := strconv.ParseFloat(r.Value, 64) // decimals of the ledger
		if r.Falls {
			value = -value
		}
		bar := chart.Row{Label: c.label(r), Value: value, Text: r.Text + " " + markers(r), Derived: r.Figure < 0}
		if r.Period != "" && !strings.Contains(bar.Label, r.Period) {
			bar.Label += " · " + r.Period
		}
		out.Rows = append(out.Rows, bar)
		for _, n := range r.Citations {
			if !cited[n] {
				cited[n] = true
				d := c.doc()
				writeSource(d, c.citation(n).Title, c.citation(n).Date, c.article(c.citation(n).Article))
				out.Sources = append(out.Sources, chart.Source{N: n, Text: d.text.String()})
			}
		}
	}
	return out
}
