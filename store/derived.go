package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
)

// SaveDerived keeps something that can be made again under a name, with a mark of
// what it was made by, in place of what had the name before.
func (s *Store) SaveDerived(ctx context.Context, name, mark string, data []byte) error {
	s.blobMu.Lock() // a sweep must not take what is being written
	defer s.blobMu.Unlock()
	blob, err := s.writeBlob(ctx, data)
	if err != nil {
		return fmt.Errorf("keep the %s: %w", name, err)
	}
	size := int64(len(data))
	err = s.write(ctx, func(tx *sql.Tx) error {
		if _, err := tx.Exec(`DELETE FROM derived WHERE name = ?`, name); err != nil {
			return err
		}
		_, err := tx.Exec(`INSERT INTO derived (name, mark, blob, size, sum) VALUES (?, ?, ?, ?, ?)`, name, mark, blob, size, checksum(name, mark, blob, size))
		return err
	})
	if err == nil {
		err = s.sweep(ctx)
	}
	if err != nil {
		return fmt.Errorf("keep the %s: %w", name, err)
	}
	return nil
}

// Derived returns what was saved under a name by the same mark; found is false
// where there is none, or it was damaged, which is noted in Damages.
func (s *Store) Derived(ctx context.Context, name, mark string) (data []byte, found bool, err error) {
	var blob, size, sum int64
	var by string
	err = s.readers.QueryRowContext(ctx, `SELECT mark, blob, size, sum FROM derived WHERE name = ?`, name).Scan(&by, &blob, &size, &sum)
	if err == nil && checksum(name, by, blob, size) != sum || misread(err) {
		err = &DamageError{What: name, Detail: badSum}
	}
	if err == nil && by == mark {
		data, err = s.readBlob(ctx, name, blob, size)
		found = err == nil
	}
	var damage *DamageError
	switch {
	case errors.As(err, &damage):
		damage.Cure = "it is made again"
		s.harmed(*damage)
		return nil, false, nil
	case errors.Is(err, sql.ErrNoRows):
		return nil, false, nil
	case err != nil:
		return nil, false, fmt.Errorf("read the %s: %w", name, err)
	}
	return data, found, nil
}
