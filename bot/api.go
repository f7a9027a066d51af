package bot

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"

	tg "github.com/go-telegram/bot"
)

// refused: the token is not, or no longer, a bot's.
func refused(err error) bool {
	return errors.Is(err, tg.ErrorUnauthorized) || errors.Is(err, tg.ErrorNotFound)
}

// apiReply is what the Bot API answers
// (https://core.telegram.org/bots/api#making-requests).
type apiReply struct {
	OK          bool            `json:"ok"`
	Result      json.RawMessage `json:"result"`
	Description string          `json:"description"`
	ErrorCode   int             `json:"error_code"`
	Parameters  struct {
		RetryAfter      int `json:"retry_after"`
		MigrateToChatID int `json:"migrate_to_chat_id"`
	} `json:"parameters"`
}

const contentJSON = "application/json"

// request makes one call. Its errors are the library's, and may hold the token.
func (b *Bot) request(ctx context.Context, method, contentType string, body []byte) (apiReply, error) {
	var reply apiReply
	address := b.apiURL + "/bot" + b.token + "/" + method
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, address, bytes.NewReader(body))
	if err != nil {
		return reply, err
	}
	req.Header.Set("Content-Type", contentType)
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
	if to := r.Parameters.MigrateToChatID; to != 0 {
		return &tg.MigrateError{Message: r.Description, MigrateToChatID: to}
	}
	if kind, ok := kinds[r.ErrorCode]; ok {
		return fmt.Errorf("%w: %s", kind, r.Description)
	}
	if 400 <= r.ErrorCode && r.ErrorCode < 500 {
		return fmt.Errorf("%w: %d %s", tg.ErrorBadRequest, r.ErrorCode, r.Description)
	}
	return fmt.Errorf("error %d from Telegram: %s", r.ErrorCode, r.Description)
}
