package main

import (
	"context"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"youju/bot/telegramtest"
	"youju/lang"
	"youju/web"
)

// heldEmbedder is a remote model that answers when it is let go.
func heldEmbedder(t *testing.T) (url string, letGo func()) {
	t.Helper()
	held := make(chan struct{})
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		<-held
		var asked struct{ Input []string }
		_ = json.NewDecoder(r.Body).Decode(&asked)
		var data []map[string]any
		for i, text := range asked.Input {
			data = append(data, map[string]any{"index": i, "embedding": []float32{1, float32(len(text))}})
		}
		_ = json.NewEncoder(w).Encode(map[string]any{"data": data})
	}))
	t.Cleanup(server.Close)
	return server.URL, func() { close(held) }
}

func gauge(t *testing.T, addr, name string) string {
	t.Helper()
	client := &http.Client{Transport: &http.Transport{DisableKeepAlives: true}}
	resp, err := client.Get("http://" + addr + "/metrics")
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	body, _ := io.ReadAll(resp.Body)
	_, rest, _ := strings.Cut("\n"+string(body), "\n"+name+" ")
	value, _, _ := strings.Cut(rest, "\n")
	return value
}

// TestServeWhileVectorsAreMade: words alone answer, and everybody who looks is told,
// until the vectors are there.
func TestServeWhileVectorsAreMade(t *testing.T) {
	clearEnvironment(t)
	telegram := telegramtest.New(t)
	folder, addr := t.TempDir(), freeAddress(t)
	write(t, folder, "lamps.md", "# 高新区的路灯\n\n高新区今年安装路灯120台。\n")
	embedder, letGo := heldEmbedder(t)
	for name, value := range map[string]string{
		"YOUJU_ARTICLES": folder, "YOUJU_DATA": t.TempDir(), "YOUJU_HTTP_ADDR": addr, "YOUJU_EMBED_URL": embedder, "YOUJU_EMBED_MODEL": "m",
		"TELEGRAM_BOT_TOKEN": telegramtest.Token, "TELEGRAM_API_URL": telegram.URL(), "TELEGRAM_ALLOWED_CHATS": "",
	} {
		t.Setenv(name, value)
	}
	ctx, stop := context.WithCancel(context.Background())
	var out, log buffer
	code := make(chan int, 1)
	go func() { code <- run(ctx, []string{"serve"}, environment{strings.NewReader(""), &out, &log}) }()
	defer func() {
		stop()
		<-code
	}()
	notes := func() int {
		state, err := web.Ready(context.Background(), addr)
		if err != nil || len(state.Troubles) > 0 {
			return -1
		}
		return len(state.Notes)
	}
	eventually(t, "readiness with a note", func() bool { return notes() == 1 })
	doctor := func() string {
		return (&doctorCommand{HTTPAddr: addr}).running(t.Context(), nil, environment{}).text
	}
	if got := doctor(); !strings.Contains(got, "不过") {
		t.Errorf("the doctor says %q", got)
	}
	if got := gauge(t, addr, "youju_index_complete"); got != "0" {
		t.Errorf("the gauge says %q", got)
	}
	li, room := telegram.Person("李")
	room.Say(li, "高新区今年安装路灯多少台？")
	if got := room.Next(t); !strings.HasPrefix(got.Text, "120台") {
		t.Errorf("by words alone: %q", got.Text)
	}
	note := lang.Simplified.Say("bot.indexing")
	room.Say(li, "苏州大学有多少名学生？")
	if got := room.Next(t); !strings.Contains(got.Text, note) {
		t.Errorf("a refusal by words alone: %q", got.Text)
	}
	letGo()
	eventually(t, "the end of the note", func() bool { return notes() == 0 && gauge(t, addr, "youju_index_complete") == "1" })
	if got := doctor(); strings.Contains(got, "不过") {
		t.Errorf("the doctor says %q", got)
	}
	room.Say(li, "苏州大学有多少名学生？")
	if got := room.Next(t); strings.Contains(got.Text, note) {
		t.Errorf("a refusal with vectors: %q", got.Text)
	}
}
