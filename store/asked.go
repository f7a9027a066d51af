package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"time"
)

// asked is the state of a row of messages that is none of ours, but one of a
// person's that was answered: what replies to it, and what it is when it was
// edited, is found by it. It is forgotten as messages are.
const asked SendState = "asked"

// Asked is a message or a tap that was answered.
type Asked struct {
	Talk    Talk
	Message int64  // Telegram's id of the message; 0 for a tap
	Words   string // a digest of its text
	After   int64  // the update of the turn that it follows up on; 0 where it begins a thread
	Update  int64  // set by Finish
}

// recentMessages bounds how far back a message is looked for that somebody refers
// to: Telegram's ids have no index.
const recentMessages = `id > (SELECT coalesce(max(id), 0) FROM messages) - 50000`

// askedBody is what the row's payload holds.
type askedBody struct {
	Words string `json:"words"`
	After int64  `json:"after,omitempty"`
}

func insertAsked(tx *writing, update int64, a Asked, now int64) error {
	body, err := json.Marshal(askedBody{a.Words, a.After})
	if err != nil {
		return err
	}
	row := messageRow{update: update, talk: a.Talk, state: asked, telegram: a.Message, queued: now, changed: now}
	if err := tx.QueryRow(`SELECT coalesce(max(id), 0) + 1 FROM messages`).Scan(&row.id); err != nil {
		return err
	}
	_, err = tx.Exec(`INSERT INTO messages (`+messageColumns+`, method, payload, body_sum) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '', ?, ?)`,
		row.id, row.update, row.talk.Chat, row.talk.Thread, row.talk.User, string(row.state), row.attempts, row.telegram, row.reason, row.queued, row.changed,
		row.sum(), body, checksum(row.id, "", body))
	if err != nil {
		return fmt.Errorf("keep what was asked: %w", err)
	}
	return nil
}

// AskedIn returns what was last answered of a message of a chat, by now or before
// it was edited; none, or a damaged one, is sql.ErrNoRows.
func (s *Store) AskedIn(ctx context.Context, chat, message int64) (Asked, error) {
	a, err := s.asked(ctx, recentMessages+` AND chat = ? AND telegram_id = ? AND telegram_id <> 0`, chat, message)
	if err != nil {
		return Asked{}, fmt.Errorf("find what message %d asked: %w", message, err)
	}
	return a, nil
}

func (s *Store) asked(ctx context.Context, which string, args ...any) (Asked, error) {
	var r messageRow
	var sum, bodySum int64
	var method string
	var payload []byte
	err := s.readers.QueryRowContext(ctx, `SELECT `+messageColumns+`, method, payload, body_sum FROM messages WHERE state = 'asked' AND `+which+` ORDER BY id DESC LIMIT 1`, args...).
		Scan(append(r.fields(&sum), &method, &payload, &bodySum)...)
	var body askedBody
	if err == nil && (r.sum() != sum || checksum(r.id, method, notNil(payload)) != bodySum || json.Unmarshal(payload, &body) != nil) || misread(err) {
		s.harmed(DamageError{What: fmt.Sprintf("message %d", r.id), Detail: badSum, Cure: "the conversation begins after it"})
		err = sql.ErrNoRows
	}
	if err != nil {
		return Asked{}, err
	}
	return Asked{Talk: r.talk, Message: r.telegram, Words: body.Words, After: body.After, Update: r.update}, nil
}

// Thread returns the turn of an update and those that it follows up on, not older
// than since and at most limit of them, oldest first.
func (s *Store) Thread(ctx context.Context, update int64, since time.Time, limit int) ([]Turn, error) {
	var thread []Turn
	for update != 0 && len(thread) < limit {
		rows, err := s.readers.QueryContext(ctx, `SELECT `+turnColumns+` FROM turns WHERE update_id = ? ORDER BY id DESC LIMIT 1`, update)
		if err != nil {
			return nil, fmt.Errorf("read a thread: %w", err)
		}
		turns, err := s.scanTurns(rows, since)
		if err != nil {
			return nil, fmt.Errorf("read a thread: %w", err)
		}
		if len(turns) == 0 {
			break
		}
		thread = append(turns, thread...)
		before, err := s.asked(ctx, `update_id = ?`, update)
		if err != nil && !errors.Is(err, sql.ErrNoRows) {
			return nil, fmt.Errorf("read a thread: %w", err)
		}
		update = before.After
	}
	return thread, nil
}

// MessagesOf returns Telegram's ids of the messages that were sent for an update,
// in their order; 0 for one that was not sent, or not yet.
func (s *Store) MessagesOf(ctx context.Context, update int64) ([]int64, error) {
	rows, err := s.readers.QueryContext(ctx, `SELECT `+messageColumns+` FROM messages WHERE update_id = ? AND state <> 'asked' ORDER BY id`, update)
	if err != nil {
		return nil, fmt.Errorf("read the messages of update %d: %w", update, err)
	}
	var ids []int64
	err = each(rows, func() error {
		var r messageRow
		var sum int64
		err := rows.Scan(r.fields(&sum)...)
		if misread(err) || err == nil && r.sum() != sum {
			r.telegram, err = 0, nil
		}
		ids = append(ids, r.telegram)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("read the messages of update %d: %w", update, err)
	}
	return ids, nil
}
