package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strings"
	"time"

	"youju/answer/asking"
	"youju/bot"
	"youju/store"
	"youju/web"
)

type doctorCommand struct {
	HTTPAddr string `name:"http-addr" help:"serve 的地址。" env:"YOUJU_HTTP_ADDR" default:"127.0.0.1:8080"`
	Token    string `name:"token" help:"机器人的令牌；请用环境变量给。" env:"TELEGRAM_BOT_TOKEN" placeholder:"TOKEN"`
	APIURL   string `name:"api-url" help:"Bot API 的地址。" env:"TELEGRAM_API_URL" default:"https://api.telegram.org"`
	Webhook  string `name:"webhook-url" help:"serve 用的 webhook 地址。" env:"TELEGRAM_WEBHOOK_URL" placeholder:"URL"`
}

// finding is what the doctor says of one thing: a sentence, and whether it is
// wrong.
type finding struct {
	text  string
	wrong bool
}

func well(format string, args ...any) finding  { return finding{fmt.Sprintf(format, args...), false} }
func wrong(format string, args ...any) finding { return finding{fmt.Sprintf(format, args...), true} }

// probeTime bounds the doctor's questions to Telegram.
const probeTime = 20 * time.Second

// Run looks at the token, the store, the model, the articles with their index,
// and a running serve, and says a sentence of each.
func (c *doctorCommand) Run(ctx context.Context, f *flags, env environment) error {
	bad := 0
	for _, check := range []func(context.Context, *flags, environment) finding{
		c.token, c.store, c.model, c.index, c.running,
	} {
		found := check(ctx, f, env)
		if err := ctx.Err(); err != nil {
			return err
		}
		if found.wrong {
			bad++
		}
		report(env.out, found)
	}
	if bad > 0 {
		return fmt.Errorf("%d of these are wrong", bad)
	}
	return nil
}

func report(out io.Writer, f finding) {
	sign := "✓"
	if f.wrong {
		sign = "✗"
	}
	fmt.Fprintln(out, sign, f.text)
}

func (c *doctorCommand) token(ctx context.Context, _ *flags, _ environment) finding {
	if c.Token == "" {
		return well("令牌：没有设 TELEGRAM_BOT_TOKEN，只能在终端里用。")
	}
	ctx, cancel := context.WithTimeout(ctx, probeTime)
	defer cancel()
	p, err := bot.Config{Token: c.Token, APIURL: c.APIURL}.Probe(ctx)
	switch {
	case err != nil:
		return wrong("令牌：%v。", err)
	case p.Webhook != c.Webhook && p.Webhook != "":
		return wrong("令牌：@%s 的消息被送到另一个 webhook，serve 收不到；重启 serve 会改过来，或者停掉用那个地址的程序。", p.Username)
	case p.Trouble != "":
		return wrong("令牌：@%s 的 webhook 出过错：%s（还有 %d 条没送到）。", p.Username, p.Trouble, p.Waiting)
	}
	return well("令牌：可用，机器人是 @%s，有 %d 条消息在等。", p.Username, p.Waiting)
}

func (c *doctorCommand) store(ctx context.Context, f *flags, _ environment) finding {
	path := filepath.Join(f.Data, store.FileName)
	kept, err := store.OpenReadOnly(ctx, path, store.Options{})
	switch {
	case errors.Is(err, store.ErrAbsent):
		return well("存储：%s 还没有，serve 第一次运行时会建。", path)
	case err != nil:
		return wrong("存储：%v。", err)
	}
	defer kept.Close()
	pending, err := kept.Pending(ctx)
	if err != nil {
		return wrong("存储：%v。", err)
	}
	unsent, err := kept.Unsent(ctx)
	if err != nil {
		return wrong("存储：%v。", err)
	}
	damages, err := kept.Check(ctx)
	if err != nil {
		return wrong("存储：%v。", err)
	}
	if len(damages) > 0 {
		return wrong("存储：有 %d 处损坏，例如 %s。", len(damages), damages[0].What)
	}
	return well("存储：%s 读得出来，有 %d 个问题等着回答，%d 条消息等着发出。", path, len(pending), len(unsent))
}

func (c *doctorCommand) model(ctx context.Context, f *flags, _ environment) finding {
	encoder, err := f.encoder()
	if err != nil {
		return wrong("模型：%v。", err)
	}
	vector, err := encoder.EmbedQuery(ctx, "高新区有多少家企业？")
	if err != nil {
		return wrong("模型：%v。", err)
	}
	return well("模型：%s 可用，向量有 %d 维。", encoder.Model(), len(vector))
}

func (c *doctorCommand) index(ctx context.Context, f *flags, env environment) finding {
	corpus, answerer, err := f.ready(ctx, env)
	if err != nil {
		return wrong("文章：%v。", err)
	}
	articles := corpus.Snapshot().Articles()
	if len(articles) == 0 {
		return wrong("文章：一篇也没有，什么都答不了。")
	}
	for _, example := range answerer.Examples(ctx) {
		if _, err := answerer.Answer(ctx, asking.Question{Text: example}); err != nil {
			return wrong("索引：答不了「%s」：%v。", example, err)
		}
	}
	return well("文章和索引：%d 篇，查得到。", len(articles))
}

func (c *doctorCommand) running(ctx context.Context, _ *flags, _ environment) finding {
	if err := web.Check(ctx, c.HTTPAddr); err != nil {
		return well("serve：没有在 %s 上运行。", c.HTTPAddr)
	}
	state, err := web.Ready(ctx, c.HTTPAddr)
	switch {
	case err != nil:
		return wrong("serve：%v。", err)
	case len(state.Troubles) > 0:
		return wrong("serve：在运行，但还不能回答：%s。", strings.Join(state.Troubles, "; "))
	case len(state.Notes) > 0:
		return well("serve：正在 %s 上运行，可以回答，不过：%s。", c.HTTPAddr, strings.Join(state.Notes, "; "))
	}
	return well("serve：正在 %s 上运行，可以回答。", c.HTTPAddr)
}
