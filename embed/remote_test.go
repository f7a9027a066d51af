package embed

import (
	"encoding/json"
	"fmt"
	"io"
	"math"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"
)

const testKey = "sk-very-secret"

// endpoint serves handler and returns a Remote that asks it, without pauses between retries.
func endpoint(t *testing.T, kind Kind, handler http.HandlerFunc) *Remote {
	t.Helper()
	server := httptest.NewServer(handler)
	t.Cleanup(server.Close)
	r, err := NewRemote(RemoteConfig{
		URL: server.URL + "/base/", Model: "m", APIKey: testKey, Kind: kind, BatchSize: 3, QueryPrefix: "query: ",
	})
	if err != nil {
		t.Fatal(err)
	}
	r.backoff = time.Millisecond
	return r
}

func readInput(t *testing.T, q *http.Request) []string {
	var body struct {
		Model string
		Input []string
	}
	if err := json.NewDecoder(q.Body).Decode(&body); err != nil || body.Model != "m" {
		t.Errorf("body %+v, error %v", body, err)
	}
	if got := q.Header.Get("Authorization"); got != "Bearer "+testKey {
		t.Errorf("authorization is %q", got)
	}
	return body.Input
}

func always(status int, body string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.WriteHeader(status)
		io.WriteString(w, body)
	}
}

func TestOpenAIVectorsComeBackInTheOrderOfTheTexts(t *testing.T) {
	var sizes []int
	r := endpoint(t, OpenAI, func(w http.ResponseWriter, q *http.Request) {
		if q.Method != http.MethodPost || q.URL.Path != "/base/embeddings" {
			t.Errorf("asked %s %s", q.Method, q.URL.Path)
		}
		texts := readInput(t, q)
		sizes = append(sizes, len(texts))
		var data []string
		for i, text := range slices.Backward(texts) {
			data = append(data, fmt.Sprintf(`{"index":%d,"embedding":[0,%d,0]}`, i, -len(text)))
		}
		fmt.Fprintf(w, `{"data":[%s]}`, strings.Join(data, ","))
	})
	var reported []int
	vectors, err := r.EmbedPassages(t.Context(), []string{"a", "bb", "ccc", "dddd"}, func(n int) { reported = append(reported, n) })
	if err != nil {
		t.Fatal(err)
	}
	for i, v := range vectors {
		if !slices.Equal(v, []float32{0, -1, 0}) {
			t.Errorf("vector %d is %v, not of unit length", i, v)
		}
	}
	if len(vectors) != 4 || !slices.Equal(sizes, []int{3, 1}) || !slices.Equal(reported, []int{3, 4}) {
		t.Errorf("%d vectors, requests of %v texts, reported %v", len(vectors), sizes, reported)
	}
}

func TestAnIndexPutsAVectorInItsPlace(t *testing.T) {
	r := endpoint(t, OpenAI, always(200, `{"data":[{"index":2,"embedding":[0,0,5]},{"index":0,"embedding":[2,0,0]},{"index":1,"embedding":[0,3,0]}]}`))
	vectors, err := r.EmbedPassages(t.Context(), []string{"a", "b", "c"}, nil)
	if err != nil {
		t.Fatal(err)
	}
	for i, v := range vectors {
		if v[i] != 1 {
			t.Errorf("vector %d is %v", i, v)
		}
	}
}

func TestOllamaQuery(t *testing.T) {
	r := endpoint(t, Ollama, func(w http.ResponseWriter, q *http.Request) {
		if q.URL.Path != "/base/api/embed" {
			t.Errorf("asked %s", q.URL.Path)
		}
		if texts := readInput(t, q); !slices.Equal(texts, []string{"query: 多少"}) {
			t.Errorf("texts %q", texts)
		}
		io.WriteString(w, `{"embeddings":[[3,4]]}`)
	})
	v, err := r.EmbedQuery(t.Context(), "多少")
	if err != nil || math.Abs(float64(v[0])-0.6) > 1e-7 || math.Abs(float64(v[1])-0.8) > 1e-7 {
		t.Errorf("vector %v, error %v", v, err)
	}
}

func TestBadAnswersAreErrors(t *testing.T) {
	cases := map[string]struct {
		kind Kind
		body string
	}{
		"not JSON":              {OpenAI, `<html>`},
		"no data":               {OpenAI, `{}`},
		"too few":               {OpenAI, `{"data":[{"index":0,"embedding":[1]}]}`},
		"an index twice":        {OpenAI, `{"data":[{"index":0,"embedding":[1]},{"index":0,"embedding":[1]}]}`},
		"an index outside":      {OpenAI, `{"data":[{"index":0,"embedding":[1]},{"index":2,"embedding":[1]}]}`},
		"a negative index":      {OpenAI, `{"data":[{"index":0,"embedding":[1]},{"index":-1,"embedding":[1]}]}`},
		"two lengths":           {OpenAI, `{"data":[{"index":0,"embedding":[1,2]},{"index":1,"embedding":[1]}]}`},
		"a zero vector":         {Ollama, `{"embeddings":[[1,0],[0,0]]}`},
		"an empty vector":       {Ollama, `{"embeddings":[[],[]]}`},
		"a null vector":         {Ollama, `{"embeddings":[[1],null]}`},
		"too many":              {Ollama, `{"embeddings":[[1],[1],[1]]}`},
		"a number out of range": {Ollama, `{"embeddings":[[1],[1e39]]}`},
		"not a number":          {Ollama, `{"embeddings":[[1],["x"]]}`},
		"cut off":               {Ollama, `{"embeddings":[[1],[1`},
		"endless":               {Ollama, `{"embeddings":[[1],[1` + strings.Repeat("0", 2*maxNumbers*maxNumberBytes)},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			r := endpoint(t, c.kind, always(200, c.body))
			if vectors, err := r.EmbedPassages(t.Context(), []string{"a", "b"}, nil); err == nil {
				t.Errorf("got %v and no error", vectors)
			}
		})
	}
}

func TestLengthsMayNotChangeBetweenRequests(t *testing.T) {
	var asked atomic.Int32
	r := endpoint(t, Ollama, func(w http.ResponseWriter, q *http.Request) {
		if asked.Add(1) == 1 {
			io.WriteString(w, `{"embeddings":[[1],[1],[1]]}`)
			return
		}
		io.WriteString(w, `{"embeddings":[[1,1]]}`)
	})
	if _, err := r.EmbedPassages(t.Context(), []string{"a", "b", "c", "d"}, nil); err == nil {
		t.Error("no error")
	}
}

func TestConfigurationsThatCannotWork(t *testing.T) {
	good := RemoteConfig{URL: "http://127.0.0.1:11434", Model: "m", Kind: Ollama}
	if _, err := NewRemote(good); err != nil {
		t.Fatal(err)
	}
	for _, change := range []func(c *RemoteConfig){
		func(c *RemoteConfig) { c.URL = "" },
		func(c *RemoteConfig) { c.URL = "127.0.0.1:11434" },
		func(c *RemoteConfig) { c.URL = "ftp://127.0.0.1" },
		func(c *RemoteConfig) { c.Model = "" },
		func(c *RemoteConfig) { c.Kind = "other" },
	} {
		bad := good
		change(&bad)
		if _, err := NewRemote(bad); err == nil {
			t.Errorf("%+v was accepted", bad)
		}
	}
}
