package bot

import (
	"context"
	"encoding/base64"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/go-telegram/bot/models"

	"youju/store"
)

// A link may ask a question, too (see figurelink.go for what a link carries):
//
//	q_QUESTION         a short one itself, in base64url
//	q__UPDATE-DIGEST   one that was asked before, with what it followed up on
//
// The second begins with a character that no UTF-8 text begins with in base64url.
// UPDATE, base 36, is the update that asked it, DIGEST one of its words, so that
// nobody sees other people's questions by counting.
const (
	startAsk  = "q_"
	startKept = "q__"

	startLimit  = 64 // characters
	inlineLimit = 256
)

var keptForm = regexp.MustCompile(`^q__([0-9a-z]{1,12})-([A-Za-z0-9_-]{12})$`)

// askPayload is what a link carries that asks a question which fits into it.
func askPayload(question string) (payload string, fits bool) {
	payload = startAsk + base64.RawURLEncoding.EncodeToString([]byte(question))
	return payload, len(payload) <= startLimit && question != "" && utf8.ValidString(question)
}

func parseAskPayload(payload string) (question string, ok bool) {
	text, found := strings.CutPrefix(payload, startAsk)
	raw, err := base64.RawURLEncoding.DecodeString(text)
	question = trim(string(raw))
	return question, found && err == nil && utf8.Valid(raw) && question != ""
}

// keptPayload is what a link carries that asks what was asked with an update.
func keptPayload(update int64, question string) string {
	return startKept + strconv.FormatInt(update, 36) + "-" + shortDigest(strconv.FormatInt(update, 36)+"\x00"+question, 9)
}

// share is a button below an answer, by which others get it: where inline mode is
// there it opens a chat of one's choice with the question, otherwise, and for a
// question that leans on others before it, it copies a link.
func (b *Bot) share(to place, q inquiry) []models.InlineKeyboardButton {
	leans := len(said(q.thread)) > 0
	if b.inlineMode && !leans && units(q.text) <= inlineLimit {
		return []models.InlineKeyboardButton{{Text: to.lang.Say("button.share"), SwitchInlineQuery: &q.text}}
	}
	payload, fits := askPayload(q.text)
	if !fits || leans {
		payload = keptPayload(to.update, q.text)
	}
	address := b.links().start(payload)
	if address == "" {
		return nil
	}
	return []models.InlineKeyboardButton{{Text: to.lang.Say("button.copy-link"), CopyText: &models.CopyTextButton{Text: address}}}
}

// withShare puts the button beside the one that copies the quote.
func withShare(messages []message, share []models.InlineKeyboardButton) []message {
	if len(messages) == 0 || len(share) == 0 {
		return messages
	}
	last := &messages[len(messages)-1]
	last.keyboard = besideCopy(last.keyboard, share)
	if last.rich != nil {
		last.richKeyboard = besideCopy(last.richKeyboard, share)
	}
	return messages
}

func besideCopy(keyboard [][]models.InlineKeyboardButton, row []models.InlineKeyboardButton) [][]models.InlineKeyboardButton {
	keyboard = slices.Clone(keyboard)
	for i, other := range keyboard {
		if len(other) == 1 && other[0].CopyText != nil {
			keyboard[i] = slices.Concat(other, row)
			return keyboard
		}
	}
	return beforeQuestions(keyboard, row)
}

// followAsk asks what a link asks; the chat shows only /start, so that the question
// is said above its answer.
func (b *Bot) followAsk(ctx context.Context, to place, m *models.Message, payload string) reply {
	who := talkIn(m)
	if kept := keptForm.FindStringSubmatch(payload); kept != nil {
		update, err := strconv.ParseInt(kept[1], 36, 64)
		if err == nil {
			thread := b.thread(ctx, update, time.Time{})
			if n := len(thread); n > 0 && keptPayload(update, thread[n-1].Question) == payload {
				text := thread[n-1].Question
				return b.ask(ctx, to, inquiry{who, text, text, thread[:n-1]})
			}
		}
	} else if text, ok := parseAskPayload(payload); ok {
		return b.ask(ctx, to, inquiry{who: who, text: text, shown: text})
	}
	return b.linkUnknown(to)
}

func (b *Bot) linkUnknown(to place) reply {
	return reply{state: store.Refused, to: to, messages: sayText(to.lang.Say("bot.link-unknown"), b.examples()...)}
}

// askAgain is a button that asks the same question in private, where it may be
// followed up. One that does not fit into a link is found by its update (see aside).
func (b *Bot) askAgain(to place, question string) [][]models.InlineKeyboardButton {
	payload, fits := askPayload(question)
	if !fits {
		payload = keptPayload(to.update, question)
	}
	address := b.links().start(payload)
	if address == "" || !fits && to.update == 0 {
		return nil
	}
	return [][]models.InlineKeyboardButton{{{Text: to.lang.Say("button.go-on"), URL: address}}}
}

// asideThread is where turns are kept that no conversation goes on from by itself:
// no topic has this number.
const asideThread = -1

// aside keeps a question that a link names by its update.
func aside(u store.Talk, question string) *store.Turn {
	if _, fits := askPayload(question); fits {
		return nil
	}
	u.Thread = asideThread
	return &store.Turn{Talk: u, Question: question}
}
