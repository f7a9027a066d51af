package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
)

// Backup copies the store, beside whatever writes to it, to a file that must not
// exist, and returns when the copy is whole, checked and safe on the disk. Copying
// it back in place of the store's file, with no youju running, restores it.
func (s *Store) Backup(ctx context.Context, to string) (err error) {
	to, err = filepath.Abs(to)
	if err != nil {
		return fmt.Errorf("back up: %w", err)
	}
	f, err := os.OpenFile(to, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600) // takes the name, and keeps others from reading it
	if errors.Is(err, os.ErrExist) {
		return fmt.Errorf("back up: %s is there already and is not overwritten", to)
	}
	if err != nil {
		return fmt.Errorf("back up: %w", err)
	}
	if err := f.Close(); err != nil {
		return fmt.Errorf("back up: %w", err)
	}
	if err := s.copyTo(ctx, to); err != nil {
		return errors.Join(fmt.Errorf("back up to %s: %w", to, err), os.Remove(to))
	}
	return nil
}

func (s *Store) copyTo(ctx context.Context, to string) error {
	from, err := sql.Open("sqlite", address(s.path, "mode=ro&_pragma=busy_timeout(10000)"))
	if err != nil {
		return err
	}
	_, err = from.ExecContext(ctx, `VACUUM INTO ?`, to)
	if err := errors.Join(err, from.Close()); err != nil {
		return err
	}
	db, err := sql.Open("sqlite", address(to, "_pragma=journal_mode(WAL)")) // as the store itself is
	if err != nil {
		return err
	}
	if err := errors.Join(s.checkVersion(ctx, db), db.Close()); err != nil {
		return err
	}
	detail, err := s.layout.sound(ctx, to)
	if err != nil {
		return err
	}
	if detail != "" {
		return fmt.Errorf("the copy is not sound: %s", detail)
	}
	f, err := os.OpenFile(to, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	if err := errors.Join(f.Sync(), f.Close()); err != nil {
		return err
	}
	return syncFolder(filepath.Dir(to))
}
