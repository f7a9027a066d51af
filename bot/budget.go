package bot

import (
	"sync"
	"time"

	"golang.org/x/time/rate"
)

// verdict is whether a person may ask once more.
type verdict int

const (
	mayAsk     verdict = iota
	tooMany            // refused, with a notice
	lastNotice         // refused, with the last notice of the minute
	farTooMany         // refused without a word: each notice is a message too
)

// budgets give every person so many questions a minute, and as many notices that
// it was too many. One person's flood costs the others nothing.
type budgets struct {
	perMinute int
	now       func() time.Time

	mu     sync.Mutex
	people map[int64]*budget
}

type budget struct{ questions, notices *rate.Limiter }

func newBudgets(perMinute int, now func() time.Time) *budgets {
	return &budgets{perMinute: perMinute, now: now, people: map[int64]*budget{}}
}

// ask takes one question from a person's budget. It was asked at the given time,
// by Telegram's clock: what has waited while the bot was away is not a flood.
func (b *budgets) ask(person int64, asked time.Time) verdict {
	b.mu.Lock()
	defer b.mu.Unlock()
	if now := b.now(); asked.After(now) || asked.Unix() <= 0 {
		asked = now
	}
	of, known := b.people[person]
	if !known {
		if len(b.people) >= pacesKept {
			b.forgetRested()
		}
		of = &budget{b.bucket(), b.bucket()}
		b.people[person] = of
	}
	switch {
	case of.questions.AllowN(asked, 1):
		return mayAsk
	case !of.notices.AllowN(asked, 1):
		return farTooMany
	case of.notices.TokensAt(asked) < 1:
		return lastNotice
	}
	return tooMany
}

func (b *budgets) bucket() *rate.Limiter {
	return rate.NewLimiter(rate.Limit(float64(b.perMinute)/60), b.perMinute)
}

func (b *budgets) forgetRested() {
	now := b.now()
	for person, of := range b.people {
		if of.questions.TokensAt(now) >= float64(b.perMinute) && of.notices.TokensAt(now) >= float64(b.perMinute) {
			delete(b.people, person)
		}
	}
}
