package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
)

// ErrFinished is returned by Finish for an update that is not pending: it was
// finished before, or never journalled.
var ErrFinished = errors.New("the update is not pending")

// Outcome is how an update ends.
type Outcome struct {
	Update   int64
	State    State     // Answered, Refused or Dropped
	Messages []Message // to be sent, in this order
	Turn     *Turn     // what the conversation gains; may be nil
	Asked    *Asked    // what was answered; may be nil
}

// Finish ends a pending update and queues what is to be sent for it, in one
// transaction: after a crash both happened or neither. It returns the ids of the
// messages, or ErrFinished where the update is not pending; then nothing is queued.
func (s *Store) Finish(ctx context.Context, o Outcome) (queued []int64, err error) {
	if o.State != Answered && o.State != Refused && o.State != Dropped {
		return nil, fmt.Errorf("finish update %d: %q is no end", o.Update, o.State)
	}
	err = s.write(ctx, func(tx *writing) (err error) {
		now := s.now()
		if err := s.endUpdate(tx, o.Update, o.State, now); err != nil {
			return err
		}
		if queued, err = insertMessages(tx, o.Update, o.Messages, now); err != nil {
			return err
		}
		if o.Asked != nil {
			if err := insertAsked(tx, o.Update, *o.Asked, now); err != nil {
				return err
			}
		}
		if o.Turn == nil {
			return nil
		}
		return insertTurn(tx, o.Update, *o.Turn, now)
	})
	if err != nil {
		return nil, fmt.Errorf("finish update %d: %w", o.Update, err)
	}
	return queued, nil
}

// endUpdate drops the body too: nobody needs a question that was answered.
func (s *Store) endUpdate(tx *writing, id int64, state State, now int64) error {
	var talk Talk
	var had State
	var received, finished, sum int64
	err := tx.QueryRow(`SELECT chat, thread, user, state, received, finished, sum FROM updates WHERE id = ?`, id).
		Scan(&talk.Chat, &talk.Thread, &talk.User, &had, &received, &finished, &sum)
	if err != nil && !errors.Is(err, sql.ErrNoRows) && !misread(err) {
		return err
	}
	switch whole := err == nil && updateSum(id, talk, had, received, finished) == sum; {
	case errors.Is(err, sql.ErrNoRows) || whole && had != Pending:
		return ErrFinished
	case !whole: // the caller knows better what it handled; what stands here must not be sealed
		s.harmed(DamageError{What: fmt.Sprintf("update %d", id), Detail: badSum, Cure: "it was finished all the same"})
		talk, received = Talk{}, now
	}
	empty := []byte{}
	_, err = tx.Exec(`UPDATE updates SET chat = ?, thread = ?, user = ?, state = ?, received = ?, finished = ?, sum = ?, body = ?, body_sum = ? WHERE id = ?`,
		talk.Chat, talk.Thread, talk.User, string(state), received, now, updateSum(id, talk, state, received, now), empty, checksum(id, empty), id)
	if err != nil {
		return err
	}
	return endBegun(tx, id)
}
