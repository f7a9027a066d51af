package embed

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"
	"sync/atomic"
	"testing"
	"time"
)

func TestRetries(t *testing.T) {
	for _, c := range []struct {
		status, failures int
		wantAsked        int32
		wantErr          bool
	}{
		{status: 429, failures: 2, wantAsked: 3},
		{status: 503, failures: 4, wantAsked: 5},
		{status: 500, failures: 99, wantAsked: 5, wantErr: true},
		{status: 400, failures: 99, wantAsked: 1, wantErr: true},
		{status: 401, failures: 99, wantAsked: 1, wantErr: true},
	} {
		var asked atomic.Int32
		r := endpoint(t, Ollama, func(w http.ResponseWriter, q *http.Request) {
			if int(asked.Add(1)) <= c.failures {
				http.Error(w, "key "+testKey+" "+strings.Repeat("x", 600), c.status)
				return
			}
			io.WriteString(w, `{"embeddings":[[1]]}`)
		})
		_, err := r.EmbedQuery(t.Context(), "a")
		if asked.Load() != c.wantAsked || (err != nil) != c.wantErr {
			t.Errorf("%d ×%d: asked %d times, error %v", c.status, c.failures, asked.Load(), err)
		}
		if err == nil {
			continue
		}
		if text := err.Error(); strings.Contains(text, testKey) || !strings.Contains(text, fmt.Sprint(c.status)) || len(text) > 700 {
			t.Errorf("the error is %q", text)
		}
	}
}

func TestABrokenConnectionIsTriedAgain(t *testing.T) {
	var asked atomic.Int32
	r := endpoint(t, Ollama, func(w http.ResponseWriter, q *http.Request) {
		if asked.Add(1) == 1 {
			panic(http.ErrAbortHandler)
		}
		io.WriteString(w, `{"embeddings":[[1]]}`)
	})
	if _, err := r.EmbedQuery(t.Context(), "a"); err != nil || asked.Load() != 2 {
		t.Errorf("asked %d times, error %v", asked.Load(), err)
	}
}

func TestRetryAfterIsHonouredAndTheContextEndsThePause(t *testing.T) {
	var asked atomic.Int32
	r := endpoint(t, Ollama, func(w http.ResponseWriter, q *http.Request) {
		asked.Add(1)
		w.Header().Set("Retry-After", "3600")
		http.Error(w, "slow down", 429)
	})
	ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
	defer cancel()
	if _, err := r.EmbedQuery(ctx, "a"); !errors.Is(err, context.DeadlineExceeded) || asked.Load() != 1 {
		t.Errorf("asked %d times, error %v", asked.Load(), err)
	}
}

func TestTheContextEndsARequest(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	r := endpoint(t, Ollama, func(w http.ResponseWriter, q *http.Request) {
		io.Copy(io.Discard, q.Body) // only then does the server see the connection end
		cancel()
		<-q.Context().Done()
	})
	if _, err := r.EmbedPassages(ctx, []string{"a"}, nil); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
}

func TestNoKeyOfTheURLIsInAnError(t *testing.T) {
	r, err := NewRemote(RemoteConfig{
		URL: "http://user:" + testKey + "@127.0.0.1:1/?key=" + testKey, Model: "m", Kind: OpenAI, Retries: -1,
	})
	if err != nil {
		t.Fatal(err)
	}
	_, err = r.EmbedQuery(t.Context(), "a")
	if err == nil || strings.Contains(err.Error(), testKey) || !strings.Contains(err.Error(), "127.0.0.1:1") {
		t.Errorf("the error is %v", err)
	}
	if strings.Contains(r.Model(), testKey) {
		t.Errorf("the model is called %s", r.Model())
	}
}
