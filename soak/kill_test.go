package soak

import (
	"fmt"
	"math/rand/v2"
	"strconv"
	"sync"
	"testing"
	"time"

	"youju/bot/telegramtest"
)

// moment arranges for the program to be killed at one, and waits until it has
// been.
type moment struct {
	name string
	kill func(s *telegramtest.Server, p *program)
}

// moments are the worst ones: when Telegram was told one thing and the disk
// another.
func moments(random *rand.Rand, webhook bool) []moment {
	at := func(f telegramtest.Fault, before, after bool) func(*telegramtest.Server, *program) {
		return func(s *telegramtest.Server, p *program) {
			killed := make(chan struct{})
			var once sync.Once
			kill := func() {
				once.Do(func() { p.kill(); close(killed) })
			}
			fault := f
			if before {
				fault.Before = kill
			}
			if after {
				fault.After = kill
			}
			s.Fail(fault)
			select {
			case <-killed:
			case <-time.After(10 * time.Second): // nothing of the kind happened
				p.kill()
			}
			s.Heal()
		}
	}
	confirms := func(params map[string]string) bool {
		offset, _ := strconv.ParseInt(params["offset"], 10, 64)
		return offset > 0
	}
	intake := []moment{
		{"an offset that is being confirmed", at(telegramtest.Fault{Method: "getUpdates", Match: confirms}, true, false)},
		{"updates that are being given out", at(telegramtest.Fault{Method: "getUpdates"}, false, true)},
	}
	if webhook {
		intake = []moment{
			{"an update that is posted and never heard of", at(telegramtest.Fault{Method: telegramtest.WebhookFault, Skip: random.IntN(5), DropAfter: true}, false, true)},
			{"an update that was taken", at(telegramtest.Fault{Method: telegramtest.WebhookFault, Skip: random.IntN(5)}, false, true)},
		}
	}
	return append(intake, []moment{
		{"a send that arrives", at(telegramtest.Fault{Method: "sendMessage", Skip: random.IntN(5)}, true, false)},
		{"a send that does not arrive", at(telegramtest.Fault{Method: "sendMessage", Skip: random.IntN(5), Drop: true}, true, false)},
		{"a send that is not heard of", at(telegramtest.Fault{Method: "sendMessage", Skip: random.IntN(5)}, false, true)},
		{"any moment", func(_ *telegramtest.Server, p *program) {
			time.Sleep(time.Duration(random.IntN(300)) * time.Millisecond)
			p.kill()
		}},
		{"any moment of its start", func(_ *telegramtest.Server, p *program) {
			time.Sleep(time.Duration(random.IntN(20)) * time.Millisecond)
			p.kill()
		}},
	}...)
}

// TestKills kills the program again and again while people ask.
func TestKills(t *testing.T) {
	for _, webhook := range []bool{false, true} {
		t.Run(map[bool]string{false: "polls", true: "webhook"}[webhook], func(t *testing.T) {
			s := telegramtest.New(t)
			p := newProgram(t, s.URL(), nil)
			if webhook {
				p.env["TELEGRAM_WEBHOOK_URL"], p.env["TELEGRAM_WEBHOOK_SECRET"] = fmt.Sprintf("http://%s/telegram", p.http), "secret-of-the-soak"
			}
			c := newCrowd(t, s, p, 200, small(t, p)...)
			random := rand.New(rand.NewPCG(1, 2))
			stop := c.keepAsking(100 * time.Millisecond)
			kills := sized(7, 105)
			for i := range kills {
				all := moments(random, webhook)
				m := all[i%len(all)]
				p.start()
				if m.name != "any moment of its start" {
					p.ready()
				}
				m.kill(s, p)
			}
			stop()
			p.start()
			p.ready() // before that a SIGTERM ends it as any program
			conclude(t, c, p, fmt.Sprintf("%d kills", kills))
		})
	}
}

// TestStopsUnderLoad stops the program again and again while people ask: that
// loses nothing and doubles nothing.
func TestStopsUnderLoad(t *testing.T) {
	s := telegramtest.New(t)
	p := newProgram(t, s.URL(), nil)
	c := newCrowd(t, s, p, 100, small(t, p)...)
	stop := c.keepAsking(10 * time.Millisecond)
	var longest time.Duration
	stops := sized(3, 30)
	for range stops {
		p.start()
		p.ready()
		time.Sleep(200 * time.Millisecond)
		longest = max(longest, p.stop())
	}
	stop()
	p.start()
	sum := conclude(t, c, p, fmt.Sprintf("%d stops, the longest took %v", stops, longest.Round(time.Millisecond)))
	if sum.doubled > 0 || longest > 10*time.Second {
		t.Errorf("%d doubled, the longest stop took %v", sum.doubled, longest)
	}
}

// TestStopWithTelegramsLimits: more is to be sent than may be in ten seconds; the
// rest is sent after the next start.
func TestStopWithTelegramsLimits(t *testing.T) {
	t.Parallel() // it waits, mostly
	s := telegramtest.New(t)
	p := newProgram(t, s.URL(), map[string]string{"YOUJU_CHAT_RATE": "1", "YOUJU_SEND_RATE": "30"})
	c := newCrowd(t, s, p, 2, small(t, p)...)
	p.start()
	p.ready()
	for range 24 {
		c.ask()
	}
	time.Sleep(500 * time.Millisecond)
	if took := p.stop(); took > 10*time.Second {
		t.Errorf("stopping took %v", took)
	}
	pending, unsent := p.left()
	sum := c.count(pending + unsent)
	t.Logf("at the stop: %v", sum)
	if sum.lost > 0 || pending+unsent == 0 {
		t.Errorf("at the stop: %v", sum)
	}
	p.start()
	if sum := conclude(t, c, p, "a stop with messages waiting"); sum.doubled > 0 {
		t.Errorf("%d doubled", sum.doubled)
	}
}
