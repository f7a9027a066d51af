package store

import (
	"os"
	"path/filepath"
	"testing"
	"time"
)

// A damaged file that was set aside holds what people said: it goes with age, and
// with whoever asks to be forgotten.
func TestWhatWasSetAsideGoesToo(t *testing.T) {
	for _, one := range []struct {
		name string
		drop func(t *testing.T, s *Store, c *clock) error
	}{
		{"by age", func(t *testing.T, s *Store, c *clock) error {
			c.add(29 * 24 * time.Hour)
			_, err := s.Purge(t.Context())
			must(t, err)
			if n := len(setAside(t, s)); n == 0 {
				t.Error("a day before its time it is gone")
			}
			c.add(2 * 24 * time.Hour)
			_, err = s.Purge(t.Context())
			return err
		}},
		{"with the person", func(t *testing.T, s *Store, c *clock) error { return s.Forget(t.Context(), Who{User: alice.User}) }},
	} {
		t.Run(one.name, func(t *testing.T) {
			c, path := newClock(), file(t)
			s, err := Open(t.Context(), path, Options{Clock: c.Now})
			must(t, err)
			said(t, s, 1, alice, "secret", true)
			must(t, s.Close())
			data, err := os.ReadFile(path)
			must(t, err)
			clear(data[pageSize : 2*pageSize])
			must(t, os.WriteFile(path, data, 0o600))
			s = opened(t, path, c)
			if len(setAside(t, s)) == 0 {
				t.Fatal("the damaged file was not set aside")
			}
			must(t, one.drop(t, s, c))
			if left := setAside(t, s); len(left) > 0 {
				t.Errorf("left: %v", left)
			}
		})
	}
}

func setAside(t *testing.T, s *Store) []string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(filepath.Dir(s.Path()), "*"+asideMark+"*"))
	must(t, err)
	return files
}
