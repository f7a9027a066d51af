package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
)

// begunMark counts how often a start took up an update that it found pending. It
// goes when the update ends.
const begunMark = "begun"

// Begin counts that a pending update is about to be handled, and returns how often
// that was counted before. When it returns, the count is safe on the disk: an update
// that kills the process leaves it.
func (s *Store) Begin(ctx context.Context, id int64) (before int, err error) {
	before, err = s.countBegun(ctx, id, 1)
	if err != nil {
		return 0, fmt.Errorf("count that update %d is begun: %w", id, err)
	}
	return before, nil
}

// Unbegin takes one count back: the update was left for the next start, and killed nothing.
func (s *Store) Unbegin(ctx context.Context, id int64) error {
	if _, err := s.countBegun(ctx, id, -1); err != nil {
		return fmt.Errorf("count that update %d was left: %w", id, err)
	}
	return nil
}

func (s *Store) countBegun(ctx context.Context, id int64, more int) (before int, err error) {
	err = s.write(ctx, func(tx *writing) error {
		if before, err = begun(tx, id); err != nil {
			return err
		}
		return setFact(tx, markFact(begunMark, id), int64(max(0, before+more)), s.now())
	})
	return before, err
}

// begun is none where the count is damaged: an update more that is handled does
// less harm than one that is not.
func begun(q querier, id int64) (int, error) {
	f, err := fact(q, markFact(begunMark, id))
	if errors.Is(err, sql.ErrNoRows) || asDamage(err) {
		return 0, nil
	}
	return int(f.value), err
}

func endBegun(tx *writing, id int64) error {
	_, err := tx.Exec(`DELETE FROM facts WHERE name = ?`, markFact(begunMark, id))
	return err
}
