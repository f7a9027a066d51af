package store

import (
	"database/sql"
	"errors"
	"testing"
)

// older makes a store as the program of a version before made it, with an update.
func older(t *testing.T, path string, version int) {
	t.Helper()
	all, err := steps()
	must(t, err)
	db, err := sql.Open("sqlite", address(path, writerPragmas))
	must(t, err)
	must(t, migrateTo(t.Context(), db, all[:version]))
	tx, err := db.Begin()
	must(t, err)
	_, err = insertUpdate(tx, upd(7), 1)
	must(t, err)
	must(t, tx.Commit())
	must(t, db.Close())
}

func TestEveryOlderVersionIsBroughtUp(t *testing.T) {
	all, err := steps()
	must(t, err)
	for version := 1; version <= len(all); version++ {
		path := file(t)
		older(t, path, version)
		if version < len(all) {
			if _, err := OpenReadOnly(t.Context(), path, Options{}); !errors.Is(err, ErrVersion) {
				t.Errorf("version %d was opened by a reader: %v", version, err)
			}
		}
		s := opened(t, path, newClock())
		if got := pendingIDs(t, s); len(got) != 1 || got[0] != 7 {
			t.Errorf("from version %d: pending %v", version, got)
		}
		furnish(t, s)
		if damage, err := s.Check(t.Context()); err != nil || len(damage) > 0 {
			t.Errorf("from version %d: %v %v", version, damage, err)
		}
	}
}

func TestAFailedStepLeavesTheVersionBefore(t *testing.T) {
	path := file(t)
	older(t, path, 1)
	db, err := sql.Open("sqlite", address(path, writerPragmas))
	must(t, err)
	defer db.Close()
	all, err := steps()
	must(t, err)
	if err := migrateTo(t.Context(), db, []string{all[0], "CREATE TABLE extra (id INTEGER PRIMARY KEY); this is no SQL"}); err == nil {
		t.Fatal("no error")
	}
	have, err := version(t.Context(), db)
	must(t, err)
	var tables int
	must(t, db.QueryRow(`SELECT count(*) FROM sqlite_schema WHERE name = 'extra'`).Scan(&tables))
	if have != 1 || tables != 0 {
		t.Errorf("version %d, %d tables of the step that failed", have, tables)
	}
}

func TestANewerVersionIsLeftAlone(t *testing.T) {
	path := file(t)
	s, err := Open(t.Context(), path, Options{})
	must(t, err)
	must(t, s.Close())
	db, err := sql.Open("sqlite", address(path, writerPragmas))
	must(t, err)
	tx, err := db.Begin()
	must(t, err)
	_, err = tx.Exec("PRAGMA user_version = 99")
	must(t, err)
	must(t, setFact(tx, versionFact, 99, 0))
	must(t, tx.Commit())
	must(t, db.Close())
	if _, err := Open(t.Context(), path, Options{}); !errors.Is(err, ErrVersion) {
		t.Errorf("error %v", err)
	}
}
