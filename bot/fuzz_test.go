package bot

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/go-telegram/bot/models"
)

// deaf is a Telegram that takes everything, and counts.
type deaf struct{ acknowledged int }

func (d *deaf) RoundTrip(r *http.Request) (*http.Response, error) {
	_, _ = io.Copy(io.Discard, r.Body)
	_ = r.Body.Close()
	body := `{"ok":true,"result":true}`
	switch {
	case strings.HasSuffix(r.URL.Path, "/answerCallbackQuery"):
		d.acknowledged++
	case strings.HasSuffix(r.URL.Path, "/sendMessage"):
		body = `{"ok":true,"result":{"message_id":1,"date":1,"chat":{"id":1,"type":"private"}}}`
	}
	return &http.Response{StatusCode: 200, Header: http.Header{}, Body: io.NopCloser(strings.NewReader(body)), Request: r}, nil
}

// FuzzUpdate: whatever an update holds, its handler does not panic, a tap is
// acknowledged, and a question in a private chat gets an answer.
func FuzzUpdate(f *testing.F) {
	chat := `"date":1,"chat":{"id":5,"type":"private"},"from":{"id":5,"first_name":"x"}`
	for _, seed := range []string{
		`{"update_id":1,"message":{"message_id":7,` + chat + `,"text":"外资多少"}}`,
		`{"update_id":1,"message":{"message_id":7,` + chat + `,"text":"/ask@b x","entities":[{"type":"bot_command","offset":-1,"length":9223372036854775807}]}}`,
		`{"update_id":1,"message":{"message_id":7,` + chat + `,"text":"😀@youju_bot","entities":[{"type":"mention","offset":1,"length":10},{"type":"mention","offset":2,"length":10}]}}`,
		`{"update_id":1,"message":{"message_id":7,` + chat + `,"text":"x","entities":[{"type":"text_mention","offset":9223372036854775807,"length":1,"user":{"id":9}}]}}`,
		`{"update_id":1,"message":{"message_id":7,` + chat + `,"sticker":{}}}`,
		`{"update_id":1,"message":{"message_id":7,"chat":{"id":-5,"type":"supergroup"},"from":{"id":5},"text":"@youju_bot","reply_to_message":{"message_id":3,"text":"x"}}}`,
		`{"update_id":1,"message":{}}`,
		`{"update_id":1,"callback_query":{}}`,
		`{"update_id":1,"callback_query":{"id":"1","from":{"id":5},"data":"q.0","message":{"message_id":7,` + chat + `,"reply_markup":{"inline_keyboard":[[{"text":"外资多少","callback_data":"q.0"}],[]]}}}}`,
		`{"update_id":1,"callback_query":{"id":"1","from":{"id":5},"data":"p.AAAA.1-2,zz-zz1.` + articles()[0].Paragraphs[0].ID + `","message":{"message_id":7,"date":0,"chat":{"id":5,"type":"private"}}}}`,
		`{"update_id":1,"edited_message":{"message_id":7},"channel_post":{"message_id":7}}`,
		`{"update_id":1,"edited_message":{"message_id":7,` + chat + `,"edit_date":2,"text":"外资多少"}}`,
		`{"update_id":1,"inline_query":{}}`,
		`{"update_id":1,"inline_query":{"id":"1","from":{"id":5,"language_code":"en"},"query":" 外资多少 ","offset":""}}`,
		`{"update_id":1,"guest_message":{"message_id":7,` + chat + `,"text":"@youju_bot 外资多少","guest_query_id":"1"}}`,
		`{"update_id":1,"guest_message":{"message_id":7}}`,
		`{"update_id":1,"message":{"message_id":7,` + chat + `,"text":"/start f_AAAAAAAAAAAAAAAAAAAAAAAAAAAA1-2"}}`,
		`{"update_id":1,"message":{"message_id":7,` + chat + `,"text":"/start q_5aSW6LWE5aSa5bCR"}}`,
		`{"update_id":1,"message":{"message_id":7,` + chat + `,"text":"/start q__zzzzzzzzzzzz-AAAAAAAAAAAA"}}`,
		`{"update_id":1,"callback_query":{"id":"1","from":{"id":5},"data":"l.9.鸭","message":{"message_id":7,` + chat + `}}}`,
		`{"update_id":1,"message_reaction":{}}`,
		`{"update_id":1,"message_reaction":{"chat":{"id":5,"type":"private"},"message_id":7,"user":{"id":5},"old_reaction":[],"new_reaction":[{"type":"emoji","emoji":"👍"},{"type":"paid"}]}}`,
		`{"update_id":1,"message_reaction":{"chat":{"id":-5,"type":"supergroup"},"message_id":7,"actor_chat":{"id":-5},"new_reaction":[{"type":"emoji","emoji":"👎"}]}}`,
		`{"update_id":1,"callback_query":{"id":"1","from":{"id":5},"data":"g.1","message":{"message_id":7,` + chat + `}}}`,
		`{"update_id":1,"callback_query":{"id":"1","from":{"id":5},"data":"x.zzzzzzzzzzzzz","message":{"message_id":7,` + chat + `}}}`,
		`{"update_id":1,"callback_query":{"id":"1","from":{"id":5},"data":"k.0.x","message":{"message_id":7,` + chat + `}}}`,
		`{"update_id":1,"callback_query":{"id":"1","from":{"id":5},"data":"n.o.~x","message":{"message_id":7,` + chat + `}}}`,
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		u, err := readUpdate(json.RawMessage(raw))
		if err != nil {
			return
		}
		telegram, out := &deaf{}, &logs{}
		b := quietBot(t, telegram, out)
		b.typed.note(u)
		if got := b.handle(context.Background(), u); strings.Contains(out.String(), "panic") {
			t.Fatalf("%s", out)
		} else if m := u.body.Message; m != nil && m.Chat.Type == models.ChatTypePrivate && m.From != nil && !m.From.IsBot && m.ViaBot == nil &&
			!m.IsAutomaticForward && m.Text != "" && !strings.Contains(m.Text, "/") && len(got.rows(u.talk)) == 0 {
			t.Fatalf("%q got no answer", m.Text)
		}
		if q := u.body.CallbackQuery; q != nil && u.body.Message == nil && telegram.acknowledged != 1 {
			t.Fatalf("the tap was acknowledged %d times", telegram.acknowledged)
		}
	})
}

func quietBot(t *testing.T, telegram http.RoundTripper, out io.Writer) *Bot {
	t.Helper()
	b, err := New(Config{Token: "9:aaaaaaaaaa", Client: &http.Client{Transport: telegram}, Ask: echo, Articles: articles, Store: testStore(t), Log: textLog(out)})
	if err != nil {
		t.Fatal(err)
	}
	b.inlineWait = 0
	b.me = models.User{ID: 9, IsBot: true, Username: "youju_bot"}
	return b
}

// FuzzRequest: what is read from a text with any entities is a part of the text,
// and nothing panics.
func FuzzRequest(f *testing.F) {
	f.Add("😀@youju_bot 外资", 2, 10, "mention")
	f.Add("/ask@youju_bot 外资", 0, 14, "bot_command")
	f.Add("\xff\xed\xa0\x80@youju_bot", -1, 1<<62, "text_mention")
	f.Fuzz(func(t *testing.T, text string, offset, length int, kind string) {
		me := models.User{ID: 9, Username: "youju_bot"}
		m := &models.Message{Text: text, Entities: []models.MessageEntity{
			{Type: models.MessageEntityType(kind), Offset: offset, Length: length, User: &me},
			{Type: models.MessageEntityType(kind), Offset: offset + 1, Length: length},
		}}
		r := readRequest(m, me)
		if r.text != trim(r.text) {
			t.Fatalf("space around %q", r.text)
		}
		if len([]rune(r.text)) > len([]rune(text))+2 {
			t.Fatalf("%q became %q", text, r.text)
		}
	})
}

func TestSmallTalk(t *testing.T) {
	for text, want := range map[string]string{
		"你好": "bot.greeting", "你好！！": "bot.greeting", "您好～": "bot.greeting", " HI~ ": "bot.greeting", "在吗？": "bot.greeting", "👋 hello": "bot.greeting", "谢谢😊": "bot.thanks", "Thank you!": "bot.thanks", "你是谁？": "bot.help",
		"你好，广州外资多少": "", "谢谢参与的企业有几家": "", "hi-tech企业有多少": "", "？？": "", "在建的有几个": "", "好企业有几家": "", "123": "",
	} {
		if got, _ := smallTalk(bare(trim(text))); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// FuzzWebhook: whatever is posted, nothing panics; 200 is said only to what has an
// id and is then in the journal; and what claims to be of Telegram must say so.
func FuzzWebhook(f *testing.F) {
	for _, seed := range []string{
		`{"update_id":1,"message":{"message_id":7,"date":1,"chat":{"id":5,"type":"private"},"from":{"id":5},"text":"外资多少"}}`,
		`{"update_id":1,"message":7}`, `{"update_id":-1}`, `{"update_id":9223372036854775807}`, `{"update_id":1e3}`, `{"update_id":"1"}`,
		`{"update_id":1}{"update_id":2}`, `[{"update_id":1}]`, `{"UPDATE_ID":3}`, `{"update_id":4,"update_id":5}`, "null", "", "\xff\xfe", "{\"update_id\":6,\"message\":{\"text\":\"\\ud800\"}}",
		`{"update_id":7,"callback_query":{"id":"x","from":{"id":1},"data":"q.0"}}`,
	} {
		f.Add([]byte(seed), true)
	}
	f.Add([]byte(`{"update_id":1}`), false)
	f.Fuzz(func(t *testing.T, body []byte, knows bool) {
		out := &logs{}
		b := quietBot(t, &deaf{}, out)
		b.cfg.WebhookSecret = "the-secret"
		ctx, cancel := context.WithCancel(context.Background())
		s := b.newShift(ctx)
		s.answers.halt() // only the journal is looked at
		b.atWork.Store(s)
		r := httptest.NewRequest(http.MethodPost, "/", bytes.NewReader(body))
		if knows {
			r.Header.Set(secretHeader, "the-secret")
		}
		w := httptest.NewRecorder()
		b.serveWebhook(w, r)
		cancel()
		<-s.answers.drained()
		pending, err := b.cfg.Store.Pending(context.Background())
		if err != nil {
			t.Fatal(err)
		}
		switch {
		case !knows && (w.Code != 401 || len(pending) != 0):
			t.Fatalf("a stranger gets %d, %d are journalled", w.Code, len(pending))
		case (w.Code == 200) != (len(pending) == 1):
			t.Fatalf("%d is said of %q, %d are journalled", w.Code, body, len(pending))
		case w.Code != 200 && w.Code != 400 && w.Code != 401:
			t.Fatalf("%d is said of %q", w.Code, body)
		}
		if len(pending) == 1 && s.reread(pending[0]).id != pending[0].ID {
			t.Fatalf("%q reads otherwise from the journal", body)
		}
	})
}
