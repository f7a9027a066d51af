package main

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"youju/bot/telegramtest"
	"youju/store"
)

func TestDoctor(t *testing.T) {
	clearEnvironment(t)
	folder, data := t.TempDir(), t.TempDir()
	write(t, folder, "lamps.md", "# 高新区的路灯\n\n高新区今年安装路灯120台。\n")
	t.Setenv("YOUJU_ARTICLES", folder)
	t.Setenv("YOUJU_DATA", data)
	t.Setenv("YOUJU_HTTP_ADDR", freeAddress(t))
	doctor := func() (code int, out string) {
		var o, e buffer
		code = run(context.Background(), []string{"doctor"}, environment{nil, &o, &e})
		return code, o.String() + e.String()
	}
	code, out := doctor()
	if code != 0 || strings.Count(out, "✓") != 5 || !strings.Contains(out, "没有设 TELEGRAM_BOT_TOKEN") {
		t.Errorf("exit code %d:\n%s", code, out)
	}

	telegram := telegramtest.New(t)
	t.Setenv("TELEGRAM_API_URL", telegram.URL())
	t.Setenv("TELEGRAM_BOT_TOKEN", telegramtest.Token)
	kept, err := store.Open(context.Background(), filepath.Join(data, store.FileName), store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := kept.Journal(context.Background(), store.Update{ID: 1, Body: []byte("{}")}); err != nil {
		t.Fatal(err)
	}
	code, out = doctor() // beside a writer
	if code != 0 || !strings.Contains(out, "@"+telegram.Me().Username) || !strings.Contains(out, "有 1 个问题等着回答") {
		t.Errorf("exit code %d:\n%s", code, out)
	}
	if err := kept.Close(); err != nil {
		t.Fatal(err)
	}

	for _, wrong := range []struct {
		make func()
		want string
	}{
		{func() { t.Setenv("TELEGRAM_BOT_TOKEN", "123456789:wrong-wrong-wrong-wrong") }, "does not know this token"},
		{func() {
			t.Setenv("TELEGRAM_BOT_TOKEN", telegramtest.Token)
			telegram.SetWebhook("https://x.example/elsewhere")
		}, "另一个 webhook"},
		{func() { t.Setenv("TELEGRAM_API_URL", "http://127.0.0.1:1") }, "cannot be reached"},
		{func() { t.Setenv("YOUJU_EMBED_URL", "http://127.0.0.1:1") }, "✗ 模型："},
		{func() { t.Setenv("YOUJU_EMBED_URL", ""); _ = os.Remove(filepath.Join(folder, "lamps.md")) }, "✗ 文章："},
		{func() { _ = os.WriteFile(filepath.Join(data, store.FileName), []byte("no database"), 0o600) }, "✗ 存储："},
	} {
		wrong.make()
		if code, out := doctor(); code != 1 || !strings.Contains(out, wrong.want) || strings.Contains(out, "wrong-wrong") {
			t.Errorf("exit code %d, want %q in:\n%s", code, wrong.want, out)
		}
	}
}
