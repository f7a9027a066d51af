package soak

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"youju/bot/telegramtest"
)

// TestManyChatsAtOnce: 500 chats ask at once, and then at a rate; how long an
// answer takes is measured from the question to its arrival.
func TestManyChatsAtOnce(t *testing.T) {
	s := telegramtest.New(t)
	p := newProgram(t, s.URL(), nil)
	c := newCrowd(t, s, p, sized(50, 500))
	p.start()
	p.ready()
	for range c.chats {
		c.ask()
	}
	c.settled(time.Minute)
	t.Logf("all at once: %v", latencies(c, s, 0))
	for _, perSecond := range []int{sized(50, 100), sized(50, 200), sized(50, 400)} {
		first := len(c.asked)
		began := time.Now()
		stop := c.keepAsking(time.Second / time.Duration(perSecond))
		time.Sleep(time.Duration(sized(1, 20)) * time.Second)
		stop()
		c.settled(time.Minute)
		took := time.Since(began)
		t.Logf("%d asked in %v: %.0f answers a second; %v", len(c.asked)-first, took.Round(time.Millisecond), float64(len(c.asked)-first)/took.Seconds(), latencies(c, s, first))
	}
	sum := conclude(t, c, p, fmt.Sprintf("%d chats", len(c.chats)))
	t.Logf("the program took %v of processor time: %.0f answers a second a core", p.cpu.Round(time.Millisecond), float64(sum.answered)/p.cpu.Seconds())
}

// latencies are from each question to its answer, of those asked after the first.
func latencies(c *crowd, s *telegramtest.Server, first int) string {
	arrived := map[string]time.Time{}
	for _, call := range s.Calls("sendMessage") {
		if key := call.Params["chat_id"] + call.Params["reply_parameters"]; call.Code == 200 && arrived[key].IsZero() {
			arrived[key] = call.At
		}
	}
	var took []time.Duration
	for _, q := range c.asked[first:] {
		key := fmt.Sprintf(`%d{"message_id":%d,"allow_sending_without_reply":true}`, q.room.Chat.ID, q.id)
		if at, ok := arrived[key]; ok {
			took = append(took, at.Sub(q.at))
		}
	}
	if len(took) == 0 {
		return "no answer arrived"
	}
	slices.Sort(took)
	at := func(share float64) time.Duration {
		return took[int(share*float64(len(took)-1))].Round(time.Millisecond)
	}
	return fmt.Sprintf("p50 %v, p95 %v, p99 %v, most %v", at(.5), at(.95), at(.99), at(1))
}
