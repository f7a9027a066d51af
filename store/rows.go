package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strings"

	sqlite "modernc.org/sqlite"
)

// executor is a transaction.
type executor interface {
	Exec(query string, args ...any) (sql.Result, error)
}

// querier is a transaction, or a reader with its context.
type querier interface {
	QueryRow(query string, args ...any) *sql.Row
}

type reader struct {
	ctx context.Context
	db  interface {
		QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
	}
}

func (r reader) QueryRow(query string, args ...any) *sql.Row {
	return r.db.QueryRowContext(r.ctx, query, args...)
}

// each runs take on every row and closes them.
func each(rows *sql.Rows, take func() error) error {
	defer rows.Close()
	for rows.Next() {
		if err := take(); err != nil {
			return err
		}
	}
	return rows.Err()
}

// misread says that a column held something of another type than was written:
// the row's header is damaged. Errors of SQLite itself are not meant.
func misread(err error) bool {
	var own *sqlite.Error
	return err != nil && !errors.As(err, &own) && strings.Contains(err.Error(), "Scan")
}

// oneFact is a small number with its time.
type oneFact struct{ value, at int64 }

func fact(q querier, name string) (oneFact, error) {
	var f oneFact
	var sum int64
	err := q.QueryRow(`SELECT value, at, sum FROM facts WHERE name = ?`, name).Scan(&f.value, &f.at, &sum)
	if misread(err) || err == nil && checksum(name, f.value, f.at) != sum {
		return oneFact{}, &DamageError{What: name, Detail: badSum}
	}
	return f, err
}

func setFact(tx executor, name string, value, at int64) error {
	_, err := tx.Exec(`INSERT INTO facts (name, value, at, sum) VALUES (?, ?, ?, ?)
		ON CONFLICT (name) DO UPDATE SET value = excluded.value, at = excluded.at, sum = excluded.sum`, name, value, at, checksum(name, value, at))
	if err != nil {
		return fmt.Errorf("note %s: %w", name, err)
	}
	return nil
}
