package telegramtest

import (
	"encoding/json"
	"slices"
)

// Message is one message in a chat.
type Message struct {
	ID              int             `json:"message_id"`
	MessageThreadID int             `json:"message_thread_id,omitempty"`
	IsTopicMessage  bool            `json:"is_topic_message,omitempty"`
	From            *User           `json:"from,omitempty"`
	SenderChat      *Chat           `json:"sender_chat,omitempty"`
	ViaBot          *User           `json:"via_bot,omitempty"`
	Chat            Chat            `json:"chat"`
	Date            int64           `json:"date"`
	EditDate        int64           `json:"edit_date,omitempty"`
	Text            string          `json:"text,omitempty"`
	Entities        []Entity        `json:"entities,omitempty"`
	Caption         string          `json:"caption,omitempty"`
	CaptionEntities []Entity        `json:"caption_entities,omitempty"`
	Document        *File           `json:"document,omitempty"`
	Photo           []*File         `json:"photo,omitempty"`
	RichMessage     *Rich           `json:"rich_message,omitempty"`
	ForwardOrigin   json.RawMessage `json:"forward_origin,omitempty"`
	ReplyToMessage  *Message        `json:"reply_to_message,omitempty"`
	Quote           *Quote          `json:"quote,omitempty"`
	ReplyMarkup     *Keyboard       `json:"reply_markup,omitempty"`

	// Raw are the fields of the call that sent the bot's message: Raw["text"] is
	// its HTML.
	Raw     map[string]string `json:"-"`
	deleted bool
}

// Keyboard is the buttons below a message.
type Keyboard struct {
	InlineKeyboard [][]Button `json:"inline_keyboard"`
}

// Button does one thing when it is tapped.
type Button struct {
	Text         string    `json:"text"`
	CallbackData string    `json:"callback_data,omitempty"`
	URL          string    `json:"url,omitempty"`
	CopyText     *CopyText `json:"copy_text,omitempty"`

	SwitchInlineQuery            *string `json:"switch_inline_query,omitempty"`
	SwitchInlineQueryCurrentChat *string `json:"switch_inline_query_current_chat,omitempty"`
}

// Quote is the part of the message replied to that was chosen. Position is in UTF-16
// units.
type Quote struct {
	Text     string `json:"text"`
	Position int    `json:"position"`
	IsManual bool   `json:"is_manual"`
}

// CopyText is what a button puts on the clipboard.
type CopyText struct {
	Text string `json:"text"`
}

// Buttons are the message's buttons, row by row.
func (m *Message) Buttons() []Button {
	if m.ReplyMarkup == nil {
		return nil
	}
	return slices.Concat(m.ReplyMarkup.InlineKeyboard...)
}

// copy may be read while the bot edits the message.
func (m *Message) copy() *Message {
	c := *m
	return &c
}

func (m *Message) withoutReply() *Message {
	c := m.copy()
	c.ReplyToMessage = nil
	return c
}

// Command is an entry of the bot's menu.
type Command struct {
	Command     string `json:"command"`
	Description string `json:"description"`
}

// Commands is the menu for a language; "" is everyone else's.
func (s *Server) Commands(language string) []Command {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.commands[language]
}
