package store

import (
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"
)

// ask answers an update of alice's with one message, which is sent.
func ask(t *testing.T, s *Store, update, message, after int64, question string) {
	t.Helper()
	_, err := s.Journal(t.Context(), upd(update))
	must(t, err)
	ids, err := s.Finish(t.Context(), Outcome{Update: update, State: Answered, Messages: []Message{{Talk: alice, Method: "m", Payload: []byte("p")}},
		Turn:  &Turn{Talk: alice, Question: question, Answer: "to " + question},
		Asked: &Asked{Talk: alice, Message: message, Words: "digest of " + question, After: after}})
	must(t, err)
	must(t, s.MarkSent(t.Context(), ids[0], 1000+update))
}

func questions(turns []Turn) string {
	var all []string
	for _, turn := range turns {
		all = append(all, turn.Question)
	}
	return strings.Join(all, " ")
}

func TestThreadsGoBackByWhatWasFollowedUp(t *testing.T) {
	s := opened(t, file(t), newClock())
	ask(t, s, 1, 11, 0, "one")
	ask(t, s, 2, 12, 1, "two")
	ask(t, s, 3, 13, 1, "three") // a reply to the first answer
	ask(t, s, 4, 14, 3, "four")
	for _, test := range []struct {
		update int64
		limit  int
		want   string
	}{{1, 9, "one"}, {2, 9, "one two"}, {4, 9, "one three four"}, {4, 2, "three four"}, {9, 9, ""}, {0, 9, ""}} {
		thread, err := s.Thread(t.Context(), test.update, time.Time{}, test.limit)
		if must(t, err); questions(thread) != test.want {
			t.Errorf("thread of %d: %q, want %q", test.update, questions(thread), test.want)
		}
	}
	thread, err := s.Thread(t.Context(), 4, moment(s.now()+1), 9)
	if must(t, err); len(thread) > 0 {
		t.Errorf("a thread that is too old goes on: %q", questions(thread))
	}
}

func TestWhatWasAsked(t *testing.T) {
	path := file(t)
	s := opened(t, path, newClock())
	ask(t, s, 1, 11, 0, "one")
	ask(t, s, 2, 11, 0, "one, edited")
	a, err := s.AskedIn(t.Context(), alice.Chat, 11)
	if must(t, err); a.Update != 2 || a.Words != "digest of one, edited" || a.Talk != alice {
		t.Errorf("got %+v", a)
	}
	ids, err := s.MessagesOf(t.Context(), 2)
	if must(t, err); !slices.Equal(ids, []int64{1002}) {
		t.Errorf("the messages of an answer: %v", ids)
	}
	for _, message := range []int64{11, 1002} { // a reply to one's own question is one to its answer
		turn, err := s.ShownBy(t.Context(), alice.Chat, message)
		if must(t, err); turn.Question != "one, edited" || !slices.Equal(turn.Shown, []int64{1002}) {
			t.Errorf("message %d: %+v", message, turn)
		}
	}
	if unsent := unsentOf(t, s); len(unsent) > 0 {
		t.Errorf("what people wrote is to be sent: %+v", unsent)
	}
	for _, message := range []int64{0, 12} {
		if _, err := s.AskedIn(t.Context(), alice.Chat, message); !errors.Is(err, sql.ErrNoRows) {
			t.Errorf("message %d was never asked: %v", message, err)
		}
	}
	must(t, s.Forget(t.Context(), Who{User: alice.User}))
	if _, err := s.AskedIn(t.Context(), alice.Chat, 11); !errors.Is(err, sql.ErrNoRows) {
		t.Errorf("after it was forgotten: %v", err)
	}
	if damage, err := s.Check(t.Context()); err != nil || len(damage) > 0 {
		t.Errorf("damage %v, %v", damage, err)
	}
}

func TestAskedOfADamagedRow(t *testing.T) {
	s := opened(t, file(t), newClock())
	ask(t, s, 1, 11, 0, "one")
	ask(t, s, 2, 12, 1, "two")
	must(t, s.write(t.Context(), func(tx *writing) error {
		_, err := tx.Exec(`UPDATE messages SET payload = '{"words":"x","after":7}' WHERE state = 'asked'`)
		return err
	}))
	if _, err := s.AskedIn(t.Context(), alice.Chat, 12); !errors.Is(err, sql.ErrNoRows) {
		t.Errorf("a damaged row is believed: %v", err)
	}
	if thread, err := s.Thread(t.Context(), 2, time.Time{}, 9); err != nil || questions(thread) != "two" {
		t.Errorf("a thread over a damaged row: %q, %v", questions(thread), err)
	}
	if len(s.Damages()) == 0 {
		t.Error("the damage is not said")
	}
}

func TestMarks(t *testing.T) {
	c, path := newClock(), file(t)
	s := opened(t, path, c)
	must(t, s.SetMark(t.Context(), "told", 5, 7))
	must(t, s.SetMark(t.Context(), "told", 6, 8))
	must(t, s.SetMark(t.Context(), "told", 5, 9))
	seen := func() string {
		t.Helper()
		text := ""
		for _, chat := range []int64{5, 6, 7, -5} {
			value, found, err := s.Mark(t.Context(), "told", chat)
			must(t, err)
			text += fmt.Sprintf("%d:%d,%v ", chat, value, found)
		}
		return text
	}
	if got := seen(); got != "5:9,true 6:8,true 7:0,false -5:0,false " {
		t.Errorf("got %s", got)
	}
	must(t, s.Forget(t.Context(), Who{User: 5}))
	if got := seen(); got != "5:0,false 6:8,true 7:0,false -5:0,false " {
		t.Errorf("after a chat was forgotten: %s", got)
	}
	c.add(KeepDefault + time.Hour)
	_, err := s.Purge(t.Context())
	if must(t, err); strings.Contains(seen(), "true") {
		t.Errorf("after a month: %s", seen())
	}
	if _, _, err := s.LastUpdate(t.Context()); err != nil {
		t.Error(err)
	}
}
