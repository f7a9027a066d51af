package bot

import (
	"context"
	"database/sql"
	"errors"
	"time"

	"github.com/go-telegram/bot/models"

	"youju/answer/asking"
	"youju/store"
)

const (
	turnsKept = 5             // of a conversation
	turnsAge  = 2 * time.Hour // after which a question does not follow up any more
)

// threadOf is what a message may follow up on, oldest first: the turn of the message
// that it replies to, however old, or else the last of the conversation, with what
// that followed up on itself. One that was edited follows what it followed before.
func (b *Bot) threadOf(ctx context.Context, m *models.Message, prior *store.Asked) []store.Turn {
	if prior != nil {
		return b.thread(ctx, prior.After, time.Time{})
	}
	if other := m.ReplyToMessage; other != nil {
		return b.threadAt(ctx, talkIn(m), other.ID)
	}
	return b.lastThread(ctx, talkIn(m))
}

// threadAt is the thread of what a message showed, or where none is known of it (it
// may have arrived this moment) the last of the conversation.
func (b *Bot) threadAt(ctx context.Context, who store.Talk, message int) []store.Turn {
	turn, err := b.cfg.Store.ShownBy(ctx, who.Chat, int64(message))
	if errors.Is(err, sql.ErrNoRows) {
		return b.lastThread(ctx, who)
	}
	if err != nil {
		b.log.Error("a thread cannot be found; the question stands alone", "error", err)
		return nil
	}
	return b.thread(ctx, turn.Update, time.Time{})
}

func (b *Bot) lastThread(ctx context.Context, who store.Talk) []store.Turn {
	since := b.now().Add(-turnsAge)
	last, err := b.cfg.Store.History(ctx, who, since, 1)
	if err != nil {
		b.log.Error("a conversation cannot be read; the question stands alone", "error", err)
	}
	if len(last) == 0 {
		return nil
	}
	return b.thread(ctx, last[0].Update, since)
}

func (b *Bot) thread(ctx context.Context, update int64, since time.Time) []store.Turn {
	turns, err := b.cfg.Store.Thread(ctx, update, since, turnsKept)
	if err != nil {
		b.log.Error("a thread cannot be read; the question stands alone", "error", err)
		return nil
	}
	return turns
}

// asked is how the store knows what the question followed up on.
func (q inquiry) asked() *store.Asked {
	a := &store.Asked{Talk: q.who}
	if n := len(q.thread); n > 0 {
		a.After = q.thread[n-1].Update
	}
	return a
}

// said is a thread, since it was last begun anew.
func said(turns []store.Turn) []asking.Turn {
	var history []asking.Turn
	for _, t := range turns {
		history = append(history, asking.Turn{Question: t.Question, Answer: t.Answer})
		if t.Question == "" {
			history = nil
		}
	}
	return history
}

// beginAnew keeps a turn without a question: nothing before it is followed up.
func (b *Bot) beginAnew(m *models.Message, to place) reply {
	r := tell(to, sayText(to.lang.Say("bot.new")))
	r.turn = &store.Turn{Talk: talkIn(m)}
	return r
}

// forget removes what is kept of the person who asks for it.
func (b *Bot) forget(ctx context.Context, m *models.Message, to place) reply {
	if err := b.cfg.Store.Forget(ctx, store.Who{User: personOf(m)}); err != nil {
		b.log.Error("a person cannot be forgotten", "error", err)
		return refuse(to, to.lang.Say("bot.broken"))
	}
	return tell(to, sayText(to.lang.Say("bot.forgotten")))
}
