package store

import (
	"context"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"sync"
	"testing"
)

// A backup that is made while others write is one moment of the store.
func TestABackupIsWholeWhileOthersWrite(t *testing.T) {
	c := newClock()
	path := file(t)
	s := opened(t, path, c)
	furnish(t, s)
	stop := make(chan struct{})
	var group sync.WaitGroup
	group.Go(func() {
		for id := int64(1000); ; id++ {
			select {
			case <-stop:
				return
			default:
			}
			_, err := s.Journal(context.Background(), upd(id))
			if err == nil {
				_, err = s.Finish(context.Background(), Outcome{Update: id, State: Answered, Messages: []Message{{Talk: alice, Method: "m"}}, Turn: &Turn{Talk: Talk{Chat: 1}}})
			}
			if err != nil {
				t.Error(err)
				return
			}
		}
	})
	r, err := OpenReadOnly(t.Context(), path, Options{})
	must(t, err)
	defer r.Close()
	dir := t.TempDir()
	for i := range 5 {
		to := filepath.Join(dir, string(rune('a'+i))+".db")
		must(t, r.Backup(t.Context(), to))
		if info, err := os.Stat(to); err != nil || info.Mode().Perm() != 0o600 {
			t.Errorf("the backup's mode is %v, %v", info.Mode(), err)
		}
		copied := opened(t, to, c)
		if damage, err := copied.Check(t.Context()); err != nil || len(damage) > 0 {
			t.Errorf("backup %d: %v %v", i, damage, err)
		}
		answered, turns, messages := count(t, copied, `updates WHERE state = 'answered' AND id >= 1000`), count(t, copied, `turns WHERE update_id >= 1000`), count(t, copied, `messages WHERE update_id >= 1000`)
		if answered != turns || answered != messages {
			t.Errorf("backup %d: %d updates, %d turns, %d messages: half of a change", i, answered, turns, messages)
		}
	}
	close(stop)
	group.Wait()
	if err := r.Backup(t.Context(), filepath.Join(dir, "a.db")); err == nil || !strings.Contains(err.Error(), "not overwritten") {
		t.Errorf("it was overwritten: %v", err)
	}
	if err := r.Backup(t.Context(), filepath.Join(dir, "nowhere", "a.db")); err == nil {
		t.Error("no error for a folder that is not there")
	}
}

func count(t testing.TB, s *Store, what string) (n int) {
	t.Helper()
	must(t, s.readers.db.QueryRow(`SELECT count(*) FROM `+what).Scan(&n))
	return n
}

func TestARestoredBackupIsTheStore(t *testing.T) {
	c := newClock()
	s := opened(t, file(t), c)
	furnish(t, s)
	want := contents(t, s)
	saved, restored := file(t), file(t)
	must(t, s.Backup(t.Context(), saved))
	must(t, copyFile(saved, restored))
	if got := contents(t, opened(t, restored, c)); !reflect.DeepEqual(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}
