package bot

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"youju/answer/asking"
	"youju/answer/say"
	"youju/bot/telegramtest"
	"youju/store"
)

// childOf names the Bot API of a child process, childStore the store that it works with.
const childOf, childStore = "YOUJU_TEST_CHILD_OF", "YOUJU_TEST_CHILD_STORE"

// TestChild is no test of its own: it is the bot that other tests start and see
// killed.
func TestChild(t *testing.T) {
	if os.Getenv(childOf) == "" {
		t.Skip("it is run by other tests")
	}
	kept, err := store.Open(t.Context(), os.Getenv(childStore), store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	b, err := New(Config{Token: telegramtest.Token, APIURL: os.Getenv(childOf), Ask: fatal, Articles: articles, Store: kept, Limits: noLimits(), Log: textLog(os.Stderr)})
	if err != nil {
		t.Fatal(err)
	}
	b.calm = 500 * time.Millisecond
	t.Fatal(b.Run(context.Background()))
}

// fatal answers slowly, and some questions as a process does that the kernel ends
// for its memory.
func fatal(ctx context.Context, q asking.Question) (say.Answer, error) {
	time.Sleep(100 * time.Millisecond)
	if strings.Contains(q.Text, "内存") {
		_ = syscall.Kill(os.Getpid(), syscall.SIGKILL)
		select {}
	}
	return echo(ctx, q)
}

// TestAQuestionThatKillsTheProcess is given up after three starts, with a notice;
// those that were being answered beside it are answered, and so is what comes later.
func TestAQuestionThatKillsTheProcess(t *testing.T) {
	s := telegramtest.New(t)
	path := filepath.Join(t.TempDir(), store.FileName)
	var rooms []*telegramtest.Room
	var people []telegramtest.User
	for range 6 {
		u, room := s.Person("众人")
		people, rooms = append(people, u), append(rooms, room)
		room.Say(u, "外资多少")
	}
	li, fatalRoom := s.Person("李")
	fatalRoom.Say(li, "要多少内存")
	fatalRoom.Say(li, "外资多少")
	for i, room := range rooms {
		room.Say(people[i], "企业多少")
	}
	all := func() bool {
		return len(fatalRoom.Sent()) == 2 && !slices.ContainsFunc(rooms, func(r *telegramtest.Room) bool { return len(r.Sent()) < 2 })
	}
	ends := 0
	for ; ends < 8; ends++ {
		if !dies(t, s.URL(), path, all) {
			break
		}
	}
	if ends != 1+startsMost {
		t.Errorf("the program was ended %d times", ends)
	}
	sent := fatalRoom.Sent()
	if len(sent) != 2 || sent[0].Text != zh("bot.fatal") || !strings.Contains(sent[1].Text, "外资多少") {
		t.Errorf("the fatal question's chat got %+v", sent)
	}
	for _, room := range rooms {
		asked := map[string]bool{}
		for _, m := range room.Sent() {
			for _, question := range []string{"外资多少", "企业多少"} {
				asked[question] = asked[question] || strings.Contains(m.Text, question)
			}
		}
		if len(asked) != 2 || !asked["外资多少"] || !asked["企业多少"] {
			t.Errorf("a chat beside it got %+v", room.Sent())
		}
	}
	kept, err := store.Open(t.Context(), path, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer kept.Close()
	if pending, err := kept.Pending(t.Context()); err != nil || len(pending) != 0 {
		t.Errorf("left: %v, %v", pending, err)
	}
}

// TestAKillFromOutsideIsHeldAgainstNoQuestion: a process that is killed again and
// again, whenever a question is in work or soon after its start, answers all in the end.
func TestAKillFromOutsideIsHeldAgainstNoQuestion(t *testing.T) {
	s := telegramtest.New(t)
	path := filepath.Join(t.TempDir(), store.FileName)
	var rooms []*telegramtest.Room
	for range 3 {
		u, room := s.Person("众人")
		rooms = append(rooms, room)
		room.Say(u, "外资多少")
	}
	for kills := range 2 * startsMost {
		polls, asked := make(chan struct{}), make(chan struct{})
		var first, second sync.Once
		s.Fail(telegramtest.Fault{Method: "getUpdates", Before: func() { first.Do(func() { close(polls) }) }, Times: -1})
		s.Fail(telegramtest.Fault{Method: "sendChatAction", Before: func() { second.Do(func() { close(asked) }) }, Times: -1})
		c := startChild(t, s.URL(), path)
		idle := polls
		if kills < 2 { // none is suspect yet: one is in work soon
			idle = nil
		}
		select {
		case <-asked:
		case <-idle:
			select {
			case <-asked:
			case <-time.After(250 * time.Millisecond):
			}
		}
		c.kill()
		s.Heal()
	}
	answered := func() bool {
		return !slices.ContainsFunc(rooms, func(r *telegramtest.Room) bool { return len(r.Sent()) == 0 })
	}
	if dies(t, s.URL(), path, answered) {
		t.Error("the program ended by itself")
	}
	for _, room := range rooms {
		if sent := room.Sent(); len(sent) == 0 || !strings.Contains(sent[0].Text, "外资多少") {
			t.Errorf("got %+v", sent)
		}
	}
}

// child is the bot of TestChild in a process of its own.
type child struct {
	process *os.Process
	log     *logs
	ended   chan error
}

func startChild(t *testing.T, url, path string) *child {
	t.Helper()
	cmd := exec.Command(os.Args[0], "-test.run=^TestChild$")
	c := &child{log: &logs{}, ended: make(chan error, 1)}
	cmd.Env = append(os.Environ(), childOf+"="+url, childStore+"="+path)
	cmd.Stderr = c.log
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	c.process = cmd.Process
	go func() { c.ended <- cmd.Wait() }()
	return c
}

func (c *child) kill() {
	_ = c.process.Kill()
	<-c.ended
}

// dies says whether the bot ended by itself before it was done; else it is ended.
func dies(t *testing.T, url, path string, done func() bool) bool {
	t.Helper()
	c := startChild(t, url, path)
	for end := time.Now().Add(time.Minute); time.Now().Before(end); time.Sleep(10 * time.Millisecond) {
		select {
		case err := <-c.ended:
			var exit *exec.ExitError
			if !errors.As(err, &exit) || exit.Sys().(syscall.WaitStatus).Signal() != syscall.SIGKILL {
				t.Fatalf("the child was not killed: %v\n%s", err, c.log)
			}
			return true
		default:
		}
		if done() {
			time.Sleep(200 * time.Millisecond) // what is on its way
			break
		}
	}
	c.kill()
	return false
}

// TestAStopDoesNotCountAgainstAQuestion: a slow answer that is cut by a stop again
// and again is given when there is time.
func TestAStopDoesNotCountAgainstAQuestion(t *testing.T) {
	s := telegramtest.New(t)
	kept := testStore(t)
	li, room := s.Person("李")
	room.Say(li, "外资多少")
	begun := make(chan struct{}, 9)
	slow := func(ctx context.Context, _ asking.Question) (say.Answer, error) {
		begun <- struct{}{}
		<-ctx.Done()
		return say.Answer{}, ctx.Err()
	}
	for range startsMost + 2 {
		r := start(t, s, slow, over(kept), func(b *Bot) { b.drainTime = time.Millisecond })
		<-begun
		r.stop(t)
	}
	pending, err := kept.Pending(t.Context())
	if err != nil || len(pending) != 1 || pending[0].Begun != 0 {
		t.Fatalf("left: %+v, %v", pending, err)
	}
	start(t, s, echo, over(kept))
	if got := room.Next(t); !strings.Contains(got.Text, "外资多少") {
		t.Errorf("got %q", got.Text)
	}
}

// TestAFileThatCannotBeMadeIsSaid: it costs that message, not the process, and the
// person is told.
func TestAFileThatCannotBeMadeIsSaid(t *testing.T) {
	if _, _, _, err := (*enclosure)(nil).file(); err == nil || !strings.Contains(err.Error(), "breaks") {
		t.Errorf("a panic of what draws: %v", err)
	}
	s := telegramtest.New(t)
	kept := testStore(t)
	_, room := s.Person("李")
	drawn := sayText("图")
	drawn[0].enclosure = &enclosure{}
	rows := tell(place{chat: room.Chat.ID}, drawn).rows(store.Talk{Chat: room.Chat.ID})
	if _, err := kept.Queue(t.Context(), 0, rows...); err != nil {
		t.Fatal(err)
	}
	r := start(t, s, echo, over(kept))
	if got := room.Next(t); got.Text != zh("bot.no-file") {
		t.Errorf("got %q", got.Text)
	}
	r.stop(t)
	if unsent, err := kept.Unsent(t.Context()); err != nil || len(unsent) != 0 {
		t.Errorf("left: %v, %v", unsent, err)
	}
}

// TestAFileThatEndsTheProgram is given up after three starts that found it being
// sent, with a notice; before that it is tried again, and one that is sent is so once.
func TestAFileThatEndsTheProgram(t *testing.T) {
	for left := range startsMost + 1 {
		s := telegramtest.New(t)
		kept := testStore(t)
		_, room := s.Person("李")
		drawn := sayText("表")
		drawn[0].enclosure = &enclosure{Sheet: &sheet{Name: "a.csv"}}
		ids, err := kept.Queue(t.Context(), 0, tell(place{chat: room.Chat.ID}, drawn).rows(store.Talk{Chat: room.Chat.ID})...)
		if err != nil {
			t.Fatal(err)
		}
		for range left { // each start counts it, begins to send it, and ends
			if err := kept.MarkSuspect(t.Context(), ids[0]); err != nil {
				t.Fatal(err)
			}
		}
		if left == 0 {
			if err := kept.MarkSending(t.Context(), ids[0]); err != nil {
				t.Fatal(err)
			}
		}
		r := start(t, s, echo, over(kept), func(b *Bot) { b.calm = time.Millisecond })
		got := room.Next(t)
		r.stop(t)
		if gaveUp := got.Text == zh("bot.no-file"); gaveUp != (left == startsMost) {
			t.Errorf("after %d starts: %+v", left, got)
		}
		if unsent, err := kept.Unsent(t.Context()); err != nil || len(unsent) != 0 || len(room.Sent()) != 1 {
			t.Errorf("after %d starts: %d sent, left %v, %v", left, len(room.Sent()), unsent, err)
		}
	}
}
