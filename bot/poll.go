package bot

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	tg "github.com/go-telegram/bot"
	"github.com/go-telegram/bot/models"
)

const (
	// pollSeconds also bounds how long a connection that has died without a word
	// goes unnoticed.
	pollSeconds = 25
	pollLimit   = 100
	// pollBytes bounds a reply of getUpdates; 100 updates are far below it.
	pollBytes          = 64 << 20
	webhookConnections = 40
)

func updateKinds() []string {
	return []string{models.AllowedUpdateMessage, models.AllowedUpdateEditedMessage, models.AllowedUpdateCallbackQuery,
		models.AllowedUpdateMessageReaction,
		models.AllowedUpdateInlineQuery, models.AllowedUpdateGuestMessage}
}

// poll takes updates until the shift is told to stop or the token is refused.
// The library's own loop is not used: it confirms updates before they are handled
// and starts a goroutine for each. Here the offset that confirms them is said
// only after they are in the journal.
func (s *shift) poll() error {
	var offset int64
	for failures := 0; s.taking.Err() == nil; {
		updates, err := s.getUpdates(s.taking, offset, pollSeconds)
		if err == nil && len(updates) > 0 {
			err = s.take(s.taking, "poll", updates...)
		}
		if err == nil {
			offset = offsetAfter(updates)
		}
		if s.taking.Err() != nil {
			break
		}
		s.pollTroubles(err)
		if err != nil {
			failures++
			if err := s.pollFailed(err, failures); err != nil {
				return err
			}
			continue
		}
		failures = 0
	}
	s.confirm(offset)
	return nil
}

// offsetAfter confirms updates that are in the journal. A poll that brings nothing has
// confirmed all; from then on no offset is named: after a week without updates Telegram
// begins anew with ids that may be lower (https://core.telegram.org/bots/api#update).
func offsetAfter(updates []update) (offset int64) {
	for _, u := range updates {
		offset = max(offset, u.id+1)
	}
	return offset
}

func (s *shift) pollTroubles(err error) {
	conflict := errors.Is(err, tg.ErrorConflict)
	s.troubles.set(troubleConflict, conflict)
	s.troubles.set(troubleToken, refused(err))
	s.troubles.set(troublePoll, err != nil && !conflict && !refused(err))
}

// pollFailed waits before the next try; it returns an error when there is none.
func (s *shift) pollFailed(err error, failures int) error {
	if refused(err) {
		return fmt.Errorf("telegram refuses the token: %w", err)
	}
	wait := max(s.backoff(failures), floodWait(err))
	if errors.Is(err, tg.ErrorConflict) {
		s.log.Error("another program polls with this bot's token, or a webhook is set: only one gets each message. Stop the other one", "error", err)
	} else {
		s.log.Warn("cannot get updates from Telegram, or not keep them; trying again", "wait", wait, "error", err)
	}
	_ = sleep(s.taking, wait)
	return nil
}

// confirm spares Telegram to give the last updates again after the next start.
// They are journalled: should it fail, they are known when they come.
func (s *shift) confirm(offset int64) {
	if offset == 0 {
		return
	}
	ctx, cancel := context.WithTimeout(s.calling, finalTime)
	defer cancel()
	if _, err := s.getUpdates(ctx, offset, 0); err != nil {
		s.log.Debug("the last updates could not be confirmed and will come again", "error", err)
	}
}

// getUpdates confirms all updates before offset and returns the next ones,
// waiting up to timeout seconds for the first. Its errors are the library's.
func (b *Bot) getUpdates(ctx context.Context, offset int64, timeout int) ([]update, error) {
	ctx, cancel := context.WithTimeout(ctx, time.Duration(timeout)*time.Second+callTimeout)
	defer cancel()
	body, err := json.Marshal(map[string]any{
		"offset": offset, "limit": pollLimit, "timeout": timeout,
		"allowed_updates": updateKinds(),
	})
	if err != nil {
		return nil, fmt.Errorf("write getUpdates: %w", err)
	}
	reply, err := b.request(ctx, "getUpdates", contentJSON, body)
	var list []json.RawMessage
	if err == nil {
		err = json.Unmarshal(reply.Result, &list)
	}
	if err != nil {
		return nil, b.mask.err(fmt.Errorf("getUpdates: %w", err))
	}
	var updates []update
	for _, raw := range list {
		u, err := readUpdate(raw)
		if err != nil {
			b.log.Error("an update of Telegram could not be read and is passed over", "update", u.id, "error", err)
		}
		if u.id > 0 {
			updates = append(updates, u)
		}
	}
	if len(updates) == 0 && len(list) > 0 {
		return nil, fmt.Errorf("getUpdates: none of %d updates has an id", len(list))
	}
	return updates, nil
}
