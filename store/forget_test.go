package store

import (
	"bytes"
	"fmt"
	"os"
	"testing"
	"time"
)

// talkOf n keeps something of each kind for a person.
func said(t *testing.T, s *Store, update int64, talk Talk, words string, sent bool) {
	t.Helper()
	_, err := s.Journal(t.Context(), Update{ID: update, Talk: talk, Body: []byte("asked " + words)})
	must(t, err)
	ids, err := s.Finish(t.Context(), Outcome{Update: update, State: Answered, Messages: []Message{{Talk: talk, Method: "m", Payload: []byte("told " + words)}},
		Turn: &Turn{Talk: talk, Question: words, Answer: "answer to " + words}})
	must(t, err)
	if sent {
		must(t, s.MarkSent(t.Context(), ids[0], update))
	}
	must(t, s.Rate(t.Context(), Feedback{Chat: talk.Chat, Message: update, User: talk.User, Question: words}))
}

func rows(t *testing.T, s *Store) string {
	t.Helper()
	return fmt.Sprintf("%d updates, %d messages, %d turns, %d ratings", count(t, s, "updates"), count(t, s, "messages"), count(t, s, "turns"), count(t, s, "feedback"))
}

func TestForgetRemovesOneAndOnlyOne(t *testing.T) {
	li, wang, elsewhere := Talk{Chat: 5, User: 1}, Talk{Chat: 5, User: 2}, Talk{Chat: 6, User: 1}
	for _, test := range []struct {
		name string
		who  Who
		left []Talk
	}{
		{"a person everywhere", Who{User: 1}, []Talk{wang}},
		{"a person in a chat", Who{User: 1, Chat: 5}, []Talk{wang, elsewhere}},
		{"a chat", Who{Chat: 5}, []Talk{elsewhere}},
	} {
		t.Run(test.name, func(t *testing.T) {
			c := newClock()
			path := file(t)
			s, err := Open(t.Context(), path, Options{Clock: c.Now})
			must(t, err)
			said(t, s, 1, li, "li-in-five", true)
			said(t, s, 2, wang, "wang-in-five", true)
			said(t, s, 3, elsewhere, "li-in-six", true)
			must(t, s.Forget(t.Context(), test.who))
			for _, talk := range []Talk{li, wang, elsewhere} {
				turns, err := s.History(t.Context(), talk, time.Time{}, 9)
				must(t, err)
				want := 0
				for _, left := range test.left {
					if left == talk {
						want = 1
					}
				}
				if len(turns) != want {
					t.Errorf("%+v has %d turns, want %d", talk, len(turns), want)
				}
			}
			if fresh, err := s.Journal(t.Context(), upd(1)); err != nil || len(fresh) > 0 {
				t.Errorf("an update that was answered comes anew: %v %v", fresh, err)
			}
			if ratings, err := s.Ratings(t.Context()); err != nil || len(ratings) != len(test.left) {
				t.Errorf("%d ratings, %v", len(ratings), err)
			}
			for _, side := range []string{"", "-wal"} { // the bytes go too, at once
				data, err := os.ReadFile(path + side)
				must(t, err)
				if bytes.Contains(data, []byte("li-in-five")) {
					t.Errorf("what was forgotten stands in %s%s", FileName, side)
				}
			}
			if damage, err := s.Check(t.Context()); err != nil || len(damage) > 0 {
				t.Errorf("damage %v, %v", damage, err)
			}
			must(t, s.Close())
		})
	}
}

func TestForgetLeavesWhatIsUnderWay(t *testing.T) {
	s := opened(t, file(t), newClock())
	said(t, s, 1, alice, "words", false)
	_, err := s.Journal(t.Context(), upd(2))
	must(t, err)
	must(t, s.Forget(t.Context(), Who{User: alice.User}))
	if got, want := rows(t, s), "2 updates, 1 messages, 0 turns, 0 ratings"; got != want {
		t.Errorf("left: %s, want %s", got, want)
	}
	if unsent := unsentOf(t, s); len(unsent) != 1 || string(unsent[0].Payload) != "told words" {
		t.Errorf("unsent %+v", unsent)
	}
	if _, err := s.Finish(t.Context(), Outcome{Update: 2, State: Answered}); err != nil {
		t.Error(err)
	}
	if err := s.Forget(t.Context(), Who{}); err == nil {
		t.Error("nobody was forgotten, which would be everybody")
	}
}

func TestPurgeByAge(t *testing.T) {
	c := newClock()
	s, err := Open(t.Context(), file(t), Options{Clock: c.Now, Keep: 10 * 24 * time.Hour})
	must(t, err)
	defer s.Close()
	said(t, s, 1, alice, "old", true)
	said(t, s, 2, alice, "old and unsent", false)
	_, err = s.Journal(t.Context(), upd(3)) // old and pending
	must(t, err)
	c.add(9 * 24 * time.Hour)
	said(t, s, 4, alice, "young", true)
	steps := []struct {
		later time.Duration
		want  string
	}{
		{0, "4 updates, 3 messages, 3 turns, 3 ratings"},
		{25 * time.Hour, "2 updates, 2 messages, 1 turns, 1 ratings"},
		{10 * 24 * time.Hour, "1 updates, 1 messages, 0 turns, 0 ratings"},
		{-300 * 24 * time.Hour, "1 updates, 1 messages, 0 turns, 0 ratings"}, // the clock was set back
	}
	for _, step := range steps {
		c.add(step.later)
		_, err := s.Purge(t.Context())
		must(t, err)
		if got := rows(t, s); got != step.want {
			t.Errorf("%v later: %s, want %s", step.later, got, step.want)
		}
	}
	if got := pendingIDs(t, s); len(got) != 1 || got[0] != 3 {
		t.Errorf("pending %v", got)
	}
	if id, _, err := s.LastUpdate(t.Context()); id != 4 || err != nil {
		t.Errorf("the last update is %d, %v", id, err)
	}
}

func TestVectorsOfLongAgoGo(t *testing.T) {
	c := newClock()
	s := opened(t, file(t), c)
	keep := func(model string, keys ...byte) {
		for _, k := range keys {
			must(t, s.KeepVectors(t.Context(), model, []Vector{{Key: Key{k}, Data: []byte{k}}}))
		}
	}
	keep("old", 1, 2)
	keep("new", 1, 2, 2)
	c.add(KeepDefault + time.Hour)
	keep("old", 3)
	keep("new", 3)
	dropped, err := s.DropVectors(t.Context(), "new", func(k Key) bool { return k[0] == 2 })
	must(t, err)
	models, err := s.Models(t.Context())
	must(t, err)
	if dropped != 4 || models["old"] != 1 || models["new"] != 2 {
		t.Errorf("%d dropped, left %v", dropped, models)
	}
}

// An update whose chat cannot be read is lost: that is said, and once.
func TestABrokenRowIsSaidAndRemoved(t *testing.T) {
	c := newClock()
	path := file(t)
	s, err := Open(t.Context(), path, Options{Clock: c.Now})
	must(t, err)
	_, err = s.Journal(t.Context(), upd(1), upd(2), upd(3))
	must(t, err)
	ids, err := s.Queue(t.Context(), 1, Message{Talk: alice, Method: "m"}, Message{Talk: alice, Method: "m"})
	must(t, err)
	for _, statement := range []string{
		`UPDATE updates SET chat = chat + 1 WHERE id = 1`, `UPDATE updates SET body = x'00' WHERE id = 2`,
		`UPDATE messages SET chat = 'x' WHERE id = ` + fmt.Sprint(ids[0]), `UPDATE messages SET payload = x'00' WHERE id = ` + fmt.Sprint(ids[1]),
	} {
		_, err := s.db.Exec(statement)
		must(t, err)
	}
	pending, err := s.Pending(t.Context())
	must(t, err)
	if len(pending) != 2 || !pending[0].Damaged || pending[0].Body != nil || pending[0].Talk != alice || pending[1].Damaged {
		t.Errorf("pending %+v", pending)
	}
	if unsent := unsentOf(t, s); len(unsent) != 1 || !unsent[0].Damaged || unsent[0].Talk != alice {
		t.Errorf("unsent %+v", unsent)
	}
	if _, err := s.Finish(t.Context(), Outcome{Update: 2, State: Refused}); err != nil {
		t.Error(err)
	}
	if n, err := s.Purge(t.Context()); n != 2 || err != nil {
		t.Errorf("%d rows removed, %v", n, err)
	}
	if n := len(s.Damages()); n != 4 {
		t.Errorf("%d damages: %+v", n, s.Damages())
	}
	must(t, s.Close())
	s = opened(t, path, c)
	if got := pendingIDs(t, s); len(got) != 1 || len(s.Damages()) != 0 {
		t.Errorf("afterwards: pending %v, damages %v", got, s.Damages())
	}
}
