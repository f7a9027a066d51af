package bot

import (
	"context"
	"runtime/debug"
	"slices"
	"time"

	tg "github.com/go-telegram/bot"
	"github.com/go-telegram/bot/models"

	"youju/news"
	"youju/store"
)

// handle finds out what is to be said to one update. It never panics: what goes
// wrong costs that one answer, and the person is told.
func (b *Bot) handle(ctx context.Context, u update) (r reply) {
	if u.damaged {
		to := b.settle(ctx, place{chat: u.talk.Chat, thread: int(u.talk.Thread)}, nil, "")
		return refuse(to, to.lang.Say("bot.lost"))
	}
	if u.body == nil {
		return silence()
	}
	defer func() {
		if p := recover(); p != nil {
			b.log.Error("an update broke its handler", "update", u.id, "panic", p, "stack", string(debug.Stack()))
			b.metrics.refusals.of("broken").Inc()
			r = b.apologise(ctx, u, "bot.broken")
		}
	}()
	switch {
	case b.shut(ctx, u):
	case u.body.Message != nil:
		return b.message(ctx, u.id, u.body.Message, nil)
	case u.body.EditedMessage != nil:
		return b.edited(ctx, u.id, u.body.EditedMessage)
	case u.body.CallbackQuery != nil:
		return b.tap(ctx, u.id, u.body.CallbackQuery)
	case u.body.MessageReaction != nil:
		return b.reaction(ctx, u.body.MessageReaction)
	case u.body.InlineQuery != nil:
		return b.inline(ctx, u.id, u.body.InlineQuery)
	case u.body.GuestMessage != nil:
		return b.guest(ctx, u.id, u.body.GuestMessage)
	}
	return silence()
}

// apologise is what is said where an update broke its handler, a text of lang;
// nothing where there is no place for it.
func (b *Bot) apologise(ctx context.Context, u update, text string) reply {
	var to place
	switch {
	case u.body == nil:
		return reply{state: store.Refused}
	case u.body.CallbackQuery != nil:
		b.acknowledge(ctx, u.body.CallbackQuery, "")
		to = b.settle(ctx, placeOfTap(u.body.CallbackQuery), &u.body.CallbackQuery.From, "")
	case u.body.Message != nil:
		to = b.settle(ctx, placeOf(u.body.Message), u.body.Message.From, u.body.Message.Text)
	case u.body.EditedMessage != nil:
		to = b.settle(ctx, placeOf(u.body.EditedMessage), u.body.EditedMessage.From, u.body.EditedMessage.Text)
	default:
		return reply{state: store.Refused}
	}
	return refuse(to, to.lang.Say(text))
}

func placeOf(m *models.Message) place {
	to := place{chat: m.Chat.ID, replyTo: m.ID, manner: mannerOf(m.From)}
	if m.IsTopicMessage {
		to.thread = m.MessageThreadID
	}
	return to
}

// message answers a message, or keeps silent: in a group it speaks only when it
// is addressed, and never to bots. prior is what it asked before it was edited; nil
// for a new one.
func (b *Bot) message(ctx context.Context, update int64, m *models.Message, prior *store.Asked) reply {
	if m.MigrateFromChatID != 0 {
		b.keepSettings(ctx, m.MigrateFromChatID, m.Chat.ID)
		return silence()
	}
	private := m.Chat.Type == models.ChatTypePrivate
	group := m.Chat.Type == models.ChatTypeGroup || m.Chat.Type == models.ChatTypeSupergroup
	wordless := m.Text == "" && m.Caption == ""
	if !fromPerson(m) || !private && !group || wordless && (group || !hasMedia(m)) {
		return silence()
	}
	r := readRequest(m, b.me)
	if r.foreign || group && !r.addressed {
		return silence()
	}
	to := b.settle(ctx, placeOf(m), m.From, r.text)
	to.update, to.edited = update, prior != nil
	if !b.allowed(m.Chat.ID) {
		return b.tellStranger(ctx, to)
	}
	if text, over := b.charge(to.lang, r, personOf(m), time.Unix(int64(max(m.Date, m.EditDate)), 0)); over {
		if text == "" {
			return reply{state: store.Refused}
		}
		return refuse(to, text)
	}
	r.prior = prior
	answered := b.command(ctx, to, m, r)
	if answered.asked == nil {
		answered.asked = &store.Asked{Talk: talkIn(m)}
	}
	answered.asked.Message, answered.asked.Words = int64(m.ID), wordsOf(m)
	return answered
}

func (b *Bot) command(ctx context.Context, to place, m *models.Message, r request) reply {
	switch r.command {
	case "start":
		return b.follow(ctx, to, m, r)
	case "help":
		return tell(to, sayText(to.lang.Say("bot.help")))
	case "articles":
		return tell(to, b.articleList(to, 0, searchedFor(r.text)))
	case "figures":
		return b.figuresOf(to, searchedFor(r.text))
	case "new":
		return b.beginAnew(m, to)
	case "settings":
		return b.settings(ctx, to)
	case "forget":
		return b.forget(ctx, m, to)
	case "check":
		return b.check(ctx, to, m, r)
	case "ask", "":
		if r.command == "" && b.tellsFigures(m, r.text) {
			return b.check(ctx, to, m, r)
		}
		return b.question(ctx, to, m, r)
	}
	return tell(to, unknownCommand(to.lang))
}

// fromPerson: a channel's post and what other bots say are left alone. An
// anonymous administrator writes in the name of the group.
func fromPerson(m *models.Message) bool {
	if m.From == nil || m.ViaBot != nil || m.IsAutomaticForward {
		return false
	}
	anonymous := m.SenderChat != nil && m.SenderChat.ID == m.Chat.ID
	return !m.From.IsBot || anonymous
}

// hasMedia tells a photo or a sticker from a service message (someone pinned a
// message), which wants no answer.
func hasMedia(m *models.Message) bool {
	return len(m.Photo) > 0 || m.Sticker != nil || m.Voice != nil || m.Video != nil || m.VideoNote != nil || m.Audio != nil ||
		m.Animation != nil || m.Document != nil || m.Location != nil || m.Contact != nil || m.Poll != nil || m.Dice != nil ||
		m.Story != nil || m.RichMessage != nil || m.LivePhoto != nil || m.PaidMedia != nil || m.Checklist != nil || m.Game != nil
}

func (b *Bot) links() links { return links{b.me.Username} }

func (b *Bot) examples() []string {
	if b.cfg.Examples == nil {
		return nil
	}
	return b.cfg.Examples()
}

func (b *Bot) indexing() bool { return b.cfg.Indexing != nil && b.cfg.Indexing() }

// article is empty where the citation's article is not served any more.
func (b *Bot) article(id string) news.Article {
	articles := b.cfg.Articles()
	if i := slices.IndexFunc(articles, func(a news.Article) bool { return a.ID == id }); i >= 0 {
		return articles[i]
	}
	return news.Article{}
}

// acknowledge ends the waiting sign on a tapped button, with a notice where
// there is something to say.
func (b *Bot) acknowledge(ctx context.Context, q *models.CallbackQuery, notice string) {
	b.answerTap(ctx, q, notice, notice != "")
}

// answerTap ends the waiting sign; a notice that is no alert goes by itself.
func (b *Bot) answerTap(ctx context.Context, q *models.CallbackQuery, notice string, alert bool) {
	err := b.call(ctx, func(ctx context.Context) error {
		_, err := b.api.AnswerCallbackQuery(ctx, &tg.AnswerCallbackQueryParams{
			CallbackQueryID: q.ID, Text: notice, ShowAlert: alert,
		})
		return err
	})
	if err != nil {
		b.log.Debug("a tap could not be acknowledged", "error", err)
	}
}
