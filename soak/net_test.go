package soak

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"youju/bot/telegramtest"
)

// toxiproxy stands between the program and Telegram.
type toxiproxy struct {
	t    *testing.T
	api  string // address of its own interface
	addr string // where the program connects to
}

// toxiproxyServer is the built server, from PATH or from the module.
func toxiproxyServer(t *testing.T) string {
	t.Helper()
	if path, err := exec.LookPath("toxiproxy-server"); err == nil {
		return path
	}
	folder := t.TempDir()
	ctx, cancel := context.WithTimeout(context.Background(), 4*time.Minute)
	defer cancel()
	install := exec.CommandContext(ctx, "go", "install", "github.com/Shopify/toxiproxy/v2/cmd/server@v2.5.0")
	install.Env = append(os.Environ(), "GOBIN="+folder, "CGO_ENABLED=0")
	install.Dir = folder // the module's own versions, not this one's
	if out, err := install.CombinedOutput(); err != nil {
		t.Skipf("skipped: toxiproxy cannot be built: %v\n%s", err, out)
	}
	return filepath.Join(folder, "server")
}

func newToxiproxy(t *testing.T, upstream string) *toxiproxy {
	t.Helper()
	x := &toxiproxy{t: t, api: freeAddress(t), addr: freeAddress(t)}
	host, port, _ := strings.Cut(x.api, ":")
	cmd := exec.Command(toxiproxyServer(t), "-host", host, "-port", port)
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = cmd.Process.Kill(); _ = cmd.Wait() })
	eventually(t, 10*time.Second, "toxiproxy", func() bool { return x.call("GET", "/version", nil) == nil })
	x.must("POST", "/proxies", map[string]any{"name": "telegram", "listen": x.addr, "upstream": upstream, "enabled": true})
	return x
}

func (x *toxiproxy) call(method, path string, body any) error {
	raw, _ := json.Marshal(body)
	req, err := http.NewRequest(method, "http://"+x.api+path, bytes.NewReader(raw))
	if err != nil {
		return err
	}
	client := &http.Client{Transport: &http.Transport{DisableKeepAlives: true}, Timeout: 5 * time.Second}
	resp, err := client.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if text, _ := io.ReadAll(resp.Body); resp.StatusCode > 299 {
		return fmt.Errorf("%s %s: %s %s", method, path, resp.Status, text)
	}
	return nil
}

func (x *toxiproxy) must(method, path string, body any) {
	x.t.Helper()
	if err := x.call(method, path, body); err != nil {
		x.t.Fatal(err)
	}
}

// poison makes the way bad, in both directions where none is named.
func (x *toxiproxy) poison(kind, stream string, attributes map[string]any) (cure func()) {
	x.t.Helper()
	streams := []string{stream}
	if stream == "" {
		streams = []string{"upstream", "downstream"}
	}
	for _, one := range streams {
		x.must("POST", "/proxies/telegram/toxics", map[string]any{"name": "bad-" + one, "type": kind, "stream": one, "toxicity": 1, "attributes": attributes})
	}
	return func() {
		for _, one := range streams {
			x.must("DELETE", "/proxies/telegram/toxics/bad-"+one, nil)
		}
	}
}

// TestBadNetwork asks through every kind of bad way; when it is good again all
// has been answered.
func TestBadNetwork(t *testing.T) {
	t.Parallel() // it waits, mostly
	s := telegramtest.New(t)
	x := newToxiproxy(t, strings.TrimPrefix(s.URL(), "http://"))
	p := newProgram(t, "http://"+x.addr, nil)
	c := newCrowd(t, s, p, 50, small(t, p)...)
	p.start()
	p.ready()
	type attributes = map[string]any
	for _, bad := range []struct {
		name, kind, stream string
		attributes         attributes
	}{
		{"latency", "latency", "", attributes{"latency": 200, "jitter": 150}},
		{"resets", "reset_peer", "downstream", attributes{"timeout": 30}},
		{"resets upstream", "reset_peer", "upstream", attributes{"timeout": 30}},
		{"replies cut", "limit_data", "downstream", attributes{"bytes": 400}},
		{"requests cut", "limit_data", "upstream", attributes{"bytes": 900}},
		{"replies swallowed", "timeout", "downstream", attributes{"timeout": 0}},
		{"requests swallowed", "timeout", "upstream", attributes{"timeout": 0}},
		{"connections closed late", "timeout", "downstream", attributes{"timeout": 300}},
		{"a thin line", "bandwidth", "", attributes{"rate": 20}},
		{"crumbs", "slicer", "", attributes{"average_size": 50, "size_variation": 30, "delay": 1000}},
	} {
		before := len(c.asked)
		stop := c.keepAsking(40 * time.Millisecond)
		cure := x.poison(bad.kind, bad.stream, bad.attributes)
		time.Sleep(time.Duration(sized(1500, 12_000)) * time.Millisecond)
		cure()
		stop()
		c.settled(2 * time.Minute)
		t.Logf("%s: %d asked, %d open after", bad.name, len(c.asked)-before, c.open())
	}
	x.must("POST", "/proxies/telegram", map[string]any{"enabled": false})
	stop := c.keepAsking(40 * time.Millisecond)
	time.Sleep(time.Duration(sized(1500, 12_000)) * time.Millisecond)
	x.must("POST", "/proxies/telegram", map[string]any{"enabled": true})
	stop()
	conclude(t, c, p, "a bad network")
}
