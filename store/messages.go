package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strconv"
	"time"
)

// SendState is how far a message has come.
type SendState string

// A message goes queued → sending → sent, or unknown (sent, but no answer came
// back; it will be sending again) or failed. One that is found sending after a
// crash is unknown too.
const (
	Queued  SendState = "queued"
	Sending SendState = "sending"
	Sent    SendState = "sent"
	Unknown SendState = "unknown"
	Failed  SendState = "failed"
)

// Message is one call of the Bot API that must be made.
type Message struct {
	ID       int64 // set by the store; messages of a chat are sent in its order
	Update   int64 // which update it belongs to; 0 for none
	Talk     Talk
	Method   string // sendMessage
	Payload  []byte // the parameters, JSON
	State    SendState
	Attempts int // how often it was marked as sending
	Left     int // how often in a row it was found sending by a new process; see MarkSuspect
	Queued   time.Time
	// Damaged says that Method and Payload cannot be read any more: the person may
	// be told that an answer was lost.
	Damaged bool
}

// Queue keeps messages to be sent that do not end an update, and returns their ids.
func (s *Store) Queue(ctx context.Context, update int64, messages ...Message) (ids []int64, err error) {
	err = s.write(ctx, func(tx *writing) (err error) {
		ids, err = insertMessages(tx, update, messages, s.now())
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("queue %d messages: %w", len(messages), err)
	}
	return ids, nil
}

func insertMessages(tx *writing, update int64, messages []Message, now int64) (ids []int64, err error) {
	for _, m := range messages {
		var id int64
		if err := tx.QueryRow(`SELECT coalesce(max(id), 0) + 1 FROM messages`).Scan(&id); err != nil {
			return nil, err
		}
		payload := notNil(m.Payload)
		row := messageRow{id: id, update: update, talk: m.Talk, state: Queued, queued: now, changed: now}
		_, err := tx.Exec(`INSERT INTO messages (id, update_id, chat, thread, user, state, attempts, telegram_id, reason, queued, changed, sum, method, payload, body_sum)
			VALUES (?, ?, ?, ?, ?, ?, 0, 0, '', ?, ?, ?, ?, ?, ?)`,
			id, update, m.Talk.Chat, m.Talk.Thread, m.Talk.User, string(Queued), now, now, row.sum(), m.Method, payload, checksum(id, m.Method, payload))
		if err != nil {
			return nil, fmt.Errorf("queue a message: %w", err)
		}
		ids = append(ids, id)
	}
	return ids, nil
}

// messageRow is all of a message but what it says.
type messageRow struct {
	id, update      int64
	talk            Talk
	state           SendState
	attempts        int64
	telegram        int64
	reason          string
	queued, changed int64
}

func (r messageRow) sum() int64 {
	return checksum(r.id, r.update, r.talk.Chat, r.talk.Thread, r.talk.User, string(r.state), r.attempts, r.telegram, r.reason, r.queued, r.changed)
}

// left is what MarkSuspect counted: it stands where else the reason of an outcome does.
func (r messageRow) left() int {
	n, err := strconv.Atoi(r.reason)
	if err != nil || r.state != Sending {
		return 0
	}
	return n
}

const messageColumns = `id, update_id, chat, thread, user, state, attempts, telegram_id, reason, queued, changed, sum`

func (r *messageRow) fields(sum *int64) []any {
	return []any{&r.id, &r.update, &r.talk.Chat, &r.talk.Thread, &r.talk.User, &r.state, &r.attempts, &r.telegram, &r.reason, &r.queued, &r.changed, sum}
}

// ErrNoMessage is returned for a message that is not waiting to be sent.
var ErrNoMessage = errors.New("the message is not to be sent (any more)")

// MarkSending notes that a message is about to be sent: from here on a crash
// leaves its outcome unknown.
func (s *Store) MarkSending(ctx context.Context, id int64) error {
	return s.mark(ctx, id, func(r *messageRow) { r.state, r.attempts = Sending, r.attempts+1 })
}

// MarkSuspect is MarkSending for a message that was found sending, which may have ended
// the process that sent it: it counts that. Any outcome of a try forgets the count.
func (s *Store) MarkSuspect(ctx context.Context, id int64) error {
	return s.mark(ctx, id, func(r *messageRow) {
		r.state, r.attempts, r.reason = Sending, r.attempts+1, strconv.Itoa(r.left()+1)
	})
}

// MarkSent notes that Telegram has the message and under which id it shows it.
// What it said is dropped.
func (s *Store) MarkSent(ctx context.Context, id, telegramID int64) error {
	return s.mark(ctx, id, func(r *messageRow) { r.state, r.telegram, r.reason = Sent, telegramID, "" })
}

// MarkUnknown notes that no answer came back. The message stays in Unsent.
func (s *Store) MarkUnknown(ctx context.Context, id int64, reason string) error {
	return s.mark(ctx, id, func(r *messageRow) { r.state, r.reason = Unknown, reason })
}

// MarkQueued notes that Telegram did surely not take the message (a 429): it
// waits again and stays in Unsent.
func (s *Store) MarkQueued(ctx context.Context, id int64, reason string) error {
	return s.mark(ctx, id, func(r *messageRow) { r.state, r.reason = Queued, reason })
}

// MarkFailed ends a message that will never be taken (403, 400). What it said is
// dropped.
func (s *Store) MarkFailed(ctx context.Context, id int64, reason string) error {
	return s.mark(ctx, id, func(r *messageRow) { r.state, r.reason = Failed, reason })
}

func (s *Store) mark(ctx context.Context, id int64, change func(*messageRow)) error {
	var state SendState
	err := s.write(ctx, func(tx *writing) error {
		var r messageRow
		var sum int64
		err := tx.QueryRow(`SELECT `+messageColumns+` FROM messages WHERE id = ?`, id).Scan(r.fields(&sum)...)
		if errors.Is(err, sql.ErrNoRows) || err == nil && (r.state == Sent || r.state == Failed) {
			return ErrNoMessage
		}
		if err != nil {
			return err
		}
		if r.sum() != sum {
			return &DamageError{What: fmt.Sprintf("message %d", id), Detail: badSum}
		}
		change(&r)
		r.changed, state = s.now(), r.state
		return updateMessage(tx, r)
	})
	if err != nil {
		return fmt.Errorf("mark message %d as %s: %w", id, state, err)
	}
	return nil
}

func updateMessage(tx *writing, r messageRow) error {
	_, err := tx.Exec(`UPDATE messages SET state = ?, attempts = ?, telegram_id = ?, reason = ?, changed = ?, sum = ? WHERE id = ?`,
		string(r.state), r.attempts, r.telegram, r.reason, r.changed, r.sum(), r.id)
	if err != nil || r.state != Sent && r.state != Failed {
		return err
	}
	empty := []byte{}
	_, err = tx.Exec(`UPDATE messages SET method = '', payload = ?, body_sum = ? WHERE id = ?`, empty, checksum(r.id, "", empty), r.id)
	return err
}

// Unsent returns the messages that are queued, sending or unknown, oldest first.
// One whose content is damaged has Damaged set; one whose chat is not known any
// more either is left out and noted in Damages.
func (s *Store) Unsent(ctx context.Context) ([]Message, error) {
	rows, err := s.readers.QueryContext(ctx, `SELECT `+messageColumns+`, method, payload, body_sum
		FROM messages WHERE state NOT IN (?, ?, ?) ORDER BY id`, string(Sent), string(Failed), string(asked))
	if err != nil {
		return nil, fmt.Errorf("read the unsent messages: %w", err)
	}
	defer rows.Close()
	var unsent []Message
	for rows.Next() {
		m, whole, err := s.scanMessage(rows)
		if err != nil {
			return nil, fmt.Errorf("read the unsent messages: %w", err)
		}
		if whole {
			unsent = append(unsent, m)
		}
	}
	if err := rows.Err(); err != nil {
		return nil, fmt.Errorf("read the unsent messages: %w", err)
	}
	return unsent, nil
}

func (s *Store) scanMessage(rows *sql.Rows) (m Message, whole bool, err error) {
	var r messageRow
	var sum, bodySum int64
	err = rows.Scan(append(r.fields(&sum), &m.Method, &m.Payload, &bodySum)...)
	what := fmt.Sprintf("message %d", r.id)
	if err != nil {
		if misread(err) {
			s.harmed(DamageError{What: what, Detail: badSum, Cure: cureLost})
			return m, false, nil
		}
		return m, false, err
	}
	if r.sum() != sum {
		s.harmed(DamageError{What: what, Detail: badSum, Cure: cureLost})
		return m, false, nil
	}
	m.ID, m.Update, m.Talk, m.State, m.Attempts, m.Queued = r.id, r.update, r.talk, r.state, int(r.attempts), moment(r.queued)
	m.Left = r.left()
	if checksum(r.id, m.Method, notNil(m.Payload)) != bodySum {
		s.harmed(DamageError{What: what, Detail: badSum, Cure: "the person is told"})
		m.Method, m.Payload, m.Damaged = "", nil, true
	}
	return m, true, nil
}
