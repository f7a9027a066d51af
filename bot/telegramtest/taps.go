package telegramtest

import (
	"fmt"
	"testing"
	"time"
)

// Tap is a tap on a button.
type Tap struct {
	ID       string
	server   *Server
	answered int
	notice   string
	alert    bool
}

// Tap is a tap of somebody on the button with this label below a message.
func (r *Room) Tap(t testing.TB, from User, m *Message, label string) *Tap {
	t.Helper()
	for _, b := range m.Buttons() {
		if b.Text == label {
			return r.TapData(from, m, b.CallbackData)
		}
	}
	t.Fatalf("no button %q below the message; there are %v", label, m.Buttons())
	return nil
}

// TapData is a tap with any data; a client can send what it likes.
func (r *Room) TapData(from User, m *Message, data string) *Tap {
	return r.tap(from, m, data)
}

// TapOld is a tap on a message that is too old for Telegram to show to the bot.
func (r *Room) TapOld(from User, m *Message, data string) *Tap {
	return r.tap(from, map[string]any{"message_id": m.ID, "chat": m.Chat, "date": 0}, data)
}

func (r *Room) tap(from User, message any, data string) *Tap {
	s := r.server
	s.mu.Lock()
	defer s.mu.Unlock()
	tap := &Tap{ID: fmt.Sprintf("43%016d", len(s.taps)), server: s}
	s.taps[tap.ID] = tap
	s.deliver("callback_query", map[string]any{
		"id": tap.ID, "from": from, "message": message, "data": data, "chat_instance": fmt.Sprint(r.Chat.ID),
	})
	return tap
}

// React sets somebody's reactions to a message, in place of those before; none
// takes them away. In a group the bot hears of it as an administrator only
// (https://core.telegram.org/bots/api#update).
func (r *Room) React(from User, m *Message, emojis ...string) {
	s := r.server
	s.mu.Lock()
	defer s.mu.Unlock()
	reactions := func(emojis []string) []map[string]string {
		list := []map[string]string{}
		for _, e := range emojis {
			list = append(list, map[string]string{"type": "emoji", "emoji": e})
		}
		return list
	}
	key := fmt.Sprint(from.ID, " ", m.ID)
	before := r.reactions[key]
	if r.reactions == nil {
		r.reactions = map[string][]string{}
	}
	r.reactions[key] = emojis
	if r.Chat.Type != "private" && !r.admin {
		return
	}
	s.deliver("message_reaction", map[string]any{"chat": r.Chat, "message_id": m.ID, "user": from, "date": time.Now().Unix(),
		"old_reaction": reactions(before), "new_reaction": reactions(emojis)})
}

// Promote makes the bot an administrator.
func (r *Room) Promote() {
	r.server.mu.Lock()
	defer r.server.mu.Unlock()
	r.admin = true
}

// Answer waits for answerCallbackQuery and gives its notice.
func (tap *Tap) Answer(t testing.TB) string {
	t.Helper()
	if !tap.server.wait(func() bool { return tap.answered > 0 }) {
		t.Fatal("the tap was never answered")
	}
	tap.server.mu.Lock()
	defer tap.server.mu.Unlock()
	return tap.notice
}
