package bot

import (
	"context"
	"fmt"
	"slices"

	"github.com/go-telegram/bot/models"

	"youju/chart"
	"youju/figure"
	"youju/lang"
	"youju/retrieval/ledger"
)

// buttonDraw draws the figures of a page of what is known of a name:
//
//	k.PAGE.NAME
const buttonDraw = "k"

// drawable are those of some figures that may be set against each other: of one
// kind and unit, the most of them; none where there are not two such.
func drawable(entries []ledger.Entry) []ledger.Entry {
	type sort struct {
		kind figure.Kind
		unit string
	}
	sets := map[sort][]ledger.Entry{}
	var best []ledger.Entry
	for _, e := range entries {
		switch e.Kind {
		case figure.Amount, figure.Count, figure.Share, figure.Change:
			s := sort{e.Kind, e.Unit}
			sets[s] = append(sets[s], e)
		}
	}
	for _, e := range entries { // in their order, so that the first of two equals is taken
		if set := sets[sort{e.Kind, e.Unit}]; len(set) > max(1, len(best)) {
			best = set
		}
	}
	return best
}

// drawButtons is a row that draws a page, where there is something to draw.
func drawButtons(l lang.Language, shown []ledger.Entry, page int, name string) [][]models.InlineKeyboardButton {
	if len(drawable(shown)) == 0 {
		return nil
	}
	return [][]models.InlineKeyboardButton{{{Text: l.Say("button.chart"), CallbackData: pageData(buttonDraw, page, name)}}}
}

// tapDraw draws what the page above the button holds.
func (b *Bot) tapDraw(ctx context.Context, q *models.CallbackQuery, to place) reply {
	page, name, _, ok := parsePageData(q.Data)
	if !ok || b.cfg.Ledger == nil {
		return b.tapRefused(ctx, q, to.lang.Say("bot.tap-unknown"))
	}
	shown, _, _ := paged(byMetric(b.entries(name)), page, figuresPage)
	set := drawable(shown)
	if len(set) == 0 {
		return b.tapRefused(ctx, q, to.lang.Say("bot.tap-gone"))
	}
	b.acknowledge(ctx, q, "")
	drawn, caption := b.drawEntries(to.lang, set)
	return b.enclose(to, caption, enclosure{Chart: &drawn})
}

// drawEntries are the bars with their sources, and the same in words.
func (b *Bot) drawEntries(l lang.Language, set []ledger.Entry) (chart.Chart, *doc) {
	out := chart.Chart{Title: oneLine(set[0].Entity, titleRunes), Unit: set[0].Unit, UnitIs: l.Say("bot.unit-is"), Note: l.Say("bot.figures-read")}
	caption := &doc{lang: l}
	var articles []string
	for i, e := range set {
		n := slices.Index(articles, e.Article) + 1
		if n == 0 {
			articles = append(articles, e.Article)
			n = len(articles)
			source, a := &doc{lang: l}, b.article(e.Article)
			writeSource(source, a.Title, a.Date, a)
			out.Sources = append(out.Sources, chart.Source{N: n, Text: source.text.String()})
		}
		value := e.Value.InexactFloat64()
		if e.Falls() {
			value = -value
		}
		label := b.label(l, e, false)
		bar := chart.Row{Label: label, Value: value, Text: fmt.Sprintf("%s [%d]", e.Text, n)}
		if e.Period.Text != "" {
			bar.Label += " · " + e.Period.Text
		}
		out.Rows = append(out.Rows, bar)
		if i > 0 {
			caption.write("\n")
		}
		caption.write(label, l.Say("bot.colon"))
		b.writeEntry(caption, e)
		caption.write(fmt.Sprintf(" [%d]", n))
	}
	return out, caption
}
