// Package store keeps what must survive in one SQLite file: articles and what was
// made of them, updates by their id, outgoing messages, conversations, feedback, settings.
// One process writes, held by a lock; others may read beside it. Every row that
// is read back carries a checksum.
package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"log/slog"
	"net/url"
	"os"
	"path/filepath"
	"sync"
	"time"

	"github.com/gofrs/flock"
	_ "modernc.org/sqlite" // the driver "sqlite"
)

// Errors that callers tell apart.
var (
	ErrLocked   = errors.New("another youju writes to this store; stop it first (only one may, others may read)")
	ErrAbsent   = errors.New("there is no store yet")
	ErrReadOnly = errors.New("the store was opened for reading only")
	ErrClosed   = errors.New("the store is closed")
)

// FileName is the store's name in the data folder.
const FileName = "youju.db"

// Options of a Store. The zero value will do.
type Options struct {
	Clock func() time.Time // time.Now by default
	Keep  time.Duration    // how long conversations, updates and questions are kept; 30 days by default
	Log   *slog.Logger     // told about damage; nobody by default

	later []string // steps of the schema that only tests take
}

// KeepDefault is how long conversations, updates and questions are kept.
const KeepDefault = 30 * 24 * time.Hour

// Store is one open file. It is safe for concurrent use.
type Store struct {
	path    string
	options Options
	steps   []string
	layout  layout
	lock    *flock.Flock // nil for a reader
	db      *sql.DB      // the only connection that writes; nil for a reader
	readers *pool
	writer  *writer

	blobMu sync.Mutex // held while a blob is written and until something refers to it

	damageMu sync.Mutex
	damage   []DamageError
}

// Open opens the store at path for writing and makes it where it is absent. A
// second process gets ErrLocked. A file that is damaged is rebuilt from what can
// be read of it; Damages then says what was lost.
func Open(ctx context.Context, path string, options Options) (*Store, error) {
	s, err := newStore(ctx, path, options)
	if err != nil {
		return nil, err
	}
	if err := os.MkdirAll(filepath.Dir(s.path), 0o700); err != nil {
		return nil, fmt.Errorf("make the data folder: %w", err)
	}
	s.lock = flock.New(s.path + ".lock")
	free, err := s.lock.TryLock()
	if err != nil {
		return nil, fmt.Errorf("lock the store: %w", err)
	}
	if !free {
		return nil, fmt.Errorf("open %s: %w", s.path, ErrLocked)
	}
	if err := s.openWriter(ctx); err != nil {
		return nil, errors.Join(fmt.Errorf("open %s: %w", s.path, err), s.Close())
	}
	return s, nil
}

// OpenReadOnly opens the store at path beside a process that may write to it. It
// returns ErrAbsent where there is none.
func OpenReadOnly(ctx context.Context, path string, options Options) (*Store, error) {
	s, err := newStore(ctx, path, options)
	if err != nil {
		return nil, err
	}
	if _, err := os.Stat(s.path); errors.Is(err, os.ErrNotExist) {
		return nil, fmt.Errorf("open %s: %w", s.path, ErrAbsent)
	}
	detail, err := s.layout.sound(ctx, s.path)
	if err == nil && detail == "" {
		err = s.openReaders(ctx)
	}
	if err != nil && isDamage(err) && !isRefusal(err) {
		detail = err.Error()
	}
	if detail != "" {
		err = &DamageError{What: "the store's file", Detail: detail, Cure: "the next serve rebuilds it"}
	}
	if err != nil {
		return nil, errors.Join(fmt.Errorf("open %s for reading: %w", s.path, err), s.Close())
	}
	return s, nil
}

func newStore(ctx context.Context, path string, options Options) (*Store, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return nil, fmt.Errorf("open the store: %w", err)
	}
	if options.Clock == nil {
		options.Clock = time.Now
	}
	if options.Keep <= 0 {
		options.Keep = KeepDefault
	}
	if options.Log == nil {
		options.Log = slog.New(slog.DiscardHandler)
	}
	all, err := steps()
	if err != nil {
		return nil, fmt.Errorf("read the migrations: %w", err)
	}
	all = append(all, options.later...)
	plan, err := newLayout(ctx, all)
	if err != nil {
		return nil, fmt.Errorf("read the migrations: %w", err)
	}
	return &Store{path: path, options: options, steps: all, layout: plan}, nil
}

// writerPragmas: FULL, because with WAL anything less may lose the last commits
// when the power fails, and Telegram was told that we have them; secure_delete,
// because /forget means that the bytes go too; and the log is moved into the file
// at 400 KiB already, so that it does not fill a small disk, where nothing can be
// moved any more.
const writerPragmas = "_pragma=wal_autocheckpoint(100)&_pragma=busy_timeout(10000)&_pragma=journal_mode(WAL)&_pragma=synchronous(FULL)&_pragma=secure_delete(ON)&_txlock=immediate"

const readerPragmas = "mode=ro&_pragma=busy_timeout(10000)&_pragma=query_only(ON)"

func address(path, query string) string {
	return (&url.URL{Scheme: "file", Path: path, RawQuery: query}).String()
}

func (s *Store) openWriter(ctx context.Context) error {
	if err := s.mend(ctx); err != nil {
		return err
	}
	db, err := sql.Open("sqlite", address(s.path, writerPragmas))
	if err != nil {
		return err
	}
	s.db = db
	db.SetMaxOpenConns(1)
	if err := s.trueVersion(ctx); err != nil {
		return err
	}
	if err := migrateTo(ctx, db, s.steps); err != nil {
		return err
	}
	s.writer = startWriter(db)
	if err := s.sweep(ctx); err != nil { // what a kill left half written
		s.options.Log.Warn("what was left half written could not be removed", "error", err)
	}
	return s.openReaders(ctx)
}

func (s *Store) openReaders(ctx context.Context) error {
	db, err := sql.Open("sqlite", address(s.path, readerPragmas))
	if err != nil {
		return err
	}
	s.readers = newPool(db)
	return s.checkVersion(ctx, db)
}

// Close ends what runs and lets go of the file. What was acknowledged is safe
// with or without it.
func (s *Store) Close() error {
	var problems []error
	if s.readers != nil {
		problems = append(problems, s.readers.Close())
	}
	if s.writer != nil {
		s.writer.stop()
	}
	if s.db != nil { // the last connection moves the log into the file
		problems = append(problems, s.db.Close())
	}
	if s.lock != nil {
		problems = append(problems, s.lock.Unlock())
	}
	if err := errors.Join(problems...); err != nil {
		return fmt.Errorf("close the store: %w", err)
	}
	return nil
}

// Path is the file's.
func (s *Store) Path() string { return s.path }

// Writable says whether this store was opened for writing.
func (s *Store) Writable() bool { return s.writer != nil }

// now in Unix milliseconds.
func (s *Store) now() int64 { return s.options.Clock().UnixMilli() }

func moment(ms int64) time.Time { return time.UnixMilli(ms) }
