package bot

import (
	"context"
	"errors"
	"runtime/debug"
	"slices"
	"strings"
	"time"

	tg "github.com/go-telegram/bot"
	"github.com/go-telegram/bot/models"

	"youju/answer"
	"youju/lang"
	"youju/news"
	"youju/store"
)

// handle finds out what is to be said to one update. It never panics: what goes
// wrong costs that one answer, and the person is told.
func (b *Bot) handle(ctx context.Context, u update) (r reply) {
	if u.damaged {
		to := place{chat: u.talk.Chat, thread: int(u.talk.Thread)}
		return refuse(to, to.lang.Say("bot.lost"))
	}
	if u.body == nil {
		return silence()
	}
	defer func() {
		if p := recover(); p != nil {
			b.log.Error("an update broke its handler", "update", u.id, "panic", p, "stack", string(debug.Stack()))
			b.metrics.refusals.WithLabelValues("broken").Inc()
			to := b.apologyTo(ctx, u)
			r = refuse(to, to.lang.Say("bot.broken"))
		}
	}()
	switch {
	case u.body.Message != nil:
		return b.message(ctx, u.body.Message, nil)
	case u.body.EditedMessage != nil:
		return b.edited(ctx, u.body.EditedMessage)
	case u.body.CallbackQuery != nil:
		return b.tap(ctx, u.body.CallbackQuery)
	}
	return silence()
}

func (b *Bot) apologyTo(ctx context.Context, u update) place {
	if q := u.body.CallbackQuery; q != nil {
		b.acknowledge(ctx, q, "")
		return placeOfTap(q)
	}
	return placeOf(u.body.Message)
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
func (b *Bot) message(ctx context.Context, m *models.Message, prior *store.Asked) reply {
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
	if !b.allowed(m.Chat.ID) {
		return b.tellStranger(to)
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
		return b.follow(to, r)
	case "help":
		return say(to, sayText(to.lang.Say("bot.help")))
	case "articles":
		return say(to, renderArticles(to.lang, b.cfg.Articles()))
	case "new":
		return b.beginAnew(m, to)
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
	return say(to, unknownCommand(to.lang))
}

// charge takes what a message costs from a person's budget: to follow a link is
// no question.
func (b *Bot) charge(l lang.Language, r request, person int64, asked time.Time) (text string, over bool) {
	if strings.HasPrefix(r.startPayload(), startFigure) {
		return b.overLooks(l, person, asked)
	}
	return b.overBudget(l, person, asked)
}

// overLooks is overBudget for what only shows a place.
func (b *Bot) overLooks(l lang.Language, person int64, asked time.Time) (text string, over bool) {
	switch b.budgets.look(person, asked) {
	case mayAsk:
		return "", false
	case tooMany, lastNotice:
		text = l.Say("bot.too-many-looks")
	}
	b.metrics.refusals.WithLabelValues("budget").Inc()
	return text, true
}

// overBudget says what a person is told who asks too much; an empty text is
// silence.
func (b *Bot) overBudget(l lang.Language, person int64, asked time.Time) (text string, over bool) {
	v := b.budgets.ask(person, asked)
	if v == mayAsk {
		return "", false
	}
	b.metrics.refusals.WithLabelValues("budget").Inc()
	switch v {
	case tooMany:
		return l.Say("bot.too-many", b.budgets.perMinute), true
	case lastNotice:
		return l.Say("bot.too-many", b.budgets.perMinute) + l.Say("bot.last-notice"), true
	}
	return "", true
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
func (b *Bot) question(ctx context.Context, to place, m *models.Message, r request) reply {
	text := r.text
	if other := m.ReplyToMessage; text == "" && other != nil && !repliesTo(m, b.me) {
		text = trim(other.Text)
	}
	switch {
	case text == "" && r.command == "ask":
		return say(to, sayText(to.lang.Say("bot.empty-ask"), b.examples()...))
	case text == "":
		return say(to, sayText(to.lang.Say("bot.hint"), b.examples()...))
	}
	if small, is := smallTalk(bare(text)); is {
		questions := b.examples()
		if small == "bot.thanks" {
			questions = nil
		}
		return say(to, sayText(to.lang.Say(small), questions...))
	}
	return b.ask(ctx, to, asking{talkIn(m), text, "", b.threadOf(ctx, m, r.prior)})
}

// asking is a question: who asks it, in which words, what is said above its answer,
// and the turns that it may follow up on.
type asking struct {
	who         store.Talk
	text, shown string
	thread      []store.Turn
}

// ask answers a question.
func (b *Bot) ask(ctx context.Context, to place, q asking) reply {
	b.metrics.questions.Inc()
	if b.cfg.LogTexts {
		b.log.Info("asked", "chat", to.chat, "question", q.text)
	}
	if units(q.text) > messageLimit {
		return b.noAnswer(to, "long", to.lang.Say("bot.too-long"))
	}
	stop := b.typing(ctx, to)
	defer stop()
	limited, cancel := context.WithTimeout(ctx, b.askTimeout)
	defer cancel()
	a, err := b.cfg.Ask(limited, answer.Question{Text: q.text, History: said(q.thread)})
	stop()
	messages := renderAnswer(to.lang, a, q.shown, b.article, b.links())
	if err == nil && len(messages) == 0 {
		err = errors.New("the answer is empty")
	}
	if ctx.Err() != nil { // told to stop: it will be asked again after the next start
		return refuse(to, to.lang.Say("bot.broken"))
	}
	if err != nil {
		return b.askFailed(to, err)
	}
	if a.Refused {
		b.metrics.refusals.WithLabelValues("absent").Inc()
	}
	return reply{state: store.Answered, question: true, to: to, messages: messages,
		turn: &store.Turn{Talk: q.who, Question: q.text, Answer: a.Text}, asked: q.asked()}
}

func (b *Bot) askFailed(to place, err error) reply {
	b.log.Error("a question could not be answered", "chat", to.chat, "error", err)
	if errors.Is(err, context.DeadlineExceeded) {
		return b.noAnswer(to, "slow", to.lang.Say("bot.too-slow"))
	}
	return b.noAnswer(to, "broken", to.lang.Say("bot.broken"))
}

func (b *Bot) noAnswer(to place, reason, text string) reply {
	b.metrics.refusals.WithLabelValues(reason).Inc()
	r := refuse(to, text)
	r.question = true
	return r
}

func (b *Bot) links() links { return links{b.me.Username} }

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
func (b *Bot) tellStranger(to place) reply {
	b.strangersMu.Lock()
	told := b.strangers[to.chat] || len(b.strangers) >= strangersMost
	if !told {
		b.strangers[to.chat] = true
	}
	b.strangersMu.Unlock()
	if told {
		return silence()
	}
	b.log.Info("a chat that is not allowed asked", "chat", to.chat)
	return refuse(to, to.lang.Say("bot.stranger", to.chat))
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
