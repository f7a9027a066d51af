package store

import (
	"testing"
)

// BenchmarkShownBy looks for the message that a reply refers to, among 200 000.
func BenchmarkShownBy(b *testing.B) {
	s, err := Open(b.Context(), file(b), Options{})
	if err != nil {
		b.Fatal(err)
	}
	defer s.Close()
	err = s.write(b.Context(), func(tx *writing) error {
		for i := range int64(200_000) {
			row := messageRow{id: i + 1, update: i + 1, talk: Talk{Chat: i % 500, User: i % 500}, state: Sent, telegram: i, queued: i, changed: i}
			_, err := tx.Exec(`INSERT INTO messages (`+messageColumns+`, method, payload, body_sum) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '', '', ?)`,
				row.id, row.update, row.talk.Chat, 0, row.talk.User, string(row.state), 1, row.telegram, "", row.queued, row.changed, row.sum(), checksum(row.id, "", []byte{}))
			if err != nil {
				return err
			}
		}
		return insertTurn(tx, 180_000, Turn{Talk: Talk{Chat: 179_999 % 500, User: 179_999 % 500}, Question: "q"}, 1)
	})
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if turn, err := s.ShownBy(b.Context(), 179_999%500, 179_999); err != nil || turn.Question != "q" {
			b.Fatal(turn, err)
		}
	}
}
