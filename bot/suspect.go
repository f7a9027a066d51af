package bot

import (
	"encoding/json"

	"youju/store"
)

// An update may kill the process each time that it is handled: not by a panic,
// which is caught, but by the memory that it takes. What a start finds in the
// journal is therefore counted on the disk before it is handled. What was counted
// before is suspect, and handled with nothing beside it, so that no other question
// is counted for its sake. What came in since the start is not counted: that would
// be a sync of the disk more for every question.

// startsMost is how many starts take up an update that they find in the journal.
const startsMost = 3

// So may a message whose file has to be made: it is found sending then.

// enter waits for a slot, or, for what is suspect, for all of them.
func (s *shift) enter(slots chan struct{}, suspect bool) (leave func()) {
	n := 1
	if suspect {
		n = cap(slots)
		s.alone.Lock() // two that each hold some would wait for each other
		defer s.alone.Unlock()
	}
	for range n {
		slots <- struct{}{}
	}
	return func() {
		for range n {
			<-slots
		}
	}
}

// begin counts what was left by a process before. It is false where the update
// has to stay in the journal.
func (s *shift) begin(u update) bool {
	if !u.left || u.begun >= startsMost {
		return true
	}
	return s.insist(u, func() error {
		_, err := s.cfg.Store.Begin(s.calling, u.id)
		return err
	}) == nil
}

// unbegin: a stop in the midst of an answer is nobody's fault.
func (s *shift) unbegin(u update) {
	if !u.left || u.begun >= startsMost {
		return
	}
	if err := s.cfg.Store.Unbegin(s.calling, u.id); err != nil {
		s.log.Warn("a stop counts against an update", "update", u.id, "error", err)
	}
}

// repost sends what a process before left, unless its file has ended too many.
func (s *shift) repost(m store.Message) {
	var p parcel
	if m.State != store.Sending || m.Damaged || json.Unmarshal(m.Payload, &p) != nil || p.Enclosure == nil {
		s.post(m)
		return
	}
	if m.Left >= startsMost {
		s.log.Error("a message ended the program at each start and is given up", "message", m.ID, "starts", m.Left)
		s.replace(m, "bot.no-file", "making its file ended the program")
		return
	}
	if err := s.cfg.Store.MarkLeft(s.calling, m.ID); err != nil {
		s.log.Error("a message that may end the program cannot be counted; it waits for the next start", "message", m.ID, "error", err)
		return
	}
	m.Left++
	s.post(m)
}

// handleOrGiveUp handles an update unless that has ended too many processes.
func (s *shift) handleOrGiveUp(u update) reply {
	if u.begun < startsMost {
		return s.handle(s.working, u)
	}
	s.log.Error("an update ended the program at each start and is given up", "update", u.id, "starts", u.begun)
	s.metrics.refusals.of("fatal").Inc()
	if u.damaged {
		return s.handle(s.working, u)
	}
	return s.apologise(s.working, u, "bot.fatal")
}
