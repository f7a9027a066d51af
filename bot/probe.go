package bot

import (
	"context"
	"fmt"
	"strings"
)

// Probe is what Telegram says of a bot.
type Probe struct {
	Username string
	// Webhook is where Telegram posts updates to; empty: a program polls for them.
	Webhook string
	Waiting int    // updates that nobody has taken
	Trouble string // Telegram's last with the webhook
}

// Probe asks Telegram once who the bot is; it needs Token and APIURL (and Client)
// only. Its errors hold no secret.
func (cfg Config) Probe(ctx context.Context) (Probe, error) {
	b, err := build(cfg)
	if err != nil {
		return Probe{}, err
	}
	defer b.client.CloseIdleConnections()
	var p Probe
	err = b.callOnce(ctx, func(ctx context.Context) error {
		me, err := b.api.GetMe(ctx)
		if err == nil {
			p.Username = me.Username
		}
		return err
	})
	switch {
	case refused(err):
		return p, fmt.Errorf("telegram does not know this token: %w", err)
	case err != nil:
		return p, fmt.Errorf("telegram cannot be reached: %w", err)
	}
	err = b.callOnce(ctx, func(ctx context.Context) error {
		info, err := b.api.GetWebhookInfo(ctx)
		if err == nil {
			p.Webhook, p.Waiting, p.Trouble = info.URL, info.PendingUpdateCount, strings.TrimSpace(info.LastErrorMessage)
		}
		return err
	})
	return p, err
}
