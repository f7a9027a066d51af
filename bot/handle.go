package bot

import (
	"context"
	"errors"
	"runtime/debug"
	"slices"

	tg "github.com/go-telegram/bot"
	"github.com/go-telegram/bot/models"

	"youju/answer"
	"youju/news"
)

// chat is whose queue the update belongs to; 0 for one that nobody waits for.
func (u update) chat() int64 {
	switch {
	case u.body == nil:
		return 0
	case u.body.Message != nil:
		return u.body.Message.Chat.ID
	case u.body.CallbackQuery != nil:
		return placeOfTap(u.body.CallbackQuery).chat
	}
	return 0
}

// handle answers one update. It never panics: what goes wrong costs that one
// answer, and the person is told.
func (b *Bot) handle(ctx context.Context, u update) {
	if u.body == nil {
		return
	}
	defer func() {
		if p := recover(); p != nil {
			b.log.Error("an update broke its handler", "update", u.id, "panic", p, "stack", string(debug.Stack()))
			b.apologise(ctx, u)
		}
	}()
	var err error
	switch {
	case u.body.Message != nil:
		err = b.message(ctx, u.body.Message)
	case u.body.CallbackQuery != nil:
		err = b.tap(ctx, u.body.CallbackQuery)
	}
	if err != nil {
		b.log.Error("an answer could not be sent", "update", u.id, "error", err)
	}
}

func (b *Bot) apologise(ctx context.Context, u update) {
	var to place
	if q := u.body.CallbackQuery; q != nil {
		to = placeOfTap(q)
		b.acknowledge(ctx, q, "")
	} else {
		to = placeOf(u.body.Message)
	}
	if err := b.say(ctx, to, sayText(textBroken)); err != nil {
		b.log.Error("an apology could not be sent", "update", u.id, "error", err)
	}
}

func placeOf(m *models.Message) place {
	to := place{chat: m.Chat.ID, replyTo: m.ID}
	if m.IsTopicMessage {
		to.thread = m.MessageThreadID
	}
	return to
}

// message answers a message, or keeps silent: in a group it speaks only when it
// is addressed, and never to bots.
func (b *Bot) message(ctx context.Context, m *models.Message) error {
	private := m.Chat.Type == models.ChatTypePrivate
	group := m.Chat.Type == models.ChatTypeGroup || m.Chat.Type == models.ChatTypeSupergroup
	wordless := m.Text == "" && m.Caption == ""
	if !fromPerson(m) || !private && !group || wordless && (group || !hasMedia(m)) {
		return nil
	}
	r := readRequest(m, b.me)
	if r.foreign || group && !r.addressed {
		return nil
	}
	to := placeOf(m)
	if !b.allowed(m.Chat.ID) {
		return b.tellStranger(ctx, to)
	}
	switch r.command {
	case "start":
		return b.say(ctx, to, sayText(textWelcome, b.examples()...))
	case "help":
		return b.say(ctx, to, sayText(textHelp))
	case "articles":
		return b.say(ctx, to, renderArticles(b.cfg.Articles()))
	case "ask", "":
		return b.question(ctx, m, r)
	}
	return b.say(ctx, to, sayText(textUnknown+"\n\n"+textHelp))
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

// question answers what was asked; a mention or /ask alone, in reply to a text,
// asks that text.
func (b *Bot) question(ctx context.Context, m *models.Message, r request) error {
	to, text := placeOf(m), r.text
	if other := m.ReplyToMessage; text == "" && other != nil && !repliesTo(m, b.me) {
		text = trim(other.Text)
	}
	switch {
	case text == "" && r.command == "ask":
		return b.say(ctx, to, sayText(textEmptyAsk, b.examples()...))
	case text == "":
		return b.say(ctx, to, sayText(textHint, b.examples()...))
	}
	if reply, is := smallTalk(bare(text)); is {
		questions := b.examples()
		if reply == textThanks {
			questions = nil
		}
		return b.say(ctx, to, sayText(reply, questions...))
	}
	return b.ask(ctx, to, talker{m.Chat.ID, m.From.ID, to.thread}, text, "")
}

// ask answers a question; shown is said above the answer.
func (b *Bot) ask(ctx context.Context, to place, who talker, text, shown string) error {
	stop := b.typing(ctx, to)
	defer stop()
	asking, cancel := context.WithTimeout(ctx, b.askTimeout)
	defer cancel()
	a, err := b.cfg.Ask(asking, answer.Question{Text: text, History: b.talks.history(who)})
	stop()
	if err != nil {
		return b.askFailed(ctx, to, err)
	}
	messages := renderAnswer(a, shown, b.article)
	if len(messages) == 0 {
		return b.askFailed(ctx, to, errors.New("the answer is empty"))
	}
	b.talks.add(who, answer.Turn{Question: text, Answer: a.Text})
	return b.say(ctx, to, messages)
}

func (b *Bot) askFailed(ctx context.Context, to place, err error) error {
	b.log.Error("a question could not be answered", "chat", to.chat, "error", err)
	text := textBroken
	if errors.Is(err, context.DeadlineExceeded) {
		text = textTooSlow
	}
	return b.say(ctx, to, sayText(text))
}

func (b *Bot) examples() []string {
	if b.cfg.Examples == nil {
		return nil
	}
	return b.cfg.Examples()
}

// article is empty where the citation's article is not served any more.
func (b *Bot) article(id string) news.Article {
	articles := b.cfg.Articles()
	if i := slices.IndexFunc(articles, func(a news.Article) bool { return a.ID == id }); i >= 0 {
		return articles[i]
	}
	return news.Article{}
}

func (b *Bot) allowed(chat int64) bool {
	return len(b.cfg.AllowedChats) == 0 || slices.Contains(b.cfg.AllowedChats, chat)
}

const strangersMost = 10_000

// tellStranger says once where to ask for admission, and nothing after it.
func (b *Bot) tellStranger(ctx context.Context, to place) error {
	b.strangersMu.Lock()
	told := b.strangers[to.chat] || len(b.strangers) >= strangersMost
	if !told {
		b.strangers[to.chat] = true
	}
	b.strangersMu.Unlock()
	if told {
		return nil
	}
	b.log.Info("a chat that is not allowed asked", "chat", to.chat)
	return b.say(ctx, to, sayText(textStranger(to.chat)))
}

// acknowledge ends the waiting sign on a tapped button, with a notice where
// there is something to say.
func (b *Bot) acknowledge(ctx context.Context, q *models.CallbackQuery, notice string) {
	err := b.call(ctx, func(ctx context.Context) error {
		_, err := b.api.AnswerCallbackQuery(ctx, &tg.AnswerCallbackQueryParams{
			CallbackQueryID: q.ID, Text: notice, ShowAlert: notice != "",
		})
		return err
	})
	if err != nil {
		b.log.Debug("a tap could not be acknowledged", "error", err)
	}
}
