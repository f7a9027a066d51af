package telegramtest

import "slices"

func (s *Server) editMessageText(r request) (any, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	room, err := s.room(r)
	if err != nil {
		return nil, err
	}
	m := room.find(int(r.int("message_id")))
	if m == nil {
		return nil, badRequest("message to edit not found")
	}
	if m.From.ID != s.me.ID {
		return nil, badRequest("message can't be edited")
	}
	text, entities, rich, err := readTextOrRich(r)
	if err != nil {
		return nil, err
	}
	keyboard, err := readKeyboard(r)
	if err != nil {
		return nil, err
	}
	if text == m.Text && slices.Equal(entities, m.Entities) && sameJSON(rich, m.RichMessage) && sameJSON(keyboard, m.ReplyMarkup) {
		return nil, badRequest("message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message")
	}
	m.Text, m.Entities, m.RichMessage, m.ReplyMarkup, m.Raw, m.EditDate = text, entities, rich, keyboard, r.params, m.Date+1
	s.notify()
	return m.copy(), nil
}

// sendMessageDraft shows a message that is being written, in private chats; nothing
// of it stays (https://core.telegram.org/bots/api#sendmessagedraft).
func (s *Server) sendMessageDraft(r request) (any, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	room, err := s.room(r)
	switch {
	case err != nil:
		return nil, err
	case room.Chat.Type != "private":
		return nil, badRequest("TEXTDRAFT_PEER_INVALID")
	case r.int("draft_id") == 0:
		return nil, badRequest("TEXTDRAFT_ID_INVALID")
	case r.params["text"] == "": // "thinking" is shown
		return true, nil
	}
	_, _, err = readText(r)
	return err == nil, err
}

// deleteMessage: a bot may delete its own messages, for 48 hours.
func (s *Server) deleteMessage(r request) (any, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	room, err := s.room(r)
	if err != nil {
		return nil, err
	}
	m := room.find(int(r.int("message_id")))
	switch {
	case m == nil:
		return nil, badRequest("message to delete not found")
	case m.From.ID != s.me.ID:
		return nil, badRequest("message can't be deleted")
	}
	m.deleted = true
	s.notify()
	return true, nil
}

func readTextOrRich(r request) (text string, entities []Entity, rich *Rich, err error) {
	if r.params["rich_message"] != "" {
		rich, err = readRich(r)
		return "", nil, rich, err
	}
	text, entities, err = readText(r)
	return text, entities, nil, err
}
