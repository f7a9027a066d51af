package soak

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"youju/bot/telegramtest"
)

// TestBesideARunningServe: a second serve is refused with a clear word, and the
// other commands work beside the first.
func TestBesideARunningServe(t *testing.T) {
	s := telegramtest.New(t)
	p := newProgram(t, s.URL(), nil)
	c := newCrowd(t, s, p, 3, small(t, p)...)
	p.start()
	p.ready()
	stop := c.keepAsking(20 * time.Millisecond)
	run := func(args ...string) (out, problems string, code int) {
		t.Helper()
		cmd := p.command(args...)
		var o, e bytes.Buffer
		cmd.Stdout, cmd.Stderr = &o, &e
		if err := cmd.Run(); err != nil && cmd.ProcessState == nil {
			t.Fatal(err)
		}
		return o.String(), e.String(), cmd.ProcessState.ExitCode()
	}
	p.env["YOUJU_HTTP_ADDR"] = freeAddress(t) // of the second
	if _, told, code := run("serve"); code != 1 || !strings.Contains(told, "another youju writes to this store") {
		t.Errorf("a second serve ends with %d and says %q", code, told)
	}
	p.env["YOUJU_HTTP_ADDR"] = p.http
	text := c.texts[0]
	out, told, code := run("ask", "--json", text)
	var a struct{ Answer string }
	if err := json.Unmarshal([]byte(out), &a); err != nil || a.Answer != c.wants[text] || told != "" || code != 0 {
		t.Errorf("asked beside it: %q, %q, exit code %d", out, told, code)
	}
	copied := filepath.Join(t.TempDir(), "copy.db")
	for _, args := range [][]string{{"articles"}, {"figures"}, {"doctor"}, {"health"}, {"backup", copied}} {
		if out, told, code := run(args...); code != 0 || strings.Contains(out, "✗") {
			t.Errorf("%v beside it: exit code %d\n%s%s", args, code, out, told)
		}
	}
	if info, err := os.Stat(copied); err != nil || info.Size() == 0 || info.Mode().Perm() != 0o600 {
		t.Errorf("the backup: %v, %v", info, err)
	}
	stop()
	conclude(t, c, p, "beside other commands")
}

// TestNoSecretIsSeen: neither what other users see of the process nor what a crash
// writes holds the token, the webhook's secret or an encoder's key.
func TestNoSecretIsSeen(t *testing.T) {
	s := telegramtest.New(t)
	p := newProgram(t, s.URL(), map[string]string{"GOTRACEBACK": "crash", "YOUJU_EMBED_KEY": "the-key-of-the-encoder"})
	p.env["TELEGRAM_WEBHOOK_URL"], p.env["TELEGRAM_WEBHOOK_SECRET"] = fmt.Sprintf("http://%s/telegram", p.http), "secret-of-the-soak"
	c := newCrowd(t, s, p, 3, small(t, p)...)
	p.start()
	p.ready()
	for range 9 {
		c.ask()
	}
	c.settled(time.Minute)
	args, err := os.ReadFile(fmt.Sprintf("/proc/%d/cmdline", p.cmd.Process.Pid))
	if err != nil {
		t.Skipf("skipped: there is no /proc: %v", err)
	}
	limits, err := os.ReadFile(fmt.Sprintf("/proc/%d/limits", p.cmd.Process.Pid))
	if err != nil {
		t.Fatal(err)
	}
	if core := strings.Fields(string(limits[bytes.Index(limits, []byte("Max core file size")):])); core[4] != "0" {
		t.Errorf("a crash may write a core dump of %s bytes", core[4])
	}
	if err := p.cmd.Process.Signal(syscall.SIGQUIT); err != nil { // ends a Go program as a crash does, with all its stacks
		t.Fatal(err)
	}
	<-p.ended
	stacks := p.text()
	if !strings.Contains(stacks, "goroutine 1") {
		t.Errorf("no crash is seen:\n%s", stacks)
	}
	_, half, _ := strings.Cut(telegramtest.Token, ":")
	for _, secret := range []string{half, p.env["TELEGRAM_WEBHOOK_SECRET"], p.env["YOUJU_EMBED_KEY"]} {
		if strings.Contains(string(args)+stacks, secret) {
			t.Errorf("%q is seen", secret)
		}
	}
}

// TestStopWhileAnEncoderHangs: neither vectors that are being made nor questions that
// wait for theirs hold up a stop; the questions are answered after the next start.
func TestStopWhileAnEncoderHangs(t *testing.T) {
	t.Parallel() // it waits, mostly
	s := telegramtest.New(t)
	p := newProgram(t, s.URL(), nil)
	c := newCrowd(t, s, p, 3, small(t, p)...)
	e := &encoder{called: make(chan struct{}, 99)}
	server := httptest.NewServer(e)
	defer server.Close()
	p.env["YOUJU_EMBED_URL"], p.env["YOUJU_EMBED_MODEL"] = server.URL, "m"
	stopSoon := func(what string) {
		t.Helper()
		<-e.called
		if took := p.stop(); took > 10*time.Second {
			t.Errorf("%s: stopping took %v", what, took)
		}
	}
	e.hangs.Store(true)
	p.start()
	p.ready()
	stopSoon("while vectors are made")
	e.hangs.Store(false)
	p.start()
	p.complete()
	for len(e.called) > 0 {
		<-e.called
	}
	e.hangs.Store(true)
	for range 3 {
		c.ask()
	}
	stopSoon("while questions wait for vectors")
	if n := c.open(); n == 0 {
		t.Error("no question waited")
	}
	e.hangs.Store(false)
	p.start()
	p.ready()
	conclude(t, c, p, "an encoder that hangs")
}

// encoder is a remote one, which answers unless it hangs.
type encoder struct {
	hangs  atomic.Bool
	called chan struct{}
}

func (e *encoder) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	var asked struct{ Input []string }
	_ = json.NewDecoder(r.Body).Decode(&asked) // whole, so that the end of the connection is seen
	e.called <- struct{}{}
	if e.hangs.Load() {
		<-r.Context().Done()
		return
	}
	var data []map[string]any
	for i, text := range asked.Input {
		data = append(data, map[string]any{"index": i, "embedding": []float32{1, float32(len(text))}})
	}
	_ = json.NewEncoder(w).Encode(map[string]any{"data": data})
}
