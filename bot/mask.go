package bot

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/url"
	"strings"
)

// mask replaces secrets (the bot's token, a proxy's password) by *** in all
// that the package lets out: every error it returns and every line it logs goes
// through one. The token is part of each request's address, so errors of
// net/http and of the Telegram library hold it.
type mask struct{ replace *strings.Replacer }

// shortestSecret keeps a part so short that it occurs in ordinary words from
// being masked on its own.
const shortestSecret = 6

// newMask knows each token as it is, as it stands in an escaped address, and its
// secret half alone; and the user part of every proxy address.
func newMask(tokens []string, proxies ...string) mask {
	var secrets []string
	for _, token := range tokens {
		secrets = append(secrets, token, url.QueryEscape(token), url.PathEscape(token))
		if _, half, ok := strings.Cut(token, ":"); ok {
			secrets = append(secrets, half)
		}
	}
	for _, proxy := range proxies {
		if user := userinfo(proxy); user != "" {
			_, password, _ := strings.Cut(user, ":")
			secrets = append(secrets, user, password)
			if plain, err := url.PathUnescape(password); err == nil {
				secrets = append(secrets, plain)
			}
		}
	}
	var pairs []string
	for _, secret := range secrets {
		if len(secret) >= shortestSecret {
			pairs = append(pairs, secret, "***")
		}
	}
	return mask{strings.NewReplacer(pairs...)}
}

// userinfo is the "user:password" of an address that may be malformed.
func userinfo(address string) string {
	if _, rest, ok := strings.Cut(address, "://"); ok {
		address = rest
	}
	at := strings.LastIndex(address, "@")
	if at < 0 {
		return ""
	}
	return address[:at]
}

func (m mask) text(s string) string { return m.replace.Replace(s) }

// err keeps errors.Is and errors.As working on what it hides.
func (m mask) err(err error) error {
	if err == nil {
		return nil
	}
	text := m.text(err.Error())
	if text == err.Error() {
		return err
	}
	return maskedError{text, err}
}

type maskedError struct {
	text  string
	cause error
}

func (e maskedError) Error() string   { return e.text }
func (e maskedError) Is(t error) bool { return errors.Is(e.cause, t) }
func (e maskedError) As(t any) bool   { return errors.As(e.cause, t) }

// GoString keeps %#v from printing the cause.
func (e maskedError) GoString() string { return fmt.Sprintf("%q", e.text) }

// Format keeps %+v and its kin from printing the cause.
func (e maskedError) Format(f fmt.State, _ rune) { _, _ = f.Write([]byte(e.text)) }

// handler masks what is logged through next.
func (m mask) handler(next slog.Handler) slog.Handler { return maskedHandler{next, m} }

type maskedHandler struct {
	slog.Handler
	mask mask
}

func (h maskedHandler) Handle(ctx context.Context, r slog.Record) error {
	clean := slog.NewRecord(r.Time, r.Level, h.mask.text(r.Message), r.PC)
	r.Attrs(func(a slog.Attr) bool {
		clean.AddAttrs(h.mask.attr(a))
		return true
	})
	return h.Handler.Handle(ctx, clean)
}

func (h maskedHandler) WithAttrs(attrs []slog.Attr) slog.Handler {
	clean := make([]slog.Attr, len(attrs))
	for i, a := range attrs {
		clean[i] = h.mask.attr(a)
	}
	return maskedHandler{h.Handler.WithAttrs(clean), h.mask}
}

func (h maskedHandler) WithGroup(name string) slog.Handler {
	return maskedHandler{h.Handler.WithGroup(name), h.mask}
}

// attr turns whatever is not a number, a time or a truth value into masked text.
func (m mask) attr(a slog.Attr) slog.Attr {
	value := a.Value.Resolve()
	switch value.Kind() {
	case slog.KindGroup:
		var group []slog.Attr
		for _, member := range value.Group() {
			group = append(group, m.attr(member))
		}
		return slog.Attr{Key: a.Key, Value: slog.GroupValue(group...)}
	case slog.KindString:
		return slog.String(a.Key, m.text(value.String()))
	case slog.KindAny:
		return slog.String(a.Key, m.text(fmt.Sprint(value.Any())))
	}
	return slog.Attr{Key: a.Key, Value: value}
}
