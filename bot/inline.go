package bot

import (
	"context"
	"encoding/json"
	"fmt"
	"sync"
	"time"

	"github.com/go-telegram/bot/models"

	"youju/answer/asking"
	"youju/answer/say"
	"youju/lang"
	"youju/store"
)

const (
	inlineWait       = 300 * time.Millisecond // after a letter, before a question is taken for whole
	inlineCache      = 30                     // seconds that Telegram gives a result out again
	descriptionRunes = 200
)

// typed knows the last inline query of each person: with every letter comes another
// one, and only what stands still is answered.
type typed struct {
	mu   sync.Mutex
	last map[int64]int64 // an update, by person
}

func (t *typed) note(u update) {
	if u.body == nil || u.body.InlineQuery == nil {
		return
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	t.last[u.talk.User] = max(t.last[u.talk.User], u.id)
}

// take says whether the update is still the person's last, and forgets it if so.
func (t *typed) take(person, update int64) bool {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.last[person] != update {
		return false
	}
	delete(t.last, person)
	return true
}

// inline answers "@bot question" in any chat with a result that a tap posts there:
// its title is the figure. A chat's id is not told: a person is let in as in their
// own chat.
func (b *Bot) inline(ctx context.Context, update int64, q *models.InlineQuery) reply {
	if q.From == nil {
		return silence()
	}
	_ = sleep(ctx, b.inlineWait)
	if !b.typed.take(q.From.ID, update) {
		return silence()
	}
	to := b.settle(ctx, place{chat: q.From.ID, update: update}, q.From, q.Query)
	if !b.allowed(q.From.ID) {
		b.answerInline(ctx, to, q, nil)
		return silence()
	}
	if _, over := b.overLooks(to.lang, q.From.ID, b.now()); over {
		return reply{state: store.Refused}
	}
	questions := []string{trim(q.Query)}
	if questions[0] == "" {
		questions, to.update = b.examples(), 0 // which none of them can be named by
	}
	var results []json.RawMessage
	for _, question := range questions {
		if result, err := b.result(ctx, to, question); err != nil {
			b.log.Error("an inline question could not be answered", "error", err)
		} else {
			results = append(results, result)
		}
	}
	if ctx.Err() == nil {
		b.answerInline(ctx, to, q, results)
	}
	r := reply{state: store.Answered}
	if to.update != 0 {
		r.turn = aside(store.Talk{Chat: q.From.ID, User: q.From.ID}, questions[0])
	}
	return r
}

// result is a question's answer as an article: the figure, the sentence, and the
// message that is posted.
func (b *Bot) result(ctx context.Context, to place, question string) (json.RawMessage, error) {
	b.metrics.questions.Inc()
	ctx, cancel := context.WithTimeout(ctx, b.askTimeout)
	defer cancel()
	to.indexing = b.indexing()
	a, err := b.cfg.Ask(ctx, asking.Question{Text: question, Language: to.lang})
	if err != nil {
		return nil, err
	}
	if a.Refused {
		b.metrics.refusals.of("absent").Inc()
	}
	a.Suggestions = nil // a message that is posted has no chat in which a tap could ask
	messages := renderAnswer(to.manner, a, question, b.article, b.links())
	if len(messages) == 0 {
		return nil, fmt.Errorf("the answer to an inline question is empty")
	}
	return article(question, title(to.lang, a), description(a), messages[0], b.askAgain(to, question))
}

// article is a result that posts a message
// (https://core.telegram.org/bots/api#inlinequeryresultarticle).
func article(id, title, description string, m message, keyboard [][]models.InlineKeyboardButton) (json.RawMessage, error) {
	off := true
	if trim(title) == "" { // which Telegram refuses
		title = "…"
	}
	result := &models.InlineQueryResultArticle{
		ID: shortDigest(id, 12), Title: title, Description: description,
		InputMessageContent: models.InputTextMessageContent{
			MessageText: m.html, ParseMode: models.ParseModeHTML, LinkPreviewOptions: &models.LinkPreviewOptions{IsDisabled: &off}},
	}
	if len(keyboard) > 0 {
		result.ReplyMarkup = &models.InlineKeyboardMarkup{InlineKeyboard: keyboard}
	}
	return result.MarshalCustom()
}

// title is the figure that was asked for, or the beginning of what is said.
func title(l lang.Language, a say.Answer) string {
	switch {
	case a.Refused:
		return l.Say("bot.inline-absent")
	case len(a.Derived) > 0:
		return oneLine(a.Derived[0].Text, titleRunes)
	case len(a.Figures) > 0:
		return oneLine(a.Figures[0].Text, titleRunes)
	}
	return oneLine(a.Text, titleRunes)
}

// description is the sentence that proves it, or why there is none.
func description(a say.Answer) string {
	if a.Refused || len(a.Citations) == 0 {
		return oneLine(a.Text, descriptionRunes)
	}
	return oneLine(a.Citations[0].Quote, descriptionRunes)
}

// answerInline is not tried twice: the next letter asks again. Telegram gives the
// results to everybody who asks the same, unless they are in a language or for
// chats of their own.
func (b *Bot) answerInline(ctx context.Context, to place, q *models.InlineQuery, results []json.RawMessage) {
	if results == nil {
		results = []json.RawMessage{}
	}
	body, err := json.Marshal(map[string]any{
		"inline_query_id": q.ID, "results": results, "cache_time": inlineCache,
		"is_personal": len(b.cfg.AllowedChats) > 0 || to.lang != lang.Simplified,
	})
	if err == nil {
		ctx, cancel := context.WithTimeout(ctx, callTimeout)
		defer cancel()
		_, err = b.request(ctx, "answerInlineQuery", contentJSON, body)
	}
	if err != nil {
		b.log.Info("an inline query was not answered", "error", b.mask.err(err))
	}
}
