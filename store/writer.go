package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"sync"

	sqlite "modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"
)

// writer runs all changes on one connection. Those that wait at the same time
// share one transaction, each under a savepoint of its own, and so one sync of
// the disk: that is what lets 500 chats be journalled at full safety.
type writer struct {
	db         *sql.DB
	statements statements
	jobs       chan *job
	quit       chan struct{}
	once       sync.Once
	done       sync.WaitGroup
}

// job is one change: all of it, or nothing. change may be run again after its
// transaction was rolled back for another job's sake.
type job struct {
	change func(*writing) error
	result chan error
}

// batchMost bounds the jobs of a transaction.
const batchMost = 128

func startWriter(db *sql.DB) *writer {
	w := &writer{db: db, statements: statements{db: db, prepared: map[string]*sql.Stmt{}}, jobs: make(chan *job, batchMost), quit: make(chan struct{})}
	w.done.Go(w.run)
	return w
}

func (w *writer) run() {
	for {
		select {
		case first := <-w.jobs:
			w.perform(w.gather(first))
		case <-w.quit:
			return
		}
	}
}

// gather takes what waits already.
func (w *writer) gather(first *job) []*job {
	batch := []*job{first}
	for len(batch) < batchMost {
		select {
		case next := <-w.jobs:
			batch = append(batch, next)
		default:
			return batch
		}
	}
	return batch
}

// perform runs a batch. If the transaction as a whole fails, each job gets one of
// its own: a full disk or a bad page costs those that need it.
func (w *writer) perform(batch []*job) {
	results, err := w.together(batch)
	if full(err) && w.settle() == nil {
		results, err = w.together(batch)
	}
	if err != nil && len(batch) > 1 {
		for _, j := range batch {
			w.perform([]*job{j})
		}
		return
	}
	for i, j := range batch {
		if err != nil {
			j.result <- err
		} else {
			j.result <- results[i]
		}
	}
}

// settle moves the log into the file and cuts it off. On a full disk that is what
// makes room: the log holds a page as often as it was written, the file once.
func (w *writer) settle() error {
	_, err := w.db.Exec(`PRAGMA wal_checkpoint(TRUNCATE)`)
	return err
}

func full(err error) bool {
	var own *sqlite.Error
	return errors.As(err, &own) && own.Code()&0xff == sqlite3.SQLITE_FULL
}

// together returns each job's own error, or the one that undid all.
func (w *writer) together(batch []*job) (results []error, err error) {
	begun, err := w.db.Begin()
	if err != nil {
		return nil, fmt.Errorf("begin: %w", err)
	}
	tx := &writing{begun, &w.statements}
	defer func() {
		if err != nil {
			_ = tx.Rollback() // SQLite may have done so itself
		}
	}()
	for _, j := range batch {
		result, err := apart(tx, j.change)
		if err != nil {
			return nil, err
		}
		results = append(results, result)
	}
	if err := tx.Commit(); err != nil {
		return nil, fmt.Errorf("commit: %w", err)
	}
	w.statements.prepare()
	return results, nil
}

// apart runs a change under a savepoint; result is the change's own error, err
// one that leaves the transaction useless.
func apart(tx *writing, change func(*writing) error) (result, err error) {
	if _, err := tx.Exec("SAVEPOINT job"); err != nil {
		return nil, err
	}
	if result = change(tx); result != nil {
		if _, err := tx.Exec("ROLLBACK TO job"); err != nil { // rolled back by SQLite: the disk is full
			return nil, errors.Join(result, err)
		}
	}
	_, err = tx.Exec("RELEASE job")
	return result, err
}

// write runs a change in a transaction and returns when it is safe on the disk.
// ctx counts until it begins; then its outcome is waited for.
func (s *Store) write(ctx context.Context, change func(*writing) error) error {
	if s.writer == nil {
		return ErrReadOnly
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	j := &job{change: change, result: make(chan error, 1)}
	select {
	case s.writer.jobs <- j:
	case <-s.writer.quit:
		return ErrClosed
	case <-ctx.Done():
		return ctx.Err()
	}
	select {
	case err := <-j.result:
		return err
	case <-s.writer.quit: // it may still have been performed
		s.writer.done.Wait()
		select {
		case err := <-j.result:
			return err
		default:
			return ErrClosed
		}
	}
}

func (w *writer) stop() {
	w.once.Do(func() { close(w.quit) })
	w.done.Wait()
}
