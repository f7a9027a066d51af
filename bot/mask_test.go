package bot

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	tg "github.com/go-telegram/bot"
	"golang.org/x/net/http/httpproxy"

	"youju/bot/telegramtest"
)

func handlerURL(t *testing.T, h http.Handler) string {
	s := httptest.NewServer(h)
	t.Cleanup(s.Close)
	return s.URL
}

// unreachable fails as a dialer may that tells all it knows.
type unreachable struct{}

func (unreachable) RoundTrip(r *http.Request) (*http.Response, error) {
	_ = r.Body.Close()
	return nil, fmt.Errorf("no way to %s with %v", r.URL, r.Header)
}

// failEveryCall makes each kind of call once and looks at what comes out.
func failEveryCall(t *testing.T, url string, client *http.Client) {
	t.Helper()
	out := &logs{}
	b, err := New(Config{Token: telegramtest.Token, APIURL: url, Client: client, Ask: echo, Articles: articles, Store: testStore(t),
		Log: slog.New(slog.NewJSONHandler(out, &slog.HandlerOptions{Level: slog.LevelDebug}))})
	if err != nil {
		t.Fatal(err)
	}
	b.patience = time.Microsecond
	defer b.client.CloseIdleConnections()
	ctx, cancel := context.WithTimeout(context.Background(), 3*time.Second)
	defer cancel()
	_, pollErr := b.getUpdates(ctx, 1, 0)
	_, sendErr := b.newShift(ctx).deliver(methodSend, []byte(`{"chat_id":1,"text":"x"}`), nil)
	calls := map[string]error{
		"getUpdates": pollErr,
		"getMe":      b.call(ctx, func(ctx context.Context) error { _, err := b.api.GetMe(ctx); return err }),
		"send":       sendErr,
	}
	b.setMenus(ctx)
	b.showTyping(ctx, place{chat: 1})
	for name, err := range calls {
		b.log.Error("failed", "error", err, slog.Group("group", "error", err, "url", url+"/bot"+telegramtest.Token))
		b.log.With("error", err).WithGroup("group").Warn(fmt.Sprint(err), "any", []any{err, telegramtest.Token})
		text := fmt.Sprintf("%v %+v %#v %q", err, err, err, err)
		if err == nil && strings.Contains(url, "127.0.0.1:1") {
			t.Errorf("%s went well", name)
		}
		noSecret(t, text)
	}
	noSecret(t, out.String())
	if !strings.Contains(out.String(), "***") {
		t.Error("nothing was masked: the test tests nothing")
	}
}

func TestMaskKeepsWhatAnErrorIs(t *testing.T) {
	m := newMask([]string{telegramtest.Token})
	err := m.err(fmt.Errorf("call /bot%s: %w", telegramtest.Token, &tg.TooManyRequestsError{Message: telegramtest.Token, RetryAfter: 7}))
	var flood *tg.TooManyRequestsError
	if !errors.As(err, &flood) || flood.RetryAfter != 7 {
		t.Error("errors.As does not see through the mask")
	}
	if err := m.err(fmt.Errorf("%s: %w", telegramtest.Token, context.Canceled)); !errors.Is(err, context.Canceled) {
		t.Error("errors.Is does not see through the mask")
	}
	if err := m.err(context.Canceled); !errors.Is(err, context.Canceled) || err.Error() != context.Canceled.Error() {
		t.Errorf("an error without a secret was changed to %v", err)
	}
}

func TestMaskHidesAProxysPassword(t *testing.T) {
	for _, proxy := range []string{"http://someone:s3cr%40t-word@127.0.0.1:1", "someone:s3cr%40t-word@127.0.0.1:1", "socks5://someone:s3cr%40t-word@127.0.0.1:1", "ht tp://someone:s3cr%40t-word@x"} {
		m := newMask([]string{telegramtest.Token}, proxy)
		for _, text := range []string{proxy, "password s3cr%40t-word", "password s3cr@t-word"} {
			if got := m.text(text); strings.Contains(got, "s3cr") {
				t.Errorf("%q became %q", text, got)
			}
		}
		if _, err := newClient(&httpproxy.Config{HTTPSProxy: proxy}); err != nil && strings.Contains(err.Error(), "s3cr") {
			t.Errorf("told: %v", err)
		}
	}
}

func TestNewRefusesWithoutTelling(t *testing.T) {
	for _, cfg := range []Config{
		{Token: ""}, {Token: "no-colon-secret-secret"}, {Token: "12:secret secret/../x"}, {Token: telegramtest.Token, APIURL: "ftp://u:secret-secret@x"},
		{Token: telegramtest.Token, APIURL: "://secret-secret"},
	} {
		cfg.Ask, cfg.Articles, cfg.Store = echo, articles, testStore(t)
		if _, err := New(cfg); err == nil || strings.Contains(err.Error(), "secret") {
			t.Errorf("%+v: %v", cfg.APIURL, err)
		}
	}
	if _, err := New(Config{Token: " " + telegramtest.Token + "\n", Ask: echo, Articles: articles, Store: testStore(t)}); err != nil {
		t.Errorf("space around a token: %v", err)
	}
}
