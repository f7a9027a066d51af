package bot

import (
	"context"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/go-telegram/bot/models"

	"youju/lang"
	"youju/news"
)

// Buttons with which the articles and their figures are paged through. A name or
// word that is too long for callback data is named by its digest, behind a ~.
//
//	l.PAGE.WORD      the list of articles that hold a word; all without one
//	a.ARTICLE        an article, by the digest of its id
//	e.PAGE.ARTICLE   its figures
//	n.PAGE.NAME      what is known of somebody or something
//
// PAGE counts from 0.
const (
	buttonList    = "l"
	buttonArticle = "a"
	buttonTable   = "e"
	buttonEntity  = "n"
)

func pageData(kind string, page int, of string) string {
	data := kind + "." + strconv.Itoa(page) + "." + of
	if len(data) > callbackLimit || !utf8.ValidString(of) {
		data = kind + "." + strconv.Itoa(page) + ".~" + idDigest(of)
	}
	return data
}

// openPage stands in place of a number where a tap opens the first page in a
// message of its own; other taps turn the page in theirs.
const openPage = "o"

func openData(kind, of string) string {
	return strings.Replace(pageData(kind, 0, of), ".0.", "."+openPage+".", 1)
}

func parsePageData(data string) (page int, of string, opens, ok bool) {
	parts := strings.SplitN(data, ".", 3)
	if len(parts) != 3 || !utf8.ValidString(data) {
		return 0, "", false, false
	}
	if parts[1] == openPage {
		return 0, parts[2], true, true
	}
	page, err := strconv.Atoi(parts[1])
	return page, parts[2], false, err == nil && page >= 0
}

// paged is a page of a list, counted from 0; a page that is not there any more is
// the last.
func paged[T any](all []T, page, size int) (shown []T, at, pages int) {
	pages = max(1, (len(all)+size-1)/size)
	at = max(0, min(page, pages-1))
	return all[min(at*size, len(all)):min((at+1)*size, len(all))], at, pages
}

// pageButtons lead to the pages before and after.
func pageButtons(l lang.Language, kind string, at, pages int, of string) [][]models.InlineKeyboardButton {
	var row []models.InlineKeyboardButton
	if at > 0 {
		row = append(row, models.InlineKeyboardButton{Text: l.Say("button.page-before"), CallbackData: pageData(kind, at-1, of)})
	}
	if at < pages-1 {
		row = append(row, models.InlineKeyboardButton{Text: l.Say("button.page-after"), CallbackData: pageData(kind, at+1, of)})
	}
	if row == nil {
		return nil
	}
	return [][]models.InlineKeyboardButton{row}
}

// tapBrowse opens what the button names, or turns a page in its own message.
func (b *Bot) tapBrowse(ctx context.Context, q *models.CallbackQuery, to place, kind string) reply {
	if kind == buttonArticle {
		return b.tapArticle(ctx, q, to)
	}
	page, of, opens, ok := parsePageData(q.Data)
	if !ok {
		return b.tapRefused(ctx, q, to.lang.Say("bot.tap-unknown"))
	}
	var messages []message
	switch kind {
	case buttonList:
		messages = b.articleList(to, page, of)
	case buttonTable:
		messages = b.figureTable(to, page, of)
	case buttonEntity:
		messages = b.entityFigures(to, page, of)
	}
	if messages == nil {
		return b.tapRefused(ctx, q, to.lang.Say("bot.tap-gone"))
	}
	b.acknowledge(ctx, q, "")
	r := tell(to, messages)
	if m := q.Message.Message; m != nil && !opens { // one that is too old to be shown is too old to be edited
		r.edits = &edits{message: m.ID}
	}
	return r
}

// articleBy finds an article by the digest of its id.
func (b *Bot) articleBy(digest string) (news.Article, bool) {
	articles := b.cfg.Articles()
	i := slices.IndexFunc(articles, func(a news.Article) bool { return idDigest(a.ID) == digest })
	if i < 0 {
		return news.Article{}, false
	}
	return articles[i], true
}
