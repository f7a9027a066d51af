package bot

import (
	"crypto/hmac"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"regexp"
)

const (
	// webhookBytes bounds a request's body; Telegram's updates are far below it.
	webhookBytes = 1 << 20
	secretHeader = "X-Telegram-Bot-Api-Secret-Token"
)

var (
	secretForm = regexp.MustCompile(`^[A-Za-z0-9_-]{1,256}$`)
	pathForm   = regexp.MustCompile(`^(/[A-Za-z0-9_~.-]+)+/?$`)
)

// checkWebhook returns the path that Telegram will post to; without an address
// there is none.
func checkWebhook(address, secret string) (path string, err error) {
	if address == "" {
		return "", nil
	}
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "https" && u.Scheme != "http" || u.Host == "" {
		return "", errors.New("TELEGRAM_WEBHOOK_URL is not an https address")
	}
	if !secretForm.MatchString(secret) {
		return "", errors.New("TELEGRAM_WEBHOOK_SECRET must be 1 to 256 of A-Z a-z 0-9 _ -; without it anybody could write to the bot")
	}
	if u.Path == "" {
		return "/", nil
	}
	if !pathForm.MatchString(u.Path) { // an http.ServeMux reads more than a path in its patterns
		return "", errors.New("TELEGRAM_WEBHOOK_URL must have a path of A-Z a-z 0-9 . _ ~ - and /")
	}
	return u.Path, nil
}

// Webhook is what takes updates from Telegram, and the path that it is to be
// mounted at; nil where the bot polls. It answers 200 only when the update is in
// the journal; to whatever else Telegram sends the update again.
func (b *Bot) Webhook() (path string, h http.Handler) {
	if b.webhookPath == "" {
		return "", nil
	}
	return b.webhookPath, http.HandlerFunc(b.serveWebhook)
}

func (b *Bot) serveWebhook(w http.ResponseWriter, r *http.Request) {
	// First of all, so that nothing is read of a stranger's body.
	if !sameSecret(r.Header.Get(secretHeader), b.cfg.WebhookSecret) {
		http.Error(w, "wrong secret", http.StatusUnauthorized)
		return
	}
	if r.Method != http.MethodPost {
		w.Header().Set("Allow", http.MethodPost)
		http.Error(w, "only POST", http.StatusMethodNotAllowed)
		return
	}
	code, err := b.takeWebhook(w, r)
	if err != nil {
		b.log.Warn("an update that was posted is not taken", "status", code, "error", err)
		http.Error(w, http.StatusText(code), code)
		return
	}
	w.WriteHeader(http.StatusOK)
}

func (b *Bot) takeWebhook(w http.ResponseWriter, r *http.Request) (code int, err error) {
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, webhookBytes))
	var large *http.MaxBytesError
	switch {
	case errors.As(err, &large):
		return http.StatusRequestEntityTooLarge, err
	case err != nil:
		return http.StatusBadRequest, fmt.Errorf("read the body: %w", err)
	}
	u, err := readUpdate(body)
	if u.id <= 0 {
		return http.StatusBadRequest, fmt.Errorf("no update: %w", err)
	}
	if err != nil { // it has an id: it would come again for ever
		b.log.Error("an update of Telegram could not be read and is passed over", "update", u.id, "error", err)
	}
	s := b.atWork.Load()
	if s == nil || s.taking.Err() != nil {
		return http.StatusServiceUnavailable, errors.New("the bot is not at work")
	}
	if err := s.take(r.Context(), "webhook", u); err != nil {
		return http.StatusServiceUnavailable, err
	}
	return http.StatusOK, nil
}

// sameSecret compares in a time that depends on neither.
func sameSecret(a, b string) bool {
	x, y := sha256.Sum256([]byte(a)), sha256.Sum256([]byte(b))
	return hmac.Equal(x[:], y[:])
}
