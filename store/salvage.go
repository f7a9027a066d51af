package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strings"

	sqlite "modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"
)

// tally says what was saved.
type tally struct {
	tables int // that could be read at all
	rows   int
	lost   int // gaps among the rows, of one row or many
}

// salvage copies every row that can be read into a new file, which is synced.
func (s *Store) salvage(ctx context.Context, from, to string) (t tally, err error) {
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	fresh, err := sql.Open("sqlite", address(to, "_pragma=synchronous(FULL)&_pragma=journal_mode(DELETE)&_pragma=cache_spill(OFF)"))
	if err != nil {
		return t, err
	}
	defer func() { err = errors.Join(err, fresh.Close()) }()
	fresh.SetMaxOpenConns(1)
	if err := migrateTo(ctx, fresh, s.steps); err != nil {
		return t, err
	}
	damaged, err := sql.Open("sqlite", address(from, "_pragma=query_only(ON)&_pragma=cell_size_check(ON)"))
	if err != nil {
		return t, err
	}
	defer damaged.Close()
	damaged.SetMaxOpenConns(1)
	for _, table := range s.layout.tables {
		c := copying{ctx: ctx, table: table.name, damaged: damaged}
		if err := c.run(fresh); err != nil {
			return t, fmt.Errorf("save %s: %w", table.name, err)
		}
		if c.readable {
			t.tables++
		}
		t.rows, t.lost = t.rows+c.rows, t.lost+c.lost
	}
	return t, nil
}

// copying is the rescue of one table.
type copying struct {
	ctx      context.Context
	table    string
	damaged  *sql.DB
	tx       *sql.Tx
	columns  []string
	insert   string
	readable bool
	rows     int
	lost     int
}

// run reads upwards from the lowest id until a page stops it, downwards from the
// highest, and then each id between, for what other pages hold.
func (c *copying) run(fresh *sql.DB) error {
	var err error
	if c.tx, err = fresh.BeginTx(c.ctx, nil); err != nil {
		return err
	}
	defer func() { _ = c.tx.Rollback() }()
	if err := c.prepare(); err != nil {
		return err
	}
	low, broken, err := c.walk(`ORDER BY id`, nil)
	if err != nil {
		return err
	}
	if broken {
		c.lost++
		high, _, err := c.walk(`ORDER BY id DESC`, func(id int64) bool { return id > low })
		if err != nil {
			return err
		}
		if err := c.between(low, high); err != nil {
			return err
		}
	}
	return c.tx.Commit()
}

// prepare takes the columns from the new file: the damaged one may misname them.
func (c *copying) prepare() error {
	rows, err := c.tx.QueryContext(c.ctx, `SELECT * FROM `+c.table+` LIMIT 0`)
	if err != nil {
		return err
	}
	defer rows.Close()
	if c.columns, err = rows.Columns(); err != nil {
		return err
	}
	// A row that came twice or breaks a rule is a row that was misread.
	c.insert = `INSERT OR IGNORE INTO ` + c.table + ` (` + strings.Join(c.columns, ", ") + `) VALUES (?` + strings.Repeat(", ?", len(c.columns)-1) + `)`
	return nil
}

// walk copies rows in an order until they end, want says no, or damage stops it,
// and returns the last id. An error of its own is one of the new file.
func (c *copying) walk(order string, want func(int64) bool) (last int64, broken bool, err error) {
	rows, err := c.damaged.QueryContext(c.ctx, `SELECT `+strings.Join(c.columns, ", ")+` FROM `+c.table+` `+order)
	if err != nil {
		return 0, true, c.ctx.Err()
	}
	defer rows.Close()
	for rows.Next() {
		c.readable = true
		values := make([]any, len(c.columns))
		fields := make([]any, len(values))
		for i := range values {
			fields[i] = &values[i]
		}
		if rows.Scan(fields...) != nil {
			c.lost++
			continue
		}
		id, ok := values[0].(int64)
		if !ok { // the schema does not say any more that it is the key
			c.lost++
			continue
		}
		if want != nil && !want(id) {
			return id, false, nil
		}
		last = id
		if err := c.save(values); err != nil {
			return last, false, err
		}
	}
	if err := rows.Err(); err != nil {
		return last, true, c.ctx.Err()
	}
	c.readable = true
	return last, false, nil
}

func (c *copying) save(values []any) error {
	result, err := c.tx.ExecContext(c.ctx, c.insert, values...)
	if err != nil {
		return err
	}
	n, err := result.RowsAffected()
	c.rows += int(n)
	return err
}

// betweenMost bounds the ids that are tried one by one.
const betweenMost = 1 << 20

func (c *copying) between(low, high int64) error {
	if high <= low || high-low > betweenMost {
		return nil
	}
	for id := low + 1; id < high; id++ {
		if _, _, err := c.walk(`WHERE id = `+fmt.Sprint(id), nil); err != nil {
			return err
		}
	}
	return nil
}

// isDamage says that SQLite found the file damaged.
func isDamage(err error) bool {
	var own *sqlite.Error
	if !errors.As(err, &own) {
		return false
	}
	switch own.Code() & 0xff {
	case sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_FORMAT, sqlite3.SQLITE_IOERR:
		return true
	}
	return false
}

// isRefusal says that it is the system that does not let the file be read.
func isRefusal(err error) bool {
	var own *sqlite.Error
	return errors.As(err, &own) && (own.Code()&0xff == sqlite3.SQLITE_CANTOPEN || own.Code()&0xff == sqlite3.SQLITE_IOERR)
}
