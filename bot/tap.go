package bot

import (
	"context"
	"strings"

	"github.com/go-telegram/bot/models"

	"youju/store"
)

// tap does what a button says. Telegram is told in every case that the tap has
// arrived.
func (b *Bot) tap(ctx context.Context, update int64, q *models.CallbackQuery) reply {
	to := b.settle(ctx, placeOfTap(q), &q.From, "")
	to.update = update
	if to.replyTo == 0 || !b.allowed(to.chat) {
		b.acknowledge(ctx, q, "")
		return silence()
	}
	who := talkOf(&models.Update{CallbackQuery: q})
	to.manner = to.inThread("", b.threadAt(ctx, who, to.replyTo), who.User)
	kind, _, _ := strings.Cut(q.Data, ".")
	charge := b.overLooks
	if kind == buttonAsk {
		charge = b.overBudget
	}
	if notice, over := charge(to.lang, q.From.ID, b.now()); over {
		b.acknowledge(ctx, q, notice)
		return reply{state: store.Refused}
	}
	switch kind {
	case buttonAsk:
		return b.tapQuestion(ctx, q, to)
	case buttonList, buttonArticle, buttonTable, buttonEntity:
		return b.tapBrowse(ctx, q, to, kind)
	case buttonSetting:
		return b.tapSetting(ctx, q, to)
	case buttonByID, buttonByHash:
		return b.tapSource(ctx, q, to)
	case buttonChart, buttonSheet, buttonPlain:
		return b.tapComparison(ctx, q, to)
	case buttonDraw:
		return b.tapDraw(ctx, q, to)
	case buttonRight:
		return b.tapRating(ctx, q, to, ratedRight)
	case buttonWrong:
		return b.tapRating(ctx, q, to, ratedWrong)
	}
	return b.tapRefused(ctx, q, to.lang.Say("bot.tap-unknown"))
}

// tapRefused says in a notice why nothing comes.
func (b *Bot) tapRefused(ctx context.Context, q *models.CallbackQuery, notice string) reply {
	b.acknowledge(ctx, q, notice)
	return reply{state: store.Refused}
}

// placeOfTap is the message that holds the button; a message that is too old is
// named but not shown. For a tap without one it is the person's own chat.
func placeOfTap(q *models.CallbackQuery) place {
	to := place{chat: q.From.ID}
	switch {
	case q.Message.Message != nil:
		to = placeOf(q.Message.Message)
	case q.Message.InaccessibleMessage != nil:
		m := q.Message.InaccessibleMessage
		to = place{chat: m.Chat.ID, replyTo: m.MessageID}
	}
	to.manner = mannerOf(&q.From) // of who taps, not of the bot that wrote
	return to
}

func (b *Bot) tapQuestion(ctx context.Context, q *models.CallbackQuery, to place) reply {
	m := q.Message.Message
	if m == nil {
		return b.tapRefused(ctx, q, to.lang.Say("bot.tap-old"))
	}
	text := buttonText(m.ReplyMarkup, q.Data)
	if text == "" {
		return b.tapRefused(ctx, q, to.lang.Say("bot.tap-unknown"))
	}
	b.acknowledge(ctx, q, "")
	who := talkOf(&models.Update{CallbackQuery: q})
	return b.ask(ctx, to, inquiry{who, text, text, b.threadAt(ctx, who, m.ID)})
}

// buttonText is the text of the button with this data.
func buttonText(keyboard *models.InlineKeyboardMarkup, data string) string {
	if keyboard == nil {
		return ""
	}
	for _, row := range keyboard.InlineKeyboard {
		for _, button := range row {
			if button.CallbackData == data {
				return trim(button.Text)
			}
		}
	}
	return ""
}

func (b *Bot) tapSource(ctx context.Context, q *models.CallbackQuery, to place) reply {
	tap, ok := parseSourceData(q.Data)
	if !ok {
		return b.tapRefused(ctx, q, to.lang.Say("bot.tap-unknown"))
	}
	p, ok := b.passage(tap)
	if !ok {
		return b.tapRefused(ctx, q, to.lang.Say("bot.tap-gone"))
	}
	b.acknowledge(ctx, q, "")
	marks, same := tap.validMarks([]rune(p.text))
	if !same {
		marks = nil
	}
	return tell(to, renderPassage(to.lang, p, marks, !same))
}

// passage finds what the tap means among the paragraphs and notes served now. A
// tap is rare: looking through them all costs less than an index of them.
func (b *Bot) passage(tap sourceTap) (passage, bool) {
	for _, a := range b.cfg.Articles() {
		for _, p := range a.Paragraphs {
			if tap.names(p.ID) {
				return passage{a, p.ID, p.Section, p.Text}, true
			}
		}
		for _, n := range a.Notes {
			if tap.names(n.ID) {
				return passage{article: a, id: n.ID, text: n.Text}, true
			}
		}
	}
	return passage{}, false
}
