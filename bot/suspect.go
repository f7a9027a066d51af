package bot

import (
	"encoding/json"
	"time"

	"youju/store"
)

// An update may kill the process each time that it is handled: not by a panic,
// which is caught, but by the memory that it takes. What a start finds in the
// journal is therefore counted on the disk before it is handled. What was counted
// before is suspect, and handled with nothing beside it, so that no other question
// is counted for its sake. What came in since the start is not counted: that would
// be a sync of the disk more for every question.
//
// A process that is killed from outside leaves the same traces. What does so strikes
// at any time, and often soon after a start; what is suspect is therefore handled only
// when the process has run for a while. One that kills is the only thing in work when
// the end comes, each time; an innocent one waits when it comes, and is not counted.

// A message whose file has to be made may kill as well: it is found sending then.

const (
	startsMost = 3               // how many starts handle what they find
	calm       = 2 * time.Second // before what was counted once is handled
)

// awaitCalm waits until the process has run for long enough to handle what was counted
// so often: four times as long for the second time. An error says that the shift ends
// before, and that it has to stay in the store.
func (s *shift) awaitCalm(counted int) error {
	return sleep(s.taking, time.Until(s.began.Add(s.calm*time.Duration(counted*counted))))
}

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

// suspect says that an update was being handled when a process before ended.
func (u update) suspect() bool { return u.begun > 0 && u.begun < startsMost }

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

// repost sends what a process before left, unless its file has ended too many. One
// whose file may have ended one is marked as suspect by what is counted of it.
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
