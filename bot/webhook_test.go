package bot

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"youju/bot/telegramtest"
)

// startHooked runs a bot whose updates are posted to it.
func startHooked(t *testing.T, s *telegramtest.Server, changes ...func(*Bot)) (*running, *httptest.Server) {
	t.Helper()
	mux := http.NewServeMux()
	site := httptest.NewServer(mux)
	t.Cleanup(site.Close)
	r := start(t, s, echo, append(changes, func(b *Bot) {
		b.cfg.WebhookURL, b.cfg.WebhookSecret, b.webhookPath = site.URL+"/telegram", "s3cret-S3CRET", "/telegram"
		path, handler := b.Webhook()
		mux.Handle(path, handler)
	})...)
	return r, site
}

func TestWebhookTakesWhatComes(t *testing.T) {
	s := telegramtest.New(t)
	s.Fail(telegramtest.Fault{Method: telegramtest.WebhookFault, Drop: true, Times: 5})
	s.Fail(telegramtest.Fault{Method: telegramtest.WebhookFault, DropAfter: true, Skip: 3, Times: 20})
	s.Fail(telegramtest.Fault{Method: telegramtest.WebhookFault, Delay: 30 * time.Millisecond, Skip: 5, Times: 10})
	s.Fail(telegramtest.Fault{Method: "setWebhook", Code: 500, Times: 2})
	startHooked(t, s)
	rooms := make([]*telegramtest.Room, 10)
	for i := range rooms {
		var u telegramtest.User
		u, rooms[i] = s.Person("众人")
		for n := range 4 {
			rooms[i].Say(u, fmt.Sprintf("第%d问", n))
		}
	}
	for _, room := range rooms {
		said := map[string]int{}
		for range 4 {
			text := room.Next(t).Text
			for n := range 4 {
				if q := fmt.Sprintf("第%d问", n); strings.Contains(text, q) {
					said[q]++
				}
			}
		}
		if len(said) != 4 {
			t.Errorf("answered: %v", said)
		}
	}
	soon(t, "the end of deliveries", func() bool { return len(s.Unconfirmed()) == 0 })
	for _, room := range rooms {
		if n := len(room.Sent()); n != 4 {
			t.Errorf("%d answers to 4 questions", n)
		}
	}
}

func TestWebhookTurnsAway(t *testing.T) {
	s := telegramtest.New(t)
	r, site := startHooked(t, s)
	soon(t, "the webhook", func() bool { return r.bot.atWork.Load() != nil })
	update := `{"update_id":77,"message":{"message_id":1,"date":1,"chat":{"id":5,"type":"private"},"from":{"id":5},"text":"x"}}`
	post := func(method, secret, body string) int {
		req, _ := http.NewRequestWithContext(context.Background(), method, site.URL+"/telegram", strings.NewReader(body))
		if secret != "" {
			req.Header.Set("X-Telegram-Bot-Api-Secret-Token", secret)
		}
		client := &http.Client{Transport: &http.Transport{DisableKeepAlives: true}}
		resp, err := client.Do(req)
		if err != nil {
			t.Fatal(err)
		}
		resp.Body.Close()
		return resp.StatusCode
	}
	const secret = "s3cret-S3CRET"
	for _, step := range []struct {
		method, secret, body string
		want                 int
	}{
		{"POST", "", update, 401}, {"POST", "S3CRET-s3cret", update, 401}, {"POST", secret + "x", update, 401}, {"GET", "", "", 401},
		{"GET", secret, "", 405}, {"POST", secret, "", 400}, {"POST", secret, "{}", 400}, {"POST", secret, `{"update_id":-1}`, 400},
		{"POST", secret, `{"update_id":"7"}`, 400}, {"POST", secret, "[" + strings.Repeat("[", 100_000), 400},
		{"POST", secret, `{"update_id":78,"x":"` + strings.Repeat("x", 1<<20) + `"}`, 413},
		{"POST", secret, `{"update_id":79,"message":7}`, 200}, // it would come for ever
		{"POST", secret, update, 200}, {"POST", secret, update, 200},
	} {
		if got := post(step.method, step.secret, step.body); got != step.want {
			t.Errorf("%s %q %.60s: %d, want %d", step.method, step.secret, step.body, got, step.want)
		}
	}
	if r.bot.cfg.Store.Close() != nil {
		t.Fatal("close")
	}
	if got := post("POST", secret, strings.Replace(update, "77", "80", 1)); got != 503 {
		t.Errorf("what cannot be kept is answered with %d", got)
	}
	r.stop(t)
	if got := post("POST", secret, strings.Replace(update, "77", "81", 1)); got != 503 {
		t.Errorf("after the end: %d", got)
	}
	noSecret(t, r.logs.String())
	if strings.Contains(r.logs.String(), secret) {
		t.Error("the webhook's secret stands in the log")
	}
}

func TestWebhookSettings(t *testing.T) {
	for _, c := range []struct{ url, secret, path, problem string }{
		{"", "", "", ""}, {"https://x.example", "abc", "/", ""}, {"https://x.example/a/b", "abc", "/a/b", ""},
		{"https://x.example", "", "", "SECRET"}, {"https://x.example", "a b", "", "SECRET"}, {"https://x.example", strings.Repeat("a", 257), "", "SECRET"},
		{"x.example", "abc", "", "https"}, {"https://x.example/a/b-c_d.e~/", "abc", "/a/b-c_d.e~/", ""},
		{"https://x.example/a%20b", "abc", "", "path"}, {"https://x.example/{id", "abc", "", "path"}, {"https://x.example//a", "abc", "", "path"},
		{"ftp://x.example", "abc", "", "https"}, {"https://", "abc", "", "https"},
	} {
		path, err := checkWebhook(c.url, c.secret)
		if path != c.path || (err != nil) != (c.problem != "") || err != nil && !strings.Contains(err.Error(), c.problem) {
			t.Errorf("%q, %q: %q, %v", c.url, c.secret, path, err)
		}
	}
}

func TestRefusedWebhookIsAnError(t *testing.T) {
	s := telegramtest.New(t)
	s.Fail(telegramtest.Fault{Method: "setWebhook", Code: 400, Description: "Bad Request: bad webhook: IP address 127.0.0.1 is reserved"})
	b, err := New(Config{Token: telegramtest.Token, APIURL: s.URL(), Ask: echo, Articles: articles, Store: testStore(t),
		WebhookURL: "https://127.0.0.1/x", WebhookSecret: "abc"})
	if err != nil {
		t.Fatal(err)
	}
	defer b.client.CloseIdleConnections()
	if err := b.Run(context.Background()); err == nil || !strings.Contains(err.Error(), "TELEGRAM_WEBHOOK_URL") {
		t.Errorf("got %v", err)
	}
}
