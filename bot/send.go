package bot

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"strings"
	"time"

	tg "github.com/go-telegram/bot"
	"github.com/go-telegram/bot/models"
)

const (
	callTimeout  = 20 * time.Second
	callTries    = 6
	backoffLimit = 30 * time.Second
	// floodLimit is the longest retry_after that a call other than a message's is
	// waited for.
	floodLimit = 2 * time.Minute
)

// place is where an answer goes, and how it is said there.
type place struct {
	chat    int64
	thread  int   // a topic, or 0
	replyTo int   // a message, or 0
	update  int64 // which is answered there
	edited  bool  // an answer stands there already, which is changed
	manner
}

// deliver makes one call, with a file where there is one, and returns the id of the
// message that it made or changed. A result that cannot be read is none the less a
// call that was done.
func (s *shift) deliver(method string, call json.RawMessage, e *enclosure) (id int64, err error) {
	ctx, cancel := context.WithTimeout(s.calling, callTimeout)
	defer cancel()
	contentType, body := contentJSON, []byte(call)
	if e != nil {
		if contentType, body, err = upload(call, e); err != nil {
			return 0, err
		}
	}
	var sent struct {
		ID int64 `json:"message_id"`
	}
	reply, err := s.request(ctx, method, contentType, body)
	if errors.Is(err, tg.ErrorBadRequest) && strings.Contains(err.Error(), "message is not modified") { // it was done before
		return sent.ID, json.Unmarshal(call, &sent)
	}
	if err != nil {
		return 0, s.mask.err(fmt.Errorf("%s: %w", method, err))
	}
	if method == methodDelete {
		return 0, nil
	}
	if err := json.Unmarshal(reply.Result, &sent); err != nil {
		s.log.Warn("unreadable result of a call that was done", "error", s.mask.err(err))
	}
	return sent.ID, nil
}

// call tries an API call until it is done, refused for good, tried often enough
// or the context ends. After a lost connection the outcome is unknown; trying
// again may double a message, which is better than losing it.
func (b *Bot) call(ctx context.Context, do func(context.Context) error) error {
	for try := 1; ; try++ {
		err := b.callOnce(ctx, do)
		if err == nil || try == callTries {
			return err
		}
		wait, again := retryAfter(err, b.backoff(try))
		if !again {
			return err
		}
		b.log.Warn("call to Telegram failed; trying again", "wait", wait, "error", err)
		if sleep(ctx, wait) != nil {
			return err
		}
	}
}

func (b *Bot) callOnce(ctx context.Context, do func(context.Context) error) error {
	ctx, cancel := context.WithTimeout(ctx, callTimeout)
	defer cancel()
	err := b.mask.err(do(ctx))
	// The library says so where Telegram answered "ok" with a result that it
	// cannot read: the call has been done.
	if err != nil && strings.Contains(err.Error(), "error decode response result") {
		b.log.Warn("unreadable result of a call that was done", "error", err)
		return nil
	}
	return err
}

// retryAfter says how long to wait before trying again, and whether to.
func retryAfter(err error, backoff time.Duration) (time.Duration, bool) {
	var flood *tg.TooManyRequestsError
	if errors.As(err, &flood) {
		wait := time.Duration(max(1, flood.RetryAfter)) * time.Second
		return wait, wait <= floodLimit
	}
	for _, final := range []error{tg.ErrorBadRequest, tg.ErrorForbidden, tg.ErrorUnauthorized, tg.ErrorNotFound, tg.ErrorConflict} {
		if errors.Is(err, final) {
			return 0, false
		}
	}
	var moved *tg.MigrateError
	return backoff, !errors.As(err, &moved)
}

// backoff doubles with every try and is spread by ±50 %, so that many chats do
// not come back at once.
func (b *Bot) backoff(try int) time.Duration {
	wait := min(b.patience<<min(try-1, 16), backoffLimit)
	return time.Duration(float64(wait) * (0.5 + rand.Float64()))
}

func sleep(ctx context.Context, d time.Duration) error {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-timer.C:
		return nil
	}
}

// typing shows that the bot works, until stop is called. A client shows it for
// five seconds. stop waits for a call in flight, so that "typing" never appears
// after the answer.
func (b *Bot) typing(ctx context.Context, to place) (stop func()) {
	ctx, cancel := context.WithCancel(ctx)
	first, ended := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(ended)
		b.showTyping(ctx, to)
		close(first)
		for sleep(ctx, b.typingEvery) == nil {
			b.showTyping(ctx, to)
		}
	}()
	return func() {
		<-first
		cancel()
		<-ended
	}
}

// showTyping is a courtesy: it is not tried twice and not waited for long.
func (b *Bot) showTyping(ctx context.Context, to place) {
	ctx, cancel := context.WithTimeout(ctx, 2*time.Second)
	defer cancel()
	_, err := b.api.SendChatAction(ctx, &tg.SendChatActionParams{
		ChatID: to.chat, MessageThreadID: to.thread, Action: models.ChatActionTyping,
	})
	if err != nil {
		b.log.Debug("chat action failed", "chat", to.chat, "error", err)
	}
}
