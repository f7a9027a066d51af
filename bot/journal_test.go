package bot

import (
	"context"
	"database/sql"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"youju/answer/asking"
	"youju/answer/say"
	"youju/bot/telegramtest"
	"youju/lang"
	"youju/store"
)

// over lets a bot work with a store that the test keeps.
func over(s *store.Store) func(*Bot) { return func(b *Bot) { b.cfg.Store = s } }

func soon(t *testing.T, what string, ok func() bool) {
	t.Helper()
	for end := time.Now().Add(time.Minute); time.Now().Before(end); time.Sleep(5 * time.Millisecond) {
		if ok() {
			return
		}
	}
	t.Errorf("%s did not come to be", what)
}

// TestNothingIsConfirmedThatIsNotKept: a store that takes nothing leaves all with
// Telegram, and says so.
func TestNothingIsConfirmedThatIsNotKept(t *testing.T) {
	s := telegramtest.New(t)
	broken, err := store.Open(context.Background(), filepath.Join(t.TempDir(), store.FileName), store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	li, room := s.Person("李")
	r := start(t, s, echo, over(broken))
	room.Say(li, "外资多少")
	room.Next(t)
	soon(t, "confirmation", func() bool { return len(s.Unconfirmed()) == 0 })
	if err := broken.Close(); err != nil {
		t.Fatal(err)
	}
	room.Say(li, "外资多少")
	soon(t, "a word on the store", func() bool { return slices.Contains(r.bot.Troubles(), string(troubleStore)) })
	r.stop(t)
	if n := len(s.Unconfirmed()); n != 1 {
		t.Errorf("%d updates are left with Telegram", n)
	}
	start(t, s, echo)
	room.Next(t)
}

// TestWhatACrashLeft: a question in the journal, a message that was to be sent,
// and one that was being sent are answered and sent after the start, in order.
func TestWhatACrashLeft(t *testing.T) {
	s := telegramtest.New(t)
	kept := testStore(t)
	ctx := context.Background()
	li, room := s.Person("李")
	asked := s.NextUpdateID()
	room.Say(li, "外资多少")
	talk := store.Talk{Chat: room.Chat.ID, User: li.ID}
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	_, err := kept.Journal(ctx, store.Update{ID: 1, Talk: talk, Body: []byte("{}")}, store.Update{ID: asked, Talk: talk, Body: s.Raw(asked)})
	must(err)
	rows := tell(place{chat: room.Chat.ID}, slices.Concat(sayText("先"), sayText("后"))).rows(talk)
	ids, err := kept.Finish(ctx, store.Outcome{Update: 1, State: store.Answered, Messages: rows})
	must(err)
	must(kept.MarkSending(ctx, ids[0]))
	r := start(t, s, echo, over(kept))
	for _, want := range []string{"先", "后", "外资多少"} {
		if got := room.Next(t); !strings.Contains(got.Text, want) {
			t.Errorf("got %q, want %q", got.Text, want)
		}
	}
	if n := r.bot.metrics.sends.of("unknown").Get(); n != 1 {
		t.Errorf("%v unknown outcomes are counted", n)
	}
	// Telegram gives the question again, since it was never confirmed.
	soon(t, "confirmation", func() bool { return len(s.Unconfirmed()) == 0 })
	r.stop(t)
	if n := len(room.Sent()); n != 3 {
		t.Errorf("%d messages", n)
	}
	pending, err := kept.Pending(ctx)
	must(err)
	unsent, err := kept.Unsent(ctx)
	must(err)
	if len(pending)+len(unsent) != 0 {
		t.Errorf("left: %v, %v", pending, unsent)
	}
}

// TestDamagedAnswerIsSaid: what cannot be read any more is not sent, and not
// passed over in silence.
func TestDamagedAnswerIsSaid(t *testing.T) {
	s := telegramtest.New(t)
	kept := testStore(t)
	_, room := s.Person("李")
	rows := tell(place{chat: room.Chat.ID}, sayText("254678万美元")).rows(store.Talk{Chat: room.Chat.ID})
	if _, err := kept.Queue(context.Background(), 0, rows...); err != nil {
		t.Fatal(err)
	}
	db, err := sql.Open("sqlite", kept.Path())
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if _, err := db.Exec(`UPDATE messages SET payload = replace(payload, '254678', '254679')`); err != nil {
		t.Fatal(err)
	}
	r := start(t, s, echo, over(kept))
	if got := room.Next(t); got.Text != zh("bot.lost") {
		t.Errorf("got %q", got.Text)
	}
	r.stop(t)
	if unsent, err := kept.Unsent(context.Background()); err != nil || len(unsent) != 0 {
		t.Errorf("left: %v, %v", unsent, err)
	}
}

func TestBudgetIsSaidToWhoSpendsIt(t *testing.T) {
	s := telegramtest.New(t)
	r := start(t, s, echo, func(b *Bot) { b.budgets = newBudgets(2, time.Now) })
	li, room := s.Person("李")
	for i := range 6 {
		room.Say(li, fmt.Sprintf("第%d问", i))
	}
	var answered, noticed int
	for range 4 {
		switch got := room.Next(t).Text; {
		case strings.Contains(got, "问的是"):
			answered++
		case strings.Contains(got, "每人 2 个问题"):
			noticed++
			if last := strings.HasSuffix(got, zh("bot.last-notice")); last != (noticed == 2) {
				t.Errorf("notice %d: %q", noticed, got)
			}
		}
	}
	if answered != 2 || noticed != 2 {
		t.Errorf("%d answers, %d notices", answered, noticed)
	}
	wang, other := s.Person("王")
	other.Say(wang, "外资多少")
	other.Next(t)
	if notice := room.TapData(li, room.Sent()[0], "q.0").Answer(t); notice != "" {
		t.Errorf("a tap far over the budget is told %q", notice)
	}
	r.stop(t)
	if n := len(room.Sent()); n != 4 {
		t.Errorf("a flood gets %d messages", n)
	}
	for _, l := range lang.All() {
		if n := len([]rune(l.Say("bot.too-many", 1000) + l.Say("bot.last-notice"))); n > 200 {
			t.Errorf("%s: %d characters do not fit into a notice", l.Code(), n)
		}
	}
}

func TestConversationSurvivesAndEnds(t *testing.T) {
	s := telegramtest.New(t)
	kept := testStore(t)
	now := time.Now()
	first := start(t, s, echo, over(kept))
	li, room := s.Person("李")
	ask := func(text string, before int) {
		t.Helper()
		room.Say(li, text)
		if got := room.Next(t).Text; !strings.Contains(got, fmt.Sprintf("之前问过 %d 次", before)) {
			t.Errorf("%s: got %q, want %d before", text, got, before)
		}
	}
	ask("外资多少", 0)
	first.stop(t)
	second := start(t, s, echo, over(kept), func(b *Bot) { b.now = func() time.Time { return now } })
	ask("增速呢", 1)
	room.Say(li, "/new")
	room.Next(t)
	ask("淄博呢", 0)
	ask("昆山呢", 1)
	room.Say(li, "/forget")
	if got := room.Next(t); got.Text != zh("bot.forgotten") {
		t.Errorf("got %q", got.Text)
	}
	ask("广州呢", 0)
	second.stop(t)
	turns, err := kept.History(context.Background(), store.Talk{Chat: room.Chat.ID, User: li.ID}, time.Time{}, 100)
	if err != nil || len(turns) != 1 || turns[0].Question != "广州呢" {
		t.Errorf("kept after /forget: %v, %v", turns, err)
	}
	start(t, s, echo, over(kept), func(b *Bot) { b.now = func() time.Time { return now.Add(turnsAge + time.Minute) } })
	ask("后来呢", 0)
}

func TestConflictAndItsEnd(t *testing.T) {
	s := telegramtest.New(t)
	s.Fail(telegramtest.Fault{Method: "getUpdates", Code: 409, Description: "Conflict: terminated by other getUpdates request", Times: -1})
	r := start(t, s, echo)
	soon(t, "a word on the conflict", func() bool { return slices.Contains(r.bot.Troubles(), string(troubleConflict)) })
	s.Heal()
	li, room := s.Person("李")
	room.Say(li, "外资多少")
	room.Next(t)
	soon(t, "readiness", func() bool { return len(r.bot.Troubles()) == 0 })
}

func TestUnknownOutcomesAreSentAgainAndCounted(t *testing.T) {
	s := telegramtest.New(t)
	r := start(t, s, echo)
	s.Fail(telegramtest.Fault{Method: "sendMessage", DropAfter: true, Times: 2})
	s.Fail(telegramtest.Fault{Method: "sendMessage", Code: 500})
	li, room := s.Person("李")
	room.Say(li, "外资多少")
	for range 3 {
		room.Next(t)
	}
	r.stop(t)
	for outcome, want := range map[string]uint64{"unknown": 3, "sent": 1} {
		if got := r.bot.metrics.sends.of(outcome).Get(); got != want {
			t.Errorf("%v outcomes %q, want %v", got, outcome, want)
		}
	}
}

// TestOneChatsFloodDoesNotHoldTheOthers: a chat that Telegram makes wait waits
// alone.
func TestOneChatsFloodDoesNotHoldTheOthers(t *testing.T) {
	s := telegramtest.New(t)
	r := start(t, s, echo)
	li, slow := s.Person("李")
	s.Fail(telegramtest.Fault{Method: "sendMessage", Code: 429, RetryAfter: 3600, Match: func(p map[string]string) bool { return p["chat_id"] == fmt.Sprint(slow.Chat.ID) }})
	slow.Say(li, "外资多少")
	s.WaitCalls(t, "sendMessage", 1)
	wang, other := s.Person("王")
	other.Say(wang, "外资多少")
	other.Next(t)
	r.stop(t)
	if n := len(slow.Sent()); n != 0 {
		t.Errorf("%d messages to who had to wait an hour", n)
	}
}

func TestQuestionsDoNotStandInTheLog(t *testing.T) {
	for _, texts := range []bool{false, true} {
		s := telegramtest.New(t)
		r := start(t, s, func(_ context.Context, q asking.Question) (say.Answer, error) {
			if q.Text == "隐秘的事二" {
				return say.Answer{}, fmt.Errorf("embed: connection refused")
			}
			return echo(context.Background(), q)
		}, func(b *Bot) { b.cfg.LogTexts = texts })
		li, room := s.Person("李")
		for _, q := range []string{"隐秘的事一", "隐秘的事二", strings.Repeat("隐秘的事三", 20_000)} {
			room.Say(li, q)
			room.Next(t)
		}
		if got := room.Sent()[2].Text; got != zh("bot.too-long") {
			t.Errorf("100 000 characters: %q", got)
		}
		r.stop(t)
		if got := strings.Contains(r.logs.String(), "隐秘的事"); got != texts {
			t.Errorf("texts in the log: %v, want %v\n%.2000s", got, texts, r.logs)
		}
	}
}
