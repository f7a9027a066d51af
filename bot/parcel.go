package bot

import (
	"bytes"
	"encoding/json"
	"errors"
	"strings"

	tg "github.com/go-telegram/bot"
	"github.com/go-telegram/bot/models"
)

// parcel is a message as the store keeps it.
type parcel struct {
	Call      json.RawMessage `json:"call"`                // the parameters of its method
	Plain     string          `json:"plain"`               // what is sent should Telegram refuse the markup
	Instead   json.RawMessage `json:"instead,omitempty"`   // those of sendMessage, should it refuse a rich message
	Enclosure *enclosure      `json:"enclosure,omitempty"` // the file that goes with the call
	Edits     *target         `json:"edits,omitempty"`

	method  string // of Call
	wasRich bool   // until it was refused
}

const (
	methodSend     = "sendMessage"
	methodRich     = "sendRichMessage"
	methodPhoto    = "sendPhoto"
	methodDocument = "sendDocument"
)

// methods are those that a parcel may have.
func methods() []string {
	return []string{methodSend, methodRich, methodPhoto, methodDocument, methodDelete}
}

// sends says that the parcel holds a message, which may be sent where it cannot be
// put in another's place.
func (p *parcel) sends() bool { return p.Plain != "" || bytes.Contains(p.Call, []byte(`"text"`)) }

// pack chooses the method, and writes what it takes. Strings, numbers and truth
// values are written, which cannot fail.
func (m message) pack(to place, in *target) (method string, payload []byte) {
	p := parcel{Plain: m.plain, Enclosure: m.enclosure, Edits: in}
	switch {
	case m.enclosure != nil:
		method = m.enclosure.method()
		p.Call, _ = json.Marshal(struct {
			envelope
			Caption   string           `json:"caption,omitempty"`
			ParseMode models.ParseMode `json:"parse_mode"`
		}{envelopeTo(to, m.keyboard), m.html, models.ParseModeHTML})
	case m.rich != nil:
		method = methodRich
		p.Instead = m.packText(to)
		p.Call, _ = json.Marshal(struct {
			envelope
			RichMessage *models.InputRichMessage `json:"rich_message"`
		}{envelopeTo(to, m.richKeyboard), m.rich})
	default:
		method, p.Call = methodSend, m.packText(to)
	}
	payload, _ = json.Marshal(p)
	return method, payload
}

func (m message) packText(to place) json.RawMessage {
	off := true
	call, _ := json.Marshal(struct {
		envelope
		Text               string                     `json:"text"`
		ParseMode          models.ParseMode           `json:"parse_mode"`
		LinkPreviewOptions *models.LinkPreviewOptions `json:"link_preview_options"`
	}{envelopeTo(to, m.keyboard), m.html, models.ParseModeHTML, &models.LinkPreviewOptions{IsDisabled: &off}})
	return call
}

// envelope is what all methods that send take.
type envelope struct {
	ChatID          int64                        `json:"chat_id"`
	MessageThreadID int                          `json:"message_thread_id,omitempty"`
	ReplyParameters *models.ReplyParameters      `json:"reply_parameters,omitempty"`
	ReplyMarkup     *models.InlineKeyboardMarkup `json:"reply_markup,omitempty"`
}

func envelopeTo(to place, keyboard [][]models.InlineKeyboardButton) envelope {
	e := envelope{ChatID: to.chat, MessageThreadID: to.thread}
	if to.replyTo != 0 {
		e.ReplyParameters = &models.ReplyParameters{MessageID: to.replyTo, AllowSendingWithoutReply: true}
	}
	if len(keyboard) > 0 {
		e.ReplyMarkup = &models.InlineKeyboardMarkup{InlineKeyboard: keyboard}
	}
	return e
}

// amend changes a message that was refused into one that may be taken: without
// markup, to the supergroup that a group has become, or as a new one.
func (p *parcel) amend(err error) bool {
	var moved *tg.MigrateError
	change := map[string]any{}
	switch {
	case errors.As(err, &moved):
		change["chat_id"], change["reply_parameters"] = moved.MigrateToChatID, nil
	case errors.Is(err, tg.ErrorBadRequest) && strings.Contains(err.Error(), "can't parse entities") && p.Plain != "":
		field := "text"
		if p.Enclosure != nil {
			field = "caption"
		}
		change[field], change["parse_mode"] = p.Plain, nil
		p.Plain = "" // once
	case errors.Is(err, tg.ErrorBadRequest) && p.Edits != nil && p.sends(): // it was deleted, or is too old
		p.Edits = nil
	default:
		return false
	}
	p.Call = withFields(p.Call, change)
	if p.Instead != nil {
		p.Instead = withFields(p.Instead, change)
	}
	return true
}

// giveUpRich turns a rich message into text where Telegram, or the Bot API server
// in use, does not take it; in the place of another too, which would stay beside a
// new one. Where it is that other that is refused, amend sends a new one.
func (p *parcel) giveUpRich(err error) bool {
	unknown := errors.Is(err, tg.ErrorNotFound) && strings.Contains(err.Error(), "method not found") // not the token
	bad := errors.Is(err, tg.ErrorBadRequest) && !(p.Edits != nil && cannotEdit(err))
	if p.method != methodRich || !unknown && !bad {
		return false
	}
	p.method, p.Call, p.wasRich = methodSend, p.Instead, true
	return true
}

// cannotEdit says that it is the message to be changed that Telegram refuses, not
// what it shall become.
func cannotEdit(err error) bool {
	for _, reason := range []string{"message to edit not found", "message can't be edited", "MESSAGE_ID_INVALID"} {
		if strings.Contains(err.Error(), reason) {
			return true
		}
	}
	return false
}
