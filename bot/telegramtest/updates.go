package telegramtest

import (
	"encoding/json"
	"slices"
	"time"
)

// pending is an update that the bot has not confirmed.
type pending struct {
	id   int64
	body json.RawMessage
}

// Deliver makes an update of the given type ("message", "callback_query"…) and
// returns its id, or 0 where the bot has not asked for that type.
func (s *Server) Deliver(kind string, body any) int64 {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.deliver(kind, body)
}

func (s *Server) deliver(kind string, body any) int64 {
	if !s.wanted(kind) {
		return 0
	}
	s.updateID++
	raw, err := json.Marshal(map[string]any{"update_id": s.updateID, kind: body})
	if err != nil {
		panic(err) // a test's own mistake
	}
	s.updates = append(s.updates, pending{s.updateID, raw})
	s.notify()
	return s.updateID
}

// DeliverRaw puts the bytes in as an update, whatever they are; they should hold
// the update_id, one above the last.
func (s *Server) DeliverRaw(id int64, raw json.RawMessage) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.updateID = max(s.updateID, id)
	s.updates = append(s.updates, pending{id, raw})
	s.notify()
}

// NextUpdateID is the id that the next update will have.
func (s *Server) NextUpdateID() int64 {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.updateID + 1
}

func (s *Server) wanted(kind string) bool {
	if len(s.allowed) > 0 {
		return slices.Contains(s.allowed, kind)
	}
	return !slices.Contains([]string{"chat_member", "message_reaction", "message_reaction_count"}, kind)
}

// Unconfirmed are the updates that Telegram would give out again.
func (s *Server) Unconfirmed() []int64 {
	s.mu.Lock()
	defer s.mu.Unlock()
	var ids []int64
	for _, u := range s.updates {
		ids = append(ids, u.id)
	}
	return ids
}

// getUpdates: an offset confirms all updates before it, a negative one all but
// the last; a second poll ends the first with 409
// (https://core.telegram.org/bots/api#getupdates).
func (s *Server) getUpdates(r request) (any, error) {
	limit := int(r.int("limit"))
	if limit < 1 || limit > 100 {
		limit = 100
	}
	mine, err := s.beginPoll(r)
	if err != nil {
		return nil, err
	}
	timeout := time.NewTimer(time.Duration(r.int("timeout")) * time.Second)
	defer timeout.Stop()
	for {
		batch, changed := s.batch(limit)
		if len(batch) > 0 {
			return batch, nil
		}
		select {
		case <-changed:
		case <-mine:
			return nil, &apiError{Code: 409, Description: "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"}
		case <-timeout.C:
			return []json.RawMessage{}, nil
		case <-r.http.Context().Done():
			return []json.RawMessage{}, nil
		case <-s.closed:
			return []json.RawMessage{}, nil
		}
	}
}

func (s *Server) beginPoll(r request) (chan struct{}, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.webhook != "" {
		return nil, &apiError{Code: 409, Description: "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"}
	}
	if s.poller != nil {
		close(s.poller)
	}
	s.poller = make(chan struct{})
	if err := s.readAllowed(r); err != nil {
		return nil, err
	}
	s.confirm(r.int("offset"))
	return s.poller, nil
}

func (s *Server) confirm(offset int64) {
	if offset < 0 {
		s.updates = s.updates[max(0, len(s.updates)+int(offset)):]
		return
	}
	s.updates = slices.DeleteFunc(s.updates, func(u pending) bool { return u.id < offset })
	s.notify()
}

func (s *Server) batch(limit int) ([]json.RawMessage, chan struct{}) {
	s.mu.Lock()
	defer s.mu.Unlock()
	var batch []json.RawMessage
	for _, u := range s.updates[:min(limit, len(s.updates))] {
		batch = append(batch, u.body)
	}
	return batch, s.changed
}
