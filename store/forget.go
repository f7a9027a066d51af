package store

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"
)

// Who is meant by a request to be forgotten: a person everywhere, a chat with all
// that was said in it, or, with both, a person in a chat.
type Who struct{ User, Chat int64 }

// Forget removes what is kept of a person or a chat: turns, feedback, settings (a
// person's are those of their own chat, not a group's), messages that were sent
// or answered, and whose the finished updates were (their ids stay, so that Telegram's repeats
// are known as such). Updates that are pending and messages
// that are unsent stay until they are done. Its bytes are overwritten in the file, and
// damaged files that were set aside, of which nothing can be taken out, are removed.
func (s *Store) Forget(ctx context.Context, who Who) error {
	if who == (Who{}) {
		return errors.New("forget: neither a person nor a chat was named")
	}
	const whose = ` (? = 0 OR user = ?) AND (? = 0 OR chat = ?)`
	args := []any{who.User, who.User, who.Chat, who.Chat}
	err := s.write(ctx, func(tx *writing) error {
		for _, statement := range []string{
			`DELETE FROM feedback WHERE` + whose,
			ratedByOthers + whose + `)`,
			`DELETE FROM turns WHERE` + whose,
			`DELETE FROM messages WHERE state IN ('sent', 'failed', 'asked') AND` + whose,
		} {
			if _, err := tx.Exec(statement, args...); err != nil {
				return err
			}
		}
		if err := errors.Join(forgetSettings(tx, who), forgetMarks(tx, who)); err != nil {
			return err
		}
		return disown(tx, `SELECT id, state, received, finished FROM updates WHERE state <> 'pending' AND`+whose, args...)
	})
	if err != nil {
		return fmt.Errorf("forget: %w", err)
	}
	_, err = s.dropAside(time.Unix(1<<40, 0))               // all
	if err := errors.Join(err, s.settle(ctx)); err != nil { // bytes are overwritten even where a file stays
		return fmt.Errorf("forget: %w", err)
	}
	return nil
}

// ratedByOthers removes what others thought of a person's answers: it holds the questions.
const ratedByOthers = `DELETE FROM feedback WHERE (chat, message) IN (
	SELECT chat, telegram_id FROM messages WHERE telegram_id <> 0 AND update_id <> 0 AND update_id IN (SELECT update_id FROM turns) AND`

// disown takes the person and the chat out of updates.
func disown(tx *writing, query string, args ...any) error {
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

// Purge removes turns, feedback, finished updates, ended messages and damaged files
// that were set aside which are older than Options.Keep by the clock. What is pending
// or unsent stays.
func (s *Store) Purge(ctx context.Context) (removed int, err error) {
	oldest := s.options.Clock().Add(-s.options.Keep)
	before := oldest.UnixMilli()
	err = s.write(ctx, func(tx *writing) error {
		var err error
		if removed, err = s.dropBroken(tx); err != nil {
			return err
		}
		for _, statement := range []string{
			`DELETE FROM turns WHERE asked < ?`,
			`DELETE FROM feedback WHERE at < ?`,
			`DELETE FROM messages WHERE state IN ('sent', 'failed', 'asked') AND changed < ?`,
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
		marks, err := purgeMarks(tx, before)
		removed += marks
		return err
	})
	if err != nil {
		return 0, fmt.Errorf("remove what is old: %w", err)
	}
	files, err := s.dropAside(oldest)
	if removed > 0 {
		err = errors.Join(err, s.settle(ctx))
	}
	if err != nil {
		err = fmt.Errorf("remove what is old: %w", err)
	}
	return removed + files, err
}

// dropBroken removes the updates and messages of which not even the chat can be
// read: they are lost, which is said, and would be said at every start.
func (s *Store) dropBroken(tx *writing) (removed int, err error) {
	broken, err := s.brokenRows(tx, "update", `SELECT id, chat, thread, user, state, received, finished, sum FROM updates`, 8, func(v []any) int64 {
		return checksum(v[0], v[1], v[2], v[3], v[4], v[5], v[6])
	})
	if err != nil {
		return 0, err
	}
	lost, err := s.brokenRows(tx, "message", `SELECT `+messageColumns+` FROM messages`, 12, func(v []any) int64 {
		return checksum(v[:11]...)
	})
	if err != nil {
		return 0, err
	}
	for table, ids := range map[string][]int64{"updates": broken, "messages": lost} {
		for some := range slices.Chunk(ids, 256) {
			if err := dropRows(tx, table, some); err != nil {
				return 0, err
			}
		}
	}
	return len(broken) + len(lost), nil
}

// brokenRows finds the rows whose last column is not the sum of those before.
func (s *Store) brokenRows(tx *writing, what, query string, columns int, sum func([]any) int64) (ids []int64, err error) {
	rows, err := tx.Query(query)
	if err != nil {
		return nil, err
	}
	values := make([]any, columns)
	fields := make([]any, columns)
	for i := range values {
		fields[i] = &values[i]
	}
	err = each(rows, func() error {
		if err := rows.Scan(fields...); err != nil {
			return err
		}
		if known(values) && sum(values) == values[columns-1] {
			return nil
		}
		id, ok := values[0].(int64)
		if !ok {
			return nil
		}
		s.harmed(DamageError{What: fmt.Sprintf("%s %d", what, id), Detail: badSum, Cure: cureLost})
		ids = append(ids, id)
		return nil
	})
	return ids, err
}

// known says that all values are of types that were written.
func known(values []any) bool {
	for _, value := range values {
		switch value.(type) {
		case int64, string:
		default:
			return false
		}
	}
	return true
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
