package telegramtest

import (
	"encoding/json"
	"fmt"
	"testing"
	"unicode/utf8"
)

// EnableInline and EnableGuests are what an operator does with @BotFather; the bot
// hears of it by getMe.
func (s *Server) EnableInline() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.inlineMode = true
}

// EnableGuests lets people mention the bot where it is no member.
func (s *Server) EnableGuests() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.guestMode = true
}

// Query is an inline query or a mention of the bot as a guest, until it is answered.
type Query struct {
	ID       string
	server   *Server
	guest    *Room // where a guest's answer goes; nil for an inline query
	answered int
	results  []Result
	cache    int64
	personal bool
}

// Result is one of an inline query's
// (https://core.telegram.org/bots/api#inlinequeryresultarticle).
type Result struct {
	Type                string    `json:"type"`
	ID                  string    `json:"id"`
	Title               string    `json:"title"`
	Description         string    `json:"description"`
	ReplyMarkup         *Keyboard `json:"reply_markup"`
	InputMessageContent struct {
		MessageText string `json:"message_text"`
		ParseMode   string `json:"parse_mode"`
	} `json:"input_message_content"`

	text     string
	entities []Entity
}

// Inline is what stands in a person's input field behind the bot's name.
func (s *Server) Inline(from User, text string) *Query {
	s.mu.Lock()
	defer s.mu.Unlock()
	q := s.query(nil)
	if s.inlineMode {
		s.deliver("inline_query", map[string]any{"id": q.ID, "from": from, "query": text, "offset": "", "chat_type": "supergroup"})
	}
	return q
}

// Mention is a message that names the bot in a chat that it is no member of.
func (r *Room) Mention(from User, text string, changes ...func(*Message)) *Query {
	s := r.server
	s.mu.Lock()
	defer s.mu.Unlock()
	m := r.add(from)
	m.Text, m.Entities = text, findEntities(text)
	for _, change := range changes {
		change(m)
	}
	q := s.query(r)
	if s.guestMode {
		raw, _ := json.Marshal(m)
		var fields map[string]any
		_ = json.Unmarshal(raw, &fields)
		fields["guest_query_id"], fields["guest_bot_caller_user"] = q.ID, from
		s.deliver("guest_message", fields)
	}
	return q
}

func (s *Server) query(guest *Room) *Query {
	q := &Query{ID: fmt.Sprintf("87%016d", len(s.queries)), server: s, guest: guest}
	s.queries[q.ID] = q
	return q
}

// Results waits for the answer.
func (q *Query) Results(t testing.TB) []Result {
	t.Helper()
	if !q.server.wait(func() bool { return q.answered > 0 }) {
		t.Fatal("the query was never answered")
	}
	q.server.mu.Lock()
	defer q.server.mu.Unlock()
	return q.results
}

// Answered says how often the query was answered, for how many seconds the answer
// holds, and whether it is for this person alone.
func (q *Query) Answered() (times int, cache int64, personal bool) {
	q.server.mu.Lock()
	defer q.server.mu.Unlock()
	return q.answered, q.cache, q.personal
}

// Choose posts a result in a room, as a tap on it does.
func (r *Room) Choose(from User, result Result) *Message {
	s := r.server
	s.mu.Lock()
	defer s.mu.Unlock()
	return r.post(from, result).copy()
}

// post is a message by way of the bot; a guest's is its own. s.mu is held.
func (r *Room) post(from User, result Result) *Message {
	m := r.add(from)
	if from.ID != r.server.me.ID {
		m.ViaBot = &r.server.me
	}
	m.Text, m.Entities, m.ReplyMarkup = result.text, result.entities, result.ReplyMarkup
	m.Raw = map[string]string{"text": result.InputMessageContent.MessageText}
	r.server.notify()
	return m
}

const (
	inlineMost  = 50 // results
	resultIDMax = 64 // bytes
)

func (s *Server) answerInlineQuery(r request) (any, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	q := s.queries[r.params["inline_query_id"]]
	if q == nil || q.guest != nil {
		return nil, badRequest("query is too old and response timeout expired or query ID is invalid")
	}
	var results []Result
	if err := r.json("results", &results); err != nil {
		return nil, err
	}
	if r.params["results"] == "" || len(results) > inlineMost {
		return nil, badRequest("RESULTS_TOO_MUCH")
	}
	ids := map[string]bool{}
	for i := range results {
		if err := results[i].check(r); err != nil {
			return nil, err
		}
		if ids[results[i].ID] {
			return nil, badRequest("RESULT_ID_DUPLICATE")
		}
		ids[results[i].ID] = true
	}
	q.answered, q.results, q.cache, q.personal = q.answered+1, results, r.int("cache_time"), r.bool("is_personal")
	s.notify()
	return true, nil
}

// answerGuestQuery posts one message in the name of the bot, once
// (https://core.telegram.org/bots/api#answerguestquery).
func (s *Server) answerGuestQuery(r request) (any, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	q := s.queries[r.params["guest_query_id"]]
	if q == nil || q.guest == nil || q.answered > 0 {
		return nil, badRequest("query is too old and response timeout expired or query ID is invalid")
	}
	var result Result
	if err := r.json("result", &result); err != nil {
		return nil, err
	}
	if err := result.check(r); err != nil {
		return nil, err
	}
	q.answered, q.results = 1, []Result{result}
	q.guest.post(s.me, result)
	return map[string]string{"inline_message_id": "guest" + q.ID}, nil
}

func (result *Result) check(r request) (err error) {
	inner := func(params map[string]string) request { return request{r.http, params} }
	content := result.InputMessageContent
	result.text, result.entities, err = readText(inner(map[string]string{"text": content.MessageText, "parse_mode": content.ParseMode}))
	if err != nil {
		return err
	}
	if result.ReplyMarkup != nil {
		markup, _ := json.Marshal(result.ReplyMarkup)
		if _, err := readKeyboard(inner(map[string]string{"reply_markup": string(markup)})); err != nil {
			return err
		}
	}
	switch {
	case result.Type != "article":
		return badRequest("can't parse inline query result: unsupported type")
	case result.ID == "" || len(result.ID) > resultIDMax:
		return badRequest("RESULT_ID_INVALID")
	case result.Title == "" || !utf8.ValidString(result.Title):
		return badRequest("ARTICLE_TITLE_EMPTY")
	}
	return nil
}
