package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"strconv"
	"strings"
	"time"

	"golang.org/x/sync/errgroup"

	"youju/bot"
	"youju/news"
	"youju/web"
)

type serveCommand struct {
	HTTPAddr string  `name:"http-addr" help:"网页服务的地址。" env:"YOUJU_HTTP_ADDR" default:"127.0.0.1:8080"`
	Token    string  `name:"token" help:"机器人的令牌；请用环境变量给。" env:"TELEGRAM_BOT_TOKEN" placeholder:"TOKEN"`
	APIURL   string  `name:"api-url" help:"Bot API 的地址。" env:"TELEGRAM_API_URL" default:"https://api.telegram.org"`
	Allowed  chatIDs `name:"allowed-chats" help:"允许使用的聊天 ID，逗号分隔；不填则人人可用。" env:"TELEGRAM_ALLOWED_CHATS" placeholder:"ID,…"`
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

// watchEvery is how often the article folders are looked at.
const watchEvery = 2 * time.Second

// Run serves until ctx ends: the bot, the web server and the watch over the
// article folders; the first to fail ends the others.
func (c *serveCommand) Run(ctx context.Context, f *flags, env environment) error {
	if c.Token == "" {
		return errors.New("set TELEGRAM_BOT_TOKEN to the token that @BotFather gave you")
	}
	log := slog.New(slog.NewTextHandler(env.err, nil))
	corpus, answerer, err := f.ready(ctx, env)
	if ctx.Err() != nil { // told to stop before it was up
		return nil
	}
	if err != nil {
		return err
	}
	articles := func() []news.Article { return corpus.Snapshot().Articles() }
	telegram, err := bot.New(bot.Config{
		Token: c.Token, APIURL: c.APIURL, AllowedChats: c.Allowed, Log: log,
		Ask: answerer.Answer, Articles: articles, Examples: func() []string { return answerer.Examples(ctx) },
	})
	if err != nil {
		return fmt.Errorf("set up the bot: %w", err)
	}
	server, err := web.New(web.Config{Addr: c.HTTPAddr, Version: version, Articles: func() int { return len(articles()) }, Log: log})
	if err != nil {
		return fmt.Errorf("set up the web server: %w", err)
	}
	log.Info("serving", "articles", len(articles()), "http", server.Addr())
	return together(ctx, telegram.Run, server.Run, func(ctx context.Context) error {
		if len(f.Articles) > 0 {
			corpus.Watch(ctx, f.Articles, watchEvery, log)
		}
		return nil
	})
}

// together runs all until ctx ends or one fails.
func together(ctx context.Context, all ...func(context.Context) error) error {
	group, ctx := errgroup.WithContext(ctx)
	for _, run := range all {
		group.Go(func() error { return run(ctx) })
	}
	return group.Wait()
}

type healthCommand struct {
	HTTPAddr string `name:"http-addr" help:"serve 的地址。" env:"YOUJU_HTTP_ADDR" default:"127.0.0.1:8080"`
}

// Run asks the running serve.
func (c *healthCommand) Run(ctx context.Context) error { return web.Check(ctx, c.HTTPAddr) }
