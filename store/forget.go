package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
)

// Who is meant by a request to be forgotten: a person everywhere, a chat with all
// that was said in it, or, with both, a person in a chat.
type Who struct{ User, Chat int64 }

// Forget removes what is kept of a person or a chat: turns, feedback, messages
// that were sent, and whose the finished updates were (their ids stay, so that
// Telegram's repeats are known as such). Updates that are pending and messages
// that are unsent stay until they are done. Its bytes are overwritten in the file.
func (s *Store) Forget(ctx context.Context, who Who) error {
	if who == (Who{}) {
		return errors.New("forget: neither a person nor a chat was named")
	}
	const whose = ` (? = 0 OR user = ?) AND (? = 0 OR chat = ?)`
	args := []any{who.User, who.User, who.Chat, who.Chat}
	err := s.write(ctx, func(tx *sql.Tx) error {
		for _, statement := range []string{
			`DELETE FROM turns WHERE` + whose,
			`DELETE FROM feedback WHERE` + whose,
			`DELETE FROM messages WHERE state IN ('sent', 'failed') AND` + whose,
		} {
			if _, err := tx.Exec(statement, args...); err != nil {
				return err
			}
		}
		return disown(tx, `SELECT id, state, received, finished FROM updates WHERE state <> 'pending' AND`+whose, args...)
	})
	if err != nil {
		return fmt.Errorf("forget: %w", err)
	}
	return s.settle(ctx)
}

// disown takes the person and the chat out of updates.
func disown(tx *sql.Tx, query string, args ...any) error {
	rows, err := tx.Query(query, args...)
	if err != nil {
		return err
	}
	type update struct {
		id, received, finished int64
		state                  State
	}
	var found []update
	err = each(rows, func() error {
		var u update
		err := rows.Scan(&u.id, &u.state, &u.received, &u.finished)
		found = append(found, u)
		return err
	})
	for _, u := range found {
		if err == nil {
			_, err = tx.Exec(`UPDATE updates SET chat = 0, thread = 0, user = 0, sum = ? WHERE id = ?`, updateSum(u.id, Talk{}, u.state, u.received, u.finished), u.id)
		}
	}
	return err
}

// Purge removes turns, feedback, finished updates and ended messages that are
// older than Options.Keep by the clock. What is pending or unsent stays.
func (s *Store) Purge(ctx context.Context) (removed int, err error) {
	before := s.options.Clock().Add(-s.options.Keep).UnixMilli()
	err = s.write(ctx, func(tx *sql.Tx) error {
		removed = 0
		for _, statement := range []string{
			`DELETE FROM turns WHERE asked < ?`,
			`DELETE FROM feedback WHERE at < ?`,
			`DELETE FROM messages WHERE state IN ('sent', 'failed') AND changed < ?`,
			`DELETE FROM updates WHERE state IN ('answered', 'refused', 'dropped') AND finished < ?`,
		} {
			result, err := tx.Exec(statement, before)
			if err != nil {
				return err
			}
			n, err := result.RowsAffected()
			if err != nil {
				return err
			}
			removed += int(n)
		}
		return nil
	})
	if err != nil {
		return 0, fmt.Errorf("remove what is old: %w", err)
	}
	if removed == 0 {
		return 0, nil
	}
	return removed, s.settle(ctx)
}

// settle moves the log into the file and empties it, so that what was removed
// does not live on there. A reader that is under way may hold that up until the
// next time.
func (s *Store) settle(ctx context.Context) error {
	var busy, log, moved int
	if err := s.db.QueryRowContext(ctx, `PRAGMA wal_checkpoint(TRUNCATE)`).Scan(&busy, &log, &moved); err != nil {
		return fmt.Errorf("settle the store: %w", err)
	}
	return nil
}
