package main

import (
	"context"
	"net"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"youju/bot/telegramtest"
)

// freeAddress is a loopback address that nothing listens on.
func freeAddress(t *testing.T) string {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer listener.Close()
	return listener.Addr().String()
}

// eventually waits until ok, at most a minute and a half.
func eventually(t *testing.T, what string, ok func() bool) {
	t.Helper()
	for end := time.Now().Add(90 * time.Second); time.Now().Before(end); time.Sleep(50 * time.Millisecond) {
		if ok() {
			return
		}
	}
	t.Fatalf("half a minute passed and %s did not happen", what)
}

func TestServe(t *testing.T) {
	clearEnvironment(t)
	telegram := telegramtest.New(t)
	folder, addr := t.TempDir(), freeAddress(t)
	write(t, folder, "lamps.md", "# 高新区的路灯\n\n高新区今年安装路灯120台。\n")
	t.Setenv("YOUJU_ARTICLES", folder)
	t.Setenv("YOUJU_DATA", t.TempDir())
	t.Setenv("YOUJU_HTTP_ADDR", addr)
	t.Setenv("TELEGRAM_BOT_TOKEN", telegramtest.Token)
	t.Setenv("TELEGRAM_API_URL", telegram.URL())
	t.Setenv("TELEGRAM_ALLOWED_CHATS", "")

	ctx, stop := context.WithCancel(context.Background())
	var out, log buffer
	code := make(chan int, 1)
	go func() { code <- run(ctx, []string{"serve"}, environment{strings.NewReader(""), &out, &log}) }()
	defer stop()
	health := func() int {
		var out, err buffer
		return run(context.Background(), []string{"health"}, environment{nil, &out, &err})
	}
	eventually(t, "a good health", func() bool { return health() == 0 })

	li, room := telegram.Person("李")
	room.Say(li, "高新区今年安装路灯多少台？")
	if got := room.Next(t); !strings.HasPrefix(got.Text, "120台") {
		t.Errorf("answered %q", got.Text)
	}
	write(t, folder, "chargers.md", "# 高新区的充电桩\n\n高新区今年建成充电桩36个。\n")
	write(t, folder, "broken.txt", "\x00\x01\x02")
	if err := os.Remove(filepath.Join(folder, "lamps.md")); err != nil {
		t.Fatal(err)
	}
	eventually(t, "a reload of the articles", func() bool {
		return strings.Contains(log.String(), `"added":1,"removed":1`) && strings.Contains(log.String(), "broken.txt")
	})
	room.Say(li, "高新区今年建成充电桩多少个？")
	if got := room.Next(t); !strings.HasPrefix(got.Text, "36个") {
		t.Errorf("answered %q after the articles changed", got.Text)
	}

	began := time.Now()
	stop()
	select {
	case got := <-code:
		if got != 0 {
			t.Errorf("exit code %d after a stop", got)
		}
	case <-time.After(10 * time.Second):
		t.Fatal("ten seconds were not enough to stop")
	}
	t.Logf("stopped in %v", time.Since(began))
	if health() != 1 {
		t.Error("health is good after the stop")
	}
	if strings.Contains(log.String(), telegramtest.Token) || out.String() != "" {
		t.Errorf("standard output %q, log:\n%s", out.String(), log.String())
	}
}
