package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"
)

// Talk is one side of a conversation: a person in a chat and, where there are
// topics, in one of them.
type Talk struct {
	Chat   int64
	Thread int64
	User   int64
}

// State is what became of an update.
type State string

// An update is pending until it ends in one of the other states.
const (
	Pending  State = "pending"
	Answered State = "answered"
	Refused  State = "refused" // with a notice to the person
	Dropped  State = "dropped" // it wanted no answer
)

// Update is one update of Telegram.
type Update struct {
	ID       int64
	Talk     Talk
	Body     []byte // as it came, JSON
	Received time.Time
	Begun    int // how often Begin counted it
	// Damaged says that Body cannot be read any more, so it is nil, but that the
	// rest can: the person may be told to ask again.
	Damaged bool
}

// offsetAge is how long Telegram's update ids go on in sequence without updates;
// after a silence of a week the next is random
// (https://core.telegram.org/bots/api#update).
const offsetAge = 7 * 24 * time.Hour

// Journal keeps updates, all or none, and returns when they are safe on the disk.
// One that is there already, pending or finished, is passed over; the ids of those
// that were new are returned, in the order given. Received is set by the store.
func (s *Store) Journal(ctx context.Context, updates ...Update) (fresh []int64, err error) {
	err = s.write(ctx, func(tx *writing) error {
		fresh = nil
		now := s.now()
		for _, u := range updates {
			isNew, err := insertUpdate(tx, u, now)
			if err != nil {
				return fmt.Errorf("keep update %d: %w", u.ID, err)
			}
			if isNew {
				fresh = append(fresh, u.ID)
			}
		}
		return advance(tx, updates, now)
	})
	if err != nil {
		return nil, fmt.Errorf("journal %d updates: %w", len(updates), err)
	}
	return fresh, nil
}

func insertUpdate(tx executor, u Update, now int64) (isNew bool, err error) {
	body := notNil(u.Body)
	result, err := tx.Exec(`INSERT INTO updates (id, chat, thread, user, state, received, finished, sum, body, body_sum)
		VALUES (?, ?, ?, ?, ?, ?, 0, ?, ?, ?) ON CONFLICT (id) DO NOTHING`,
		u.ID, u.Talk.Chat, u.Talk.Thread, u.Talk.User, string(Pending), now,
		updateSum(u.ID, u.Talk, Pending, now, 0), body, checksum(u.ID, body))
	if err != nil {
		return false, err
	}
	n, err := result.RowsAffected()
	return n == 1, err
}

func updateSum(id int64, talk Talk, state State, received, finished int64) int64 {
	return checksum(id, talk.Chat, talk.Thread, talk.User, string(state), received, finished)
}

// notNil makes an absent body an empty one: the columns are NOT NULL.
func notNil(b []byte) []byte {
	if b == nil {
		return []byte{}
	}
	return b
}

const lastUpdate = "last update"

// advance notes the highest id that was seen. A lower one replaces it after a
// week of silence, when Telegram begins anew.
func advance(tx *writing, updates []Update, now int64) error {
	if len(updates) == 0 {
		return nil
	}
	high := updates[0].ID
	for _, u := range updates {
		high = max(high, u.ID)
	}
	old, err := fact(tx, lastUpdate)
	var damage *DamageError
	if err != nil && !errors.Is(err, sql.ErrNoRows) && !errors.As(err, &damage) {
		return fmt.Errorf("note the last update: %w", err)
	}
	if err == nil && old.value > high && now-old.at < offsetAge.Milliseconds() {
		high = old.value
	}
	return setFact(tx, lastUpdate, high, now)
}

// LastUpdate returns the highest update id that was journalled and when the last
// update came, or zeros. Where that is a week ago Telegram's next id may be a
// lower one: ask without an offset then; what is known is passed over.
func (s *Store) LastUpdate(ctx context.Context) (id int64, at time.Time, err error) {
	f, err := fact(reader{ctx, s.readers}, lastUpdate)
	var damage *DamageError
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return 0, time.Time{}, nil
	case errors.As(err, &damage): // without an offset Telegram sends all that was not confirmed
		s.harmed(*damage)
		return 0, time.Time{}, nil
	case err != nil:
		return 0, time.Time{}, fmt.Errorf("read the last update: %w", err)
	}
	return f.value, moment(f.at), nil
}

// Pending returns the updates that are not finished, oldest first. One whose
// content is damaged has Damaged set; one whose chat is not known any more either
// is left out and noted in Damages.
func (s *Store) Pending(ctx context.Context) ([]Update, error) {
	rows, err := s.readers.QueryContext(ctx, `SELECT id, chat, thread, user, state, received, finished, sum, body, body_sum
		FROM updates WHERE state NOT IN (?, ?, ?) ORDER BY id`, string(Answered), string(Refused), string(Dropped))
	if err != nil {
		return nil, fmt.Errorf("read the pending updates: %w", err)
	}
	defer rows.Close()
	var pending []Update
	for rows.Next() {
		u, whole, err := s.scanUpdate(rows)
		if err != nil {
			return nil, fmt.Errorf("read the pending updates: %w", err)
		}
		if whole {
			pending = append(pending, u)
		}
	}
	if err := rows.Err(); err != nil {
		return nil, fmt.Errorf("read the pending updates: %w", err)
	}
	for i := range pending {
		if pending[i].Begun, err = begun(reader{ctx, s.readers}, pending[i].ID); err != nil {
			return nil, fmt.Errorf("read the pending updates: %w", err)
		}
	}
	return pending, nil
}

// scanUpdate reads a row; whole is false where not even its head can be trusted.
func (s *Store) scanUpdate(rows *sql.Rows) (u Update, whole bool, err error) {
	var received, finished, sum, bodySum int64
	var state State
	err = rows.Scan(&u.ID, &u.Talk.Chat, &u.Talk.Thread, &u.Talk.User, &state, &received, &finished, &sum, &u.Body, &bodySum)
	what := fmt.Sprintf("update %d", u.ID)
	if err != nil {
		if misread(err) {
			s.harmed(DamageError{What: what, Detail: badSum, Cure: cureLost})
			return u, false, nil
		}
		return u, false, err
	}
	if updateSum(u.ID, u.Talk, state, received, finished) != sum {
		s.harmed(DamageError{What: what, Detail: badSum, Cure: cureLost})
		return u, false, nil
	}
	if checksum(u.ID, notNil(u.Body)) != bodySum {
		s.harmed(DamageError{What: what, Detail: badSum, Cure: "the person is asked to ask again"})
		u.Body, u.Damaged = nil, true
	}
	u.Received = moment(received)
	return u, true, nil
}
