package bot

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/go-telegram/bot/models"

	"youju/hanzi"
	"youju/lang"
	"youju/retrieval/ledger"
)

const namesMost = 8 // names offered at a time

// figuresOf answers /figures: what is known of a name, or which names there are.
func (b *Bot) figuresOf(to place, name string) reply {
	l := to.lang
	if b.cfg.Ledger == nil {
		return tell(to, unknownCommand(l))
	}
	known := knownNames(b.cfg.Ledger())
	if name == "" {
		return tell(to, nameChoice(l, l.Say("bot.figures-whose"), known))
	}
	if messages := b.entityFigures(to, 0, name); messages != nil {
		return tell(to, messages)
	}
	like := slices.DeleteFunc(known, func(n string) bool { return !strings.Contains(ledger.Key(n), ledger.Key(hanzi.Simplify(name))) })
	switch len(like) {
	case 0:
		return refuse(to, l.Say("bot.figures-none", name))
	case 1:
		return tell(to, b.entityFigures(to, 0, like[0]))
	}
	return tell(to, nameChoice(l, l.Say("bot.figures-like", name), like))
}

// knownNames are those whose figures are known, the ones with most figures first.
func knownNames(known *ledger.Ledger) []string {
	count, first := map[string]int{}, map[string]string{}
	var keys []string
	for _, e := range known.All() {
		key := ledger.Key(e.Entity)
		if trim(clean(key)) == "" || !tells(e) {
			continue
		}
		if count[key]++; count[key] == 1 {
			keys, first[key] = append(keys, key), e.Entity
		}
	}
	slices.SortStableFunc(keys, func(a, b string) int { return cmp.Compare(count[b], count[a]) })
	var all []string
	for _, key := range keys {
		all = append(all, first[key])
	}
	return all
}

func nameChoice(l lang.Language, text string, names []string) []message {
	var keyboard [][]models.InlineKeyboardButton
	for _, name := range names[:min(namesMost, len(names))] {
		keyboard = append(keyboard, []models.InlineKeyboardButton{{Text: oneLine(name, titleRunes), CallbackData: openData(buttonEntity, ledger.Key(name))}})
	}
	return (&doc{lang: l}).write(text).pages(keyboard)
}

// entityFigures is a page of what is known of a name, by what is measured, with the
// articles that say it; nil where nothing is known of it.
func (b *Bot) entityFigures(to place, page int, name string) []message {
	if b.cfg.Ledger == nil {
		return nil
	}
	entries := b.entries(name)
	if len(entries) == 0 {
		return nil
	}
	l := to.lang
	shown, at, pages := paged(byMetric(entries), page, figuresPage)
	d := &doc{lang: l}
	d.write(l.Say("bot.figures-of", len(entries), oneLine(entries[0].Entity, titleRunes)), "\n")
	var articles []string
	for _, e := range shown {
		n := slices.Index(articles, e.Article) + 1
		if n == 0 {
			articles = append(articles, e.Article)
			n = len(articles)
		}
		d.write("\n• ", b.label(l, e, false), l.Say("bot.colon"))
		b.writeEntry(d, e)
		d.write(fmt.Sprintf(" [%d]", n))
	}
	d.write("\n")
	for i, id := range articles {
		d.write(fmt.Sprintf("\n[%d] ", i+1))
		a := b.article(id)
		writeSource(d, a.Title, a.Date, a)
	}
	d.write("\n\n", l.Say("bot.figures-read"), pageLine(l, at, pages))
	key := ledger.Key(entries[0].Entity)
	return d.pages(append(drawButtons(l, shown, at, key), pageButtons(l, buttonEntity, at, pages, key)...))
}

// entries are the figures of a name, or of the one whose digest it is.
func (b *Bot) entries(name string) []ledger.Entry {
	known := b.cfg.Ledger()
	if digest, long := strings.CutPrefix(name, "~"); long {
		for _, e := range known.All() {
			if idDigest(ledger.Key(e.Entity)) == digest {
				name = e.Entity
				break
			}
		}
	}
	entries := known.WithEntity(name)
	if len(entries) == 0 {
		entries = known.WithEntity(hanzi.Simplify(name))
	}
	return slices.DeleteFunc(entries, func(e ledger.Entry) bool { return !tells(e) })
}

// byMetric puts figures of one metric together, in the order in which the articles
// first name them.
func byMetric(entries []ledger.Entry) []ledger.Entry {
	order := map[string]int{}
	for _, e := range entries {
		if _, known := order[ledger.Key(e.Metric)]; !known {
			order[ledger.Key(e.Metric)] = len(order)
		}
	}
	sorted := slices.Clone(entries)
	slices.SortStableFunc(sorted, func(x, y ledger.Entry) int {
		return cmp.Compare(order[ledger.Key(x.Metric)], order[ledger.Key(y.Metric)])
	})
	return sorted
}
