package bot

import (
	"context"
	"slices"
)

// allowed says whether a chat is served. A person's own chat has the person's id.
func (b *Bot) allowed(chat int64) bool {
	return len(b.cfg.AllowedChats) == 0 || slices.Contains(b.cfg.AllowedChats, chat)
}

const markStranger = "stranger told" // of a chat

// tellStranger says once where to ask for admission, and nothing after it, whatever
// restarts come between. Where that cannot be kept nothing is said: a bot that
// repeats itself to strangers is worse than one that is silent.
func (b *Bot) tellStranger(ctx context.Context, to place) reply {
	_, told, err := b.cfg.Store.Mark(ctx, markStranger, to.chat)
	if err == nil && !told {
		err = b.cfg.Store.SetMark(ctx, markStranger, to.chat, 1)
	}
	if err != nil {
		b.log.Error("who was told that they are not admitted cannot be kept", "error", err)
	}
	if err != nil || told {
		return silence()
	}
	b.log.Info("a chat that is not allowed asked", "chat", to.chat)
	return refuse(to, to.lang.Say("bot.stranger", to.chat))
}

// shut says that an update is of a chat that is not served, and asks nothing that
// could be told so: a tap, an edit, a reaction.
func (b *Bot) shut(ctx context.Context, u update) bool {
	body := u.body
	if body.Message != nil || body.InlineQuery != nil || body.GuestMessage != nil || b.allowed(u.talk.Chat) {
		return false
	}
	if body.CallbackQuery != nil {
		b.acknowledge(ctx, body.CallbackQuery, "")
	}
	return true
}
