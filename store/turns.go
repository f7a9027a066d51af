package store

import (
	"context"
	"database/sql"
	"fmt"
	"time"
)

// Turn is a question and its answer in a conversation.
type Turn struct {
	Update   int64 // set by Finish
	Talk     Talk
	Question string
	Answer   string
	Detail   []byte    // whatever else the caller wants back with it, e.g. the answer in JSON
	Asked    time.Time // set by Finish
	Shown    []int64   // Telegram's ids of the messages that showed it, as far as they were sent
}

func insertTurn(tx *writing, update int64, t Turn, now int64) error {
	detail := notNil(t.Detail)
	_, err := tx.Exec(`INSERT INTO turns (update_id, chat, thread, user, asked, question, answer, detail, sum) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		update, t.Talk.Chat, t.Talk.Thread, t.Talk.User, now, t.Question, t.Answer, detail, turnSum(update, t, now))
	if err != nil {
		return fmt.Errorf("keep the turn: %w", err)
	}
	return nil
}

func turnSum(update int64, t Turn, asked int64) int64 {
	return checksum(update, t.Talk.Chat, t.Talk.Thread, t.Talk.User, asked, t.Question, t.Answer, notNil(t.Detail))
}

const turnColumns = `update_id, chat, thread, user, asked, question, answer, detail, sum`

// History returns the last turns of a conversation that are not older than since,
// at most limit of them, oldest first. A damaged one ends it: what came before
// would be taken for what came last.
func (s *Store) History(ctx context.Context, talk Talk, since time.Time, limit int) ([]Turn, error) {
	rows, err := s.readers.QueryContext(ctx, `SELECT `+turnColumns+` FROM turns
		WHERE chat = ? AND thread = ? AND user = ? ORDER BY id DESC LIMIT ?`, talk.Chat, talk.Thread, talk.User, limit)
	if err != nil {
		return nil, fmt.Errorf("read the conversation: %w", err)
	}
	turns, err := s.scanTurns(rows, since)
	if err != nil {
		return nil, fmt.Errorf("read the conversation: %w", err)
	}
	for i, j := 0, len(turns)-1; i < j; i, j = i+1, j-1 {
		turns[i], turns[j] = turns[j], turns[i]
	}
	return turns, s.addShown(ctx, turns)
}

// ShownBy returns the turn that a message of a chat showed, or asked for; none is
// sql.ErrNoRows.
func (s *Store) ShownBy(ctx context.Context, chat, telegramID int64) (Turn, error) {
	rows, err := s.readers.QueryContext(ctx, `SELECT `+turnColumns+` FROM turns
		WHERE chat = ? AND update_id IN (SELECT update_id FROM messages WHERE `+recentMessages+` AND chat = ? AND telegram_id = ? AND update_id <> 0)
		ORDER BY id DESC LIMIT 1`, chat, chat, telegramID)
	if err != nil {
		return Turn{}, fmt.Errorf("find what message %d showed: %w", telegramID, err)
	}
	turns, err := s.scanTurns(rows, time.Time{})
	if err == nil && len(turns) == 0 {
		err = sql.ErrNoRows
	}
	if err != nil {
		return Turn{}, fmt.Errorf("find what message %d showed: %w", telegramID, err)
	}
	return turns[0], s.addShown(ctx, turns)
}

// TurnOf returns the turn that an update ended in, if it was in that chat; none is
// sql.ErrNoRows.
func (s *Store) TurnOf(ctx context.Context, chat, update int64) (Turn, error) {
	rows, err := s.readers.QueryContext(ctx, `SELECT `+turnColumns+` FROM turns WHERE update_id = ? AND chat = ? ORDER BY id DESC LIMIT 1`, update, chat)
	if err != nil {
		return Turn{}, fmt.Errorf("find the turn of update %d: %w", update, err)
	}
	turns, err := s.scanTurns(rows, time.Time{})
	if err == nil && len(turns) == 0 {
		err = sql.ErrNoRows
	}
	if err != nil {
		return Turn{}, fmt.Errorf("find the turn of update %d: %w", update, err)
	}
	return turns[0], s.addShown(ctx, turns)
}

func (s *Store) scanTurns(rows *sql.Rows, since time.Time) (turns []Turn, err error) {
	defer rows.Close()
	for rows.Next() {
		var t Turn
		var asked, sum int64
		err := rows.Scan(&t.Update, &t.Talk.Chat, &t.Talk.Thread, &t.Talk.User, &asked, &t.Question, &t.Answer, &t.Detail, &sum)
		if err != nil && !misread(err) {
			return nil, err
		}
		if err != nil || turnSum(t.Update, t, asked) != sum {
			s.harmed(DamageError{What: fmt.Sprintf("turn of update %d", t.Update), Detail: badSum, Cure: "the conversation begins after it"})
			return turns, nil
		}
		if t.Asked = moment(asked); t.Asked.Before(since) {
			return turns, nil
		}
		turns = append(turns, t)
	}
	return turns, rows.Err()
}

func (s *Store) addShown(ctx context.Context, turns []Turn) error {
	for i := range turns {
		rows, err := s.readers.QueryContext(ctx, `SELECT `+messageColumns+` FROM messages WHERE update_id = ? AND telegram_id <> 0 AND state <> 'asked' ORDER BY id`, turns[i].Update)
		if err != nil {
			return fmt.Errorf("read which messages showed it: %w", err)
		}
		err = each(rows, func() error {
			var r messageRow
			var sum int64
			if err := rows.Scan(r.fields(&sum)...); err != nil {
				return err
			}
			if r.sum() == sum {
				turns[i].Shown = append(turns[i].Shown, r.telegram)
			}
			return nil
		})
		if err != nil {
			return fmt.Errorf("read which messages showed it: %w", err)
		}
	}
	return nil
}
