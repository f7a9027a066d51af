package bot

import (
	"context"
	"sync"
	"testing"
	"testing/synctest"
	"time"
)

// most is the largest number of times within any window of that length.
func most(times []time.Time, length time.Duration) int {
	most := 0
	for i := range times {
		n := 0
		for _, later := range times[i:] {
			if later.Sub(times[i]) < length {
				n++
			}
		}
		most = max(most, n)
	}
	return most
}

// TestTelegramsLimitsAreKept sends as much as it may to many chats at once.
func TestTelegramsLimitsAreKept(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p := newPace(Limits{}.orDefaults())
		began := time.Now()
		var mu sync.Mutex
		var all []time.Time
		chats := map[int64][]time.Time{}
		var senders sync.WaitGroup
		send := func(chat int64, times int) {
			senders.Go(func() {
				for range times {
					if err := p.wait(context.Background(), chat); err != nil {
						t.Error(err)
					}
					mu.Lock()
					all = append(all, time.Now())
					chats[chat] = append(chats[chat], time.Now())
					mu.Unlock()
				}
			})
		}
		send(-1, 50)
		for chat := range int64(100) {
			send(chat+1, 5)
		}
		senders.Wait()
		if n := most(all, time.Second); n > 30 {
			t.Errorf("%d messages in a second", n)
		}
		for chat, times := range chats {
			if n := most(times, time.Second); n > 1 {
				t.Errorf("%d messages in a second to chat %d", n, chat)
			}
		}
		if n := most(chats[-1], time.Minute); n > 20 {
			t.Errorf("%d messages in a minute to a group", n)
		}
		if last := chats[-1][49].Sub(began); last > 3*time.Minute {
			t.Errorf("50 messages to a group took %v", last)
		}
		if took := chats[100][4].Sub(began); took > 25*time.Second {
			t.Errorf("500 messages to 100 people took %v", took)
		}
	})
}

func TestPaceForgetsWhoRests(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p := newPace(Limits{All: 1 << 20}.orDefaults())
		for chat := range int64(pacesKept) {
			_ = p.wait(context.Background(), -chat-1)
		}
		time.Sleep(2 * time.Minute)
		_ = p.wait(context.Background(), 7)
		if n := len(p.chats); n != 1 {
			t.Errorf("%d chats are remembered", n)
		}
	})
}

func TestWaitEndsWithItsContext(t *testing.T) {
	p := newPace(Limits{}.orDefaults())
	ctx, cancel := context.WithCancel(context.Background())
	if err := p.wait(ctx, 1); err != nil {
		t.Fatal(err)
	}
	cancel()
	if p.wait(ctx, 1) == nil {
		t.Error("a wait outlives its context")
	}
}

func TestBudgets(t *testing.T) {
	now := time.Unix(1_800_000_000, 0)
	b := newBudgets(20, func() time.Time { return now })
	count := func(person int64, times int, every time.Duration) (counts [4]int) {
		for i := range times {
			counts[b.ask(person, now.Add(time.Duration(i)*every))]++
		}
		return counts
	}
	if got := count(1, 100, 0); got != [4]int{20, 19, 1, 60} {
		t.Errorf("a flood: %v", got)
	}
	if got := count(2, 20, 0); got != [4]int{20} {
		t.Errorf("a flood of another costs this person: %v", got)
	}
	now = now.Add(time.Minute)
	if got := count(1, 20, 0); got != [4]int{20} {
		t.Errorf("a minute later: %v", got)
	}
	// What was asked over hours, while the bot was away, is no flood.
	now = now.Add(100 * time.Hour)
	for i := range 100 {
		if v := b.ask(3, now.Add(time.Duration(i-100)*10*time.Second)); v != mayAsk {
			t.Fatalf("question %d of a hundred is refused", i)
		}
	}
	// A clock that was set back, and dates from nowhere, lock nobody out.
	if got := b.ask(4, now.Add(1000*time.Hour)); got != mayAsk {
		t.Error("a date in the future")
	}
	now = now.Add(-50 * time.Hour)
	if got := count(4, 19, 0); got != [4]int{19} {
		t.Errorf("after the clock was set back: %v", got)
	}
	now = now.Add(time.Hour)
	if b.ask(4, now) != mayAsk || b.ask(5, time.Unix(0, 0)) != mayAsk {
		t.Error("locked out after the clock was set back")
	}
}
