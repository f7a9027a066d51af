package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"golang.org/x/sync/errgroup"

	"youju/answer/check"
	"youju/bot"
	"youju/cli"
	"youju/garbage"
	"youju/news"
	"youju/retrieval/ledger"
	"youju/store"
	"youju/web"
)

type serveCommand struct {
	HTTPAddr string  `name:"http-addr" help:"网页服务的地址。" env:"YOUJU_HTTP_ADDR" default:"127.0.0.1:8080"`
	Token    string  `name:"token" help:"机器人的令牌；请用环境变量给，命令行别人看得到。" env:"TELEGRAM_BOT_TOKEN" placeholder:"TOKEN"`
	APIURL   string  `name:"api-url" help:"Bot API 的地址。" env:"TELEGRAM_API_URL" default:"https://api.telegram.org"`
	Allowed  chatIDs `name:"allowed-chats" help:"允许使用的聊天 ID，逗号分隔；不填则人人可用。" env:"TELEGRAM_ALLOWED_CHATS" placeholder:"ID,…"`

	WebhookURL    string `name:"webhook-url" help:"让 Telegram 把消息送到这个 https 地址；不填则由机器人去取。" env:"TELEGRAM_WEBHOOK_URL" placeholder:"URL"`
	WebhookSecret string `name:"webhook-secret" help:"送来的消息要带的密钥；请用环境变量给。" env:"TELEGRAM_WEBHOOK_SECRET" placeholder:"SECRET"`

	UserBudget int `name:"user-budget" help:"每人每分钟最多提几个问题。" env:"YOUJU_USER_BUDGET" default:"20"`
	ChatRate   int `name:"chat-rate" help:"一个聊天里每秒最多发几条。" env:"YOUJU_CHAT_RATE" default:"1"`
	GroupRate  int `name:"group-rate" help:"一个群里每分钟最多发几条。" env:"YOUJU_GROUP_RATE" default:"20"`
	SendRate   int `name:"send-rate" help:"全部加起来每秒最多发几条。" env:"YOUJU_SEND_RATE" default:"30"`

	KeepDays  int    `name:"keep-days" help:"对话和提问记录保存几天。" env:"YOUJU_KEEP_DAYS" default:"30"`
	LogFormat string `name:"log-format" help:"日志的格式：text、json，或 auto：终端上 text，否则 json。" env:"YOUJU_LOG_FORMAT" enum:"auto,text,json" default:"auto"`
	LogTexts  bool   `name:"log-texts" help:"把提问的原话也写进日志。" env:"YOUJU_LOG_TEXTS"`
}

// chatIDs reads "1, -2": spaces are what people type after a comma.
type chatIDs []int64

// UnmarshalText takes whole numbers with commas between them, or nothing.
func (ids *chatIDs) UnmarshalText(text []byte) error {
	for _, field := range strings.FieldsFunc(string(text), func(r rune) bool { return r == ',' || r == ' ' }) {
		id, err := strconv.ParseInt(field, 10, 64)
		if err != nil {
			return fmt.Errorf("%q is not a chat's id, a whole number", field)
		}
		*ids = append(*ids, id)
	}
	return nil
}

const purgeEvery = time.Hour // that what is too old is removed

// Run serves until ctx ends: the bot, the web server and the watch over the
// article folders; the first to fail ends the others.
func (c *serveCommand) Run(ctx context.Context, f *flags, env environment) (err error) {
	if c.Token == "" {
		return errors.New("set TELEGRAM_BOT_TOKEN to the token that @BotFather gave you")
	}
	noCoreDump()
	log := newLog(env.err, c.LogFormat)
	c.warnOfArguments(log, f.EmbedKey)
	kept, err := store.Open(ctx, filepath.Join(f.Data, store.FileName), store.Options{Keep: time.Duration(c.KeepDays) * 24 * time.Hour, Log: log})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, kept.Close()) }()
	corpus, articles, err := f.gather(ctx, env, loudly(kept, log))
	if err == nil {
		defer corpus.Close()
		err = f.begin(ctx, corpus, articles, log)
	}
	if ctx.Err() != nil { // told to stop before it was up
		return nil
	}
	if err != nil {
		return err
	}
	answerer, err := f.answerer(corpus)
	if err != nil {
		return err
	}
	return c.serve(ctx, service{f, log, kept, corpus, answerer})
}

func (c *serveCommand) serve(ctx context.Context, s service) error {
	articles := func() []news.Article { return s.corpus.Snapshot().Articles() }
	registry := newRegistry(s.corpus)
	ask := cli.Ask(s.answerer.Answer)
	if s.flags.EmbedURL == "" { // a remote encoder is waited for
		ask = inTurn(ask)
	}
	telegram, err := bot.New(bot.Config{
		Token: c.Token, APIURL: c.APIURL, AllowedChats: c.Allowed, WebhookURL: c.WebhookURL, WebhookSecret: c.WebhookSecret,
		Limits: bot.Limits{Chat: c.ChatRate, Group: c.GroupRate, All: c.SendRate, Questions: c.UserBudget},
		Store:  s.store, Log: s.log, LogTexts: c.LogTexts, Metrics: registry,
		Ask: ask, Articles: articles,
		Check: func(ctx context.Context, text string) ([]check.Checked, error) {
			return check.Text(ctx, s.corpus, text)
		},
		Ledger:   func() *ledger.Ledger { return s.corpus.Snapshot().Ledger() },
		Examples: func() []string { return s.answerer.Examples(ctx) },
		Indexing: s.indexing,
	})
	if err != nil {
		return fmt.Errorf("set up the bot: %w", err)
	}
	server, err := web.New(web.Config{Addr: c.HTTPAddr, Version: version, Articles: func() int { return len(articles()) },
		Troubles: telegram.Troubles, Notes: s.notes, Metrics: registry, Log: s.log})
	if err != nil {
		return fmt.Errorf("set up the web server: %w", err)
	}
	if path, hook := telegram.Webhook(); hook != nil {
		server.Handle(path, hook)
	}
	s.log.Info("serving", "articles", len(articles()), "http", server.Addr())
	return together(ctx, telegram.Run, server.Run, s.purge, s.follow, garbage.Tune)
}

// purge removes what is older than it is to be kept, at the start and every hour.
func (s service) purge(ctx context.Context) error {
	for tick := time.NewTicker(purgeEvery); ; {
		removed, err := s.store.Purge(ctx)
		switch {
		case err != nil && ctx.Err() == nil:
			s.log.Error("old conversations cannot be removed", "error", err)
		case removed > 0:
			s.log.Info("old conversations were removed", "rows", removed)
		}
		select {
		case <-tick.C:
		case <-ctx.Done():
			tick.Stop()
			return nil
		}
	}
}

// warnOfArguments: arguments can be read by everyone on the machine.
func (c *serveCommand) warnOfArguments(log *slog.Logger, embedKey string) {
	for _, secret := range []string{c.Token, c.WebhookSecret, embedKey} {
		if secret != "" && slices.ContainsFunc(os.Args, func(arg string) bool { return strings.Contains(arg, secret) }) {
			log.Warn("a secret stands on the command line, where every user of this machine can read it; use the environment variable")
		}
	}
}

// together runs all until ctx ends or one fails.
func together(ctx context.Context, all ...func(context.Context) error) error {
	group, ctx := errgroup.WithContext(ctx)
	for _, task := range all {
		group.Go(func() error { return task(ctx) })
	}
	return group.Wait()
}

type healthCommand struct {
	HTTPAddr string `name:"http-addr" help:"serve 的地址。" env:"YOUJU_HTTP_ADDR" default:"127.0.0.1:8080"`
}

// Run asks the running serve.
func (c *healthCommand) Run(ctx context.Context) error { return web.Check(ctx, c.HTTPAddr) }
