// Package telegramtest is a Telegram Bot API server for tests. It keeps updates
// and confirms them by offset, parses HTML as TDLib does, measures in UTF-16
// units, refuses what Telegram refuses, and fails on demand: 429, 409, 5xx,
// dropped connections. People of its own write to the bot and tap its buttons.
package telegramtest

import (
	"encoding/json"
	"errors"
	"fmt"
	"net"
	"net/http"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"
)

// Token is the one that the server takes.
const Token = "123456789:TEST-telegramtest_secret-ABCDEFGHIJ"

// Server is the Bot API for one bot. Its methods may be called from any
// goroutine.
type Server struct {
	me  User
	url string

	mu                    sync.Mutex
	changed               chan struct{} // closed and made anew whenever something happens
	rooms                 map[int64]*Room
	people                int64 // ids given so far
	updates               []pending
	updateID              int64
	inlineMode, guestMode bool
	allowed               []string             // update types that are kept; nil: Telegram's default
	poller                chan struct{}        // closed to end the long poll in flight
	webhook               string               // where updates go; empty: to polls
	hook                  *webhook             // what posts them there; nil where nothing does
	commands              map[string][]Command // by language
	taps                  map[string]*Tap
	queries               map[string]*Query
	files                 map[string]*File // by id
	calls                 []Call
	faults                []*Fault

	http       *http.Server
	closed     chan struct{}
	once       sync.Once
	background sync.WaitGroup
}

// NewServer is a server that does not listen: an http.Handler.
func NewServer() *Server {
	return &Server{
		me:      User{ID: 123456789, IsBot: true, FirstName: "有据", Username: "youju_test_bot"},
		changed: make(chan struct{}), closed: make(chan struct{}),
		rooms: map[int64]*Room{}, commands: map[string][]Command{}, taps: map[string]*Tap{}, queries: map[string]*Query{}, files: map[string]*File{},
		people: 1000, updateID: 700_000_000,
	}
}

// Start listens on a free port of loopback.
func Start() (*Server, error) {
	s := NewServer()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, fmt.Errorf("start the Bot API server: %w", err)
	}
	s.url = "http://" + l.Addr().String()
	s.http = &http.Server{Handler: s, ReadHeaderTimeout: time.Minute}
	go func() { _ = s.http.Serve(l) }()
	return s, nil
}

// New starts a server that is closed when the test ends.
func New(t testing.TB) *Server {
	t.Helper()
	s, err := Start()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(s.Close)
	return s
}

// URL is what a bot takes for Telegram's address.
func (s *Server) URL() string { return s.url }

// Me is the bot.
func (s *Server) Me() User { return s.me }

// Close ends every request in flight.
func (s *Server) Close() {
	s.once.Do(func() {
		close(s.closed)
		if s.http != nil {
			_ = s.http.Close()
		}
		s.mu.Lock()
		s.stopHook()
		s.mu.Unlock()
		s.background.Wait()
	})
}

// apiError is a refusal, as Telegram words it.
type apiError struct {
	Code        int
	Description string
	RetryAfter  int
}

func (e *apiError) Error() string { return e.Description }

func badRequest(format string, args ...any) error {
	return &apiError{Code: 400, Description: "Bad Request: " + fmt.Sprintf(format, args...)}
}

// request is one call while it is worked on.
type request struct {
	http   *http.Request
	params map[string]string
}

type method struct {
	name string
	do   func(*Server, request) (any, error)
}

// methods by their names in lower case: Telegram does not mind the case.
func methods() map[string]method {
	list := []method{
		{"getMe", (*Server).getMe}, {"getUpdates", (*Server).getUpdates},
		{"setWebhook", (*Server).setWebhook}, {"deleteWebhook", (*Server).deleteWebhook},
		{"getWebhookInfo", (*Server).getWebhookInfo},
		{"sendMessage", (*Server).sendMessage}, {"editMessageText", (*Server).editMessageText}, {"deleteMessage", (*Server).deleteMessage},
		{"sendMessageDraft", (*Server).sendMessageDraft}, {"sendRichMessage", (*Server).sendRichMessage},
		{"answerInlineQuery", (*Server).answerInlineQuery}, {"answerGuestQuery", (*Server).answerGuestQuery},
		{"answerCallbackQuery", (*Server).answerCallbackQuery}, {"sendChatAction", (*Server).sendChatAction},
		{"setMyCommands", (*Server).setMyCommands}, {"getChatMember", (*Server).getChatMember}, {"getFile", (*Server).getFile},
		{"sendDocument", (*Server).sendDocument}, {"sendPhoto", (*Server).sendPhoto},
	}
	byName := map[string]method{}
	for _, m := range list {
		byName[strings.ToLower(m.name)] = m
	}
	return byName
}

var callPath = regexp.MustCompile(`^/bot([^/]+)/([A-Za-z]+)$`)

// ServeHTTP answers one call of the Bot API.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if s.download(w, r) {
		return
	}
	match := callPath.FindStringSubmatch(r.URL.Path)
	if match == nil {
		reply(w, nil, &apiError{Code: 404, Description: "Not Found"})
		return
	}
	if match[1] != Token {
		reply(w, nil, &apiError{Code: 401, Description: "Unauthorized"})
		return
	}
	m, known := methods()[strings.ToLower(match[2])]
	if !known {
		reply(w, nil, &apiError{Code: 404, Description: "Not Found: method not found"})
		return
	}
	params, err := readParams(r)
	if err != nil {
		reply(w, nil, badRequest("%v", err))
		return
	}
	s.serve(w, m, request{r, params})
}

func (s *Server) serve(w http.ResponseWriter, m method, r request) {
	fault := s.nextFault(m.name, r.params)
	if fault.fail(w, r.http.Context(), s.closed) {
		s.record(Call{Method: m.name, Params: r.params, Code: fault.Code, Description: fault.Description})
		if fault.Code == 0 {
			panic(http.ErrAbortHandler)
		}
		return
	}
	result, err := m.do(s, r)
	if fault.After != nil {
		fault.After()
	}
	call := Call{Method: m.name, Params: r.params, Code: 200}
	var e *apiError
	if errors.As(err, &e) {
		call.Code, call.Description = e.Code, e.Description
	}
	s.record(call)
	if fault.DropAfter {
		panic(http.ErrAbortHandler)
	}
	reply(w, result, err)
}

// reply writes what Telegram writes
// (https://core.telegram.org/bots/api#making-requests).
func reply(w http.ResponseWriter, result any, err error) {
	body := map[string]any{"ok": true, "result": result}
	code := 200
	var e *apiError
	if errors.As(err, &e) {
		code = e.Code
		body = map[string]any{"ok": false, "error_code": e.Code, "description": e.Description}
		if e.RetryAfter > 0 {
			body["parameters"] = map[string]int{"retry_after": e.RetryAfter}
		}
	}
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(code)
	_ = json.NewEncoder(w).Encode(body)
}
