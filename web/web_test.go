package web

import (
	"context"
	"encoding/json"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"
	"time"

	vm "github.com/VictoriaMetrics/metrics"
	"go.uber.org/goleak"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// start runs a server and returns it with a function that stops it and gives
// what Run returned.
func start(t *testing.T, cfg Config) (*Server, func() error) {
	t.Helper()
	s, err := New(cfg)
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan error, 1)
	go func() { done <- s.Run(ctx) }()
	return s, func() error { cancel(); return <-done }
}

func TestHealth(t *testing.T) {
	s, stop := start(t, Config{Addr: "127.0.0.1:0", Version: "v1.2.3", Articles: func() int { return 8 }})
	defer http.DefaultClient.CloseIdleConnections()
	resp, err := http.Get("http://" + s.Addr() + "/healthz")
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	var got Health
	if err := json.NewDecoder(resp.Body).Decode(&got); err != nil {
		t.Fatal(err)
	}
	if want := (Health{"ok", "v1.2.3", 8}); resp.StatusCode != 200 || got != want {
		t.Errorf("got %d %+v, want 200 %+v", resp.StatusCode, got, want)
	}
	if err := Check(context.Background(), s.Addr()); err != nil {
		t.Errorf("Check: %v", err)
	}
	if err := stop(); err != nil {
		t.Errorf("Run: %v", err)
	}
	if err := Check(context.Background(), s.Addr()); err == nil || !strings.Contains(err.Error(), "nothing answers") {
		t.Errorf("Check of a stopped server: %v", err)
	}
}

func TestCheckEveryInterface(t *testing.T) {
	s, stop := start(t, Config{Addr: "0.0.0.0:0"})
	defer func() { _ = stop() }()
	_, port, _ := net.SplitHostPort(s.Addr())
	for _, addr := range []string{"0.0.0.0:" + port, ":" + port, "localhost:" + port} {
		if err := Check(context.Background(), addr); err != nil {
			t.Errorf("Check(%q): %v", addr, err)
		}
	}
	if err := Check(context.Background(), "nonsense"); err == nil {
		t.Error("an address without a port was taken")
	}
}

func TestCheckTellsOthersApart(t *testing.T) {
	for body, status := range map[string]int{`{"status":"ok"}`: 503, `hello`: 200, `{"status":"starting"}`: 200} {
		other := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
			w.WriteHeader(status)
			_, _ = w.Write([]byte(body))
		}))
		if err := Check(context.Background(), other.Listener.Addr().String()); err == nil {
			t.Errorf("%d %s passed as healthy", status, body)
		}
		other.Close()
	}
}

func TestStopLetsARequestFinish(t *testing.T) {
	s, err := New(Config{Addr: "127.0.0.1:0"})
	if err != nil {
		t.Fatal(err)
	}
	entered := make(chan struct{})
	s.Handle("GET /slow", http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		close(entered)
		time.Sleep(100 * time.Millisecond)
		_, _ = w.Write([]byte("done"))
	}))
	ctx, cancel := context.WithCancel(context.Background())
	stopped := make(chan error, 1)
	go func() { stopped <- s.Run(ctx) }()
	go func() { <-entered; cancel() }()
	client := &http.Client{Transport: &http.Transport{DisableKeepAlives: true}}
	resp, err := client.Get("http://" + s.Addr() + "/slow")
	if err != nil {
		t.Fatal(err)
	}
	resp.Body.Close()
	if resp.StatusCode != 200 {
		t.Errorf("status %d", resp.StatusCode)
	}
	if err := <-stopped; err != nil {
		t.Errorf("Run: %v", err)
	}
}

func TestPortInUse(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	if _, err := New(Config{Addr: l.Addr().String()}); err == nil {
		t.Error("two servers on one port")
	}
}

// fetch gives the status and body of a page.
func fetch(t *testing.T, s *Server, path string) (int, string) {
	t.Helper()
	client := &http.Client{Transport: &http.Transport{DisableKeepAlives: true}}
	resp, err := client.Get("http://" + s.Addr() + path)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	body, _ := io.ReadAll(resp.Body)
	return resp.StatusCode, string(body)
}

func TestReadiness(t *testing.T) {
	var troubles, notes []string
	s, stop := start(t, Config{Addr: "127.0.0.1:0", Troubles: func() []string { return troubles }, Notes: func() []string { return notes }})
	defer func() { _ = stop() }()
	if code, body := fetch(t, s, "/readyz"); code != 200 || body != `{"status":"ready","troubles":[],"notes":[]}`+"\n" {
		t.Errorf("got %d %s", code, body)
	}
	notes = []string{"vectors are being made"}
	if code, body := fetch(t, s, "/readyz"); code != 200 || body != `{"status":"ready","troubles":[],"notes":["vectors are being made"]}`+"\n" {
		t.Errorf("got %d %s", code, body)
	}
	troubles = []string{"another program polls"}
	if code, body := fetch(t, s, "/readyz"); code != 503 || body != `{"status":"not ready","troubles":["another program polls"],"notes":["vectors are being made"]}`+"\n" {
		t.Errorf("got %d %s", code, body)
	}
	if got, err := Ready(context.Background(), s.Addr()); err != nil || !slices.Equal(got.Troubles, troubles) || !slices.Equal(got.Notes, notes) {
		t.Errorf("told of %v, %v", got, err)
	}
	if code, _ := fetch(t, s, "/healthz"); code != 200 {
		t.Errorf("a program that is not ready lives all the same: %d", code)
	}
	if code, _ := fetch(t, s, "/metrics"); code != 404 {
		t.Errorf("metrics without any: %d", code)
	}
}

func TestMetrics(t *testing.T) {
	registry := vm.NewSet()
	registry.NewCounter("youju_questions_total").Add(3)
	s, stop := start(t, Config{Addr: "127.0.0.1:0", Metrics: registry})
	defer func() { _ = stop() }()
	if code, body := fetch(t, s, "/metrics"); code != 200 || !strings.Contains(body, "youju_questions_total 3\n") {
		t.Errorf("got %d %s", code, body)
	}
}
