package bot

import (
	"context"
	"fmt"
	"net/http"
	"strings"
	"sync"
	"testing"
	"time"

	"youju/answer/asking"
	"youju/answer/say"
	"youju/bot/telegramtest"
)

func TestSendsAreTriedAgain(t *testing.T) {
	for name, fault := range map[string]telegramtest.Fault{
		"500":                 {Code: 500, Times: 2},
		"502 from a proxy":    {Code: 502, Body: "<html>Bad Gateway /bot" + telegramtest.Token + "/sendMessage</html>"},
		"dropped":             {Drop: true, Times: 2},
		"429":                 {Code: 429, Description: "Too Many Requests: retry after 1", RetryAfter: 1},
		"drop after the send": {DropAfter: true},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := telegramtest.New(t)
			start(t, s, echo)
			fault.Method = "sendMessage"
			s.Fail(fault)
			li, room := s.Person("李")
			began := time.Now()
			room.Say(li, "外资多少")
			if got := room.Next(t); !strings.Contains(got.Text, "外资多少") {
				t.Errorf("got %q", got.Text)
			}
			if took := time.Since(began); fault.RetryAfter > 0 && took < time.Second {
				t.Errorf("sent again after %v, though told to wait a second", took)
			}
			if fault.DropAfter {
				room.Next(t) // a double is better than a loss
			}
		})
	}
}

func TestSendsThatAreRefusedForGood(t *testing.T) {
	s := telegramtest.New(t)
	r := start(t, s, echo)
	li, room := s.Person("李")
	wang, other := s.Person("王")
	room.Block()
	room.Say(li, "外资多少")
	other.Say(wang, "外资多少")
	other.Next(t)
	r.stop(t)
	refusals := 0
	for _, c := range s.Calls("sendMessage") {
		if c.Code == 403 {
			refusals++
		}
	}
	if refusals != 1 {
		t.Errorf("a person who blocked the bot was written to %d times", refusals)
	}
}

func TestRefusedMarkupIsSentPlain(t *testing.T) {
	s := telegramtest.New(t)
	start(t, s, scripted(foreignCapital()))
	s.Fail(telegramtest.Fault{Method: "sendMessage", Code: 400, Description: "Bad Request: can't parse entities: Unsupported start tag"})
	li, room := s.Person("李")
	room.Say(li, "外资多少")
	got := room.Next(t)
	if got.Raw["parse_mode"] != "" || !strings.HasPrefix(got.Text, "254678万美元，同比增长 24.8%") || len(got.Buttons()) == 0 {
		t.Errorf("got %q, parse mode %q", got.Text, got.Raw["parse_mode"])
	}
}

func TestGroupThatMoved(t *testing.T) {
	s := telegramtest.New(t)
	start(t, s, echo)
	old, moved := s.Group("群"), s.Group("大群")
	s.Fail(telegramtest.Fault{Method: "sendMessage", Code: 400, Body: fmt.Sprintf(
		`{"ok":false,"error_code":400,"description":"Bad Request: group chat was upgraded","parameters":{"migrate_to_chat_id":%d}}`, moved.Chat.ID)})
	li, _ := s.Person("李")
	old.Say(li, "/ask 外资多少")
	if got := moved.Next(t); !strings.Contains(got.Text, "外资多少") {
		t.Errorf("got %q", got.Text)
	}
}

func TestDeletedQuestionIsStillAnswered(t *testing.T) {
	s := telegramtest.New(t)
	deleted := make(chan struct{})
	start(t, s, func(ctx context.Context, q asking.Question) (say.Answer, error) {
		<-deleted
		return echo(ctx, q)
	})
	li, room := s.Person("李")
	room.Delete(room.Say(li, "外资多少"))
	close(deleted)
	if got := room.Next(t); got.ReplyToMessage != nil {
		t.Error("a reply to a message that is not there")
	}
}

func TestPollSurvives(t *testing.T) {
	for name, fault := range map[string]telegramtest.Fault{
		"500":              {Code: 500, Times: 3},
		"html":             {Code: 502, Body: "<html>/bot" + telegramtest.Token + "/getUpdates</html>", Times: 2},
		"half a reply":     {Code: 200, Body: `{"ok":true,"result":[{"update_id":`},
		"nothing readable": {Code: 200, Body: `{"ok":true,"result":[7,"x",{"update_id":"y"}]}`, Times: 2},
		"dropped":          {Drop: true, Times: 3},
		"reply lost":       {DropAfter: true},
		"429":              {Code: 429, RetryAfter: 1},
		"409":              {Code: 409, Description: "Conflict: terminated by other getUpdates request"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := telegramtest.New(t)
			fault.Method = "getUpdates"
			s.Fail(fault)
			li, room := s.Person("李")
			room.Say(li, "外资多少")
			r := start(t, s, echo)
			room.Next(t)
			if loud := strings.Contains(r.logs.String(), "another program polls"); loud != (fault.Code == 409) {
				t.Errorf("told that another program polls: %v\n%s", loud, r.logs)
			}
		})
	}
}

func TestUnreadableUpdatesAreAnsweredOrPassedOver(t *testing.T) {
	s := telegramtest.New(t)
	start(t, s, echo)
	li, room := s.Person("李")
	room.Say(li, "转发的外资多少", func(m *telegramtest.Message) {
		m.ForwardOrigin = []byte(`{"type":"a kind that will come one day"}`)
	})
	if got := room.Next(t); !strings.Contains(got.Text, "转发的外资多少") {
		t.Errorf("got %q", got.Text)
	}
	id := s.NextUpdateID()
	s.DeliverRaw(id, fmt.Appendf(nil, `{"update_id":%d,"message":{"message_id":"x"}}`, id))
	s.DeliverRaw(id+1, fmt.Appendf(nil, `{"update_id":%d,"message":7}`, id+1))
	s.DeliverRaw(id+2, fmt.Appendf(nil, `{"update_id":%d,"callback_query":{"id":1}}`, id+2))
	room.Say(li, "完")
	if got := room.Next(t); !strings.Contains(got.Text, "「完」") {
		t.Errorf("got %q", got.Text)
	}
}

func TestTelegramDownAtStart(t *testing.T) {
	s := telegramtest.New(t)
	s.Fail(telegramtest.Fault{Drop: true, Times: 4})
	s.SetWebhook("https://example.com/left-over")
	start(t, s, echo)
	li, room := s.Person("李")
	room.Say(li, "外资多少")
	room.Next(t)
}

func TestStopWhileTelegramIsDown(t *testing.T) {
	s := telegramtest.New(t)
	s.Fail(telegramtest.Fault{Drop: true, Times: -1})
	r := start(t, s, echo)
	s.WaitCalls(t, "getMe", 2)
	r.stop(t) // well before a call has timed out
}

func TestRefusedToken(t *testing.T) {
	s := telegramtest.New(t)
	for _, token := range []string{"123456789:wrong-wrong-wrong-wrong", telegramtest.Token} {
		if token == telegramtest.Token {
			s.Fail(telegramtest.Fault{Method: "getUpdates", Code: 401, Description: "Unauthorized", Times: -1})
		}
		b, err := New(Config{Token: token, APIURL: s.URL(), Ask: echo, Articles: articles, Store: testStore(t)})
		if err != nil {
			t.Fatal(err)
		}
		err = b.Run(context.Background())
		b.client.CloseIdleConnections()
		if err == nil || !strings.Contains(err.Error(), "token") || strings.Contains(err.Error(), token) {
			t.Errorf("got %v", err)
		}
	}
}

func TestStopAnswersWhatWasTaken(t *testing.T) {
	s := telegramtest.New(t)
	taken, goOn := make(chan struct{}), make(chan struct{})
	var once sync.Once
	r := start(t, s, func(ctx context.Context, q asking.Question) (say.Answer, error) {
		once.Do(func() { close(taken) })
		<-goOn
		return echo(ctx, q)
	})
	li, room := s.Person("李")
	for range 3 {
		room.Say(li, "外资多少")
	}
	<-taken
	r.cancel()
	time.Sleep(30 * time.Millisecond)
	close(goOn)
	r.stop(t)
	answered, left := len(room.Sent()), len(s.Unconfirmed())
	if answered+left != 3 || answered == 0 {
		t.Errorf("of 3 questions %d were answered, %d are left with Telegram", answered, left)
	}
}

func TestStopGivesUpInTime(t *testing.T) {
	s := telegramtest.New(t)
	taken := make(chan struct{})
	r := start(t, s, func(ctx context.Context, q asking.Question) (say.Answer, error) {
		close(taken)
		<-ctx.Done()
		return say.Answer{}, ctx.Err()
	}, func(b *Bot) { b.drainTime = 50 * time.Millisecond })
	li, room := s.Person("李")
	room.Say(li, "外资多少")
	<-taken
	r.stop(t)
	if !strings.Contains(r.logs.String(), "questions=1") {
		t.Errorf("what is lost is not in the log: %s", r.logs)
	}
}

// TestFloodStaysInTheJournal: what does not fit in memory waits outside.
func TestFloodStaysInTheJournal(t *testing.T) {
	q := newQueues(3)
	block := make(chan struct{})
	ctx, cancel := context.WithCancel(context.Background())
	for chat := range int64(3) {
		if err := q.push(ctx, chat, job{1, func() { <-block }}); err != nil {
			t.Fatal(err)
		}
	}
	time.AfterFunc(20*time.Millisecond, cancel)
	if q.push(ctx, 9, job{1, func() { t.Error("a job ran that was not taken") }}) == nil {
		t.Error("a fourth job was taken")
	}
	close(block)
	<-q.drained()
	if n := q.unfinished(); n != 0 {
		t.Errorf("%d unfinished", n)
	}
}

// TestNoSecretInErrors goes through the ways in which a request can fail.
func TestNoSecretInErrors(t *testing.T) {
	broken := map[string]http.HandlerFunc{
		"echo":     func(w http.ResponseWriter, r *http.Request) { http.Error(w, r.URL.String(), 404) },
		"redirect": func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, r.URL.Path+"%zz?"+r.URL.Path, 307) },
		"loop":     func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "http://"+r.Host+r.URL.Path, 307) },
		"escaped": func(w http.ResponseWriter, r *http.Request) {
			http.Redirect(w, r, "x://"+strings.ReplaceAll(r.URL.Path, ":", "%3A"), 307)
		},
		"described": func(w http.ResponseWriter, r *http.Request) {
			fmt.Fprintf(w, `{"ok":false,"error_code":400,"description":"no %s"}`, r.URL.Path)
		},
		"odd":   func(w http.ResponseWriter, r *http.Request) { fmt.Fprintf(w, `{"ok":true,"result":"%s"}`, r.URL.Path) },
		"abort": func(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) },
	}
	for name, handler := range broken {
		t.Run(name, func(t *testing.T) { failEveryCall(t, handlerURL(t, handler), nil) })
	}
	t.Run("no server", func(t *testing.T) { failEveryCall(t, "http://127.0.0.1:1", nil) })
	t.Run("talkative", func(t *testing.T) {
		failEveryCall(t, "http://nowhere.invalid", &http.Client{Transport: unreachable{}})
	})
	t.Run("bad host", func(t *testing.T) { failEveryCall(t, "http://127.0.0.1:99999", nil) })
	t.Run("no TLS", func(t *testing.T) {
		failEveryCall(t, strings.Replace(handlerURL(t, broken["echo"]), "http", "https", 1), nil)
	})
}
