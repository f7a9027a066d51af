package bot

import (
	"encoding/json"
	"errors"
	"net"
	"slices"
	"strings"
	"time"

	tg "github.com/go-telegram/bot"

	"youju/store"
)

// reply is how an update ends, and what is said.
type reply struct {
	state    store.State
	question bool // it was one
	to       place
	messages []message
	turn     *store.Turn
	asked    *store.Asked // the message or tap that was answered, where one may refer to it
	edits    *edits       // what the messages take the place of; nil: they are new
}

// silence is for what wants no answer.
func silence() reply { return reply{state: store.Dropped} }

func tell(to place, messages []message) reply {
	return reply{state: store.Answered, to: to, messages: messages}
}

// refuse says why there is no answer.
func refuse(to place, text string) reply {
	return reply{state: store.Refused, to: to, messages: sayText(text)}
}

// rows are the messages for the store; the first is a reply.
func (r reply) rows(talk store.Talk) []store.Message {
	var rows []store.Message
	to := r.to
	talk = store.Talk{Chat: to.chat, Thread: int64(to.thread), User: talk.User}
	for i, m := range r.messages {
		method, payload := m.pack(to, r.edits.target(i))
		rows = append(rows, store.Message{Talk: talk, Method: method, Payload: payload})
		to.replyTo = 0
	}
	return append(rows, r.edits.leftOver(talk, len(r.messages))...)
}

// post lets a message of the store wait for its turn. At a stop it stays there.
func (s *shift) post(m store.Message) {
	if m.Damaged {
		s.replace(m, "bot.lost", "what it said cannot be read")
		return
	}
	_ = s.sends.push(s.working, m.Talk.Chat, job{m.ID, func() { s.send(m) }})
}

// replace ends a message for a reason and says a text of lang in its place.
func (s *shift) replace(m store.Message, text, reason string) {
	to := s.settle(s.calling, place{chat: m.Talk.Chat, thread: int(m.Talk.Thread)}, nil, "")
	notice := tell(to, sayText(to.lang.Say(text))).rows(m.Talk)
	ids, err := s.cfg.Store.Queue(s.calling, m.Update, notice...)
	if err == nil {
		err = s.cfg.Store.MarkFailed(s.calling, m.ID, reason)
	}
	if err != nil {
		s.log.Error("a message cannot be replaced", "message", m.ID, "error", err)
		return
	}
	notice[0].ID = ids[0]
	s.post(notice[0])
}

// send tries until Telegram has the message, or has refused it for good, or the
// shift ends. An unknown outcome is tried again: a double is better than a loss.
func (s *shift) send(m store.Message) {
	var p parcel
	if err := json.Unmarshal(m.Payload, &p); err != nil || !slices.Contains(methods(), m.Method) {
		s.log.Error("a message of the store is none that is known", "message", m.ID, "method", m.Method, "error", err)
		s.mark(m.ID, func() error { return s.cfg.Store.MarkFailed(s.calling, m.ID, "unknown method or payload") })
		return
	}
	if m.Left > 0 && s.awaitCalm(m.Left-1) != nil { // this time is counted in it
		return
	}
	p.method = m.Method
	for try := 1; s.pace.wait(s.working, m.Talk.Chat) == nil; try++ {
		wait, done := s.attempt(m, &p, try)
		if done || sleep(s.taking, wait) != nil {
			return
		}
	}
}

// attempt sends once and notes what came of it. It says how long to wait before
// the next try, unless there is none.
func (s *shift) attempt(m store.Message, p *parcel, try int) (wait time.Duration, done bool) {
	defer s.enter(s.lines, m.Left > 0)()
	wait = s.backoff(try)
	mark := s.cfg.Store.MarkSending
	if m.Left > 0 && try == 1 {
		mark = s.cfg.Store.MarkSuspect
	}
	if err := mark(s.calling, m.ID); err != nil {
		s.troubles.set(troubleStore, s.calling.Err() == nil)
		s.log.Error("a message cannot be marked as being sent; it waits", "message", m.ID, "error", err)
		return wait, errors.Is(err, store.ErrNoMessage)
	}
	began := time.Now()
	method, call := s.shape(m, p)
	if method == "" {
		s.mark(m.ID, func() error { return s.cfg.Store.MarkFailed(s.calling, m.ID, "there is nothing to be done") })
		return 0, true
	}
	id, err := s.deliver(method, call, p.Enclosure)
	s.metrics.sending.Update(time.Since(began).Seconds())
	if p.giveUpRich(err) {
		s.log.Info("a rich message was refused; it is sent as text", "chat", m.Talk.Chat, "error", err)
		return 0, false
	}
	fate := fateOf(err)
	s.metrics.sends.of(string(fate)).Inc()
	if fate != fateSent {
		s.log.Warn("a message was not sent", "message", m.ID, "chat", m.Talk.Chat, "outcome", fate, "error", err)
	}
	s.troubles.set(troubleToken, refused(err))
	switch {
	case fate == fateSent:
		if p.wasRich {
			s.keepPlain(s.calling, m.Talk.Chat)
		}
		s.mark(m.ID, func() error { return s.cfg.Store.MarkSent(s.calling, m.ID, id) })
		return 0, true
	case fate == fateFailed && p.amend(err):
		return 0, false
	case errors.Is(err, errNoFile):
		s.replace(m, "bot.no-file", err.Error())
		return 0, true
	case fate == fateFailed:
		s.mark(m.ID, func() error { return s.cfg.Store.MarkFailed(s.calling, m.ID, s.mask.text(err.Error())) })
		return 0, true
	case fate == fateUnknown:
		s.mark(m.ID, func() error { return s.cfg.Store.MarkUnknown(s.calling, m.ID, "no answer came back") })
		return wait, false
	}
	s.mark(m.ID, func() error { return s.cfg.Store.MarkQueued(s.calling, m.ID, string(fate)) })
	return max(wait, floodWait(err)), false
}

// mark does not let go while the store cannot take it: what was sent must not be
// sent again for that.
func (s *shift) mark(id int64, write func() error) {
	for try := 1; ; try++ {
		err := write()
		s.troubles.set(troubleStore, err != nil && !errors.Is(err, store.ErrNoMessage) && s.calling.Err() == nil)
		if err == nil || errors.Is(err, store.ErrNoMessage) {
			return
		}
		s.log.Error("what became of a message cannot be kept; trying again", "message", id, "error", err)
		if errors.Is(err, store.ErrClosed) || sleep(s.working, s.backoff(try)) != nil {
			return
		}
	}
}

// fate is what became of a try to send, as the metrics name it.
type fate string

const (
	fateSent        fate = "sent"
	fateUnknown     fate = "unknown"
	fateFlood       fate = "flood"
	fateUnreachable fate = "unreachable" // it was surely not sent
	fateFailed      fate = "failed"      // and will never be
)

func fateOf(err error) fate {
	var flood *tg.TooManyRequestsError
	var moved *tg.MigrateError
	var network *net.OpError
	switch {
	case err == nil:
		return fateSent
	case errors.As(err, &flood):
		return fateFlood
	case refused(err), errors.Is(err, tg.ErrorConflict): // a matter of the token: the message may wait
		return fateUnreachable
	case errors.As(err, &moved), errors.Is(err, tg.ErrorForbidden), errors.Is(err, tg.ErrorBadRequest), errors.Is(err, errNoFile):
		return fateFailed
	case errors.As(err, &network) && (network.Op == "dial" || strings.HasPrefix(network.Op, "proxy") || strings.HasPrefix(network.Op, "socks")):
		return fateUnreachable
	}
	return fateUnknown
}

func floodWait(err error) time.Duration {
	var flood *tg.TooManyRequestsError
	if errors.As(err, &flood) {
		return time.Duration(max(1, flood.RetryAfter)) * time.Second
	}
	return 0
}
