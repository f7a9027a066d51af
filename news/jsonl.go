package news

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"
)

// maxLine is the longest line in bytes of a .jsonl, .txt or .md file.
const maxLine = 8 << 20

// parseJSONL reads a line an article, in the BEIR corpus form (_id, title, text,
// metadata) or with other usual keys. The text is taken whole. A line that is
// too long or broken is an error of its own; the other lines are read.
func parseJSONL(data []byte) ([]Article, error) {
	if len(bytes.TrimSpace(data)) == 0 {
		return nil, errEmpty
	}
	var c collection
	var problems []error
	lines := func(yield func([]byte) bool) { bytes.Lines(data)(yield) }
	if s, ok, err := decodeUTF16(data); ok {
		if err != nil {
			return nil, err
		}
		lines = func(yield func([]byte) bool) { bytes.Lines([]byte(s))(yield) }
	} else if isBinary(data) {
		return nil, errBinary
	}
	n := 0
	for line := range lines {
		n++
		if len(bytes.TrimSpace(line)) == 0 {
			continue
		}
		a, err := parseLine(line)
		if err == nil {
			err = c.add(a)
		}
		if err != nil {
			problems = append(problems, &lineError{n, err})
		}
	}
	return c.articles, errors.Join(problems...)
}

func parseLine(line []byte) (Article, error) {
	if len(line) > maxLine {
		return Article{}, tooLong(len(line))
	}
	text, err := decode(line)
	if err != nil {
		return Article{}, unwrapLine(err)
	}
	var fields map[string]json.RawMessage
	if err := json.Unmarshal([]byte(text), &fields); err != nil {
		return Article{}, fmt.Errorf("the JSON is broken: %w", err)
	}
	return passage(fields)
}

func tooLong(n int) error {
	return fmt.Errorf("the line is too long (%d MB; at most %d MB are read)", n>>20, maxLine>>20)
}

// passage makes an article of a line's fields, its paragraphs named after _id.
func passage(fields map[string]json.RawMessage) (Article, error) {
	var meta map[string]json.RawMessage
	_ = json.Unmarshal(fields["metadata"], &meta) // absent, or of another shape: it says nothing
	get := func(keys ...string) string {
		for _, from := range []map[string]json.RawMessage{fields, meta} {
			for _, k := range keys {
				if v := plain(from[k]); v != "" {
					return v
				}
			}
		}
		return ""
	}
	text := setOff.ReplaceAllString(get("text", "content", "contents", "body", "正文", "内容"), " ")
	a := Article{
		ID:     oneLine(get("_id", "id", "doc_id", "docid")),
		Title:  oneLine(get("title", "headline", "标题")),
		Kind:   KindArticle,
		Source: oneLine(get("source", "publisher", "site", "来源")),
		Date:   parseDate(oneLine(get("date", "published", "publish_time", "pub_date", "time", "日期", "时间"))),
		Author: oneLine(get("author", "作者")),
		URL:    oneLine(get("url", "link")),
	}
	if a.Date == "" {
		a.Date = stampDate(text)
	}
	pieces := split(text, wholeRunes)
	if len(pieces) == 0 {
		return Article{}, errors.New("there is no text (keys that are read: _id, title, text, metadata)")
	}
	for _, p := range pieces {
		a.Paragraphs = append(a.Paragraphs, Paragraph{Text: p})
	}
	a.Identify()
	for i := range a.Paragraphs {
		if a.Paragraphs[i].ID = a.ID; len(pieces) > 1 {
			a.Paragraphs[i].ID += "#" + strconv.Itoa(i+1)
		}
	}
	return a, nil
}

// setOff are blanks that once set text off on a page; a reader would take them for most of what stands there.
var setOff = regexp.MustCompile(`[ \t\x{3000}\x{a0}]{4,}`)

// plain is a JSON string, number or list of strings as cleaned text, else "".
func plain(raw json.RawMessage) string {
	var v any
	d := json.NewDecoder(bytes.NewReader(raw))
	d.UseNumber()
	if len(raw) == 0 || d.Decode(&v) != nil {
		return ""
	}
	switch v := v.(type) {
	case string:
		return strings.TrimSpace(clean(strings.ToValidUTF8(v, "")))
	case json.Number:
		return v.String()
	case []any:
		var parts []string
		for _, e := range v {
			if s, ok := e.(string); ok && utf8.ValidString(s) {
				parts = append(parts, clean(s))
			}
		}
		return strings.TrimSpace(strings.Join(parts, "\n"))
	}
	return ""
}
