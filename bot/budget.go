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

type budget struct{ questions, notices, looks *rate.Limiter }

func newBudgets(perMinute int, now func() time.Time) *budgets {
	return &budgets{perMinute: perMinute, now: now, people: map[int64]*budget{}}
}

// ask takes one question from a person's budget. It was asked at the given time,
// by Telegram's clock: what has waited while the bot was away is not a flood.
func (b *budgets) ask(person int64, asked time.Time) verdict {
	b.mu.Lock()
	defer b.mu.Unlock()
	of, asked := b.of(person, asked)
	return of.take(of.questions, asked)
}

// looksPerQuestion: to look at a place costs little, and one answer has several.
const looksPerQuestion = 5

// look takes from a person's budget what shows a place and asks nothing.
func (b *budgets) look(person int64, asked time.Time) verdict {
	b.mu.Lock()
	defer b.mu.Unlock()
	of, asked := b.of(person, asked)
	return of.take(of.looks, asked)
}

// of is a person's budget, and the time of asking, which is never later than now.
func (b *budgets) of(person int64, asked time.Time) (*budget, time.Time) {
	if now := b.now(); asked.After(now) || asked.Unix() <= 0 {
		asked = now
	}
	of, known := b.people[person]
	if !known {
		if len(b.people) >= pacesKept {
			b.forgetRested()
		}
		of = &budget{b.bucket(1), b.bucket(1), b.bucket(looksPerQuestion)}
		b.people[person] = of
	}
	return of, asked
}

func (of *budget) take(from *rate.Limiter, asked time.Time) verdict {
	switch {
	case from.AllowN(asked, 1):
		return mayAsk
	case !of.notices.AllowN(asked, 1):
		return farTooMany
	case of.notices.TokensAt(asked) < 1:
		return lastNotice
	}
	return tooMany
}

func (b *budgets) bucket(times int) *rate.Limiter {
	return rate.NewLimiter(rate.Limit(float64(b.perMinute*times)/60), b.perMinute*times)
}

func (b *budgets) forgetRested() {
	now := b.now()
	for person, of := range b.people {
		rested := true
		for _, l := range []*rate.Limiter{of.questions, of.notices, of.looks} {
			rested = rested && l.TokensAt(now) >= float64(l.Burst())
		}
		if rested {
			delete(b.people, person)
		}
	}
}
