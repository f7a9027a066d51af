package telegramtest

import (
	"bytes"
	"encoding/json"
	"fmt"
	"image"
	"image/png"
	"io"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"sync"
	"testing"
	"time"

	"go.uber.org/goleak"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// call asks the server and gives its reply as text.
func call(t *testing.T, s *Server, method, body string) string {
	t.Helper()
	return post(t, s.URL()+"/bot"+Token+"/"+method, "application/json", strings.NewReader(body))
}

func post(t *testing.T, address, kind string, body io.Reader) string {
	t.Helper()
	client := http.Client{Transport: &http.Transport{DisableKeepAlives: true}}
	resp, err := client.Post(address, kind, body)
	if err != nil {
		return err.Error()
	}
	defer resp.Body.Close()
	text, _ := io.ReadAll(resp.Body)
	return strings.TrimSpace(string(text))
}

func TestOffsetsConfirm(t *testing.T) {
	s := New(t)
	li, room := s.Person("李")
	for range 3 {
		room.Say(li, "问")
	}
	ids := s.Unconfirmed()
	read := func(body string) (got []int64) {
		var reply struct {
			Result []struct {
				ID int64 `json:"update_id"`
			} `json:"result"`
		}
		if err := json.Unmarshal([]byte(call(t, s, "getUpdates", body)), &reply); err != nil {
			t.Fatal(err)
		}
		for _, u := range reply.Result {
			got = append(got, u.ID)
		}
		return got
	}
	for _, step := range []struct {
		body string
		want []int64
	}{
		{`{}`, ids}, {`{"limit":1}`, ids[:1]}, {`{}`, ids}, {fmt.Sprintf(`{"offset":%d}`, ids[1]), ids[1:]}, {`{"offset":0}`, ids[1:]},
		{`{"offset":-1}`, ids[2:]}, {`{}`, ids[2:]}, {fmt.Sprintf(`{"offset":"%d"}`, ids[2]+1), nil}, {`{}`, nil},
	} {
		if got := read(step.body); fmt.Sprint(got) != fmt.Sprint(step.want) {
			t.Errorf("%s: got %v, want %v", step.body, got, step.want)
		}
	}
	read(`{"allowed_updates":["callback_query"]}`)
	room.Say(li, "问")
	if n := len(s.Unconfirmed()); n != 0 {
		t.Errorf("a kind that was not asked for is kept: %d", n)
	}
}

func TestPollsWaitAndConflict(t *testing.T) {
	s := New(t)
	first := make(chan string)
	go func() { first <- call(t, s, "getUpdates", `{"timeout":30}`) }()
	s.wait(func() bool { return s.poller != nil })
	second := make(chan string)
	go func() { second <- call(t, s, "getUpdates", `{"timeout":30}`) }()
	if got := <-first; !strings.Contains(got, `"error_code":409`) {
		t.Errorf("the first poll got %s", got)
	}
	li, room := s.Person("李")
	room.Say(li, "问")
	if got := <-second; !strings.Contains(got, `"text":"问"`) {
		t.Errorf("the second poll got %s", got)
	}
	s.SetWebhook("https://example.com")
	if got := call(t, s, "getUpdates", `{}`); !strings.Contains(got, "webhook is active") {
		t.Errorf("beside a webhook: %s", got)
	}
}

func TestRefusals(t *testing.T) {
	s := New(t)
	_, room := s.Person("李")
	_, blocked := s.Person("王")
	blocked.Block()
	send := func(fields string) string {
		return call(t, s, "sendMessage", fmt.Sprintf(`{"chat_id":%d,%s}`, room.Chat.ID, fields))
	}
	for _, step := range []struct{ got, want string }{
		{send(`"text":"好"`), `"ok":true`},
		{send(`"text":" \n "`), "message text is empty"},
		{send(`"text":"<b></b>","parse_mode":"HTML"`), "message text is empty"},
		{send(`"text":"<x>a</x>","parse_mode":"HTML"`), `can't parse entities: Unsupported start tag \"x\" at byte offset 0`},
		{send(`"text":"<b>a","parse_mode":"HTML"`), "can't parse entities: Can't find end tag"},
		{send(`"text":"` + strings.Repeat("字", 4096) + `"`), `"ok":true`},
		{send(`"text":"<b>` + strings.Repeat("&lt;", 4096) + `</b>","parse_mode":"HTML"`), `"ok":true`},
		{send(`"text":"` + strings.Repeat("字", 4097) + `"`), "message is too long"},
		{send(`"text":"` + strings.Repeat("😀", 2049) + `"`), "message is too long"},
		{send(`"text":"好","reply_parameters":{"message_id":999999}`), "message to be replied not found"},
		{send(`"text":"好","reply_parameters":{"message_id":999999,"allow_sending_without_reply":true}`), `"ok":true`},
		{send(`"text":"好","message_thread_id":4`), "message thread not found"},
		{send(`"text":"好","reply_markup":{"inline_keyboard":[[{"text":"a","callback_data":"` + strings.Repeat("x", 65) + `"}]]}`), "BUTTON_DATA_INVALID"},
		{send(`"text":"好","reply_markup":{"inline_keyboard":[[{"text":"a"}]]}`), "text buttons are unallowed"},
		{call(t, s, "sendMessage", `{"chat_id":5,"text":"好"}`), "chat not found"},
		{call(t, s, "sendMessage", fmt.Sprintf(`{"chat_id":%d,"text":"好"}`, blocked.Chat.ID)), `"error_code":403`},
		{call(t, s, "answerCallbackQuery", `{"callback_query_id":"1"}`), "query is too old"},
		{call(t, s, "setMyCommands", `{"commands":[{"command":"Ask","description":"x"}]}`), "BOT_COMMAND_INVALID"},
		{call(t, s, "editMessageText", fmt.Sprintf(`{"chat_id":%d,"message_id":1,"text":"x"}`, room.Chat.ID)), "message to edit not found"},
		{call(t, s, "noSuchMethod", `{}`), `"error_code":404`},
		{post(t, s.URL()+"/bot1:wrong/getMe", "application/json", strings.NewReader("{}")), `"error_code":401`},
	} {
		if !strings.Contains(step.got, step.want) {
			t.Errorf("got %s, want %s", step.got, step.want)
		}
	}
}

func TestEveryFormOfABody(t *testing.T) {
	s := New(t)
	_, room := s.Person("李")
	address := s.URL() + "/bot" + Token + "/SENDmessage"
	var form bytes.Buffer
	w := multipart.NewWriter(&form)
	_ = w.WriteField("chat_id", fmt.Sprint(room.Chat.ID))
	_ = w.WriteField("text", "<i>多部分 &amp; 斜体</i>")
	_ = w.WriteField("parse_mode", "HTML")
	_ = w.Close()
	post(t, address, w.FormDataContentType(), &form)
	post(t, address, "application/x-www-form-urlencoded", strings.NewReader(url.Values{"chat_id": {fmt.Sprint(room.Chat.ID)}, "text": {"表单"}}.Encode()))
	post(t, fmt.Sprintf("%s?chat_id=%d&text=query", address, room.Chat.ID), "", nil)
	if got := room.Next(t); got.Text != "多部分 & 斜体" || fmt.Sprint(got.Entities) != fmt.Sprint([]Entity{{Type: "italic", Length: 8}}) {
		t.Errorf("got %q %v", got.Text, got.Entities)
	}
	if a, b := room.Next(t).Text, room.Next(t).Text; a != "表单" || b != "query" {
		t.Errorf("got %q, %q", a, b)
	}
}

func TestEdits(t *testing.T) {
	s := New(t)
	li, room := s.Person("李")
	call(t, s, "sendMessage", fmt.Sprintf(`{"chat_id":%d,"text":"一"}`, room.Chat.ID))
	m := room.Next(t)
	edit := func(id int, text string) string {
		return call(t, s, "editMessageText", fmt.Sprintf(`{"chat_id":%d,"message_id":%d,"text":%q}`, room.Chat.ID, id, text))
	}
	if got := edit(m.ID, "二"); !strings.Contains(got, `"edit_date"`) || room.Sent()[0].Text != "二" || m.Text != "一" {
		t.Errorf("got %s", got)
	}
	if got := edit(m.ID, "二"); !strings.Contains(got, "message is not modified") {
		t.Errorf("got %s", got)
	}
	if got := edit(room.Say(li, "问").ID, "二"); !strings.Contains(got, "message can't be edited") {
		t.Errorf("got %s", got)
	}
}

func TestFaults(t *testing.T) {
	s := New(t)
	_, room := s.Person("李")
	send := func() string {
		return call(t, s, "sendMessage", fmt.Sprintf(`{"chat_id":%d,"text":"好"}`, room.Chat.ID))
	}
	s.Fail(Fault{Method: "sendMessage", Skip: 1, Code: 429, RetryAfter: 3})
	s.Fail(Fault{Method: "sendMessage", Drop: true, Times: 2})
	s.Fail(Fault{Method: "sendMessage", DropAfter: true, Delay: time.Millisecond})
	// The 429 lets the first call pass, which then meets the next fault.
	for i, want := range []string{"EOF", `"retry_after":3`, "EOF", "EOF", `"ok":true`} {
		if got := send(); !strings.Contains(got, want) {
			t.Errorf("call %d: got %s, want %s", i, got, want)
		}
	}
	if n := len(room.Sent()); n != 2 {
		t.Errorf("%d messages arrived", n)
	}
}

// TestWebhook: an update comes until it is taken, whatever happens on the way.
func TestWebhook(t *testing.T) {
	s := New(t)
	var mu sync.Mutex
	seen := map[int64]int{}
	bot := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		var u struct {
			ID int64 `json:"update_id"`
		}
		if err := json.NewDecoder(r.Body).Decode(&u); err != nil || r.Header.Get("X-Telegram-Bot-Api-Secret-Token") != "s-1" {
			t.Errorf("%v, secret %q", err, r.Header.Get("X-Telegram-Bot-Api-Secret-Token"))
		}
		mu.Lock()
		defer mu.Unlock()
		if seen[u.ID]++; seen[u.ID] == 1 && u.ID%2 == 0 {
			w.WriteHeader(500)
		}
	}))
	defer bot.Close()
	li, room := s.Person("李")
	for range 6 {
		room.Say(li, "问")
	}
	ids := s.Unconfirmed()
	s.Fail(Fault{Method: WebhookFault, Drop: true, Times: 2})
	s.Fail(Fault{Method: WebhookFault, DropAfter: true, Skip: 3})
	call(t, s, "setWebhook", fmt.Sprintf(`{"url":%q,"secret_token":"s-1","max_connections":3}`, bot.URL))
	if !s.wait(func() bool { return len(s.updates) == 0 }) {
		t.Fatalf("still to be taken: %v", s.Unconfirmed())
	}
	mu.Lock()
	defer mu.Unlock()
	total := 0
	for _, id := range ids {
		if total += seen[id]; seen[id] == 0 || seen[id] == 1 && id%2 == 0 {
			t.Errorf("update %d came %d times", id, seen[id])
		}
	}
	if total < 6+3 { // three refusals; the reply that was lost may be one of them
		t.Errorf("%d deliveries", total)
	}
	for body, want := range map[string]string{
		`{"url":"https://x.example","secret_token":"a b"}`: "unallowed characters", `{"url":"ftp://x"}`: "An HTTPS URL",
	} {
		if got := call(t, s, "setWebhook", body); !strings.Contains(got, want) {
			t.Errorf("%s: %s", body, got)
		}
	}
	if got := call(t, s, "getWebhookInfo", `{}`); !strings.Contains(got, bot.URL) {
		t.Errorf("info %s", got)
	}
	call(t, s, "deleteWebhook", `{}`)
	room.Say(li, "问")
	if got := call(t, s, "getUpdates", `{}`); !strings.Contains(got, "问") {
		t.Errorf("after the webhook polls get %s", got)
	}
}

func TestHooksOfAFault(t *testing.T) {
	s := New(t)
	_, room := s.Person("李")
	sent := make(chan int, 2)
	count := func() { sent <- len(room.Sent()) }
	s.Fail(Fault{Method: "sendMessage", DropAfter: true, Before: count, After: count})
	call(t, s, "sendMessage", fmt.Sprintf(`{"chat_id":%d,"text":"好"}`, room.Chat.ID))
	if before, after := <-sent, <-sent; before != 0 || after != 1 {
		t.Errorf("%d messages before, %d after", before, after)
	}
}

func TestFiles(t *testing.T) {
	s := New(t)
	li, room := s.Person("李")
	sent := room.SendDocument(li, "文章.md", "text/markdown", []byte("# 标题"), "看看")
	if got := call(t, s, "getUpdates", `{}`); !strings.Contains(got, `"document":{"file_id":"`+sent.Document.ID) || !strings.Contains(got, `"caption":"看看"`) {
		t.Errorf("the update is %s", got)
	}
	var file struct {
		Result struct {
			Path string `json:"file_path"`
		} `json:"result"`
	}
	if err := json.Unmarshal([]byte(call(t, s, "getFile", fmt.Sprintf(`{"file_id":%q}`, sent.Document.ID))), &file); err != nil {
		t.Fatal(err)
	}
	if got := post(t, s.URL()+"/file/bot"+Token+"/"+file.Result.Path, "", nil); got != "# 标题" {
		t.Errorf("the file holds %q", got)
	}
	big := room.SendDocument(li, "big.md", "", make([]byte, downloadLimit+1), "")
	upload := func(method, field, caption string, wide int) string {
		var form bytes.Buffer
		w := multipart.NewWriter(&form)
		_ = w.WriteField("chat_id", fmt.Sprint(room.Chat.ID))
		_ = w.WriteField("caption", caption)
		_ = w.WriteField("parse_mode", "HTML")
		part, _ := w.CreateFormFile(field, "chart.png")
		_ = png.Encode(part, image.NewGray(image.Rect(0, 0, wide, 30)))
		_ = w.Close()
		return post(t, s.URL()+"/bot"+Token+"/"+method, w.FormDataContentType(), &form)
	}
	for _, step := range []struct{ got, want string }{
		{call(t, s, "getFile", `{"file_id":"x"}`), "invalid file_id"},
		{call(t, s, "getFile", fmt.Sprintf(`{"file_id":%q}`, big.Document.ID)), "file is too big"},
		{post(t, s.URL()+"/file/bot"+Token+"/documents/none", "", nil), `"error_code":404`},
		{post(t, s.URL()+"/file/bot1:x/documents/none", "", nil), `"error_code":401`},
		{upload("sendPhoto", "photo", "<b>图</b>", 40), `"photo":[{"file_id"`},
		{upload("sendDocument", "document", strings.Repeat("字", 1025), 40), "caption is too long"},
		{upload("sendDocument", "photo", "", 40), "there is no document"},
		{upload("sendPhoto", "photo", "", 601), "PHOTO_INVALID_DIMENSIONS"},
		{call(t, s, "sendPhoto", fmt.Sprintf(`{"chat_id":%d,"photo":%q}`, room.Chat.ID, sent.Document.ID)), "IMAGE_PROCESS_FAILED"},
		{call(t, s, "sendDocument", fmt.Sprintf(`{"chat_id":%d,"document":%q}`, room.Chat.ID, sent.Document.ID)), `"file_name":"文章.md"`},
	} {
		if !strings.Contains(step.got, step.want) {
			t.Errorf("got %s, want %s", step.got, step.want)
		}
	}
	if got := room.Next(t); got.Caption != "图" || got.Photo[0].Width != 40 || got.CaptionEntities[0].Type != "bold" {
		t.Errorf("got %+v", got)
	}
}
