package bot

import (
	"context"
	"encoding/json"
	"time"

	"github.com/go-telegram/bot/models"

	"youju/store"
)

// guest answers a mention in a chat that the bot is no member of, with the one
// message that a guest may post (https://core.telegram.org/bots/api#answerguestquery).
func (b *Bot) guest(ctx context.Context, update int64, m *models.Message) reply {
	if m.GuestQueryID == "" || !fromPerson(m) {
		return silence()
	}
	r := readRequest(m, b.me)
	text := r.text
	if other := m.ReplyToMessage; text == "" && other != nil {
		text = trim(other.Text)
	}
	to := b.settle(ctx, placeOf(m), m.From, text)
	to.update = update
	if !b.allowed(m.Chat.ID) && !b.allowed(personOf(m)) {
		told := b.tellStranger(ctx, to)
		b.answerGuest(ctx, to, m, told.messages)
		return reply{state: told.state}
	}
	if notice, over := b.overBudget(to.lang, personOf(m), time.Unix(int64(m.Date), 0)); over {
		if notice != "" {
			b.answerGuest(ctx, to, m, sayText(notice))
		}
		return reply{state: store.Refused}
	}
	if text == "" {
		b.answerGuest(ctx, to, m, sayText(to.lang.Say("bot.guest-empty")))
		return reply{state: store.Answered}
	}
	result, err := b.result(ctx, to, text)
	if ctx.Err() != nil { // told to stop: it will be asked again after the next start
		return reply{state: store.Refused}
	}
	if err != nil {
		failed := b.askFailed(to, err)
		b.answerGuest(ctx, to, m, failed.messages)
		return reply{state: failed.state, question: true}
	}
	b.postGuest(ctx, m, result)
	return reply{state: store.Answered, question: true, turn: aside(talkIn(m), text)}
}

// answerGuest posts a text of ours; none: nothing.
func (b *Bot) answerGuest(ctx context.Context, to place, m *models.Message, messages []message) {
	if len(messages) == 0 {
		return
	}
	result, err := article(m.GuestQueryID, b.me.FirstName, "", messages[0], nil)
	if err != nil {
		b.log.Error("a guest's answer cannot be written", "chat", to.chat, "error", err)
		return
	}
	b.postGuest(ctx, m, result)
}

func (b *Bot) postGuest(ctx context.Context, m *models.Message, result json.RawMessage) {
	body, err := json.Marshal(map[string]any{"guest_query_id": m.GuestQueryID, "result": result})
	if err == nil {
		err = b.call(ctx, func(ctx context.Context) error {
			_, err := b.request(ctx, "answerGuestQuery", contentJSON, body)
			return err
		})
	}
	if err != nil {
		b.log.Warn("a guest query was not answered", "chat", m.Chat.ID, "error", b.mask.err(err))
	}
}
