package soak

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"youju/bot/telegramtest"
)

// question is one that somebody asked, and when.
type question struct {
	room *telegramtest.Room
	id   int // of the message
	want string
	at   time.Time
}

// crowd asks questions whose answers are known, each in a chat of its own or in
// one of a few.
type crowd struct {
	t      testing.TB
	server *telegramtest.Server
	texts  []string
	wants  map[string]string // the answer's text, by question
	chats  []chat

	mu    sync.Mutex
	asked []question
}

type chat struct {
	person telegramtest.User
	room   *telegramtest.Room
}

// small makes the program serve one short article, which is answered from in
// little time, and returns questions about it.
func small(t testing.TB, p *program) (questions []string) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "lamps.md")
	text := "# 高新区的路灯\n\n高新区今年安装路灯120台。\n\n充电桩建成36个，总投资4.5亿元。\n"
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	p.env["YOUJU_ARTICLES"] = path
	return []string{"高新区今年安装路灯多少台？", "充电桩建成多少个？", "总投资多少？"}
}

// newCrowd learns the right answers from the program itself, before anything goes
// wrong; it also makes the program's vectors.
func newCrowd(t testing.TB, s *telegramtest.Server, p *program, chats int, texts ...string) *crowd {
	t.Helper()
	if len(texts) == 0 {
		texts = []string{"郑州高新区2020年有多少家科技型中小企业？", "广州经开区实际利用外资多少", "昆山头雁人才团队项目资助多少钱", "2021年郑州高新区有多少家科技型中小企业", "路灯坏了找谁"}
	}
	c := &crowd{t: t, server: s, wants: map[string]string{}, texts: texts}
	var in strings.Builder
	for _, text := range c.texts {
		line, _ := json.Marshal(map[string]string{"question": text})
		in.Write(append(line, '\n'))
	}
	cmd := p.command("ask", "--json", "-")
	cmd.Stdin = strings.NewReader(in.String())
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("the right answers are not known: %v", err)
	}
	for i, line := range bytes.Split(bytes.TrimSpace(out), []byte("\n")) {
		var a struct {
			Answer string `json:"answer"`
		}
		if err := json.Unmarshal(line, &a); err != nil || a.Answer == "" || i >= len(c.texts) {
			t.Fatalf("the right answers are not known: %v\n%s", err, line)
		}
		c.wants[c.texts[i]] = a.Answer
	}
	for range chats {
		u, room := s.Person("众人")
		c.chats = append(c.chats, chat{u, room})
	}
	return c
}

// ask asks the next question. Each chat asks the same again and again: what was
// said before in it does not change what it means.
func (c *crowd) ask() {
	c.mu.Lock()
	defer c.mu.Unlock()
	n := len(c.asked)
	at := c.chats[n%len(c.chats)]
	text := c.texts[n%len(c.chats)%len(c.texts)]
	now := time.Now()
	m := at.room.Say(at.person, text)
	c.asked = append(c.asked, question{at.room, m.ID, c.wants[text], now})
}

// slowedByRace is about how much longer an answer takes under the race detector.
const slowedByRace = 8

// keepAsking asks one question in every interval until it is stopped; under the race
// detector more seldom, or what has piled up takes minutes to be answered.
func (c *crowd) keepAsking(every time.Duration) (stop func()) {
	if raced {
		every *= slowedByRace
	}
	quit, done := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(done)
		tick := time.NewTicker(every)
		defer tick.Stop()
		for {
			select {
			case <-tick.C:
				c.ask()
			case <-quit:
				return
			}
		}
	}()
	return func() { close(quit); <-done }
}

// tally is what became of all questions.
type tally struct {
	received, answered, wrong, refused, pending, withTelegram, lost, doubled int
}

func (c tally) String() string {
	return fmt.Sprintf("received %d, answered rightly %d, wrongly %d, refused %d, pending %d, with Telegram %d, lost %d, doubled %d",
		c.received, c.answered, c.wrong, c.refused, c.pending, c.withTelegram, c.lost, c.doubled)
}

// count looks at every chat. What has no reply is lost unless it waits: with
// Telegram, or, as many as the store says, with the program.
func (c *crowd) count(inStore int) tally {
	c.mu.Lock()
	defer c.mu.Unlock()
	replies := map[*telegramtest.Room]map[int][]string{}
	for _, one := range c.chats {
		byQuestion := map[int][]string{}
		for _, m := range one.room.Sent() {
			if m.ReplyToMessage != nil {
				byQuestion[m.ReplyToMessage.ID] = append(byQuestion[m.ReplyToMessage.ID], m.Text)
			}
		}
		replies[one.room] = byQuestion
	}
	sum := tally{received: len(c.asked), withTelegram: len(c.server.Unconfirmed())}
	for _, q := range c.asked {
		got := replies[q.room][q.id]
		sum.doubled += max(0, len(got)-1)
		switch {
		case len(got) == 0:
			sum.lost++
		case strings.HasPrefix(got[0], q.want):
			sum.answered++
		case strings.Contains(got[0], "问得太快啦"), strings.Contains(got[0], "抱歉"):
			sum.refused++
		default:
			if sum.wrong++; sum.wrong < 4 {
				c.t.Logf("got %q, want %q", got[0], q.want)
			}
		}
	}
	sum.pending = inStore
	sum.lost = max(0, sum.lost-sum.withTelegram-inStore)
	return sum
}

// settled waits until every question has a reply.
func (c *crowd) settled(patience time.Duration) {
	c.t.Helper()
	end := time.Now().Add(patience)
	for time.Now().Before(end) {
		if c.open() == 0 {
			return
		}
		time.Sleep(100 * time.Millisecond)
	}
}

func (c *crowd) open() int {
	replied := map[string]bool{}
	for _, one := range c.chats {
		for _, m := range one.room.Sent() {
			if m.ReplyToMessage != nil {
				replied[fmt.Sprint(one.room.Chat.ID, " ", m.ReplyToMessage.ID)] = true
			}
		}
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	open := 0
	for _, q := range c.asked {
		if !replied[fmt.Sprint(q.room.Chat.ID, " ", q.id)] {
			open++
		}
	}
	return open
}

// conclude waits for the last answers, stops the program, and demands that
// nothing is lost and nothing wrong.
func conclude(t testing.TB, c *crowd, p *program, what string) tally {
	t.Helper()
	c.settled(4 * time.Minute)
	took := p.stop()
	pending, unsent := p.left()
	sum := c.count(pending + unsent)
	t.Logf("%s: %v (%d starts, stopped in %v)", what, sum, p.starts, took.Round(time.Millisecond))
	if sum.lost+sum.wrong+sum.refused+sum.pending+sum.withTelegram > 0 {
		t.Errorf("%s: not every question was answered rightly", what)
	}
	if took > 10*time.Second {
		t.Errorf("stopping took %v", took)
	}
	return sum
}
