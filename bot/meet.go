package bot

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"

	tg "github.com/go-telegram/bot"
	"github.com/go-telegram/bot/models"
)

// meet learns who the bot is, however long Telegram is away, and takes a webhook
// off that would keep updates from coming.
func (b *Bot) meet(ctx context.Context) error {
	for try := 1; ctx.Err() == nil; try++ {
		err := b.callOnce(ctx, b.introduce)
		if err == nil {
			break
		}
		if refused(err) {
			return fmt.Errorf("telegram does not know this token: %w", err)
		}
		wait, again := retryAfter(err, b.backoff(try))
		if !again {
			wait = b.backoff(try)
		}
		b.log.Warn("Telegram cannot be reached; trying again", "wait", wait, "error", err)
		_ = sleep(ctx, wait)
	}
	return b.arrange(ctx)
}

// introduce asks Telegram who the bot is. (The library's getMe looks for whether
// inline mode is on under a wrong name.)
func (b *Bot) introduce(ctx context.Context) error {
	reply, err := b.request(ctx, "getMe", contentJSON, []byte("{}"))
	if err != nil {
		return err
	}
	var me struct {
		models.User
		Inline bool `json:"supports_inline_queries"`
	}
	if err := json.Unmarshal(reply.Result, &me); err != nil {
		return fmt.Errorf("read who the bot is: %w", err)
	}
	b.me, b.inlineMode = me.User, me.Inline
	return nil
}

// arrange tells Telegram how updates shall come. A webhook must be known to it;
// for polls it is enough that the poll itself says what is in their way.
func (b *Bot) arrange(ctx context.Context) error {
	for {
		err := b.call(ctx, b.chooseIntake)
		switch {
		case ctx.Err() != nil:
			return nil
		case err == nil:
			b.log.Info("the bot is at work", "name", b.me.Username, "webhook", b.webhookPath != "")
			return nil
		case b.webhookPath == "":
			b.log.Warn("cannot make sure that no webhook is set", "error", err)
			return nil
		case errors.Is(err, tg.ErrorBadRequest):
			return fmt.Errorf("telegram refuses the webhook TELEGRAM_WEBHOOK_URL: %w", err)
		}
		b.log.Error("the webhook cannot be set; trying again", "error", err)
		_ = sleep(ctx, b.backoff(callTries))
	}
}

// chooseIntake tells Telegram where updates shall go: to the webhook, or to polls,
// which a webhook left over from before would keep them from.
func (b *Bot) chooseIntake(ctx context.Context) (err error) {
	if b.webhookPath == "" {
		_, err = b.api.DeleteWebhook(ctx, &tg.DeleteWebhookParams{})
		return err
	}
	_, err = b.api.SetWebhook(ctx, &tg.SetWebhookParams{
		URL: b.cfg.WebhookURL, SecretToken: b.cfg.WebhookSecret, MaxConnections: webhookConnections, AllowedUpdates: updateKinds(),
	})
	return err
}
