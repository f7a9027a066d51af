package store

import (
	"bytes"
	"errors"
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

// Where a file that was set aside cannot be removed, that is said, and what was forgotten
// is overwritten all the same.
func TestForgetsWhereADamagedFileStays(t *testing.T) {
	c, path := newClock(), file(t)
	s, err := Open(t.Context(), path, Options{Clock: c.Now})
	must(t, err)
	said(t, s, 1, alice, "secret", true)
	must(t, os.MkdirAll(filepath.Join(s.aside(), "held"), 0o700)) // nothing removes a folder that holds something
	if err := s.Forget(t.Context(), Who{User: alice.User}); err == nil {
		t.Error("nothing is said of what stays")
	}
	defer func() { must(t, s.Close()) }()
	for _, name := range []string{path, path + "-wal"} {
		data, err := os.ReadFile(name)
		if err != nil && !errors.Is(err, os.ErrNotExist) {
			t.Fatal(err)
		}
		if bytes.Contains(data, []byte("secret")) {
			t.Errorf("%s holds what was forgotten", filepath.Base(name))
		}
	}
}

func setAside(t *testing.T, s *Store) []string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(filepath.Dir(s.Path()), "*"+asideMark+"*"))
	must(t, err)
	return files
}
