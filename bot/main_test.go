package bot

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"io"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"go.uber.org/goleak"

	"youju/answer/asking"
	"youju/answer/say"
	"youju/bot/telegramtest"
	"youju/lang"
	"youju/news"
	"youju/store"
)

var updateGolden = flag.Bool("update", false, "write the golden files")

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// zh is a text as people with simplified characters see it.
func zh(key string, args ...any) string { return lang.Simplified.Say(key, args...) }

// logs collects what is logged; it may be read while the bot runs.
type logs struct {
	mu  sync.Mutex
	buf bytes.Buffer
}

func (l *logs) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.buf.Write(p)
}

func (l *logs) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.buf.String()
}

// running is a bot at work against a server.
type running struct {
	telegram *telegramtest.Server
	bot      *Bot
	logs     *logs
	cancel   context.CancelFunc
	done     chan error
}

// start runs a bot whose answers come from ask. It is stopped when the test
// ends; no log may then hold the token.
func start(t *testing.T, s *telegramtest.Server, ask func(context.Context, asking.Question) (say.Answer, error), changes ...func(*Bot)) *running {
	t.Helper()
	r := &running{telegram: s, logs: &logs{}, done: make(chan error, 1)}
	b, err := New(Config{
		Token: telegramtest.Token, APIURL: s.URL(), Ask: ask, Articles: articles, Store: testStore(t), Limits: noLimits(),
		Examples: func() []string {
			return []string{"广州实际利用外资多少？", "周成虎团队拿了多少资助？", "路灯坏了找谁？"}
		},
		Log: slog.New(slog.NewTextHandler(r.logs, &slog.HandlerOptions{Level: slog.LevelDebug})),
	})
	if err != nil {
		t.Fatal(err)
	}
	b.patience = 5 * time.Millisecond
	b.progressAfter = time.Hour // a slow machine says nothing between; tests of that set their own
	for _, change := range changes {
		change(b)
	}
	r.bot = b
	var ctx context.Context
	ctx, r.cancel = context.WithCancel(context.Background())
	go func() { r.done <- b.Run(ctx); close(r.done) }()
	t.Cleanup(func() {
		r.stop(t)
		b.client.CloseIdleConnections()
		noSecret(t, r.logs.String())
		if t.Failed() {
			t.Logf("the bot's log:\n%s", r.logs)
		}
	})
	return r
}

// testStore is closed when the test ends, after what was started later.
func testStore(t testing.TB) *store.Store {
	t.Helper()
	s, err := store.Open(context.Background(), filepath.Join(t.TempDir(), store.FileName), store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

func noLimits() Limits { return Limits{Chat: 10_000, Group: 600_000, All: 10_000, Questions: 10_000} }

// stop ends the bot as a signal does.
func (r *running) stop(t *testing.T) {
	t.Helper()
	r.cancel()
	select {
	case err := <-r.done:
		if err != nil {
			t.Errorf("Run: %v", err)
		}
	case <-time.After(12 * time.Second):
		t.Error("the bot does not stop")
	}
}

func textLog(w io.Writer) *slog.Logger {
	return slog.New(slog.NewTextHandler(w, &slog.HandlerOptions{Level: slog.LevelDebug}))
}

func noSecret(t *testing.T, text string) {
	t.Helper()
	_, half, _ := strings.Cut(telegramtest.Token, ":")
	if at := strings.Index(text, half); at >= 0 {
		t.Errorf("the token is told: …%s", text[max(0, at-200):at+10])
	}
}

// articles are invented: two paragraphs and a photo's credit.
func articles() []news.Article {
	list := []news.Article{{
		Title: "广州经开区晒出成绩单", Kind: news.KindArticle, Source: "南方日报", Date: "2021-03-02", URL: "https://example.com/gz?a=1&b=2",
		Paragraphs: []news.Paragraph{
			{Section: "开放", Text: "数据显示，2020年广州经开区实现产值8041亿元。其中，实际利用外资254678万美元，同比增长24.8%，<b>居全国第一</b> & 领先。"},
			{Text: "路灯照明一类的问题，由“一对一”挂点服务的干部协调。"},
		},
		Notes: []news.Note{{Kind: news.NotePhoto, Text: "本版照片由李敏摄"}},
	}, {
		Title: "昆山的头雁", Kind: news.KindCaption, Date: "3月2日",
		Paragraphs: []news.Paragraph{{Text: "周成虎院士团队获昆山头雁人才团队项目资助1亿元。"}},
	}}
	for i := range list {
		list[i].Identify()
	}
	return list
}

// quote cites a sentence of a paragraph.
func quote(n int, a news.Article, p news.Paragraph, sentence string) say.Citation {
	start := runeIndex(p.Text, sentence)
	return say.Citation{N: n, Article: a.ID, Title: a.Title, Date: a.Date, Paragraph: p.ID, Quote: sentence,
		Start: start, End: start + len([]rune(sentence))}
}

func runeIndex(text, part string) int {
	at := strings.Index(text, part)
	if at < 0 {
		panic(fmt.Sprintf("%q is not in %q", part, text))
	}
	return len([]rune(text[:at]))
}

// figureIn is a figure that a citation proves.
func figureIn(c say.Citation, p news.Paragraph, text string) say.Figure {
	start := runeIndex(p.Text, text)
	return say.Figure{Text: text, Citation: c.N, Start: start, End: start + len([]rune(text))}
}

// marked sets the answer's text, in which the figures stand in order.
func marked(text string, a say.Answer) say.Answer {
	a.Text = text
	at := 0
	for i, f := range a.Figures {
		start := at + runeIndex(string([]rune(text)[at:]), f.Text)
		at = start + len([]rune(f.Text))
		a.Marks = append(a.Marks, say.Mark{Start: start, End: at, Figure: i})
	}
	return a
}

// foreignCapital answers about 广州 with two figures of one quote.
func foreignCapital() say.Answer {
	gz := articles()[0]
	p := gz.Paragraphs[0]
	c := quote(1, gz, p, "其中，实际利用外资254678万美元，同比增长24.8%，<b>居全国第一</b> & 领先。")
	return marked("254678万美元，同比增长 24.8%（广州经开区，2020年）[1]", say.Answer{
		Figures:     []say.Figure{figureIn(c, p, "254678万美元"), figureIn(c, p, "24.8%")},
		Citations:   []say.Citation{c},
		Suggestions: []string{"广州经开区的产值是多少？"},
	})
}

// scripted answers every question with the same.
func scripted(a say.Answer) func(context.Context, asking.Question) (say.Answer, error) {
	return func(context.Context, asking.Question) (say.Answer, error) { return a, nil }
}

// echo answers with the question and how much was said before.
func echo(_ context.Context, q asking.Question) (say.Answer, error) {
	return say.Answer{Text: fmt.Sprintf("问的是「%s」，之前问过 %d 次", q.Text, len(q.History))}, nil
}

// golden compares with a file in testdata.
func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name+".golden")
	if *updateGolden {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s differs (go test -update writes it anew)\n got: %s\nwant: %s", path, got, want)
	}
}

// does is what happens when the button is tapped.
func does(b telegramtest.Button) string {
	switch {
	case b.CopyText != nil:
		return "⧉ " + b.CopyText.Text
	case b.SwitchInlineQuery != nil:
		return "@ " + *b.SwitchInlineQuery
	}
	return b.CallbackData + b.URL
}

// screen is a message as it was sent: its HTML, and its buttons below.
func screen(m *telegramtest.Message) string {
	var out strings.Builder
	if m.ReplyToMessage != nil {
		fmt.Fprintf(&out, "↪ %s\n", strings.SplitN(m.ReplyToMessage.Text, "\n", 2)[0])
	}
	out.WriteString(m.Raw["text"] + "\n")
	if m.ReplyMarkup != nil {
		for _, row := range m.ReplyMarkup.InlineKeyboard {
			for _, b := range row {
				fmt.Fprintf(&out, "[%s → %s] ", b.Text, does(b))
			}
			out.WriteString("\n")
		}
	}
	return out.String()
}
