package telegramtest

import (
	"encoding/json"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf16"
)

// patience is how long a test waits for the bot: what runs under the race detector on a
// busy machine takes seconds.
const patience = 30 * time.Second

// User is a person or a bot.
type User struct {
	ID           int64  `json:"id"`
	IsBot        bool   `json:"is_bot"`
	FirstName    string `json:"first_name"`
	Username     string `json:"username,omitempty"`
	LanguageCode string `json:"language_code,omitempty"`
}

// Chat is what a message says of where it stands.
type Chat struct {
	ID        int64  `json:"id"`
	Type      string `json:"type"` // private, group, supergroup, channel
	Title     string `json:"title,omitempty"`
	FirstName string `json:"first_name,omitempty"`
	IsForum   bool   `json:"is_forum,omitempty"`
}

// Room is a chat with all that was said in it.
type Room struct {
	Chat     Chat
	server   *Server
	messages []*Message
	lastID   int
	taken    int // messages of the bot that Next has given out
	admins   []int64
	blocked  bool // the person has blocked the bot, or the group has thrown it out
	admin    bool // the bot is one

	reactions map[string][]string // by person and message
}

// Person makes somebody who speaks Chinese, with a private chat to the bot.
func (s *Server) Person(name string) (User, *Room) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.people++
	u := User{ID: s.people, FirstName: name, LanguageCode: "zh-hans"}
	return u, s.open(Chat{ID: u.ID, Type: "private", FirstName: name})
}

// Group makes a supergroup that the bot is in.
func (s *Server) Group(title string) *Room {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.people++
	return s.open(Chat{ID: -1_000_000_000_000 - s.people, Type: "supergroup", Title: title})
}

func (s *Server) open(c Chat) *Room {
	room := &Room{Chat: c, server: s, lastID: int(100 * (s.people % 100))}
	s.rooms[c.ID] = room
	return room
}

// Appoint makes somebody an administrator of a group.
func (r *Room) Appoint(who User) {
	r.server.mu.Lock()
	defer r.server.mu.Unlock()
	r.admins = append(r.admins, who.ID)
}

// Say is a text message to the bot's knowledge, with the entities that Telegram
// finds in it. Changes may set what else the message has.
func (r *Room) Say(from User, text string, changes ...func(*Message)) *Message {
	r.server.mu.Lock()
	defer r.server.mu.Unlock()
	m := r.add(from)
	m.Text, m.Entities = text, findEntities(text)
	for _, change := range changes {
		change(m)
	}
	r.server.deliver("message", m)
	return m
}

// Edit is what a person makes of a message of theirs. Telegram tells the bot of it
// even where no word was changed.
func (r *Room) Edit(m *Message, text string) {
	r.server.mu.Lock()
	defer r.server.mu.Unlock()
	edited := r.find(m.ID).copy()
	edited.Text, edited.Entities, edited.EditDate = text, findEntities(text), time.Now().Unix()
	r.messages[slices.IndexFunc(r.messages, func(o *Message) bool { return o.ID == m.ID })] = edited
	r.server.deliver("edited_message", edited)
}

// ReplyTo makes a message a reply.
func ReplyTo(other *Message) func(*Message) {
	return func(m *Message) { m.ReplyToMessage = other.withoutReply() }
}

// Quoting makes a message a reply to a part of another one.
func Quoting(other *Message, part string) func(*Message) {
	return func(m *Message) {
		ReplyTo(other)(m)
		m.Quote = &Quote{Text: part, Position: utf16Len(other.Text[:strings.Index(other.Text, part)]), IsManual: true}
	}
}

// add makes the room's next message; s.mu is held.
func (r *Room) add(from User) *Message {
	r.lastID++
	m := &Message{ID: r.lastID, From: &from, Chat: r.Chat, Date: time.Now().Unix()}
	r.messages = append(r.messages, m)
	return m
}

func (r *Room) find(id int) *Message {
	for _, m := range r.messages {
		if m.ID == id && !m.deleted {
			return m
		}
	}
	return nil
}

// Delete takes a message away, as its author may.
func (r *Room) Delete(m *Message) {
	r.server.mu.Lock()
	defer r.server.mu.Unlock()
	if found := r.find(m.ID); found != nil {
		found.deleted = true
	}
}

// Block makes every send to the room fail with 403.
func (r *Room) Block() {
	r.server.mu.Lock()
	defer r.server.mu.Unlock()
	r.blocked = true
}

// Sent are the bot's messages in the room that were not deleted.
func (r *Room) Sent() []*Message {
	r.server.mu.Lock()
	defer r.server.mu.Unlock()
	return slices.DeleteFunc(r.sent(), func(m *Message) bool { return m.deleted })
}

func (r *Room) sent() []*Message {
	var sent []*Message
	for _, m := range r.messages {
		if m.From.ID == r.server.me.ID {
			sent = append(sent, m.copy())
		}
	}
	return sent
}

// Messages are all that can be seen in the room, oldest first.
func (r *Room) Messages() []*Message {
	r.server.mu.Lock()
	defer r.server.mu.Unlock()
	var all []*Message
	for _, m := range r.messages {
		if !m.deleted {
			all = append(all, m.copy())
		}
	}
	return all
}

// Next is the bot's next message in the room that has not been looked at.
func (r *Room) Next(t testing.TB) *Message {
	t.Helper()
	var next *Message
	r.server.wait(func() bool {
		if sent := r.sent(); len(sent) > r.taken {
			next = sent[r.taken]
			r.taken++
		}
		return next != nil
	})
	if next == nil {
		t.Fatalf("the bot says nothing in %s %d", r.Chat.Type, r.Chat.ID)
	}
	return next
}

var commandOrMention = regexp.MustCompile(`(?:^|[\s\p{Han}\p{P}])(/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?|@[A-Za-z0-9_]{3,32})`)

// findEntities marks commands and mentions as Telegram does in what people type.
func findEntities(text string) []Entity {
	var entities []Entity
	for _, at := range commandOrMention.FindAllStringSubmatchIndex(text, -1) {
		found := text[at[2]:at[3]]
		kind := "bot_command"
		if strings.HasPrefix(found, "@") {
			kind = "mention"
		}
		entities = append(entities, Entity{Type: kind, Offset: utf16Len(text[:at[2]]), Length: len(found)})
	}
	return entities
}

func utf16Len(s string) int { return len(utf16.Encode([]rune(s))) }

// Media is a message with something else than text: Media(u, "sticker", `{…}`).
func (r *Room) Media(from User, field string, value string, caption string) *Message {
	s := r.server
	s.mu.Lock()
	defer s.mu.Unlock()
	m := r.add(from)
	m.Caption, m.CaptionEntities = caption, findEntities(caption)
	raw, _ := json.Marshal(m)
	var fields map[string]any
	_ = json.Unmarshal(raw, &fields)
	fields[field] = json.RawMessage(value)
	s.deliver("message", fields)
	return m
}
