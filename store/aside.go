package store

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// A damaged file is set aside under a name with the time, in case that more can be
// read of it than was. It holds what people said, and so goes with age and with
// whoever asks to be forgotten.

const (
	asideMark = ".damaged-"
	asideTime = "20060102-150405" // UTC
)

// aside is a name for what is damaged.
func (s *Store) aside() string {
	return s.path + asideMark + s.options.Clock().UTC().Format(asideTime)
}

// dropAside removes what was set aside before that time.
func (s *Store) dropAside(before time.Time) (removed int, err error) {
	entries, err := os.ReadDir(filepath.Dir(s.path))
	if err != nil {
		return 0, fmt.Errorf("look for damaged files: %w", err)
	}
	var problems []error
	for _, e := range entries {
		name, ok := strings.CutPrefix(e.Name(), filepath.Base(s.path)+asideMark)
		at, err := time.Parse(asideTime, strings.TrimSuffix(name, "-wal"))
		if !ok || err != nil || !at.Before(before) {
			continue
		}
		if err := os.Remove(filepath.Join(filepath.Dir(s.path), e.Name())); err != nil {
			problems = append(problems, err)
			continue
		}
		s.options.Log.Info("a damaged file that was set aside is removed", "file", e.Name())
		removed++
	}
	return removed, errors.Join(problems...)
}
