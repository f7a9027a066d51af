package bot

import (
	"context"
	"errors"

	"github.com/go-telegram/bot/models"

	"youju/answer/asking"
	"youju/store"
)

// question answers what was asked; a mention or /ask alone, in reply to a text,
// asks that text.
func (b *Bot) question(ctx context.Context, to place, m *models.Message, r request) reply {
	text := r.text
	if other := m.ReplyToMessage; text == "" && other != nil && !repliesTo(m, b.me) {
		text = trim(other.Text)
	}
	switch {
	case text == "" && r.command == "ask":
		return tell(to, sayText(to.lang.Say("bot.empty-ask"), b.examples()...))
	case text == "":
		return tell(to, sayText(to.lang.Say("bot.hint"), b.examples()...))
	}
	if small, is := smallTalk(bare(text)); is {
		questions := b.examples()
		if small == "bot.thanks" {
			questions = nil
		}
		return tell(to, sayText(to.lang.Say(small), questions...))
	}
	return b.ask(ctx, to, inquiry{talkIn(m), text, "", b.threadOf(ctx, m, r.prior)})
}

// inquiry is a question: who asks it, in which words, what is said above its answer,
// and the turns that it may follow up on.
type inquiry struct {
	who         store.Talk
	text, shown string
	thread      []store.Turn
}

// ask answers a question.
func (b *Bot) ask(ctx context.Context, to place, q inquiry) reply {
	b.metrics.questions.Inc()
	words := q.text
	if q.shown != "" { // a button's
		words = ""
	}
	to.manner = to.inThread(words, q.thread, q.who.User)
	to.indexing = b.indexing()
	if b.cfg.LogTexts {
		b.log.Info("asked", "chat", to.chat, "question", q.text)
	}
	if units(q.text) > messageLimit {
		return b.noAnswer(to, "long", to.lang.Say("bot.too-long"))
	}
	stop := b.working(ctx, to)
	defer stop()
	limited, cancel := context.WithTimeout(ctx, b.askTimeout)
	defer cancel()
	a, err := b.cfg.Ask(limited, asking.Question{Text: q.text, History: said(q.thread), Language: to.lang})
	stop()
	messages := b.withRating(to, b.withTable(to, a, q.text, q.shown, renderAnswer(to.manner, a, q.shown, b.article, b.links())))
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
		b.metrics.refusals.of("absent").Inc()
	}
	messages = withShare(messages, b.share(to, q))
	return reply{state: store.Answered, question: true, to: to, messages: messages,
		turn: &store.Turn{Talk: q.who, Question: q.text, Answer: a.Text, Detail: remember(a, said(q.thread))}, asked: q.asked()}
}

func (b *Bot) askFailed(to place, err error) reply {
	b.log.Error("a question could not be answered", "chat", to.chat, "error", err)
	if errors.Is(err, context.DeadlineExceeded) {
		return b.noAnswer(to, "slow", to.lang.Say("bot.too-slow"))
	}
	return b.noAnswer(to, "broken", to.lang.Say("bot.broken"))
}

func (b *Bot) noAnswer(to place, reason, text string) reply {
	b.metrics.refusals.of(reason).Inc()
	r := refuse(to, text)
	r.question = true
	return r
}
