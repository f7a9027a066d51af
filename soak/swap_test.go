package soak

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"youju/bot/telegramtest"
)

// TestKillsWhileArticlesChange kills the program around the moment at which a changed
// article is kept and its index takes the old one's place: the next start answers from
// what the article says now, never from half of it or from what it said.
func TestKillsWhileArticlesChange(t *testing.T) {
	t.Parallel() // it waits, mostly
	s := telegramtest.New(t)
	p := newProgram(t, s.URL(), nil)
	path := filepath.Join(t.TempDir(), "lamps.md")
	p.env["YOUJU_ARTICLES"] = filepath.Dir(path)
	lamps := func(n int) {
		t.Helper()
		text := fmt.Sprintf("# 高新区的路灯\n\n高新区今年安装路灯%d台。\n\n充电桩建成%d个，总投资4.5亿元。\n", n, n+1)
		if err := os.WriteFile(path+".new", []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.Rename(path+".new", path); err != nil {
			t.Fatal(err)
		}
	}
	li, room := s.Person("李")
	random := rand.New(rand.NewPCG(3, 4))
	kills, swapped := sized(3, 40), 0
	lamps(1000)
	for i := range kills + 1 {
		p.start()
		p.complete() // what has no vectors yet may be refused
		n := 1000 + 10*i
		for text, want := range map[string]int{"高新区今年安装路灯多少台？": n, "充电桩建成多少个？": n + 1} {
			m := room.Say(li, text)
			got := answerTo(t, room, m.ID)
			if !strings.HasPrefix(got, fmt.Sprint(want)) {
				t.Errorf("after %d kills: %s got %q, want %d", i, text, got, want)
			}
		}
		before := len(p.text())
		lamps(n + 10)
		eventually(t, time.Minute, "a look at the changed article", func() bool { return strings.Contains(p.text()[before:], "computing vectors") })
		time.Sleep(time.Duration(random.IntN(40)) * time.Millisecond)
		p.kill()
		if strings.Contains(p.text()[before:], `"added":1,"removed":1`) {
			swapped++
		}
	}
	t.Logf("%d kills around a change of articles, %d of them after the swap; each start answered by what the article said then", kills+1, swapped)
}

// answerTo waits for the reply to a message.
func answerTo(t *testing.T, room *telegramtest.Room, id int) (text string) {
	t.Helper()
	eventually(t, time.Minute, "an answer", func() bool {
		for _, m := range room.Sent() {
			if m.ReplyToMessage != nil && m.ReplyToMessage.ID == id {
				text = m.Text
			}
		}
		return text != ""
	})
	return text
}
