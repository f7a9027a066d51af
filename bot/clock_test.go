package bot

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"youju/bot/telegramtest"
	"youju/store"
)

// TestClockSteps sets the clock back and forth by years while people ask, with a
// removal of what is old at every step: no question is lost, and none refused.
func TestClockSteps(t *testing.T) {
	var shifted atomic.Int64
	clock := func() time.Time { return time.Now().Add(time.Duration(shifted.Load())) }
	kept, err := store.Open(context.Background(), filepath.Join(t.TempDir(), store.FileName), store.Options{Clock: clock})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { kept.Close() })
	s := telegramtest.New(t)
	start(t, s, echo, over(kept), func(b *Bot) { b.now, b.budgets = clock, newBudgets(20, clock) })
	const year = 365 * 24 * time.Hour
	li, room := s.Person("李")
	steps := []time.Duration{0, year, -year, time.Hour, -time.Hour, 31 * 24 * time.Hour, 0, -20 * year, 20 * year, 0}
	for i, step := range steps {
		shifted.Store(int64(step))
		for n := range 2 {
			room.Say(li, fmt.Sprintf("第%d.%d问", i, n))
		}
		if _, err := kept.Purge(context.Background()); err != nil {
			t.Fatal(err)
		}
		for n := range 2 {
			if got, want := room.Next(t).Text, fmt.Sprintf("第%d.%d问", i, n); !strings.Contains(got, want) {
				t.Errorf("after a step of %v: got %q, want %q", step, got, want)
			}
		}
	}
	if pending, err := kept.Pending(context.Background()); err != nil || len(pending) != 0 {
		t.Errorf("pending: %v, %v", pending, err)
	}
	t.Logf("%d steps: received %d, answered rightly %d, lost 0", len(steps), 2*len(steps), len(room.Sent()))
}
