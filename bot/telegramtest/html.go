package telegramtest

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"
)

// Entity is a part of a message's text that is shown in a special way. Offset
// and Length are in UTF-16 units
// (https://core.telegram.org/bots/api#messageentity).
type Entity struct {
	Type   string `json:"type"`
	Offset int    `json:"offset"`
	Length int    `json:"length"`
	URL    string `json:"url,omitempty"`
	User   *User  `json:"user,omitempty"`
}

// htmlTags are the tags that the Bot API takes
// (https://core.telegram.org/bots/api#html-style), with the entity that each
// becomes. Those that this server has no use for are refused like unknown ones.
func htmlTags() map[string]string {
	return map[string]string{
		"b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline", "ins": "underline",
		"s": "strikethrough", "strike": "strikethrough", "del": "strikethrough", "tg-spoiler": "spoiler",
		"a": "text_link", "code": "code", "pre": "pre", "blockquote": "blockquote",
	}
}

// htmlParser goes over a text as TDLib's do_parse_html does.
type htmlParser struct {
	in   string
	at   int // next byte of in
	out  strings.Builder
	unit int // UTF-16 units in out
	open []openTag
	done []Entity
	tags map[string]string
	// broken: a number named half of a surrogate pair.
	broken bool
}

type openTag struct {
	name, argument string
	unit, begin    int // where its text begins: in UTF-16 units, in bytes of out
}

// ParseHTML turns Telegram's HTML into the text that is shown and its entities,
// or gives the error that Telegram gives. Entities are sorted by where they
// begin, outer ones first.
func ParseHTML(text string) (string, []Entity, error) {
	p := &htmlParser{in: text, tags: htmlTags()}
	for p.at < len(p.in) {
		var err error
		switch c := p.in[p.at]; {
		case c == '&' && p.reference():
		case c == '<' && strings.HasPrefix(p.in[p.at:], "</"):
			err = p.endTag()
		case c == '<':
			err = p.startTag()
		default:
			r, size := utf8.DecodeRuneInString(p.in[p.at:])
			p.put(r, p.in[p.at:p.at+size])
			p.at += size
		}
		if err != nil {
			return "", nil, err
		}
	}
	if len(p.open) > 0 {
		return "", nil, fmt.Errorf(`Can't find end tag corresponding to start tag "%s"`, p.open[len(p.open)-1].name)
	}
	if p.broken {
		return "", nil, errors.New("Text contains invalid Unicode characters after decoding HTML entities, check for unmatched surrogate code units")
	}
	slices.Reverse(p.done) // an outer tag is closed after its inner ones
	slices.SortStableFunc(p.done, func(a, b Entity) int { return cmp.Or(a.Offset-b.Offset, b.Length-a.Length) })
	return p.out.String(), p.done, nil
}

func (p *htmlParser) put(r rune, s string) {
	p.out.WriteString(s)
	p.unit++
	if r > 0xffff {
		p.unit++
	}
}

func (p *htmlParser) endTag() error {
	begin := p.at
	if len(p.open) == 0 {
		return fmt.Errorf("Unexpected end tag at byte offset %d", begin)
	}
	p.at += 2
	name := strings.ToLower(p.until(" \t\r\n\v>"))
	p.space()
	if p.at >= len(p.in) || p.in[p.at] != '>' {
		return fmt.Errorf("Unclosed end tag at byte offset %d", begin)
	}
	p.at++
	tag := p.open[len(p.open)-1]
	if name != "" && name != tag.name {
		return fmt.Errorf(`Unmatched end tag at byte offset %d, expected "</%s>", found "</%s>"`, begin, tag.name, name)
	}
	p.open = p.open[:len(p.open)-1]
	if p.unit > tag.unit {
		p.close(tag)
	}
	return nil
}

// close makes an entity of a tag with text in it; a link to nowhere is none.
func (p *htmlParser) close(tag openTag) {
	e := Entity{Type: p.tags[tag.name], Offset: tag.unit, Length: p.unit - tag.unit}
	switch tag.name {
	case "a":
		e.URL = tag.argument
		if e.URL == "" {
			e.URL = p.out.String()[tag.begin:]
		}
		if !strings.Contains(e.URL, ".") && !strings.Contains(e.URL, "://") {
			return
		}
	case "blockquote":
		if tag.argument != "" {
			e.Type = "expandable_blockquote"
		}
	}
	p.done = append(p.done, e)
}

func (p *htmlParser) until(stops string) string {
	start := p.at
	for p.at < len(p.in) && !strings.ContainsRune(stops, rune(p.in[p.at])) {
		p.at++
	}
	return p.in[start:p.at]
}

func (p *htmlParser) space() {
	for p.at < len(p.in) && isSpace(p.in[p.at]) {
		p.at++
	}
}

func isSpace(c byte) bool { return strings.IndexByte(" \t\r\n\v\x00", c) >= 0 }
func isAlpha(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }
