package store

import (
	"context"
	"errors"
	"path/filepath"
	"reflect"
	"sync"
	"testing"
	"time"

	"go.uber.org/goleak"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// clock is a time that tests move.
type clock struct {
	mu  sync.Mutex
	now time.Time
}

func newClock() *clock { return &clock{now: time.UnixMilli(1_700_000_000_000)} }

func (c *clock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.now
}

func (c *clock) add(d time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.now = c.now.Add(d)
}

// opened is a store at path that the test's end closes.
func opened(t testing.TB, path string, c *clock) *Store {
	t.Helper()
	s, err := Open(context.Background(), path, Options{Clock: c.Now})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

func file(t testing.TB) string { return filepath.Join(t.TempDir(), FileName) }

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func pendingIDs(t testing.TB, s *Store) (ids []int64) {
	t.Helper()
	pending, err := s.Pending(t.Context())
	must(t, err)
	for _, u := range pending {
		ids = append(ids, u.ID)
	}
	return ids
}

var alice = Talk{Chat: -100, Thread: 3, User: 7}

func upd(id int64) Update { return Update{ID: id, Talk: alice, Body: []byte(`{"update_id":1}`)} }

func TestJournalIsIdempotentAndOrdered(t *testing.T) {
	c := newClock()
	s := opened(t, file(t), c)
	fresh, err := s.Journal(t.Context(), upd(12), upd(10))
	must(t, err)
	if !reflect.DeepEqual(fresh, []int64{12, 10}) {
		t.Errorf("fresh %v", fresh)
	}
	changed := upd(10)
	changed.Body = []byte("other")
	fresh, err = s.Journal(t.Context(), upd(11), changed)
	must(t, err)
	if !reflect.DeepEqual(fresh, []int64{11}) {
		t.Errorf("fresh %v", fresh)
	}
	pending, err := s.Pending(t.Context())
	must(t, err)
	want := upd(10)
	want.Received = c.Now()
	if len(pending) != 3 || pending[1].ID != 11 || pending[2].ID != 12 || !reflect.DeepEqual(pending[0], want) {
		t.Errorf("pending %+v", pending)
	}
}

func TestFinishQueuesInOneStep(t *testing.T) {
	c := newClock()
	path := file(t)
	s := opened(t, path, c)
	_, err := s.Journal(t.Context(), upd(1), upd(2))
	must(t, err)
	c.add(time.Second)
	ids, err := s.Finish(t.Context(), Outcome{Update: 1, State: Answered,
		Messages: []Message{{Talk: alice, Method: "sendMessage", Payload: []byte("a")}, {Talk: alice, Method: "sendMessage", Payload: []byte("b")}},
		Turn:     &Turn{Talk: alice, Question: "多少", Answer: "2103家[1]", Detail: []byte("{}")}})
	must(t, err)
	if got := pendingIDs(t, s); !reflect.DeepEqual(got, []int64{2}) {
		t.Errorf("pending %v", got)
	}
	unsent, err := s.Unsent(t.Context())
	must(t, err)
	want := []Message{
		{ID: ids[0], Update: 1, Talk: alice, Method: "sendMessage", Payload: []byte("a"), State: Queued, Queued: c.Now()},
		{ID: ids[1], Update: 1, Talk: alice, Method: "sendMessage", Payload: []byte("b"), State: Queued, Queued: c.Now()},
	}
	if !reflect.DeepEqual(unsent, want) {
		t.Errorf("unsent %+v", unsent)
	}
	if _, err := s.Finish(t.Context(), Outcome{Update: 1, State: Answered, Messages: unsent}); !errors.Is(err, ErrFinished) {
		t.Errorf("finished twice: %v", err)
	}
	if _, err := s.Finish(t.Context(), Outcome{Update: 9, State: Answered, Messages: unsent}); !errors.Is(err, ErrFinished) {
		t.Errorf("finished what never came: %v", err)
	}
	if again, err := s.Unsent(t.Context()); err != nil || len(again) != 2 {
		t.Errorf("%d unsent, %v", len(again), err)
	}
	if fresh, err := s.Journal(t.Context(), upd(1)); err != nil || len(fresh) != 0 {
		t.Errorf("a finished update came anew: %v %v", fresh, err)
	}
}

func TestMessagesGoTheirWay(t *testing.T) {
	s := opened(t, file(t), newClock())
	ids, err := s.Queue(t.Context(), 5, Message{Talk: alice, Method: "sendMessage", Payload: []byte("a")}, Message{Talk: alice, Method: "sendMessage", Payload: []byte("b")},
		Message{Talk: alice, Method: "sendMessage", Payload: []byte("c")})
	must(t, err)
	must(t, s.MarkSending(t.Context(), ids[0]))
	must(t, s.MarkUnknown(t.Context(), ids[0], "timeout"))
	must(t, s.MarkSending(t.Context(), ids[0]))
	must(t, s.MarkSending(t.Context(), ids[1]))
	must(t, s.MarkSent(t.Context(), ids[1], 77))
	must(t, s.MarkFailed(t.Context(), ids[2], "403"))
	unsent, err := s.Unsent(t.Context())
	must(t, err)
	if len(unsent) != 1 || unsent[0].State != Sending || unsent[0].Attempts != 2 || string(unsent[0].Payload) != "a" {
		t.Errorf("unsent %+v", unsent)
	}
	for _, id := range append(ids[1:], 99) {
		if err := s.MarkSending(t.Context(), id); !errors.Is(err, ErrNoMessage) {
			t.Errorf("message %d is sent again: %v", id, err)
		}
	}
}

func TestHistoryKnowsItsMessages(t *testing.T) {
	c := newClock()
	s := opened(t, file(t), c)
	start := c.Now()
	for i := range int64(4) {
		_, err := s.Journal(t.Context(), upd(i+1))
		must(t, err)
		ids, err := s.Finish(t.Context(), Outcome{Update: i + 1, State: Answered, Messages: []Message{{Talk: alice, Method: "m"}},
			Turn: &Turn{Talk: alice, Question: string(rune('a' + i)), Answer: "x"}})
		must(t, err)
		must(t, s.MarkSent(t.Context(), ids[0], 100+i))
		c.add(time.Minute)
	}
	questions := func(talk Talk, since time.Time, limit int) (out string) {
		t.Helper()
		turns, err := s.History(t.Context(), talk, since, limit)
		must(t, err)
		for _, turn := range turns {
			out += turn.Question
		}
		return out
	}
	other := alice
	other.User++
	for _, test := range []struct {
		talk  Talk
		since time.Time
		limit int
		want  string
	}{{alice, start, 10, "abcd"}, {alice, start, 2, "cd"}, {alice, start.Add(2 * time.Minute), 10, "cd"}, {other, start, 10, ""}} {
		if got := questions(test.talk, test.since, test.limit); got != test.want {
			t.Errorf("%+v since %v: %q, want %q", test.talk, test.since, got, test.want)
		}
	}
	turn, err := s.ShownBy(t.Context(), alice.Chat, 102)
	must(t, err)
	if turn.Question != "c" || !reflect.DeepEqual(turn.Shown, []int64{102}) {
		t.Errorf("shown by 102: %+v", turn)
	}
	if _, err := s.ShownBy(t.Context(), alice.Chat+1, 102); err == nil {
		t.Error("a message of another chat shows it")
	}
}

func TestTheLastUpdateSurvives(t *testing.T) {
	c := newClock()
	path := file(t)
	s, err := Open(t.Context(), path, Options{Clock: c.Now})
	must(t, err)
	if id, _, err := s.LastUpdate(t.Context()); id != 0 || err != nil {
		t.Errorf("at first %d %v", id, err)
	}
	for _, ids := range [][]int64{{5, 9}, {7}} {
		for _, id := range ids {
			_, err := s.Journal(t.Context(), upd(id))
			must(t, err)
		}
	}
	came := c.Now()
	must(t, s.Close())
	s = opened(t, path, c)
	if id, at, err := s.LastUpdate(t.Context()); id != 9 || !at.Equal(came) || err != nil {
		t.Errorf("after a restart %d %v %v", id, at, err)
	}
	c.add(8 * 24 * time.Hour)
	_, err = s.Journal(t.Context(), upd(3))
	must(t, err)
	if id, _, err := s.LastUpdate(t.Context()); id != 3 || err != nil {
		t.Errorf("after a week's silence %d %v", id, err)
	}
}

func TestRatingAgainReplaces(t *testing.T) {
	c := newClock()
	s := opened(t, file(t), c)
	f := Feedback{Chat: 1, Message: 2, User: 3, Rating: 1, Question: "q", Answer: []byte("{}"), Hits: []byte("[]")}
	must(t, s.Rate(t.Context(), f))
	f.Rating = -1
	must(t, s.Rate(t.Context(), f))
	f.At = c.Now()
	if got, err := s.Ratings(t.Context()); err != nil || !reflect.DeepEqual(got, []Feedback{f}) {
		t.Errorf("ratings %+v %v", got, err)
	}
}

func TestASecondWriterIsToldClearly(t *testing.T) {
	c := newClock()
	path := file(t)
	s := opened(t, path, c)
	if _, err := Open(t.Context(), path, Options{}); !errors.Is(err, ErrLocked) {
		t.Fatalf("error %v", err)
	}
	r, err := OpenReadOnly(t.Context(), path, Options{})
	must(t, err)
	defer r.Close()
	_, err = s.Journal(t.Context(), upd(4))
	must(t, err)
	if got := pendingIDs(t, r); !reflect.DeepEqual(got, []int64{4}) {
		t.Errorf("the reader sees %v", got)
	}
	if _, err := r.Journal(t.Context(), upd(5)); !errors.Is(err, ErrReadOnly) {
		t.Errorf("the reader writes: %v", err)
	}
	if _, err := OpenReadOnly(t.Context(), path+"x", Options{}); !errors.Is(err, ErrAbsent) {
		t.Errorf("an absent store: %v", err)
	}
}

func TestManyWriteAtOnce(t *testing.T) {
	s := opened(t, file(t), newClock())
	var group sync.WaitGroup
	for i := range int64(500) {
		group.Go(func() {
			if _, err := s.Journal(context.Background(), upd(i+1)); err != nil {
				t.Error(err)
			}
			if i%2 == 0 { // one job's failure is its own
				if _, err := s.Finish(context.Background(), Outcome{Update: 10_000 + i, State: Dropped}); !errors.Is(err, ErrFinished) {
					t.Error(err)
				}
			}
		})
	}
	group.Wait()
	if got := len(pendingIDs(t, s)); got != 500 {
		t.Errorf("%d pending", got)
	}
}

// What was found sending again and again is counted until a try has another outcome.
func TestMessagesThatAreLeftAreCounted(t *testing.T) {
	s := opened(t, file(t), newClock())
	ids, err := s.Queue(t.Context(), 0, Message{Talk: Talk{Chat: 1}, Method: "sendMessage", Payload: []byte("a")})
	if err != nil {
		t.Fatal(err)
	}
	left := func(steps ...func(context.Context, int64) error) int {
		t.Helper()
		for _, step := range steps {
			if err := step(t.Context(), ids[0]); err != nil {
				t.Fatal(err)
			}
		}
		unsent, err := s.Unsent(t.Context())
		if err != nil || len(unsent) != 1 {
			t.Fatalf("unsent %v, %v", unsent, err)
		}
		return unsent[0].Left
	}
	unknown := func(ctx context.Context, id int64) error { return s.MarkUnknown(ctx, id, "no answer came back") }
	if n := left(s.MarkSending); n != 0 {
		t.Errorf("before it was counted: %d", n)
	}
	if n := left(s.MarkSuspect, s.MarkSending, s.MarkSuspect); n != 2 {
		t.Errorf("counted twice: %d", n)
	}
	if n := left(unknown, s.MarkSending); n != 0 {
		t.Errorf("after another outcome: %d", n)
	}
}
