package bot

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"time"

	tg "github.com/go-telegram/bot"
	"github.com/go-telegram/bot/models"
)

const (
	pollSeconds = 50
	pollLimit   = 100
	// pollBytes bounds a reply of getUpdates; 100 updates are far below it.
	pollBytes = 64 << 20
)

// poll hands updates to the queues until ctx ends or the token is refused. The
// library's own loop is not used: it confirms updates before they are handled
// and starts a goroutine for each. Here an update is confirmed by the call after
// the one in which it was taken into a queue. The offset that is returned
// confirms all that was taken.
func (b *Bot) poll(ctx context.Context, take func(context.Context, update) error) (offset int64, err error) {
	for failures := 0; ctx.Err() == nil; {
		updates, err := b.getUpdates(ctx, offset, pollSeconds)
		if ctx.Err() != nil {
			break
		}
		if err != nil {
			failures++
			if err := b.pollFailed(ctx, err, failures); err != nil {
				return offset, err
			}
			continue
		}
		failures = 0
		for _, u := range updates {
			if take(ctx, u) != nil {
				return offset, nil
			}
			offset = u.id + 1
		}
	}
	return offset, nil
}

// pollFailed waits before the next try; it returns an error when there is none.
func (b *Bot) pollFailed(ctx context.Context, err error, failures int) error {
	if refused(err) {
		return err
	}
	wait := b.backoff(failures)
	var flood *tg.TooManyRequestsError
	switch {
	case errors.Is(err, tg.ErrorConflict):
		b.log.Error("another program polls with this bot's token, or a webhook is set: only one gets each message. Stop the other one", "error", err)
	case errors.As(err, &flood):
		wait = time.Duration(max(1, flood.RetryAfter)) * time.Second
		fallthrough
	default:
		b.log.Warn("cannot get updates from Telegram; trying again", "wait", wait, "error", err)
	}
	_ = sleep(ctx, wait)
	return nil
}

// refused: the token is not, or no longer, a bot's.
func refused(err error) bool {
	return errors.Is(err, tg.ErrorUnauthorized) || errors.Is(err, tg.ErrorNotFound)
}

// update is one update with its id; body is nil when it could not be read.
type update struct {
	id   int64
	body *models.Update
}

// apiReply is what the Bot API answers
// (https://core.telegram.org/bots/api#making-requests).
type apiReply struct {
	OK          bool              `json:"ok"`
	Result      []json.RawMessage `json:"result"`
	Description string            `json:"description"`
	ErrorCode   int               `json:"error_code"`
	Parameters  struct {
		RetryAfter int `json:"retry_after"`
	} `json:"parameters"`
}

// getUpdates confirms all updates before offset and returns the next ones,
// waiting up to timeout seconds for the first. Its errors are the library's.
func (b *Bot) getUpdates(ctx context.Context, offset int64, timeout int) ([]update, error) {
	ctx, cancel := context.WithTimeout(ctx, time.Duration(timeout)*time.Second+callTimeout)
	defer cancel()
	body, err := json.Marshal(map[string]any{
		"offset": offset, "limit": pollLimit, "timeout": timeout,
		"allowed_updates": []string{models.AllowedUpdateMessage, models.AllowedUpdateCallbackQuery},
	})
	if err != nil {
		return nil, fmt.Errorf("write getUpdates: %w", err)
	}
	reply, err := b.post(ctx, "getUpdates", body)
	if err != nil {
		return nil, b.mask.err(fmt.Errorf("getUpdates: %w", err))
	}
	var updates []update
	for _, raw := range reply.Result {
		u, err := readUpdate(raw)
		if err != nil {
			b.log.Error("an update of Telegram could not be read and is passed over", "update", u.id, "error", err)
		}
		if u.id > 0 {
			updates = append(updates, u)
		}
	}
	if len(updates) == 0 && len(reply.Result) > 0 {
		return nil, fmt.Errorf("getUpdates: none of %d updates has an id", len(reply.Result))
	}
	return updates, nil
}

func (b *Bot) post(ctx context.Context, method string, body []byte) (apiReply, error) {
	var reply apiReply
	address := b.apiURL + "/bot" + b.token + "/" + method
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, address, bytes.NewReader(body))
	if err != nil {
		return reply, err
	}
	req.Header.Set("Content-Type", "application/json")
	resp, err := b.client.Do(req)
	if err != nil {
		return reply, err
	}
	defer resp.Body.Close()
	if err := json.NewDecoder(io.LimitReader(resp.Body, pollBytes)).Decode(&reply); err != nil {
		return reply, fmt.Errorf("HTTP %d with an unreadable body: %w", resp.StatusCode, err)
	}
	if !reply.OK {
		return reply, apiError(reply)
	}
	return reply, nil
}

func apiError(r apiReply) error {
	kinds := map[int]error{
		http.StatusBadRequest: tg.ErrorBadRequest, http.StatusUnauthorized: tg.ErrorUnauthorized, http.StatusForbidden: tg.ErrorForbidden,
		http.StatusNotFound: tg.ErrorNotFound, http.StatusConflict: tg.ErrorConflict,
	}
	if r.ErrorCode == http.StatusTooManyRequests {
		return &tg.TooManyRequestsError{Message: r.Description, RetryAfter: r.Parameters.RetryAfter}
	}
	if kind, ok := kinds[r.ErrorCode]; ok {
		return fmt.Errorf("%w: %s", kind, r.Description)
	}
	return fmt.Errorf("error %d from Telegram: %s", r.ErrorCode, r.Description)
}

// readUpdate reads one update. A kind of forward, quote or media that the
// library does not know yet makes it fail; the parts that the bot needs are then
// read alone. On an error the id is still set where there is one.
func readUpdate(raw json.RawMessage) (update, error) {
	var head struct {
		ID int64 `json:"update_id"`
	}
	if err := json.Unmarshal(raw, &head); err != nil {
		return update{}, err
	}
	body := &models.Update{}
	err := json.Unmarshal(raw, body)
	if err != nil {
		body = &models.Update{}
		if lean, leanErr := leanUpdate(raw); leanErr != nil || json.Unmarshal(lean, body) != nil {
			return update{id: head.ID}, err
		}
	}
	return update{head.ID, body}, nil
}

// leanUpdate keeps of an update's message what a question needs.
func leanUpdate(raw json.RawMessage) (json.RawMessage, error) {
	var whole struct {
		ID      int64                      `json:"update_id"`
		Message map[string]json.RawMessage `json:"message"`
	}
	if err := json.Unmarshal(raw, &whole); err != nil {
		return nil, err
	}
	if whole.Message == nil {
		return nil, errors.New("no message in it")
	}
	kept := map[string]json.RawMessage{}
	for _, key := range []string{"message_id", "message_thread_id", "is_topic_message", "from", "sender_chat", "via_bot",
		"date", "chat", "text", "entities", "caption", "caption_entities"} {
		if value, ok := whole.Message[key]; ok {
			kept[key] = value
		}
	}
	return json.Marshal(map[string]any{"update_id": whole.ID, "message": kept})
}
