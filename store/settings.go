package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
)

// Settings are what a chat has set for itself; the zero value is what holds where
// nothing was set.
type Settings struct {
	Language int  // the caller's number of it, 1 to 99; 0: each person's own
	Brief    bool // answers are the line with the figure and its citation
	Plain    bool // no rich messages
}

// A chat's settings are a fact, its digits from the last: plain, brief, language.
// They need no table of their own.

func settingsFact(chat int64) string { return fmt.Sprintf("settings of %d", chat) }

func (set Settings) number() int64 {
	n := 100 * int64(set.Language)
	if set.Brief {
		n += 10
	}
	if set.Plain {
		n++
	}
	return n
}

// SetSettings keeps a chat's settings, in place of those before.
func (s *Store) SetSettings(ctx context.Context, chat int64, set Settings) error {
	err := s.write(ctx, func(tx *writing) error { return setFact(tx, settingsFact(chat), set.number(), 0) })
	if err != nil {
		return fmt.Errorf("keep the settings: %w", err)
	}
	return nil
}

// Settings of a chat. Those that are damaged are lost, which is said.
func (s *Store) Settings(ctx context.Context, chat int64) (Settings, error) {
	f, err := fact(reader{ctx, s.readers}, settingsFact(chat))
	if damage := damageOf(err); damage != nil {
		damage.Cure = cureLost
		s.harmed(*damage)
		return Settings{}, nil
	}
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return Settings{}, fmt.Errorf("read the settings: %w", err)
	}
	return Settings{Language: int(f.value / 100), Brief: f.value/10%10 == 1, Plain: f.value%10 == 1}, nil
}

// forgetSettings removes those of the chat with a person, whose id is the
// person's, not of the groups that the person is in.
func forgetSettings(tx *writing, who Who) error {
	chat := who.Chat
	switch {
	case chat == 0:
		chat = who.User
	case who.User != 0 && who.User != chat:
		return nil
	}
	_, err := tx.Exec(`DELETE FROM facts WHERE name = ?`, settingsFact(chat))
	return err
}
