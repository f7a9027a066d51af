package telegramtest

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"regexp"
	"slices"
	"strings"
	"sync"
	"time"
)

// WebhookFault is the Method of a Fault that befalls deliveries to a webhook:
// Drop is one that never arrives, DropAfter one whose reply is lost, so that the
// update comes again; Delay lets others overtake it.
const WebhookFault = "(webhook)"

const (
	hookFirstRetry = 20 * time.Millisecond
	hookLastRetry  = 500 * time.Millisecond
	hookTimeout    = 10 * time.Second
	hookMost       = 40 // connections, where setWebhook names no number
)

// webhook posts updates to where the bot wants them, until it is stopped. An
// update is posted again until it is answered with 2xx
// (https://core.telegram.org/bots/api#setwebhook).
type webhook struct {
	server      *Server
	url, secret string
	client      *http.Client
	slots       chan struct{}
	stop        chan struct{}
	lastError   string
	inFlight    map[int64]bool
	posts       sync.WaitGroup
}

var secretForm = regexp.MustCompile(`^[A-Za-z0-9_-]{0,256}$`)

func (s *Server) setWebhook(r request) (any, error) {
	if !secretForm.MatchString(r.params["secret_token"]) {
		return nil, badRequest("secret token contains unallowed characters")
	}
	url := r.params["url"]
	if url != "" && !strings.HasPrefix(url, "http") {
		return nil, badRequest("bad webhook: An HTTPS URL must be provided for webhook")
	}
	most := int(r.int("max_connections"))
	if most < 1 || most > 100 {
		most = hookMost
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.stopHook()
	s.webhook = url
	if err := s.readAllowed(r); err != nil || url == "" {
		return true, err
	}
	s.hook = &webhook{server: s, url: url, secret: r.params["secret_token"], client: &http.Client{Transport: &http.Transport{}, Timeout: hookTimeout},
		slots: make(chan struct{}, most), stop: make(chan struct{}), inFlight: map[int64]bool{}}
	s.background.Add(1)
	go s.hook.run()
	return true, nil
}

func (s *Server) deleteWebhook(r request) (any, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.stopHook()
	s.webhook = ""
	if r.bool("drop_pending_updates") {
		s.updates = nil
	}
	return true, nil
}

func (s *Server) getWebhookInfo(request) (any, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	info := map[string]any{"url": s.webhook, "has_custom_certificate": false, "pending_update_count": len(s.updates)}
	if s.hook != nil && s.hook.lastError != "" {
		info["last_error_message"] = s.hook.lastError
	}
	return info, nil
}

// stopHook ends the deliveries; s.mu is held.
func (s *Server) stopHook() {
	if s.hook != nil {
		close(s.hook.stop)
		s.hook = nil
	}
}

// SetWebhook is what an operator may have done elsewhere: polls end with 409.
func (s *Server) SetWebhook(url string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.webhook = url
}

func (h *webhook) run() {
	defer h.server.background.Done()
	defer h.client.CloseIdleConnections()
	defer h.posts.Wait()
	for {
		next, changed := h.next()
		for _, u := range next {
			select {
			case h.slots <- struct{}{}:
			case <-h.stop:
				return
			}
			h.posts.Add(1)
			go h.deliver(u)
		}
		select {
		case <-changed:
		case <-h.stop:
			return
		}
	}
}

// next are the updates that nobody delivers yet.
func (h *webhook) next() ([]pending, chan struct{}) {
	h.server.mu.Lock()
	defer h.server.mu.Unlock()
	var next []pending
	for _, u := range h.server.updates {
		if !h.inFlight[u.id] {
			h.inFlight[u.id] = true
			next = append(next, u)
		}
	}
	return next, h.server.changed
}

// deliver posts one update until it is taken.
func (h *webhook) deliver(u pending) {
	defer h.posts.Done()
	defer func() { <-h.slots }()
	for wait := hookFirstRetry; ; wait = min(2*wait, hookLastRetry) {
		err := h.post(u)
		h.server.mu.Lock()
		if err == nil {
			h.server.updates = slices.DeleteFunc(h.server.updates, func(p pending) bool { return p.id == u.id })
			delete(h.inFlight, u.id)
			h.server.notify()
			h.server.mu.Unlock()
			return
		}
		h.lastError = err.Error()
		h.server.mu.Unlock()
		select {
		case <-time.After(wait):
		case <-h.stop:
			return
		}
	}
}

func (h *webhook) post(u pending) error {
	fault := h.server.nextFault(WebhookFault, map[string]string{"update_id": fmt.Sprint(u.id)})
	if fault.Before != nil {
		fault.Before()
	}
	fault.pause(h.stop)
	if fault.Drop {
		return fmt.Errorf("the delivery was dropped")
	}
	req, err := http.NewRequest(http.MethodPost, h.url, bytes.NewReader(u.body))
	if err != nil {
		return fmt.Errorf("webhook: %w", err)
	}
	req.Header.Set("Content-Type", "application/json")
	if h.secret != "" {
		req.Header.Set("X-Telegram-Bot-Api-Secret-Token", h.secret)
	}
	resp, err := h.client.Do(req)
	if err != nil {
		return fmt.Errorf("webhook: %w", err)
	}
	defer resp.Body.Close()
	_, _ = io.Copy(io.Discard, resp.Body)
	if fault.After != nil {
		fault.After()
	}
	h.server.record(Call{Method: WebhookFault, Params: map[string]string{"update_id": fmt.Sprint(u.id)}, Code: resp.StatusCode})
	switch {
	case resp.StatusCode < 200 || resp.StatusCode > 299:
		return fmt.Errorf("wrong response from the webhook: %s", resp.Status)
	case fault.DropAfter:
		return fmt.Errorf("the webhook's reply was lost")
	}
	return nil
}

// readAllowed takes the update types that a call asks for; s.mu is held.
func (s *Server) readAllowed(r request) error {
	if _, given := r.params["allowed_updates"]; !given {
		return nil
	}
	var allowed []string
	if err := r.json("allowed_updates", &allowed); err != nil {
		return err
	}
	s.allowed = allowed
	return nil
}

// Raw is an update as it would be delivered; nil where it has been taken.
func (s *Server) Raw(id int64) json.RawMessage {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, u := range s.updates {
		if u.id == id {
			return u.body
		}
	}
	return nil
}
