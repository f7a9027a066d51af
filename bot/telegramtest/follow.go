package telegramtest

import (
	"net/url"
	"regexp"
	"strings"
	"testing"
	"unicode/utf16"
)

var (
	buttonURL = regexp.MustCompile(`^(https?|tg)://[^\s]+$`)
	// startForm is what a link may carry to a bot
	// (https://core.telegram.org/bots/features#deep-linking).
	startForm = regexp.MustCompile(`^[A-Za-z0-9_-]{1,64}$`)
)

// actions counts what a button does when it is tapped.
func (b Button) actions() int {
	n := 0
	for _, there := range []bool{b.CallbackData != "", b.URL != "", b.CopyText != nil, b.SwitchInlineQuery != nil, b.SwitchInlineQueryCurrentChat != nil} {
		if there {
			n++
		}
	}
	return n
}

// Link is where the part of the message's text that reads so leads to.
func (m *Message) Link(t testing.TB, label string) string {
	t.Helper()
	text := utf16.Encode([]rune(m.Text))
	for _, e := range m.Entities {
		if e.Type == "text_link" && string(utf16.Decode(text[e.Offset:e.Offset+e.Length])) == label {
			return e.URL
		}
	}
	t.Fatalf("%q is no link in %q; there are %+v", label, m.Text, m.Entities)
	return ""
}

// Button is the button with this label.
func (m *Message) Button(t testing.TB, label string) Button {
	t.Helper()
	for _, b := range m.Buttons() {
		if b.Text == label {
			return b
		}
	}
	t.Fatalf("no button %q below the message; there are %v", label, m.Buttons())
	return Button{}
}

// Follow opens a link to the bot as a person's client does: their private chat
// with it, where /start is said with what the link carries.
func (s *Server) Follow(t testing.TB, from User, link string) *Message {
	t.Helper()
	u, err := url.Parse(link)
	if err != nil || u.Scheme != "https" || u.Host != "t.me" || !strings.EqualFold(u.Path, "/"+s.me.Username) {
		t.Fatalf("%q does not lead to the bot", link)
	}
	payload := u.Query().Get("start")
	if !startForm.MatchString(payload) || len(u.Query()) != 1 {
		t.Fatalf("Telegram does not take the start parameter of %q", link)
	}
	s.mu.Lock()
	room := s.rooms[from.ID]
	s.mu.Unlock()
	return room.Say(from, "/start "+payload)
}
