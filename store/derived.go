package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
)

// Derived is something that can be made again: what was made of a collection of
// articles.
type Derived struct {
	Collection string
	Name       string // what it is: index
	Mark       string // the program that made it
}

// collectionsMost is of how many collections sources and what was derived are
// kept, the last that were made: a command that is run once over other articles
// must not cost the bot its index, nor fill the disk.
const collectionsMost = 4

// SaveDerived keeps data in place of what had the same collection and name.
func (s *Store) SaveDerived(ctx context.Context, d Derived, data []byte) error {
	s.blobMu.Lock() // a sweep must not take what is being written
	defer s.blobMu.Unlock()
	blobs, err := s.writeBlobs(ctx, data)
	if err != nil {
		return fmt.Errorf("keep the %s: %w", d.Name, err)
	}
	blob, size := blobs[0], int64(len(data))
	err = s.write(ctx, func(tx *writing) error {
		if _, err := tx.Exec(`DELETE FROM derived WHERE collection = ? AND name = ?`, d.Collection, d.Name); err != nil {
			return err
		}
		_, err := tx.Exec(`INSERT INTO derived (collection, name, mark, blob, size, sum) VALUES (?, ?, ?, ?, ?, ?)`,
			d.Collection, d.Name, d.Mark, blob, size, derivedSum(d, blob, size))
		if err != nil {
			return err
		}
		return dropCollections(tx)
	})
	if err == nil {
		err = s.sweep(ctx)
	}
	if err != nil {
		return fmt.Errorf("keep the %s: %w", d.Name, err)
	}
	return nil
}

func derivedSum(d Derived, blob, size int64) int64 {
	return checksum(d.Collection, d.Name, d.Mark, blob, size)
}

// dropCollections removes what belongs to collections of long ago.
func dropCollections(tx *writing) error {
	return unsecured(tx, func() error {
		const old = ` WHERE collection NOT IN (SELECT collection FROM derived GROUP BY collection ORDER BY max(id) DESC LIMIT ?)`
		for _, statement := range []string{
			`DELETE FROM articles WHERE source IN (SELECT id FROM sources` + old + `)`, `DELETE FROM sources` + old, `DELETE FROM derived` + old,
		} {
			if _, err := tx.Exec(statement, collectionsMost); err != nil {
				return err
			}
		}
		return nil
	})
}

// ReadDerived returns what was saved under the same collection, name and mark;
// found is false where there is none, or it was damaged, which is noted in Damages.
func (s *Store) ReadDerived(ctx context.Context, d Derived) (data []byte, found bool, err error) {
	var blob, size, sum int64
	by := d
	err = s.readers.QueryRowContext(ctx, `SELECT mark, blob, size, sum FROM derived WHERE collection = ? AND name = ?`, d.Collection, d.Name).
		Scan(&by.Mark, &blob, &size, &sum)
	if err == nil && derivedSum(by, blob, size) != sum || misread(err) {
		err = &DamageError{What: d.Name, Detail: badSum}
	}
	if err == nil && by == d {
		data, err = s.readBlob(ctx, d.Name, blob, size)
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
		return nil, false, fmt.Errorf("read the %s: %w", d.Name, err)
	}
	return data, found, nil
}
