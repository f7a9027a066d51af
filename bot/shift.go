package bot

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"
	"time"

	"youju/store"
)

const (
	workers     = 16     // questions answered at once
	connections = 64     // messages being sent at once
	waitingMost = 10_000 // updates in memory, and messages; more stay in the journal
)

// shift is the bot at work, from one Run to its end. What it does is in the
// store first: an update before Telegram hears that it came, an answer before it
// is sent. So it may end at any moment, and the next one goes on from there.
type shift struct {
	*Bot
	// taking ends with the signal to stop: nothing new is begun by itself.
	// working ends when what was taken has had its time; calls to Telegram that
	// are under way then get until calling ends, so as to know their outcome.
	taking, working, calling context.Context
	giveUp, hangUp           context.CancelFunc

	began          time.Time
	answers, sends *queues
	slots          chan struct{} // one for each question that is being answered
	alone          sync.Mutex    // held by what takes all slots
	lines          chan struct{} // one for each message that is being sent
}

func (b *Bot) newShift(ctx context.Context) *shift {
	s := &shift{
		Bot: b, taking: ctx, began: time.Now(), answers: newQueues(waitingMost), sends: newQueues(waitingMost),
		slots: make(chan struct{}, workers), lines: make(chan struct{}, connections),
	}
	s.working, s.giveUp = context.WithCancel(context.WithoutCancel(ctx))
	s.calling, s.hangUp = context.WithCancel(context.WithoutCancel(ctx))
	b.metrics.watch(s)
	return s
}

// resume takes up what a shift before left: first what is to be sent, then what
// is to be answered.
func (s *shift) resume() error {
	unsent, err := s.cfg.Store.Unsent(s.taking)
	if err != nil {
		return fmt.Errorf("resume: %w", err)
	}
	pending, err := s.cfg.Store.Pending(s.taking)
	if err != nil {
		return fmt.Errorf("resume: %w", err)
	}
	if len(unsent)+len(pending) > 0 {
		s.log.Info("taking up what was left", "questions", len(pending), "messages", len(unsent))
	}
	for _, m := range unsent {
		if m.State != store.Queued {
			s.metrics.sends.of("unknown").Inc()
		}
		s.repost(m)
	}
	for _, row := range pending {
		s.queue(s.reread(row))
	}
	return nil
}

// reread reads an update of the journal again.
func (s *shift) reread(row store.Update) update {
	if row.Damaged {
		return update{id: row.ID, talk: row.Talk, damaged: true, left: true, begun: row.Begun}
	}
	u, err := readUpdate(row.Body)
	if err != nil {
		s.log.Error("an update could not be read and is passed over", "update", row.ID, "error", err)
	}
	u.id, u.talk, u.left, u.begun = row.ID, row.Talk, true, row.Begun
	return u
}

// take journals updates and queues those that were not there yet. After an error
// none of them may be confirmed to Telegram.
func (s *shift) take(ctx context.Context, source string, updates ...update) error {
	var rows []store.Update
	for _, u := range updates {
		rows = append(rows, store.Update{ID: u.id, Talk: u.talk, Body: u.raw})
	}
	fresh, err := s.cfg.Store.Journal(ctx, rows...)
	s.troubles.set(troubleStore, err != nil && ctx.Err() == nil)
	if err != nil {
		return err
	}
	s.metrics.updates.of(source).Add(len(fresh))
	s.metrics.duplicates.Add(len(updates) - len(fresh))
	for _, u := range updates {
		// An id that came twice in one batch is fresh once.
		if i := slices.Index(fresh, u.id); i >= 0 {
			fresh = slices.Delete(fresh, i, i+1)
			u.raw = nil
			s.queue(u)
		}
	}
	return nil
}

// queue lets an update wait for its turn. At a stop it stays in the journal.
func (s *shift) queue(u update) {
	s.typed.note(u)
	_ = s.answers.push(s.taking, u.talk.Chat, job{u.id, func() { s.answer(u) }})
}

// answer ends one update: what is to be said for it is in the store, and on its
// way. Given up, it stays in the journal.
func (s *shift) answer(u update) {
	if u.suspect() && s.awaitCalm(u.begun) != nil {
		return
	}
	defer s.enter(s.slots, u.suspect())()
	if s.working.Err() != nil || !s.begin(u) {
		return
	}
	began := time.Now()
	r := s.placed(s.working, u, s.handleOrGiveUp(u))
	if s.working.Err() != nil && r.state == store.Refused {
		s.unbegin(u)
		return // not its own fault
	}
	if r.question {
		s.metrics.answering.Update(time.Since(began).Seconds())
	}
	s.conclude(u, r)
}

// conclude does not let go of the update while the store cannot take its end.
func (s *shift) conclude(u update, r reply) {
	outcome := store.Outcome{Update: u.id, State: r.state, Messages: r.rows(u.talk), Turn: r.turn, Asked: r.asked}
	var ids []int64
	err := s.insist(u, func() (err error) {
		ids, err = s.cfg.Store.Finish(s.calling, outcome)
		return err
	})
	if errors.Is(err, store.ErrFinished) {
		s.log.Warn("an update was answered twice", "update", u.id)
	}
	if err != nil {
		return
	}
	for i, id := range ids {
		m := outcome.Messages[i]
		m.ID = id
		s.post(m)
	}
}

// insist tries again until the store takes what is to be kept of an update. An
// error says that it will not: ErrFinished, or it is time to stop.
func (s *shift) insist(u update, keep func() error) error {
	for try := 1; ; try++ {
		err := keep()
		s.troubles.set(troubleStore, err != nil && !errors.Is(err, store.ErrFinished) && s.calling.Err() == nil)
		if err == nil || errors.Is(err, store.ErrFinished) {
			return err
		}
		wait := s.backoff(try)
		s.log.Error("an update cannot be kept; trying again", "update", u.id, "wait", wait, "error", err)
		if errors.Is(err, store.ErrClosed) || sleep(s.taking, wait) != nil {
			return err
		}
	}
}

// finish lets what was taken in come to its end, for at most ten seconds.
func (s *shift) finish() {
	defer s.hangUp()
	defer s.giveUp()
	deadline := time.After(s.drainTime)
	for _, q := range []*queues{s.answers, s.sends} {
		select {
		case <-q.drained():
		case <-deadline:
			s.stopNow()
			return
		}
	}
}

// stopNow leaves what is not finished in the store.
func (s *shift) stopNow() {
	s.log.Warn("stopped before all was answered; it goes on after the next start",
		"questions", s.answers.unfinished(), "messages", s.sends.unfinished())
	s.answers.halt()
	s.sends.halt()
	s.giveUp()
	last := time.AfterFunc(finalTime, s.hangUp)
	defer last.Stop()
	end := time.After(finalTime + finalTime/2)
	for _, q := range []*queues{s.answers, s.sends} {
		select {
		case <-q.drained():
		case <-end: // somebody does not heed the context
			return
		}
	}
}
