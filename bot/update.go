package bot

import (
	"encoding/json"
	"errors"

	"github.com/go-telegram/bot/models"

	"youju/store"
)

// update is one update; body is nil when it could not be read.
type update struct {
	id      int64
	talk    store.Talk
	raw     json.RawMessage // as it came; nil once it is journalled
	body    *models.Update
	damaged bool // the journal's copy of it is
	left    bool // by a process before: it was found in the journal at the start
	begun   int  // how many starts have taken it up since
}

// readUpdate reads one update. A kind of forward, quote or media that the
// library does not know yet makes it fail; the parts that the bot needs are then
// read alone. On an error the id is still set where there is one.
func readUpdate(raw json.RawMessage) (update, error) {
	var head struct {
		ID int64 `json:"update_id"`
	}
	if err := json.Unmarshal(raw, &head); err != nil {
		return update{}, err
	}
	u := update{id: head.ID, raw: raw, body: &models.Update{}}
	err := json.Unmarshal(raw, u.body)
	if err != nil {
		u.body = &models.Update{}
		if lean, leanErr := leanUpdate(raw); leanErr != nil || json.Unmarshal(lean, u.body) != nil {
			u.body = nil
			return u, err
		}
	}
	u.talk = talkOf(u.body)
	return u, nil
}

// leanUpdate keeps of an update's message what a question needs.
func leanUpdate(raw json.RawMessage) (json.RawMessage, error) {
	var whole struct {
		ID      int64                      `json:"update_id"`
		Message map[string]json.RawMessage `json:"message"`
		Edited  map[string]json.RawMessage `json:"edited_message"`
	}
	if err := json.Unmarshal(raw, &whole); err != nil {
		return nil, err
	}
	kind := models.AllowedUpdateMessage
	if whole.Edited != nil {
		kind, whole.Message = models.AllowedUpdateEditedMessage, whole.Edited
	}
	if whole.Message == nil {
		return nil, errors.New("no message in it")
	}
	kept := map[string]json.RawMessage{}
	for _, key := range []string{"message_id", "message_thread_id", "is_topic_message", "from", "sender_chat", "via_bot",
		"date", "chat", "text", "entities", "caption", "caption_entities"} {
		if value, ok := whole.Message[key]; ok {
			kept[key] = value
		}
	}
	return json.Marshal(map[string]any{"update_id": whole.ID, kind: kept})
}

// talkOf is whose conversation the update belongs to, and so whose queue; zeros
// for one that nobody waits for.
func talkOf(u *models.Update) store.Talk {
	switch {
	case u == nil:
	case u.Message != nil:
		return talkIn(u.Message)
	case u.EditedMessage != nil:
		return talkIn(u.EditedMessage)
	case u.MessageReaction != nil:
		return store.Talk{Chat: u.MessageReaction.Chat.ID, User: reacting(u.MessageReaction)}
	case u.GuestMessage != nil:
		return talkIn(u.GuestMessage)
	case u.InlineQuery != nil && u.InlineQuery.From != nil:
		return store.Talk{Chat: u.InlineQuery.From.ID, User: u.InlineQuery.From.ID}
	case u.CallbackQuery != nil:
		to := placeOfTap(u.CallbackQuery)
		return store.Talk{Chat: to.chat, Thread: int64(to.thread), User: u.CallbackQuery.From.ID}
	}
	return store.Talk{}
}

func talkIn(m *models.Message) store.Talk {
	to := placeOf(m)
	return store.Talk{Chat: to.chat, Thread: int64(to.thread), User: personOf(m)}
}

// personOf is who wrote a message. Anonymous administrators of all groups share
// one id of Telegram's: the group in whose name they write tells them apart.
func personOf(m *models.Message) int64 {
	switch {
	case m.SenderChat != nil:
		return m.SenderChat.ID
	case m.From != nil:
		return m.From.ID
	}
	return 0
}
