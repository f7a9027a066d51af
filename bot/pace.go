package bot

import (
	"context"
	"slices"
	"sync"
	"time"

	"golang.org/x/time/rate"
)

// Limits bound what is sent and what a person may ask. Telegram's own
// (https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this)
// and 20 questions are what a zero field means.
type Limits struct {
	Chat      int // messages a second in one chat
	Group     int // messages a minute in one group
	All       int // messages a second in all
	Questions int // questions a minute by one person
}

func (l Limits) orDefaults() Limits {
	for _, one := range []struct {
		limit    *int
		standard int
	}{{&l.Chat, 1}, {&l.Group, 20}, {&l.All, 30}, {&l.Questions, 20}} {
		if *one.limit <= 0 {
			*one.limit = one.standard
		}
	}
	return l
}

// pacesKept is how many chats' paces are remembered before those that have come
// to rest are forgotten.
const pacesKept = 4096

// pace holds messages back so that Telegram's limits are kept. It counts in
// monotonic time: a clock that is set does not disturb it.
type pace struct {
	limits Limits
	all    *rate.Limiter

	mu    sync.Mutex
	chats map[int64][]*rate.Limiter
}

func newPace(l Limits) *pace {
	return &pace{limits: l, all: window(l.All, time.Second), chats: map[int64][]*rate.Limiter{}}
}

// window is a bucket from which never more than n are taken in any window of
// that length: a burst of a sixth, and the rest spread over the window.
func window(n int, length time.Duration) *rate.Limiter {
	burst := n / 6
	if burst == 0 {
		return rate.NewLimiter(rate.Every(length/time.Duration(n)), 1)
	}
	return rate.NewLimiter(rate.Every(length/time.Duration(n-burst)), burst)
}

// wait returns when one more message may go to the chat, or with the context's
// error. A chat's messages must be sent one after another.
func (p *pace) wait(ctx context.Context, chat int64) error {
	limiters := p.of(chat)
	for _, limiter := range limiters {
		if err := sleep(ctx, delay(limiter)); err != nil {
			return err
		}
	}
	if err := p.all.Wait(ctx); err != nil {
		return err
	}
	// Taken only now: from when a message leaves, not from when it began to wait.
	for _, limiter := range limiters {
		limiter.Reserve()
	}
	return nil
}

// take takes room for one message to the chat if there is some at once.
func (p *pace) take(chat int64) bool {
	limiters := slices.Concat(p.of(chat), []*rate.Limiter{p.all})
	for _, limiter := range limiters {
		if delay(limiter) > 0 {
			return false
		}
	}
	for _, limiter := range limiters {
		limiter.Reserve()
	}
	return true
}

// delay is how long until there is one in the bucket, which stays there. (A
// Reservation that is cancelled later than it was due gives nothing back.)
func delay(l *rate.Limiter) time.Duration {
	missing := max(0, 1-l.Tokens())
	return time.Duration(missing / float64(l.Limit()) * float64(time.Second))
}

// of are the limiters of one chat; a group's id is negative.
func (p *pace) of(chat int64) []*rate.Limiter {
	p.mu.Lock()
	defer p.mu.Unlock()
	limiters, known := p.chats[chat]
	if !known {
		if len(p.chats) >= pacesKept {
			p.forgetRested()
		}
		limiters = []*rate.Limiter{window(p.limits.Chat, time.Second)}
		if chat < 0 {
			limiters = append(limiters, window(p.limits.Group, time.Minute))
		}
		p.chats[chat] = limiters
	}
	return limiters
}

// forgetRested drops the chats whose buckets are full: a new one is as good.
func (p *pace) forgetRested() {
	for chat, limiters := range p.chats {
		rested := true
		for _, limiter := range limiters {
			rested = rested && limiter.Tokens() >= float64(limiter.Burst())
		}
		if rested {
			delete(p.chats, chat)
		}
	}
}
