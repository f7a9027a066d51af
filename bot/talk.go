package bot

import (
	"context"
	"time"

	"github.com/go-telegram/bot/models"

	"youju/answer"
	"youju/store"
)

const (
	turnsKept = 5             // of a conversation
	turnsAge  = 2 * time.Hour // after which a question does not follow up any more
)

// history is what was said before, oldest first, since the conversation was last
// begun anew.
func (b *Bot) history(ctx context.Context, who store.Talk) []answer.Turn {
	turns, err := b.cfg.Store.History(ctx, who, b.now().Add(-turnsAge), turnsKept)
	if err != nil {
		b.log.Error("a conversation cannot be read; the question stands alone", "error", err)
		return nil
	}
	var history []answer.Turn
	for _, t := range turns {
		history = append(history, answer.Turn{Question: t.Question, Answer: t.Answer})
		if t.Question == "" {
			history = nil
		}
	}
	return history
}

// beginAnew keeps a turn without a question: nothing before it is followed up.
func (b *Bot) beginAnew(m *models.Message, to place) reply {
	r := say(to, sayText(to.lang.Say("bot.new")))
	r.turn = &store.Turn{Talk: talkOf(&models.Update{Message: m})}
	return r
}

// forget removes what is kept of the person who asks for it.
func (b *Bot) forget(ctx context.Context, m *models.Message, to place) reply {
	if err := b.cfg.Store.Forget(ctx, store.Who{User: personOf(m)}); err != nil {
		b.log.Error("a person cannot be forgotten", "error", err)
		return refuse(to, to.lang.Say("bot.broken"))
	}
	return say(to, sayText(to.lang.Say("bot.forgotten")))
}
