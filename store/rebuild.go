package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// A rebuilt file is written beside the damaged one, moved to rebuiltSuffix when it
// is whole and synced, and then takes its place. A crash in between is finished by
// the next Open.
const (
	draftSuffix   = ".rebuilding"
	rebuiltSuffix = ".rebuilt"
	scratchMark   = ".repair-" // of a folder with copies, beside it
)

// sound looks at the structure of the file and at its schema, which has no
// checksum: it must be one that the migrations make. detail is empty where it is
// sound; err is set where the file could not even be asked.
func (l layout) sound(ctx context.Context, path string) (detail string, err error) {
	// Mapped, because that is twenty times as fast; only for this one connection,
	// because a file that is cut while it is mapped ends the process.
	db, err := sql.Open("sqlite", address(path, "mode=ro&_pragma=busy_timeout(10000)&_pragma=mmap_size(1099511627776)"))
	if err != nil {
		return "", err
	}
	defer db.Close()
	if detail, err := badHeader(path); err != nil || detail != "" {
		return detail, err
	}
	// Not quick_check: an index that reads otherwise than its table hides rows, or
	// ends a query in the midst.
	rows, err := db.QueryContext(ctx, `PRAGMA integrity_check(3)`)
	if err != nil {
		return "", err
	}
	var lines []string
	err = each(rows, func() error {
		var line string
		err := rows.Scan(&line)
		lines = append(lines, line)
		return err
	})
	if err != nil {
		return "", err
	}
	if len(lines) != 1 || lines[0] != "ok" {
		return strings.Join(lines, "; "), nil
	}
	have, err := version(ctx, db)
	if err != nil {
		return "", err
	}
	schema, err := schemaOf(ctx, db)
	if err != nil {
		return "", err
	}
	if l.differs(schema, have) {
		return "the description of its tables is not the one that was written", nil
	}
	return "", nil
}

// mend makes sure that there is a file to open: none, a sound one, or one that was
// rebuilt from what can be read of a damaged one.
func (s *Store) mend(ctx context.Context) error {
	if err := errors.Join(finishSwap(s.path), s.dropScratch()); err != nil {
		return err
	}
	info, err := os.Stat(s.path)
	if errors.Is(err, os.ErrNotExist) {
		return s.noWAL()
	}
	if err != nil {
		return err
	}
	if info.Size() == 0 { // or it was being made when the first run was killed
		s.harmed(DamageError{What: "the store's file", Detail: "it is empty", Cure: "a new one is made"})
		return s.noWAL()
	}
	if detail := walDamage(s.path + "-wal"); detail != "" {
		s.harmed(DamageError{What: "the log of the last changes (" + s.path + "-wal)", Detail: detail, Cure: "what was changed last may be lost"})
	}
	detail, err := s.layout.sound(ctx, s.path)
	switch {
	case err != nil && ctx.Err() != nil:
		return ctx.Err()
	case err != nil && !isDamage(err):
		return err
	case err != nil:
		detail = err.Error()
	case detail == "":
		return nil
	}
	return s.rebuild(ctx, detail)
}

// noWAL: a log without a file would be taken for the log of a new file.
func (s *Store) noWAL() error {
	info, err := os.Stat(s.path + "-wal")
	if err != nil || info.Size() == 0 {
		return nil
	}
	aside := s.aside()
	s.harmed(DamageError{What: "the store's file", Detail: "only its log is there", Cure: "a new store is made; the log is kept as " + aside + "-wal"})
	return os.Rename(s.path+"-wal", aside+"-wal")
}

// rebuild makes a new file of the rows that can be read, tries the ways in which
// the first page can be repaired, and takes the best.
func (s *Store) rebuild(ctx context.Context, detail string) error {
	aside := s.aside()
	if err := copyFile(s.path, aside); err != nil {
		return fmt.Errorf("set the damaged file aside: %w", err)
	}
	if err := copyFile(s.path+"-wal", aside+"-wal"); err != nil && !errors.Is(err, os.ErrNotExist) {
		return fmt.Errorf("set the damaged file aside: %w", err)
	}
	best := tally{}
	for _, repair := range []func(path string) error{nothing, repairHeader, s.repairSchema} {
		t, err := s.attempt(ctx, aside, repair)
		if err != nil {
			return fmt.Errorf("rebuild the damaged file: %w", err)
		}
		if t.tables < best.tables || t.rows <= best.rows && best.tables == t.tables && best.tables > 0 {
			continue
		}
		best = t
		if err := os.Rename(s.path+draftSuffix, s.path+rebuiltSuffix); err != nil {
			return err
		}
		if t.tables == len(s.layout.tables) && t.lost == 0 {
			break
		}
	}
	removeAll(s.path + draftSuffix)
	if err := finishSwap(s.path); err != nil {
		return err
	}
	s.harmed(DamageError{What: "the store's file", Detail: detail,
		Cure: fmt.Sprintf("it was rebuilt: %d rows were read, %d places could not be; the damaged file is kept as %s", best.rows, best.lost, aside)})
	return nil
}

// attempt repairs a copy of the damaged file and makes a new file of it.
func (s *Store) attempt(ctx context.Context, damaged string, repair func(string) error) (tally, error) {
	scratch, err := os.MkdirTemp(filepath.Dir(s.path), filepath.Base(s.path)+scratchMark)
	if err != nil {
		return tally{}, err
	}
	defer os.RemoveAll(scratch)
	from := filepath.Join(scratch, "damaged.db")
	if err := copyFile(damaged, from); err != nil {
		return tally{}, err
	}
	if err := copyFile(damaged+"-wal", from+"-wal"); err != nil && !errors.Is(err, os.ErrNotExist) {
		return tally{}, err
	}
	if err := repair(from); err != nil {
		return tally{}, err
	}
	removeAll(s.path + draftSuffix)
	return s.salvage(ctx, from, s.path+draftSuffix)
}

// dropScratch removes what a kill in the midst of a repair left.
func (s *Store) dropScratch() error {
	entries, err := os.ReadDir(filepath.Dir(s.path))
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), filepath.Base(s.path)+scratchMark) {
			err = errors.Join(err, os.RemoveAll(filepath.Join(filepath.Dir(s.path), e.Name())))
		}
	}
	return err
}

// finishSwap puts a file that was rebuilt in its place.
func finishSwap(path string) error {
	if _, err := os.Stat(path + rebuiltSuffix); errors.Is(err, os.ErrNotExist) {
		return nil
	}
	for _, side := range []string{"-wal", "-shm"} { // SQLite would add the old log to the new file
		if err := os.Remove(path + side); err != nil && !errors.Is(err, os.ErrNotExist) {
			return err
		}
	}
	if err := os.Rename(path+rebuiltSuffix, path); err != nil {
		return err
	}
	return syncFolder(filepath.Dir(path))
}

func removeAll(path string) {
	for _, side := range []string{"", "-wal", "-shm", "-journal"} {
		_ = os.Remove(path + side)
	}
}

func copyFile(from, to string) (err error) {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := os.OpenFile(to, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o600)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, out.Close()) }()
	if _, err := io.Copy(out, in); err != nil {
		return err
	}
	return out.Sync()
}

func syncFolder(path string) error {
	dir, err := os.Open(path)
	if err != nil {
		return err
	}
	defer dir.Close()
	if err := dir.Sync(); err != nil && !errors.Is(err, errors.ErrUnsupported) {
		return err
	}
	return nil
}

// patience bounds how long a damaged page may keep a query busy.
const patience = 10 * time.Minute
