package bot

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/json"
	"errors"

	"github.com/go-telegram/bot/models"

	"youju/store"
)

const (
	methodEdit   = "editMessageText"
	methodDelete = "deleteMessage"
)

// target is a message of ours that is changed in place of a new one being sent: one
// that is known, or the one at Index of those that were sent for an update. That is
// looked up when it is sent: what it changes may be on its way itself.
type target struct {
	Message int   `json:"message,omitempty"`
	Update  int64 `json:"update,omitempty"`
	Index   int   `json:"index,omitempty"`
}

// edited answers a message anew whose words were changed, in place of what was
// answered before. A message that was never answered stays so: Telegram also says
// "edited" when a link got its preview, or long after.
func (b *Bot) edited(ctx context.Context, update int64, m *models.Message) reply {
	prior, err := b.cfg.Store.AskedIn(ctx, m.Chat.ID, int64(m.ID))
	if errors.Is(err, sql.ErrNoRows) {
		return silence()
	}
	if err != nil {
		b.log.Error("what was edited cannot be looked up; its answer stays", "error", err)
		return silence()
	}
	if prior.Words == wordsOf(m) {
		return silence()
	}
	r := b.message(ctx, update, m, &prior)
	if r.asked == nil { // over the budget: the old answer stays, and a notice follows
		return r
	}
	shown, err := b.cfg.Store.MessagesOf(ctx, prior.Update)
	if err != nil {
		b.log.Error("what an edited question was answered with cannot be looked up; it is answered anew", "error", err)
		return r
	}
	r.edits = &edits{update: prior.Update, count: len(shown)}
	return r
}

// wordsOf is a digest of what a message says: the store need not know it for
// telling an edit from none.
func wordsOf(m *models.Message) string { return shortDigest(m.Text+"\x00"+m.Caption, 9) }

// edits are the messages that a reply takes the place of.
type edits struct {
	message int   // a single one, or
	update  int64 // those that were sent for an update
	count   int
}

func (e *edits) target(i int) *target {
	switch {
	case e == nil, e.message != 0 && i > 0:
		return nil
	case e.message != 0:
		return &target{Message: e.message}
	}
	return &target{Update: e.update, Index: i}
}

// leftOver are the calls that take away what an answer had more than the new one.
func (e *edits) leftOver(talk store.Talk, messages int) []store.Message {
	if e == nil || e.update == 0 {
		return nil
	}
	var rows []store.Message
	for i := messages; i < e.count; i++ {
		call, _ := json.Marshal(map[string]int64{"chat_id": talk.Chat})
		payload, _ := json.Marshal(parcel{Call: call, Edits: e.target(i)})
		rows = append(rows, store.Message{Talk: talk, Method: methodDelete, Payload: payload})
	}
	return rows
}

// shape is the call for a parcel: what it changes may be known only now. An empty
// method: there is nothing to be done.
func (s *shift) shape(m store.Message, p *parcel) (method string, call json.RawMessage) {
	if p.Edits == nil {
		return p.method, p.Call
	}
	id := int64(p.Edits.Message)
	if id == 0 {
		shown, err := s.cfg.Store.MessagesOf(s.calling, p.Edits.Update)
		if err != nil {
			s.log.Error("a message to be changed cannot be looked up", "message", m.ID, "error", err)
		}
		if p.Edits.Index < len(shown) {
			id = shown[p.Edits.Index]
		}
	}
	switch {
	case id != 0 && m.Method == methodDelete:
		return methodDelete, withFields(p.Call, map[string]any{"message_id": id})
	case id != 0:
		return methodEdit, withFields(p.Call, map[string]any{"message_id": id, "reply_parameters": nil, "message_thread_id": nil})
	case m.Method == methodDelete:
		return "", nil
	}
	return p.method, p.Call
}

// withFields is a call with some of its fields set; nil takes one away.
func withFields(call json.RawMessage, change map[string]any) json.RawMessage {
	fields := map[string]json.RawMessage{}
	d := json.NewDecoder(bytes.NewReader(call))
	if d.Decode(&fields) != nil {
		return call
	}
	for key, value := range change {
		delete(fields, key)
		if value != nil {
			fields[key], _ = json.Marshal(value) // numbers and strings
		}
	}
	changed, _ := json.Marshal(fields)
	return changed
}
