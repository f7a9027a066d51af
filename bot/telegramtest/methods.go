package telegramtest

import (
	"encoding/json"
	"regexp"
	"slices"
	"strconv"
	"unicode/utf8"
)

const textLimit = 4096 // UTF-16 units after parsing

func (s *Server) getMe(request) (any, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return map[string]any{"id": s.me.ID, "is_bot": true, "first_name": s.me.FirstName, "username": s.me.Username,
		"can_join_groups": true, "can_read_all_group_messages": false,
		"supports_inline_queries": s.inlineMode, "supports_guest_queries": s.guestMode}, nil
}

func (s *Server) sendMessage(r request) (any, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	room, err := s.room(r)
	if err != nil {
		return nil, err
	}
	text, entities, err := readText(r)
	if err != nil {
		return nil, err
	}
	keyboard, err := readKeyboard(r)
	if err != nil {
		return nil, err
	}
	reply, err := room.readReply(r)
	if err != nil {
		return nil, err
	}
	m := room.add(s.me)
	m.Text, m.Entities, m.ReplyMarkup, m.ReplyToMessage, m.Raw = text, entities, keyboard, reply, r.params
	if thread := int(r.int("message_thread_id")); thread != 0 {
		m.MessageThreadID, m.IsTopicMessage = thread, true
	}
	s.notify()
	return m.copy(), nil
}

// room is the chat that a call names; s.mu is held.
func (s *Server) room(r request) (*Room, error) {
	id, err := strconv.ParseInt(r.params["chat_id"], 10, 64)
	room := s.rooms[id]
	switch {
	case r.params["chat_id"] == "":
		return nil, badRequest("chat_id is empty")
	case err != nil || room == nil:
		return nil, badRequest("chat not found")
	case room.blocked && room.Chat.Type == "private":
		return nil, &apiError{Code: 403, Description: "Forbidden: bot was blocked by the user"}
	case room.blocked:
		return nil, &apiError{Code: 403, Description: "Forbidden: bot was kicked from the supergroup chat"}
	case r.int("message_thread_id") != 0 && !room.Chat.IsForum:
		return nil, badRequest("message thread not found")
	}
	return room, nil
}

// readText is the text as it is shown, with its entities.
func readText(r request) (string, []Entity, error) {
	text := r.params["text"]
	var entities []Entity
	if !utf8.ValidString(text) {
		return "", nil, badRequest("strings must be encoded in UTF-8")
	}
	switch r.params["parse_mode"] {
	case "":
		if err := r.json("entities", &entities); err != nil {
			return "", nil, err
		}
	case "HTML":
		var err error
		if text, entities, err = ParseHTML(text); err != nil {
			return "", nil, badRequest("can't parse entities: %v", err)
		}
	default:
		return "", nil, badRequest("unsupported parse_mode")
	}
	text, entities = shown(text, entities)
	if text == "" {
		return "", nil, badRequest("message text is empty")
	}
	if utf16Len(text) > textLimit {
		return "", nil, badRequest("message is too long")
	}
	return text, entities, nil
}

func (r *Room) readReply(req request) (*Message, error) {
	var to *struct {
		MessageID                int   `json:"message_id"`
		ChatID                   int64 `json:"chat_id"`
		AllowSendingWithoutReply bool  `json:"allow_sending_without_reply"`
	}
	if err := req.json("reply_parameters", &to); err != nil || to == nil {
		return nil, err
	}
	if other := r.find(to.MessageID); other != nil && (to.ChatID == 0 || to.ChatID == r.Chat.ID) {
		return other.withoutReply(), nil
	}
	if to.AllowSendingWithoutReply {
		return nil, nil
	}
	return nil, badRequest("message to be replied not found")
}

// readKeyboard refuses buttons that Telegram refuses
// (https://core.telegram.org/bots/api#inlinekeyboardbutton).
func readKeyboard(r request) (*Keyboard, error) {
	var k *Keyboard
	if err := r.json("reply_markup", &k); err != nil || k == nil {
		return nil, err
	}
	buttons := slices.Concat(k.InlineKeyboard...)
	if len(buttons) > 100 {
		return nil, badRequest("reply markup is too long")
	}
	for _, b := range buttons {
		switch {
		case b.Text == "":
			return nil, badRequest("inline keyboard button text must be non-empty")
		case b.actions() == 0:
			return nil, badRequest("can't parse inline keyboard button: text buttons are unallowed in the inline keyboard")
		case b.actions() > 1:
			return nil, badRequest("can't parse inline keyboard button: exactly one of the optional fields must be used")
		case len(b.CallbackData) > 64:
			return nil, badRequest("BUTTON_DATA_INVALID")
		case b.CopyText != nil && (b.CopyText.Text == "" || utf16Len(b.CopyText.Text) > 256):
			return nil, badRequest("BUTTON_COPY_TEXT_INVALID")
		case b.URL != "" && !buttonURL.MatchString(b.URL):
			return nil, badRequest("BUTTON_URL_INVALID")
		}
	}
	return k, nil
}

func sameJSON(a, b any) bool {
	x, _ := json.Marshal(a)
	y, _ := json.Marshal(b)
	return string(x) == string(y)
}

func (s *Server) answerCallbackQuery(r request) (any, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	tap := s.taps[r.params["callback_query_id"]]
	if tap == nil {
		return nil, badRequest("query is too old and response timeout expired or query ID is invalid")
	}
	if utf8.RuneCountInString(r.params["text"]) > 200 {
		return nil, badRequest("MESSAGE_TOO_LONG")
	}
	tap.answered++
	tap.notice, tap.alert = r.params["text"], r.bool("show_alert")
	s.notify()
	return true, nil
}

func (s *Server) sendChatAction(r request) (any, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if _, err := s.room(r); err != nil {
		return nil, err
	}
	actions := []string{"typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice",
		"upload_document", "choose_sticker", "find_location", "record_video_note", "upload_video_note"}
	if !slices.Contains(actions, r.params["action"]) {
		return nil, badRequest("wrong parameter action in request")
	}
	return true, nil
}

// getChatMember knows everybody as a member; who it is not told of as an
// administrator is none.
func (s *Server) getChatMember(r request) (any, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	room, err := s.room(r)
	if err != nil {
		return nil, err
	}
	id := r.int("user_id")
	if id <= 0 {
		return nil, badRequest("invalid user_id specified")
	}
	status := "member"
	if slices.Contains(room.admins, id) {
		status = "administrator"
	}
	return map[string]any{"status": status, "user": User{ID: id, FirstName: "Somebody"}}, nil
}

var (
	commandName  = regexp.MustCompile(`^[a-z0-9_]{1,32}$`)
	languageCode = regexp.MustCompile(`^([a-z]{2})?$`)
)

func (s *Server) setMyCommands(r request) (any, error) {
	var commands []Command
	if err := r.json("commands", &commands); err != nil {
		return nil, err
	}
	if !languageCode.MatchString(r.params["language_code"]) {
		return nil, badRequest("invalid language code specified")
	}
	if len(commands) > 100 {
		return nil, badRequest("BOT_COMMANDS_TOO_MUCH")
	}
	for _, c := range commands {
		if !commandName.MatchString(c.Command) {
			return nil, badRequest("BOT_COMMAND_INVALID")
		}
		if n := utf8.RuneCountInString(c.Description); n < 1 || n > 256 {
			return nil, badRequest("BOT_COMMAND_DESCRIPTION_INVALID")
		}
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.commands[r.params["language_code"]] = commands
	return true, nil
}
