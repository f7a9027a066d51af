package bot

import (
	"bytes"
	"encoding/json"
	"errors"
	"net"
	"strings"
	"time"

	tg "github.com/go-telegram/bot"
	"github.com/go-telegram/bot/models"

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

func say(to place, messages []message) reply {
	return reply{state: store.Answered, to: to, messages: messages}
}

// refuse says why there is no answer.
func refuse(to place, text string) reply {
	return reply{state: store.Refused, to: to, messages: sayText(text)}
}

// parcel is a message as the store keeps it.
type parcel struct {
	Call  json.RawMessage `json:"call"`  // the parameters of sendMessage
	Plain string          `json:"plain"` // what is sent should Telegram refuse the markup
	Edits *target         `json:"edits,omitempty"`
}

const methodSend = "sendMessage"

// rows are the messages for the store; the first is a reply.
func (r reply) rows(talk store.Talk) []store.Message {
	var rows []store.Message
	to := r.to
	talk = store.Talk{Chat: to.chat, Thread: int64(to.thread), User: talk.User}
	for i, m := range r.messages {
		rows = append(rows, store.Message{Talk: talk, Method: methodSend, Payload: m.pack(to, r.edits.target(i))})
		to.replyTo = 0
	}
	return append(rows, r.edits.leftOver(talk, len(r.messages))...)
}

func (m message) pack(to place, in *target) []byte {
	off := true
	params := &tg.SendMessageParams{
		ChatID: to.chat, MessageThreadID: to.thread, Text: m.html, ParseMode: models.ParseModeHTML,
		LinkPreviewOptions: &models.LinkPreviewOptions{IsDisabled: &off},
	}
	if to.replyTo != 0 {
		params.ReplyParameters = &models.ReplyParameters{MessageID: to.replyTo, AllowSendingWithoutReply: true}
	}
	if len(m.keyboard) > 0 {
		params.ReplyMarkup = &models.InlineKeyboardMarkup{InlineKeyboard: m.keyboard}
	}
	// Strings, numbers and truth values: this cannot fail.
	call, _ := json.Marshal(params)
	payload, _ := json.Marshal(parcel{call, m.plain, in})
	return payload
}

// post lets a message of the store wait for its turn. At a stop it stays there.
func (s *shift) post(m store.Message) {
	if m.Damaged {
		s.replace(m)
		return
	}
	_ = s.sends.push(s.working, m.Talk.Chat, job{m.ID, func() { s.send(m) }})
}

// replace says that an answer was lost, where what it said cannot be read.
func (s *shift) replace(m store.Message) {
	to := place{chat: m.Talk.Chat, thread: int(m.Talk.Thread)}
	notice := say(to, sayText(to.lang.Say("bot.lost"))).rows(m.Talk)
	ids, err := s.cfg.Store.Queue(s.calling, m.Update, notice...)
	if err == nil {
		err = s.cfg.Store.MarkFailed(s.calling, m.ID, "what it said cannot be read")
	}
	if err != nil {
		s.log.Error("a damaged message cannot be replaced", "message", m.ID, "error", err)
		return
	}
	notice[0].ID = ids[0]
	s.post(notice[0])
}

// send tries until Telegram has the message, or has refused it for good, or the
// shift ends. An unknown outcome is tried again: a double is better than a loss.
func (s *shift) send(m store.Message) {
	var p parcel
	if err := json.Unmarshal(m.Payload, &p); err != nil || m.Method != methodSend && m.Method != methodDelete {
		s.log.Error("a message of the store is none that is known", "message", m.ID, "method", m.Method, "error", err)
		s.mark(m.ID, func() error { return s.cfg.Store.MarkFailed(s.calling, m.ID, "unknown method or payload") })
		return
	}
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
	s.lines <- struct{}{}
	defer func() { <-s.lines }()
	wait = s.backoff(try)
	if err := s.cfg.Store.MarkSending(s.calling, m.ID); err != nil {
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
	id, err := s.deliver(method, call)
	s.metrics.sending.Observe(time.Since(began).Seconds())
	fate := fateOf(err)
	s.metrics.sends.WithLabelValues(string(fate)).Inc()
	if fate != fateSent {
		s.log.Warn("a message was not sent", "message", m.ID, "chat", m.Talk.Chat, "outcome", fate, "error", err)
	}
	s.troubles.set(troubleToken, refused(err))
	switch {
	case fate == fateSent:
		s.mark(m.ID, func() error { return s.cfg.Store.MarkSent(s.calling, m.ID, id) })
		return 0, true
	case fate == fateFailed && p.amend(err):
		return 0, false
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

// sends says that the parcel holds a message, which may be sent where it cannot be
// put in another's place.
func (p *parcel) sends() bool { return p.Plain != "" || bytes.Contains(p.Call, []byte(`"text"`)) }

// amend changes a message that was refused into one that may be taken: without
// markup, to the supergroup that a group has become, or as a new one.
func (p *parcel) amend(err error) bool {
	var moved *tg.MigrateError
	change := map[string]any{}
	switch {
	case errors.As(err, &moved):
		change["chat_id"], change["reply_parameters"] = moved.MigrateToChatID, nil
	case errors.Is(err, tg.ErrorBadRequest) && strings.Contains(err.Error(), "can't parse entities") && p.Plain != "":
		change["text"], change["parse_mode"] = p.Plain, nil
		p.Plain = "" // once
	case errors.Is(err, tg.ErrorBadRequest) && p.Edits != nil && p.sends(): // it was deleted, or is too old
		p.Edits = nil
	default:
		return false
	}
	p.Call = withFields(p.Call, change)
	return true
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
	case errors.As(err, &moved), errors.Is(err, tg.ErrorForbidden), errors.Is(err, tg.ErrorBadRequest):
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
