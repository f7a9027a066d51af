package store

import (
	"context"
	"fmt"
	"time"
)

// Feedback is what a person thought of an answer.
type Feedback struct {
	Chat     int64
	Message  int64 // Telegram's id of the message that was rated; of several that showed the answer, the first
	User     int64
	Rating   int // 1 good, -1 bad, or whatever scale the caller has
	Question string
	Answer   []byte // JSON
	Hits     []byte // JSON
	At       time.Time
}

// Rate keeps feedback; the same person rating the same message again replaces
// it. At is set by the store.
func (s *Store) Rate(ctx context.Context, f Feedback) error {
	err := s.write(ctx, func(tx *writing) error {
		at := s.now()
		_, err := tx.Exec(`INSERT OR REPLACE INTO feedback (chat, message, user, rating, question, answer, hits, at, sum) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
			f.Chat, f.Message, f.User, f.Rating, f.Question, notNil(f.Answer), notNil(f.Hits), at, feedbackSum(f, at))
		return err
	})
	if err != nil {
		return fmt.Errorf("keep the feedback: %w", err)
	}
	return nil
}

// Unrate takes a person's rating of a message back, if there is one.
func (s *Store) Unrate(ctx context.Context, chat, message, user int64) error {
	err := s.write(ctx, func(tx *writing) error {
		_, err := tx.Exec(`DELETE FROM feedback WHERE chat = ? AND message = ? AND user = ?`, chat, message, user)
		return err
	})
	if err != nil {
		return fmt.Errorf("take the feedback back: %w", err)
	}
	return nil
}

func feedbackSum(f Feedback, at int64) int64 {
	return checksum(f.Chat, f.Message, f.User, int64(f.Rating), f.Question, notNil(f.Answer), notNil(f.Hits), at)
}

// Ratings returns all feedback, oldest first, less rows that are damaged.
func (s *Store) Ratings(ctx context.Context) ([]Feedback, error) {
	rows, err := s.readers.QueryContext(ctx, `SELECT id, chat, message, user, rating, question, answer, hits, at, sum FROM feedback ORDER BY id`)
	if err != nil {
		return nil, fmt.Errorf("read the feedback: %w", err)
	}
	var all []Feedback
	err = each(rows, func() error {
		var f Feedback
		var id, at, sum int64
		err := rows.Scan(&id, &f.Chat, &f.Message, &f.User, &f.Rating, &f.Question, &f.Answer, &f.Hits, &at, &sum)
		if err != nil && !misread(err) {
			return err
		}
		if err != nil || feedbackSum(f, at) != sum {
			s.harmed(DamageError{What: fmt.Sprintf("feedback %d", id), Detail: badSum, Cure: "it is lost"})
			return nil
		}
		f.At = moment(at)
		all = append(all, f)
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("read the feedback: %w", err)
	}
	return all, nil
}
