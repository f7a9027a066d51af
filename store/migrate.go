package store

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"
)

//go:embed migrations/*.sql
var migrations embed.FS

// ErrVersion is returned where another version of the program made the file.
var ErrVersion = errors.New("the store is of another version")

// steps are the migrations in order: the first makes version 1. One that was
// released is never changed, its comments neither: SQLite keeps the text, and a text
// that is not the one that was written is taken for damage.
func steps() ([]string, error) {
	names, err := fs.Glob(migrations, "migrations/*.sql") // sorted by name
	if err != nil {
		return nil, err
	}
	var all []string
	for _, name := range names {
		text, err := migrations.ReadFile(name)
		if err != nil {
			return nil, err
		}
		all = append(all, string(text))
	}
	return all, nil
}

func version(ctx context.Context, db *sql.DB) (n int, err error) {
	err = db.QueryRowContext(ctx, "PRAGMA user_version").Scan(&n)
	return n, err
}

// migrateTo brings the file to the last of the steps, a step a transaction: the step
// and its number are there both or neither.
func migrateTo(ctx context.Context, db *sql.DB, all []string) error {
	have, err := version(ctx, db)
	if err != nil {
		return fmt.Errorf("read the version: %w", err)
	}
	if have > len(all) {
		return fmt.Errorf("%w: it is %d and this program knows %d; use a newer youju", ErrVersion, have, len(all))
	}
	for n := have; n < len(all); n++ {
		tx, err := db.BeginTx(ctx, nil)
		if err != nil {
			return fmt.Errorf("migrate to version %d: %w", n+1, err)
		}
		_, err = tx.ExecContext(ctx, all[n]+fmt.Sprintf("\n;PRAGMA user_version = %d", n+1))
		if err == nil {
			err = setFact(tx, versionFact, int64(n+1), 0)
		}
		if err != nil {
			return errors.Join(fmt.Errorf("migrate to version %d: %w", n+1, err), tx.Rollback())
		}
		if err := tx.Commit(); err != nil {
			return fmt.Errorf("migrate to version %d: %w", n+1, err)
		}
	}
	return nil
}

// versionFact says the version once more, with a checksum: the header's number has
// none, and a wrong one would have tables made that are there, or the file refused.
const versionFact = "version"

// trueVersion sets the header's number right where it is damaged.
func (s *Store) trueVersion(ctx context.Context) error {
	have, err := version(ctx, s.db)
	if err != nil {
		return fmt.Errorf("read the version: %w", err)
	}
	f, err := fact(reader{ctx, s.db}, versionFact)
	if err != nil || int(f.value) == have { // a new file has no facts
		return nil
	}
	s.harmed(DamageError{What: "the store's version", Detail: fmt.Sprintf("it reads %d, not %d", have, f.value), Cure: "it was set right"})
	_, err = s.db.ExecContext(ctx, fmt.Sprintf("PRAGMA user_version = %d", f.value))
	return err
}

// checkVersion is for readers, who may not migrate.
func (s *Store) checkVersion(ctx context.Context, db *sql.DB) error {
	have, err := version(ctx, db)
	if err != nil {
		return fmt.Errorf("read the version: %w", err)
	}
	if f, err := fact(reader{ctx, db}, versionFact); err == nil && have != len(s.steps) && int(f.value) == len(s.steps) {
		s.harmed(DamageError{What: "the store's version", Detail: fmt.Sprintf("it reads %d, not %d", have, f.value), Cure: "the next serve sets it right"})
		return nil
	}
	if have != len(s.steps) {
		return fmt.Errorf("%w: it is %d and this program reads %d", ErrVersion, have, len(s.steps))
	}
	return nil
}
