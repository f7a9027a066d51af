// Package bot is the way in and out of Telegram: updates become questions,
// answers become messages that prove each figure. It polls or takes what is posted
// to it, journals before it confirms, keeps the order of a chat, obeys Telegram's
// limits, and never lets the token out.
package bot

import (
	"context"
	"errors"
	"log/slog"
	"net/http"
	"regexp"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	vm "github.com/VictoriaMetrics/metrics"
	tg "github.com/go-telegram/bot"
	"github.com/go-telegram/bot/models"
	"golang.org/x/net/http/httpproxy"

	"youju/answer/asking"
	"youju/answer/check"
	"youju/answer/say"
	"youju/news"
	"youju/retrieval/ledger"
	"youju/store"
)

const (
	defaultAPIURL = "https://api.telegram.org"
	askTimeout    = time.Minute
	drainTime     = 8 * time.Second // then what is left stays in the store
	finalTime     = time.Second     // for what is under way at that moment
	typingEvery   = 4500 * time.Millisecond
	patience      = 500 * time.Millisecond // before the first retry
)

// Config is what a bot needs. Token, Store, Ask and Articles must be set.
type Config struct {
	Token        string
	APIURL       string  // of the Bot API; Telegram's own by default
	AllowedChats []int64 // who may ask; empty: everyone
	Limits       Limits
	// WebhookURL is where Telegram shall post updates to, which must lead to
	// Webhook; empty: they are polled for. WebhookSecret is what shows that it is
	// Telegram who posts.
	WebhookURL, WebhookSecret string
	// Client talks to Telegram; by default one that obeys HTTPS_PROXY.
	Client *http.Client
	// Store keeps updates, answers and conversations; open for writing.
	Store *store.Store
	// Ask answers a question; its context ends after a minute.
	Ask func(context.Context, asking.Question) (say.Answer, error)
	// Check compares the figures of a text with the articles; its context ends after
	// a minute. Nil: there is no /check.
	Check func(ctx context.Context, text string) ([]check.Checked, error)
	// Articles are those being served now. The slice is only read.
	Articles func() []news.Article
	// Ledger holds the figures of the articles; nil: there is no /figures. It may be
	// waited for.
	Ledger func() *ledger.Ledger
	// Examples are questions to try, which the articles can answer; may be nil.
	Examples func() []string
	// Indexing says that words alone decide what is found, since vectors are being
	// made; who is refused is told. Nil: never.
	Indexing func() bool
	Clock    func() time.Time // time.Now by default
	Metrics  *vm.Set          // may be nil
	Log      *slog.Logger     // may be nil
	LogTexts bool             // questions may stand in the log
}

// Bot serves one Telegram bot.
type Bot struct {
	cfg         Config
	api         *tg.Bot
	client      *http.Client
	apiURL      string
	token       string
	webhookPath string // empty: it polls
	mask        mask
	log         *slog.Logger
	now         func() time.Time
	me          models.User // known once Run has met Telegram
	inlineMode  bool        // so is that people may ask as in "@bot question"
	pace        *pace
	budgets     *budgets
	metrics     *metrics
	troubles    troubles
	atWork      atomic.Pointer[shift] // nil while the webhook may not take updates

	typed typed

	patience, typingEvery, askTimeout, drainTime, progressAfter, draftEvery, inlineWait, calm time.Duration
}

var tokenForm = regexp.MustCompile(`^[0-9]+:[A-Za-z0-9_-]+$`)

// New checks the configuration; it does not use the network. No error of it or
// of Run holds the token.
func New(cfg Config) (*Bot, error) {
	if cfg.Ask == nil || cfg.Articles == nil || cfg.Store == nil {
		return nil, errors.New("bot: Store, Ask and Articles must be set")
	}
	return build(cfg)
}

func build(cfg Config) (*Bot, error) {
	token := strings.TrimSpace(cfg.Token)
	if !tokenForm.MatchString(token) {
		return nil, errors.New("the Telegram token is not of the form 123456:ABC-def; @BotFather gives one")
	}
	apiURL, err := checkAPIURL(cfg.APIURL)
	if err != nil {
		return nil, err
	}
	webhookPath, err := checkWebhook(cfg.WebhookURL, cfg.WebhookSecret)
	if err != nil {
		return nil, err
	}
	proxies := httpproxy.FromEnvironment()
	if cfg.Client == nil {
		if cfg.Client, err = newClient(proxies); err != nil {
			return nil, err
		}
	}
	b := &Bot{
		client: cfg.Client, apiURL: apiURL, token: token, webhookPath: webhookPath,
		mask:  newMask([]string{token, cfg.WebhookSecret}, proxies.HTTPSProxy, proxies.HTTPProxy, apiURL),
		typed: typed{last: map[int64]int64{}}, inlineWait: inlineWait,
		patience: patience, typingEvery: typingEvery, askTimeout: askTimeout, drainTime: drainTime,
		progressAfter: progressAfter, draftEvery: draftEvery, calm: calm,
	}
	b.equip(cfg)
	b.api, err = tg.New(token, tg.WithSkipGetMe(), tg.WithServerURL(apiURL), tg.WithHTTPClient(time.Minute, b.client),
		tg.WithErrorsHandler(func(err error) { b.log.Warn("telegram client", "error", err) }))
	return b, b.mask.err(err)
}

// equip gives the bot what defaults may stand in for.
func (b *Bot) equip(cfg Config) {
	if cfg.Log == nil {
		cfg.Log = slog.New(slog.DiscardHandler)
	}
	if cfg.Clock == nil {
		cfg.Clock = time.Now
	}
	cfg.Limits = cfg.Limits.orDefaults()
	b.cfg, b.now, b.log = cfg, cfg.Clock, slog.New(b.mask.handler(cfg.Log.Handler()))
	b.pace, b.budgets = newPace(cfg.Limits), newBudgets(cfg.Limits.Questions, cfg.Clock)
	b.troubles.set(troubleStart, true)
	b.metrics = newMetrics(cfg.Metrics)
}

// Run serves until ctx ends, then finishes what it has taken in, for at most ten
// seconds; what is not finished then, or at a crash, is taken up by the next Run.
// It waits out a Telegram that cannot be reached; it returns an error when the
// token is refused.
func (b *Bot) Run(ctx context.Context) error {
	if err := b.meet(ctx); err != nil || ctx.Err() != nil {
		return err
	}
	b.troubles.set(troubleStart, false)
	taking, stop := context.WithCancel(ctx)
	s := b.newShift(taking)
	defer s.finish()
	defer stop()
	var menu sync.WaitGroup
	defer menu.Wait()
	defer stop()
	menu.Go(func() { b.setMenus(taking) })
	if err := s.resume(); ctx.Err() != nil { // a stop in its midst: what is left waits for the next start
		return nil
	} else if err != nil {
		return err
	}
	if b.webhookPath == "" {
		return s.poll()
	}
	b.atWork.Store(s)
	defer b.atWork.Store(nil)
	<-ctx.Done()
	return nil
}

// setMenus is repeated at each start; a bot without its menu still answers.
func (b *Bot) setMenus(ctx context.Context) {
	for _, menu := range menus {
		err := b.call(ctx, func(ctx context.Context) error {
			_, err := b.api.SetMyCommands(ctx, &tg.SetMyCommandsParams{Commands: commands(menu.speaks), LanguageCode: menu.code})
			return err
		})
		if err != nil && ctx.Err() == nil {
			b.log.Warn("cannot set the menu of commands", "language", menu.code, "error", err)
		}
	}
}
