package bot

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf16"

	"github.com/go-telegram/bot/models"

	"youju/store"
)

// request is what a message wants of the bot. Without a command it is a
// question.
type request struct {
	command string // in lower case, without the slash
	text    string // the question, or what follows the command
	// addressed: the bot was named, replied to or given a command, so that it
	// may speak in a group.
	addressed bool
	// foreign: the command names another bot.
	foreign bool
	// prior is what the message asked before it was edited; nil for a new one.
	prior *store.Asked
}

// command at the start of a text, as Telegram reads it: letters of ASCII only,
// so that /ask问题 is the command ask.
var commandForm = regexp.MustCompile(`^/([A-Za-z0-9_]{1,64})(?:@([A-Za-z0-9_]+))?`)

// readRequest reads a text or caption. Entities come from outside: their
// offsets, in UTF-16 units, may lie anywhere.
func readRequest(m *models.Message, me models.User) request {
	text, entities := m.Text, m.Entities
	if text == "" {
		text, entities = m.Caption, m.CaptionEntities
	}
	text, mentioned := cutMentions(text, entities, me)
	r := request{text: trim(text), addressed: mentioned || repliesTo(m, me)}
	match := commandForm.FindStringSubmatch(r.text)
	if match == nil {
		return r
	}
	r.command, r.text = strings.ToLower(match[1]), trim(r.text[len(match[0]):])
	r.foreign = match[2] != "" && !strings.EqualFold(match[2], me.Username)
	r.addressed = !r.foreign && (mentioned || match[2] != "" || ownCommand(r.command))
	return r
}

// ownCommand keeps the bot silent in a group when a bare command is meant for
// another bot.
func ownCommand(name string) bool {
	return slices.Contains([]string{"ask", "check", "start", "help", "articles", "figures", "new", "settings", "forget"}, name)
}

func repliesTo(m *models.Message, me models.User) bool {
	return m.ReplyToMessage != nil && m.ReplyToMessage.From != nil && m.ReplyToMessage.From.ID == me.ID
}

// cutMentions takes mentions of the bot out of the text.
func cutMentions(text string, entities []models.MessageEntity, me models.User) (rest string, mentioned bool) {
	if len(entities) == 0 {
		return text, false
	}
	unit := utf16.Encode([]rune(text))
	drop := make([]bool, len(unit))
	for _, e := range entities {
		// Written so that no sum can overflow.
		if e.Offset < 0 || e.Length <= 0 || e.Offset > len(unit) || e.Length > len(unit)-e.Offset {
			continue
		}
		part := unit[e.Offset : e.Offset+e.Length]
		if !names(e, string(utf16.Decode(part)), me) {
			continue
		}
		mentioned = true
		for i := range part {
			drop[e.Offset+i] = true
		}
	}
	var kept []uint16
	for i, u := range unit {
		if !drop[i] {
			kept = append(kept, u)
		} else if i > 0 && !drop[i-1] {
			kept = append(kept, ' ')
		}
	}
	return string(utf16.Decode(kept)), mentioned
}

func names(e models.MessageEntity, text string, me models.User) bool {
	switch e.Type {
	case models.MessageEntityTypeMention:
		return me.Username != "" && strings.EqualFold(text, "@"+me.Username)
	case models.MessageEntityTypeTextMention:
		return e.User != nil && e.User.ID == me.ID
	}
	return false
}

// trim cuts space and what is invisible (zero-width, variation selectors) from
// both ends; a text of nothing else is empty.
func trim(s string) string {
	return strings.TrimFunc(strings.ToValidUTF8(s, "\uFFFD"), func(r rune) bool {
		return unicode.IsSpace(r) || unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Cc, r) || unicode.Is(unicode.Mn, r) ||
			r == 0x3164 || r == 0x115f || r == 0x1160 || r == 0x2800
	})
}

// bare is a text in lower case without space, punctuation and symbols, for
// telling a greeting from a question.
func bare(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsNumber(r) {
			return r
		}
		return -1
	}, strings.ToLower(text))
}
