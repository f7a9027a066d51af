package telegramtest

import (
	"fmt"
	"strings"
)

func (p *htmlParser) startTag() error {
	begin := p.at
	p.at++
	name := strings.ToLower(p.until(" \t\r\n\v>"))
	if p.at >= len(p.in) {
		return fmt.Errorf("Unclosed start tag at byte offset %d", begin)
	}
	if _, known := p.tags[name]; !known {
		return fmt.Errorf(`Unsupported start tag "%s" at byte offset %d`, name, begin)
	}
	tag := openTag{name: name, unit: p.unit, begin: p.out.Len()}
	for {
		p.space()
		if p.at < len(p.in) && p.in[p.at] == '>' {
			break
		}
		key, value, err := p.attribute(name, begin)
		if err != nil {
			return err
		}
		switch {
		case name == "a" && key == "href":
			tag.argument = value
		case name == "blockquote" && key == "expandable":
			tag.argument = "expandable"
		}
	}
	p.at++
	p.open = append(p.open, tag)
	return nil
}

func (p *htmlParser) attribute(tag string, begin int) (key, value string, err error) {
	unclosed := fmt.Errorf("Unclosed start tag \"%s\" at byte offset %d", tag, begin)
	key = strings.ToLower(p.until(" \t\r\n\v=>/\"'"))
	if key == "" {
		return "", "", fmt.Errorf("Empty attribute name in the tag \"%s\" at byte offset %d", tag, begin)
	}
	p.space()
	if p.at >= len(p.in) {
		return "", "", unclosed
	}
	if p.in[p.at] != '=' {
		return key, "", nil
	}
	p.at++
	p.space()
	if p.at >= len(p.in) {
		return "", "", unclosed
	}
	if quote := p.in[p.at]; quote == '"' || quote == '\'' {
		p.at++
		value = p.quoted(quote)
	} else {
		start := p.at
		for p.at < len(p.in) && (isAlpha(p.in[p.at]) || '0' <= p.in[p.at] && p.in[p.at] <= '9' || p.in[p.at] == '.' || p.in[p.at] == '-') {
			p.at++
		}
		value = strings.ToLower(p.in[start:p.at])
		if p.at < len(p.in) && !isSpace(p.in[p.at]) && p.in[p.at] != '>' {
			return "", "", fmt.Errorf("Unexpected end of name token at byte offset %d", start)
		}
	}
	if p.at >= len(p.in) {
		return "", "", unclosed
	}
	return key, value, nil
}

func (p *htmlParser) quoted(quote byte) string {
	var value strings.Builder
	for p.at < len(p.in) && p.in[p.at] != quote {
		if p.in[p.at] == '&' {
			if r, size := readReference(p.in[p.at:]); size > 0 {
				value.WriteRune(r)
				p.at += size
				continue
			}
		}
		value.WriteByte(p.in[p.at])
		p.at++
	}
	p.at++
	return value.String()
}
