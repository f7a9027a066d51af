package bot

import (
	"context"
	"strconv"
	"strings"

	"github.com/go-telegram/bot/models"

	"youju/hanzi"
	"youju/lang"
	"youju/news"
	"youju/retrieval/ledger"
)

const (
	articlesPage = 8
	numbersRow   = 4
	wordMost     = 64 // runes of a word that is searched for
)

// articleList is a page of the articles that hold a word, those with it in their
// headline first; nil where the word is not known any more.
func (b *Bot) articleList(to place, page int, word string) []message {
	if strings.HasPrefix(word, "~") {
		return nil
	}
	found := search(b.cfg.Articles(), word)
	l := to.lang
	if len(found) == 0 && word == "" {
		return sayText(l.Say("bot.no-articles"))
	}
	if len(found) == 0 {
		return sayText(l.Say("bot.no-article-with", word))
	}
	shown, at, pages := paged(found, page, articlesPage)
	d := &doc{lang: l}
	if word == "" {
		d.write(l.Say("bot.articles", len(found)))
	} else {
		d.write(l.Say("bot.articles-with", len(found), word))
	}
	d.write("\n")
	var numbers []models.InlineKeyboardButton
	for i, a := range shown {
		number := strconv.Itoa(at*articlesPage + i + 1)
		d.write("\n" + number + ". ")
		writeSource(d, a.Title, a.Date, a)
		numbers = append(numbers, models.InlineKeyboardButton{Text: number, CallbackData: buttonArticle + "." + idDigest(a.ID)})
	}
	d.write(pageLine(l, at, pages))
	var keyboard [][]models.InlineKeyboardButton
	for ; len(numbers) > 0; numbers = numbers[min(numbersRow, len(numbers)):] {
		keyboard = append(keyboard, numbers[:min(numbersRow, len(numbers))])
	}
	return d.pages(append(keyboard, pageButtons(l, buttonList, at, pages, word)...))
}

// pageLine says which page it is, where there are several.
func pageLine(l lang.Language, at, pages int) string {
	if pages < 2 {
		return ""
	}
	return "\n\n" + l.Say("bot.page", at+1, pages)
}

// search finds the articles that hold a word, as it is written or in simplified
// characters.
func search(articles []news.Article, word string) []news.Article {
	words := []string{word, hanzi.Simplify(word)}
	holds := func(text string) bool { return strings.Contains(text, words[0]) || strings.Contains(text, words[1]) }
	var inHeadline, inText []news.Article
	for _, a := range articles {
		if holds(a.Title) || holds(hanzi.Fold(a.Title)) {
			inHeadline = append(inHeadline, a)
		} else if holds(a.Source) || textHolds(a, holds) {
			inText = append(inText, a)
		}
	}
	return append(inHeadline, inText...)
}

func textHolds(a news.Article, holds func(string) bool) bool {
	for _, p := range a.Paragraphs {
		if holds(p.Text) || holds(p.Section) {
			return true
		}
	}
	return false
}

// searchedFor is what follows a command, no longer than a word.
func searchedFor(text string) string {
	word := []rune(oneLine(text, wordMost))
	return trim(strings.TrimSuffix(string(word), "…"))
}

// tapArticle shows an article, with a button to its figures.
func (b *Bot) tapArticle(ctx context.Context, q *models.CallbackQuery, to place) reply {
	a, ok := b.articleBy(strings.TrimPrefix(q.Data, buttonArticle+"."))
	if !ok {
		return b.tapRefused(ctx, q, to.lang.Say("bot.tap-gone"))
	}
	b.acknowledge(ctx, q, "")
	messages := renderArticle(to.lang, a, "", openingRunes)
	if n := len(b.tableEntries(a)); n > 0 {
		messages[len(messages)-1].keyboard = [][]models.InlineKeyboardButton{{
			{Text: to.lang.Say("button.figures", n), CallbackData: openData(buttonTable, idDigest(a.ID))}}}
	}
	return tell(to, messages)
}

// tableEntries are an article's figures, less dates and what only looks like one.
func (b *Bot) tableEntries(a news.Article) []ledger.Entry {
	if b.cfg.Ledger == nil {
		return nil
	}
	known := b.cfg.Ledger()
	var entries []ledger.Entry
	for _, p := range a.Paragraphs {
		for _, e := range known.Of(p.ID) {
			if tells(e) {
				entries = append(entries, e)
			}
		}
	}
	return entries
}
