package store

import "testing"

// The count of an update outlives the process, goes with the update, and a clean
// stop takes it back.
func TestBegunIsCountedUntilTheEnd(t *testing.T) {
	path := file(t)
	s, err := Open(t.Context(), path, Options{})
	must(t, err)
	_, err = s.Journal(t.Context(), upd(1), upd(2))
	must(t, err)
	for want := range 3 {
		before, err := s.Begin(t.Context(), 2)
		must(t, err)
		if before != want {
			t.Errorf("begun %d times before, not %d", before, want)
		}
	}
	must(t, s.Unbegin(t.Context(), 2))
	must(t, s.Close())
	s = opened(t, path, newClock())
	pending, err := s.Pending(t.Context())
	must(t, err)
	if len(pending) != 2 || pending[0].Begun != 0 || pending[1].Begun != 2 {
		t.Fatalf("pending %+v", pending)
	}
	_, err = s.Finish(t.Context(), Outcome{Update: 2, State: Refused})
	must(t, err)
	if n := count(t, s, `facts WHERE name LIKE 'mark: begun%'`); n != 0 {
		t.Errorf("%d counts are left", n)
	}
}
