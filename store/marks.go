package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
)

// A mark is a small number that is remembered of a chat or an update: that a
// stranger was told, that a feature was refused. It is a fact. Marks go with age and
// with the chat that is forgotten.

const markPrefix = "mark: "

func markFact(what string, of int64) string { return fmt.Sprintf("%s%s of %d", markPrefix, what, of) }

// SetMark remembers a number under a name, in place of what was remembered.
func (s *Store) SetMark(ctx context.Context, what string, of, value int64) error {
	err := s.write(ctx, func(tx *writing) error { return setFact(tx, markFact(what, of), value, s.now()) })
	if err != nil {
		return fmt.Errorf("remember %q: %w", what, err)
	}
	return nil
}

// Mark is what was remembered. One that is damaged is not there any more.
func (s *Store) Mark(ctx context.Context, what string, of int64) (value int64, found bool, err error) {
	f, err := fact(reader{ctx, s.readers}, markFact(what, of))
	var damage *DamageError
	switch {
	case errors.As(err, &damage):
		damage.Cure = cureLost
		s.harmed(*damage)
		return 0, false, nil
	case errors.Is(err, sql.ErrNoRows):
		return 0, false, nil
	case err != nil:
		return 0, false, fmt.Errorf("recall %q: %w", what, err)
	}
	return f.value, true, nil
}

// forgetMarks removes those of a chat; a person's own chat has the person's id.
func forgetMarks(tx *writing, who Who) error {
	chat := who.Chat
	switch {
	case chat == 0:
		chat = who.User
	case who.User != 0 && who.User != chat: // of a group, which others are in too
		return nil
	}
	_, err := tx.Exec(`DELETE FROM facts WHERE name LIKE ?`, fmt.Sprintf("%s%% of %d", markPrefix, chat))
	return err
}

func purgeMarks(tx *writing, before int64) (removed int, err error) {
	result, err := tx.Exec(`DELETE FROM facts WHERE name LIKE ? AND at < ?`, markPrefix+"%", before)
	if err != nil {
		return 0, err
	}
	n, err := result.RowsAffected()
	return int(n), err
}
