package telegramtest

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
)

// Limits of a rich message
// (https://core.telegram.org/bots/api#rich-message-formatting-options).
const (
	richTextLimit  = 32768 // characters
	richBlockLimit = 500   // table rows are blocks too
	richDepthLimit = 16
	richColumns    = 20
)

// sendRichMessage takes blocks only; of HTML and Markdown, which the server would
// turn into blocks, this one knows nothing.
func (s *Server) sendRichMessage(r request) (any, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	room, err := s.room(r)
	if err != nil {
		return nil, err
	}
	rich, err := readRich(r)
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
	m.RichMessage, m.ReplyMarkup, m.ReplyToMessage, m.Raw = rich, keyboard, reply, r.params
	if thread := int(r.int("message_thread_id")); thread != 0 {
		m.MessageThreadID, m.IsTopicMessage = thread, true
	}
	s.notify()
	return m.copy(), nil
}

// Rich is a message of blocks as it was received.
type Rich struct {
	Blocks []map[string]any `json:"blocks"`

	text strings.Builder
	rows int // blocks, and rows of tables
}

// Text is what is shown, a block a line; the cells of a table's row are parted by " | ".
func (r *Rich) Text() string { return strings.TrimSpace(r.text.String()) }

// ReadRich reads the JSON of a rich message as Telegram does.
func ReadRich(raw string) (*Rich, error) {
	return readRich(request{params: map[string]string{"rich_message": raw}})
}

func readRich(r request) (*Rich, error) {
	var rich *Rich
	if err := r.json("rich_message", &rich); err != nil {
		return nil, err
	}
	if rich == nil || len(rich.Blocks) == 0 {
		return nil, badRequest("RICH_MESSAGE_CONTENT_REQUIRED")
	}
	for _, b := range rich.Blocks {
		if err := rich.block(b, 1); err != nil {
			return nil, badRequest("can't parse InputRichBlock: %v", err)
		}
	}
	if n := len([]rune(rich.Text())); n == 0 || n > richTextLimit || rich.rows > richBlockLimit {
		return nil, badRequest("RICH_MESSAGE_INVALID: %d characters, %d blocks", n, rich.rows)
	}
	return rich, nil
}

// block checks a block and takes down what it shows.
func (r *Rich) block(b map[string]any, depth int) error {
	r.rows++
	if depth > richDepthLimit {
		return fmt.Errorf("nesting is too deep")
	}
	kind, _ := b["type"].(string)
	switch kind {
	case "paragraph", "footer", "expandable_blockquote", "heading", "pre":
		text, there := b["text"]
		if !there {
			return fmt.Errorf(`Can't find field "text"`)
		}
		if _, sized := b["size"]; kind == "heading" && !sized {
			return fmt.Errorf(`Can't find field "size"`)
		}
		return r.line(text, depth)
	case "divider":
		return nil
	case "table":
		return r.table(b, depth)
	case "blockquote", "details":
		blocks, there := b["blocks"].([]any)
		if !there {
			return fmt.Errorf(`Can't find field "blocks"`)
		}
		for _, inner := range blocks {
			fields, _ := inner.(map[string]any)
			if err := r.block(fields, depth+1); err != nil {
				return err
			}
		}
		return nil
	}
	return fmt.Errorf("Unsupported block type %q", kind)
}

func (r *Rich) line(text any, depth int) error {
	shown, err := richText(text, depth+1)
	r.text.WriteString(shown + "\n")
	return err
}

func (r *Rich) table(b map[string]any, depth int) error {
	rows, there := b["cells"].([]any)
	if !there || len(rows) == 0 {
		return fmt.Errorf(`Can't find field "cells"`)
	}
	for _, row := range rows {
		r.rows++
		cells, _ := row.([]any)
		if len(cells) == 0 || len(cells) > richColumns {
			return fmt.Errorf("a table's row has %d cells", len(cells))
		}
		var shown []string
		for _, cell := range cells {
			fields, _ := cell.(map[string]any)
			align, _ := fields["align"].(string)
			valign, _ := fields["valign"].(string)
			if !slices.Contains([]string{"left", "center", "right"}, align) || !slices.Contains([]string{"top", "middle", "bottom"}, valign) {
				return fmt.Errorf("Can't parse PageBlockTableCell: wrong alignment %q, %q", align, valign)
			}
			text := ""
			if inner, there := fields["text"]; there {
				var err error
				if text, err = richText(inner, depth+1); err != nil {
					return fmt.Errorf("Can't parse PageBlockTableCell: %w", err)
				}
			}
			shown = append(shown, text)
		}
		r.text.WriteString(strings.Join(shown, " | ") + "\n")
	}
	return nil
}

// richText is what a rich text shows: a string, a list of them, or one in a form.
func richText(v any, depth int) (string, error) {
	if depth > richDepthLimit {
		return "", fmt.Errorf("nesting is too deep")
	}
	switch v := v.(type) {
	case string:
		return v, nil
	case []any:
		var all strings.Builder
		for _, part := range v {
			text, err := richText(part, depth) // a list is no level of its own
			if err != nil {
				return "", err
			}
			all.WriteString(text)
		}
		return all.String(), nil
	case map[string]any:
		kind, _ := v["type"].(string)
		if !slices.Contains([]string{"bold", "italic", "underline", "strikethrough", "spoiler", "subscript", "superscript", "marked", "code", "url"}, kind) {
			return "", fmt.Errorf("Unsupported rich text type")
		}
		if address, _ := v["url"].(string); kind == "url" && !buttonURL.MatchString(address) {
			return "", fmt.Errorf("Wrong HTTP URL")
		}
		inner, there := v["text"]
		if !there {
			return "", fmt.Errorf(`Can't find field "text"`)
		}
		return richText(inner, depth+1)
	}
	return "", fmt.Errorf("Expected rich text")
}

// MarshalJSON gives the blocks as they came.
func (r *Rich) MarshalJSON() ([]byte, error) {
	return json.Marshal(map[string]any{"blocks": r.Blocks})
}
