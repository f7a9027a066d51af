package soak

import (
	"bytes"
	"context"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"youju/bot/telegramtest"
	"youju/store"
	"youju/web"
)

// program is youju serve as its operator sets it up; it may be started and
// killed many times.
type program struct {
	t    testing.TB
	env  map[string]string
	http string

	mu     sync.Mutex
	cmd    *exec.Cmd
	ended  chan struct{}
	log    bytes.Buffer
	cpu    time.Duration // of those that have ended
	starts int
}

// newProgram sets up a program against a Bot API; limits are out of the way.
func newProgram(t testing.TB, apiURL string, settings map[string]string) *program {
	t.Helper()
	addr := freeAddress(t)
	p := &program{t: t, http: addr, env: map[string]string{
		"TELEGRAM_BOT_TOKEN": telegramtest.Token, "TELEGRAM_API_URL": apiURL, "YOUJU_DATA": t.TempDir(), "YOUJU_HTTP_ADDR": addr,
		"YOUJU_USER_BUDGET": "1000000", "YOUJU_CHAT_RATE": "100000", "YOUJU_GROUP_RATE": "6000000", "YOUJU_SEND_RATE": "100000",
		"HOME": t.TempDir(), "PATH": os.Getenv("PATH"),
	}}
	for key, value := range settings {
		p.env[key] = value
	}
	t.Cleanup(func() {
		p.kill()
		if t.Failed() {
			text := p.text()
			t.Logf("the end of the program's log:\n%s", text[max(0, len(text)-4000):])
		}
		if _, half, _ := strings.Cut(telegramtest.Token, ":"); strings.Contains(p.text(), half) {
			t.Error("the token stands in the log")
		}
		if at := strings.Index(p.text(), "WARNING: DATA RACE"); at >= 0 {
			t.Errorf("%.4000s", p.text()[at:])
		}
	})
	return p
}

func freeAddress(t testing.TB) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	return l.Addr().String()
}

func (p *program) command(args ...string) *exec.Cmd {
	cmd := exec.Command(binary(), args...)
	for key, value := range p.env {
		cmd.Env = append(cmd.Env, key+"="+value)
	}
	return cmd
}

// Write collects the log.
func (p *program) Write(b []byte) (int, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.log.Write(b)
}

func (p *program) text() string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.log.String()
}

func (p *program) start() {
	p.t.Helper()
	cmd := p.command("serve")
	cmd.Stderr = p
	if err := cmd.Start(); err != nil {
		p.t.Fatal(err)
	}
	ended := make(chan struct{})
	p.mu.Lock()
	p.cmd, p.ended, p.starts = cmd, ended, p.starts+1
	p.mu.Unlock()
	go func() {
		_ = cmd.Wait()
		p.mu.Lock()
		p.cpu += cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()
		p.mu.Unlock()
		close(ended)
	}()
}

// ready waits until the program says that it can answer.
func (p *program) ready() {
	p.t.Helper()
	eventually(p.t, time.Minute, "readiness", func() bool {
		state, err := web.Ready(context.Background(), p.http)
		return err == nil && len(state.Troubles) == 0
	})
}

// complete waits until its index has all vectors too.
func (p *program) complete() {
	p.t.Helper()
	eventually(p.t, time.Minute, "an index with all vectors", func() bool {
		state, err := web.Ready(context.Background(), p.http)
		return err == nil && len(state.Troubles)+len(state.Notes) == 0
	})
}

// kill ends it at once, as kill -9 does. It may be called from anywhere, also
// when it does not run.
func (p *program) kill() {
	p.mu.Lock()
	cmd, ended := p.cmd, p.ended
	p.mu.Unlock()
	if cmd == nil {
		return
	}
	_ = cmd.Process.Signal(syscall.SIGKILL)
	<-ended
}

// stop ends it as docker stop does, and says how long that took.
func (p *program) stop() time.Duration {
	p.t.Helper()
	began := time.Now()
	_ = p.cmd.Process.Signal(syscall.SIGTERM)
	select {
	case <-p.ended:
	case <-time.After(15 * time.Second):
		p.t.Error("fifteen seconds were not enough to stop")
		p.kill()
	}
	if code := p.cmd.ProcessState.ExitCode(); code != 0 {
		log := p.text()
		p.t.Errorf("exit code %d after SIGTERM: …%s", code, log[max(0, len(log)-600):])
	}
	return time.Since(began)
}

// left counts what waits in the store of a program that does not run.
func (p *program) left() (pending, unsent int) {
	p.t.Helper()
	ctx := context.Background()
	kept, err := store.OpenReadOnly(ctx, filepath.Join(p.env["YOUJU_DATA"], store.FileName), store.Options{})
	if err != nil {
		p.t.Fatal(err)
	}
	defer kept.Close()
	updates, err := kept.Pending(ctx)
	if err != nil {
		p.t.Fatal(err)
	}
	messages, err := kept.Unsent(ctx)
	if err != nil {
		p.t.Fatal(err)
	}
	if damages := kept.Damages(); len(damages) > 0 {
		p.t.Errorf("the store is damaged: %v", damages)
	}
	return len(updates), len(messages)
}

func eventually(t testing.TB, patience time.Duration, what string, ok func() bool) {
	t.Helper()
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(20 * time.Millisecond) {
		if ok() {
			return
		}
	}
	t.Errorf("%v passed without %s", patience, what)
}
