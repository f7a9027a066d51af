package bot

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"

	"github.com/go-telegram/bot/models"

	"youju/store"
)

// What people think of an answer: two buttons below it, or a reaction to it. A
// person's last word counts.
const (
	buttonRight = "g"
	buttonWrong = "b"

	ratedRight = 1
	ratedWrong = -1
)

// withRating gives the last message of an answer the buttons to rate it with.
func (b *Bot) withRating(to place, messages []message) []message {
	if len(messages) == 0 {
		return messages
	}
	row := []models.InlineKeyboardButton{
		{Text: to.lang.Say("button.right"), CallbackData: aboutData(buttonRight, to)},
		{Text: to.lang.Say("button.wrong"), CallbackData: aboutData(buttonWrong, to)},
	}
	last := &messages[len(messages)-1]
	last.keyboard = beforeQuestions(last.keyboard, row)
	if last.rich != nil {
		last.richKeyboard = beforeQuestions(last.richKeyboard, row)
	}
	return messages
}

// tapRating keeps what the button says of the answer above it.
func (b *Bot) tapRating(ctx context.Context, q *models.CallbackQuery, to place, rating int) reply {
	turn, was, ok := b.turnOf(ctx, to.chat, q.Data)
	if !ok {
		return b.tapRefused(ctx, q, to.lang.Say("bot.tap-unknown"))
	}
	if len(turn.Shown) == 0 { // whether it arrived is not known, but here it is
		turn.Shown = []int64{int64(to.replyTo)}
	}
	if err := b.rate(ctx, turn, was, q.From.ID, rating); err != nil {
		b.log.Error("a rating cannot be kept", "chat", to.chat, "error", err)
		return b.tapRefused(ctx, q, to.lang.Say("bot.broken"))
	}
	thanks := to.lang.Say("bot.rated-right")
	if rating == ratedWrong {
		thanks = to.lang.Say("bot.rated-wrong")
	}
	b.answerTap(ctx, q, thanks, false)
	return silence()
}

// rate keeps a person's rating under the first message that showed the answer.
func (b *Bot) rate(ctx context.Context, turn store.Turn, was Remembered, person int64, rating int) error {
	if rating == 0 {
		return b.cfg.Store.Unrate(ctx, turn.Talk.Chat, turn.Shown[0], person)
	}
	hits, _ := json.Marshal(was.Answer.Hits) // texts and numbers: this cannot fail
	return b.cfg.Store.Rate(ctx, store.Feedback{
		Chat: turn.Talk.Chat, Message: turn.Shown[0], User: person, Rating: rating, Question: turn.Question, Answer: turn.Detail, Hits: hits,
	})
}

// reaction keeps what a reaction says; one that is taken back takes the rating
// back. Only those to answers count, and only thumbs: a heart is no judgement.
func (b *Bot) reaction(ctx context.Context, r *models.MessageReactionUpdated) reply {
	before, now := ratingOf(r.OldReaction), ratingOf(r.NewReaction)
	person := reacting(r)
	if before == now || person == 0 || !b.allowed(r.Chat.ID) || b.budgets.look(person, b.now()) != mayAsk {
		return silence()
	}
	turn, err := b.cfg.Store.ShownBy(ctx, r.Chat.ID, int64(r.MessageID))
	if errors.Is(err, sql.ErrNoRows) || err == nil && len(turn.Detail)*len(turn.Shown) == 0 {
		return silence()
	}
	var was Remembered
	if err == nil {
		was, err = Recall(turn.Detail)
	}
	if err == nil {
		err = b.rate(ctx, turn, was, person, now)
	}
	if err != nil {
		b.log.Error("a reaction cannot be kept", "chat", r.Chat.ID, "error", err)
	}
	return silence()
}

// reacting is who reacts; an anonymous administrator does in the group's name.
func reacting(r *models.MessageReactionUpdated) int64 {
	switch {
	case r.User != nil:
		return r.User.ID
	case r.ActorChat != nil:
		return r.ActorChat.ID
	}
	return 0
}

func ratingOf(reactions []models.ReactionType) int {
	for _, r := range reactions {
		if r.ReactionTypeEmoji == nil {
			continue
		}
		switch r.ReactionTypeEmoji.Emoji {
		case "👍":
			return ratedRight
		case "👎":
			return ratedWrong
		}
	}
	return 0
}
