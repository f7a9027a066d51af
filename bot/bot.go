// Package bot is the way in and out of Telegram: updates become questions,
// answers become messages that prove each figure. It polls, keeps the order of a
// chat, and never lets the token out.
package bot

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"regexp"
	"strings"
	"sync"
	"time"

	tg "github.com/go-telegram/bot"
	"github.com/go-telegram/bot/models"
	"golang.org/x/net/http/httpproxy"

	"youju/answer"
	"youju/news"
)

const (
	defaultAPIURL = "https://api.telegram.org"
	workers       = 16   // questions answered at once
	waitingMost   = 1000 // updates in memory; more stay with Telegram
	askTimeout    = time.Minute
	drainTime     = 8 * time.Second // then what is left is given up
	finalTime     = time.Second     // for the last words of a stop
	typingEvery   = 4500 * time.Millisecond
	patience      = 500 * time.Millisecond // before the first retry
)

// Config is what a bot needs. Token, Ask and Articles must be set.
type Config struct {
	Token        string
	APIURL       string  // of the Bot API; Telegram's own by default
	AllowedChats []int64 // who may ask; empty: everyone
	// Client talks to Telegram; by default one that obeys HTTPS_PROXY.
	Client *http.Client
	// Ask answers a question; its context ends after a minute.
	Ask func(context.Context, answer.Question) (answer.Answer, error)
	// Articles are those being served now. The slice is only read.
	Articles func() []news.Article
	// Examples are questions to try, which the articles can answer; may be nil.
	Examples func() []string
	Log      *slog.Logger // may be nil
}

// Bot serves one Telegram bot.
type Bot struct {
	cfg    Config
	api    *tg.Bot
	client *http.Client
	apiURL string
	token  string
	mask   mask
	log    *slog.Logger
	talks  *talks
	me     models.User // known once Run has met Telegram

	strangersMu sync.Mutex
	strangers   map[int64]bool // chats that were told so

	patience, typingEvery, askTimeout, drainTime time.Duration
}

var tokenForm = regexp.MustCompile(`^[0-9]+:[A-Za-z0-9_-]+$`)

// New checks the configuration; it does not use the network. No error of it or
// of Run holds the token.
func New(cfg Config) (*Bot, error) {
	token := strings.TrimSpace(cfg.Token)
	if !tokenForm.MatchString(token) {
		return nil, errors.New("the Telegram token is not of the form 123456:ABC-def; @BotFather gives one")
	}
	if cfg.Ask == nil || cfg.Articles == nil {
		return nil, errors.New("bot: Ask and Articles must be set")
	}
	apiURL, err := checkAPIURL(cfg.APIURL)
	if err != nil {
		return nil, err
	}
	proxies := httpproxy.FromEnvironment()
	client := cfg.Client
	if client == nil {
		if client, err = newClient(proxies); err != nil {
			return nil, err
		}
	}
	b := &Bot{
		cfg: cfg, client: client, apiURL: apiURL, token: token,
		mask: newMask(token, proxies.HTTPSProxy, proxies.HTTPProxy, apiURL), talks: newTalks(time.Now), strangers: map[int64]bool{},
		patience: patience, typingEvery: typingEvery, askTimeout: askTimeout, drainTime: drainTime,
	}
	b.log = slog.New(b.mask.handler(slog.DiscardHandler))
	if cfg.Log != nil {
		b.log = slog.New(b.mask.handler(cfg.Log.Handler()))
	}
	b.api, err = tg.New(token, tg.WithSkipGetMe(), tg.WithServerURL(apiURL), tg.WithHTTPClient(time.Minute, client),
		tg.WithErrorsHandler(func(err error) { b.log.Warn("telegram client", "error", err) }))
	return b, b.mask.err(err)
}

// Run serves until ctx ends, then finishes what it has taken in, for at most ten
// seconds. It waits out a Telegram that cannot be reached; it returns an error
// when the token is refused. What was taken in and not finished when the
// process dies is lost: it waits in memory only.
func (b *Bot) Run(ctx context.Context) error {
	if err := b.meet(ctx); err != nil || ctx.Err() != nil {
		return err
	}
	polling, stop := context.WithCancel(ctx)
	var menu sync.WaitGroup
	defer menu.Wait()
	defer stop()
	menu.Go(func() { b.setMenus(polling) })
	work, giveUp := context.WithCancel(context.WithoutCancel(ctx))
	defer giveUp()
	q := newQueues(workers, waitingMost)
	offset, err := b.poll(ctx, func(ctx context.Context, u update) error {
		return q.push(ctx, u.chat(), func() { b.handle(work, u) })
	})
	b.finish(q, giveUp, offset)
	if err != nil {
		return fmt.Errorf("telegram refuses the token: %w", err)
	}
	return nil
}

// meet learns who the bot is, however long Telegram is away, and takes a webhook
// off that would keep updates from coming.
func (b *Bot) meet(ctx context.Context) error {
	for try := 1; ctx.Err() == nil; try++ {
		err := b.callOnce(ctx, func(ctx context.Context) error {
			me, err := b.api.GetMe(ctx)
			if err == nil {
				b.me = *me
			}
			return err
		})
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
	err := b.call(ctx, func(ctx context.Context) error {
		_, err := b.api.DeleteWebhook(ctx, &tg.DeleteWebhookParams{})
		return err
	})
	if ctx.Err() != nil {
		return nil
	}
	if err != nil {
		b.log.Warn("cannot make sure that no webhook is set", "error", err)
	}
	b.log.Info("the bot is at work", "name", b.me.Username)
	return nil
}

// setMenus is repeated at each start; a bot without its menu still answers.
func (b *Bot) setMenus(ctx context.Context) {
	for _, menu := range menus() {
		err := b.call(ctx, func(ctx context.Context) error {
			_, err := b.api.SetMyCommands(ctx, &tg.SetMyCommandsParams{Commands: menu.commands, LanguageCode: menu.code})
			return err
		})
		if err != nil && ctx.Err() == nil {
			b.log.Warn("cannot set the menu of commands", "language", menu.code, "error", err)
		}
	}
}

// finish waits for the updates that were taken in. When all are done it confirms
// the last of them; otherwise Telegram gives those again after the next start,
// since a double is better than a loss.
func (b *Bot) finish(q *queues, giveUp context.CancelFunc, offset int64) {
	done := make(chan struct{})
	go func() {
		defer close(done)
		q.drain()
	}()
	select {
	case <-done:
	case <-time.After(b.drainTime):
		b.log.Error("stopped before all was answered", "unfinished", q.unfinished())
		giveUp()
		select {
		case <-done:
		case <-time.After(finalTime):
		}
		return
	}
	if offset == 0 {
		return
	}
	ctx, cancel := context.WithTimeout(context.Background(), finalTime)
	defer cancel()
	if _, err := b.getUpdates(ctx, offset, 0); err != nil {
		b.log.Warn("the last updates could not be confirmed and will come again", "error", err)
	}
}
