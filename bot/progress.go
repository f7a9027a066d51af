package bot

import (
	"context"
	"encoding/json"
	"errors"
	"time"

	tg "github.com/go-telegram/bot"
	"github.com/go-telegram/bot/models"
)

const (
	progressAfter = time.Second // of work before more than typing is shown
	draftEvery    = time.Second // a draft lasts for half a minute
	draftMost     = 6 * time.Second

	markPlaced   = "placed"    // for an update: the message that its answer takes the place of
	markNoDrafts = "no drafts" // of a chat: Telegram refuses them
)

// working shows that the bot works until stop is called: typing at once, and when
// it takes long a draft that fills, or in a group one message, which the answer
// takes the place of (see placed). stop waits for a call in flight, so that nothing
// of it appears after the answer.
func (b *Bot) working(ctx context.Context, to place) (stop func()) {
	stopTyping := b.typing(ctx, to)
	ctx, cancel := context.WithCancel(ctx)
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		switch {
		case sleep(ctx, b.progressAfter) != nil:
		case to.chat > 0:
			b.fillDraft(ctx, to)
		case !to.edited:
			b.placeHolder(ctx, to)
		}
	}()
	return func() {
		cancel()
		<-ended
		stopTyping()
	}
}

// fillDraft shows a draft in a private chat, and fills it
// (https://core.telegram.org/bots/api#sendmessagedraft). A chat whose server or
// client knows no drafts is left to typing from then on.
func (b *Bot) fillDraft(ctx context.Context, to place) {
	if _, refused, err := b.cfg.Store.Mark(ctx, markNoDrafts, to.chat); err != nil || refused {
		return
	}
	text := to.lang.Say("bot.working")
	for i := 0; ; i++ {
		err := b.sendDraft(ctx, to, text)
		if errors.Is(err, tg.ErrorBadRequest) || errors.Is(err, tg.ErrorNotFound) || errors.Is(err, tg.ErrorForbidden) {
			b.log.Info("drafts are refused; only typing is shown in this chat", "chat", to.chat, "error", b.mask.err(err))
			if err := b.cfg.Store.SetMark(ctx, markNoDrafts, to.chat, 1); err != nil {
				b.log.Warn("this will be tried again", "error", err)
			}
		}
		if err != nil || sleep(ctx, min(draftMost, b.draftEvery*time.Duration(1+i))) != nil {
			return
		}
		if i == 0 {
			text += "\n" + to.lang.Say("bot.working-on")
		}
		text += "…"
	}
}

func (b *Bot) sendDraft(ctx context.Context, to place, text string) error {
	ctx, cancel := context.WithTimeout(ctx, 2*time.Second)
	defer cancel()
	call := map[string]any{"chat_id": to.chat, "draft_id": to.replyTo, "text": text}
	if to.thread != 0 {
		call["message_thread_id"] = to.thread
	}
	body, err := json.Marshal(call) // the library would send the id as a string
	if err != nil {
		return err
	}
	_, err = b.request(ctx, "sendMessageDraft", contentJSON, body)
	return err
}

// placeHolder sends one message to a group, if Telegram's limits leave room for it,
// and remembers it, so that a kill leaves it to the answer after the next start. It
// is not given up half-way: a message that is not known of would stay for ever.
func (b *Bot) placeHolder(ctx context.Context, to place) {
	if _, found, err := b.cfg.Store.Mark(ctx, markPlaced, to.update); err != nil || found || !b.pace.take(to.chat) {
		return
	}
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), 5*time.Second)
	defer cancel()
	m, err := b.api.SendMessage(ctx, &tg.SendMessageParams{
		ChatID: to.chat, MessageThreadID: to.thread, Text: to.lang.Say("bot.working"), DisableNotification: true,
		ReplyParameters: &models.ReplyParameters{MessageID: to.replyTo, AllowSendingWithoutReply: true},
	})
	if err == nil {
		err = b.cfg.Store.SetMark(ctx, markPlaced, to.update, int64(m.ID))
	}
	if err != nil {
		b.log.Debug("that the bot works could not be shown", "chat", to.chat, "error", b.mask.err(err))
	}
}

// placed lets an answer take the place of the message that said it was coming.
func (b *Bot) placed(ctx context.Context, u update, r reply) reply {
	if u.talk.Chat >= 0 || r.edits != nil || len(r.messages) == 0 {
		return r
	}
	id, found, err := b.cfg.Store.Mark(ctx, markPlaced, u.id)
	if err != nil {
		b.log.Error("the message that said that an answer was coming stays", "error", err)
	}
	if found {
		r.edits = &edits{message: int(id)}
	}
	return r
}
