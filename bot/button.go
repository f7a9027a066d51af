package bot

import (
	"crypto/sha256"
	"encoding/base64"
	"strconv"
	"strings"

	"youju/answer/say"
)

// What a button does stands in its callback data, at most 64 bytes, so that it
// works after a restart:
//
//	q.N                      ask the question that is the button's own text
//	s.SETTING.VALUE          change a setting (settings.go)
//	p.CHECK.SPANS.ID         show a paragraph by its id
//	h.CHECK.SPANS.DIGEST     the same, where the id is too long to fit
//
// SPANS are the figures to mark, in runes of the paragraph, base 36: "1k-1r,20-2c".
// CHECK is a digest of what the spans hold, so that a paragraph whose text has
// changed under the same id is never marked in a wrong place.
const callbackLimit = 64

const (
	buttonAsk    = "q"
	buttonByID   = "p"
	buttonByHash = "h"
)

func askData(n int) string { return buttonAsk + "." + strconv.Itoa(n) }

// sourceData is the callback data for a citation: its figures are marked, or the
// whole quote where it has none.
func sourceData(c say.Citation, figures []say.Figure) string {
	kind, id := buttonByID, c.Paragraph
	if len(id) > 40 {
		kind, id = buttonByHash, idDigest(id)
	}
	marks, texts := marksOf(c, figures)
	for {
		data := strings.Join([]string{kind, checkOf(texts), spanList(marks), id}, ".")
		if len(data) <= callbackLimit || len(marks) == 0 {
			return data
		}
		marks, texts = marks[:len(marks)-1], texts[:len(texts)-1]
	}
}

// marksOf gives the spans to mark in a citation's paragraph, and what they hold:
// the figures that it proves, or else its quote.
func marksOf(c say.Citation, figures []say.Figure) (marks []span, texts []string) {
	for _, f := range figures {
		if f.Citation == c.N {
			marks = append(marks, span{f.Start, f.End})
			texts = append(texts, f.Text)
		}
	}
	if len(marks) == 0 {
		return []span{{c.Start, c.End}}, []string{c.Quote}
	}
	return marks, texts
}

// sourceTap is a tap on a source button.
type sourceTap struct {
	kind, check, id string
	marks           []span
}

func parseSourceData(data string) (sourceTap, bool) {
	parts := strings.SplitN(data, ".", 4)
	if len(parts) != 4 || (parts[0] != buttonByID && parts[0] != buttonByHash) {
		return sourceTap{}, false
	}
	marks, ok := parseSpans(parts[2])
	return sourceTap{kind: parts[0], check: parts[1], id: parts[3], marks: marks}, ok
}

// names says whether the tap means the paragraph or note with this id.
func (t sourceTap) names(id string) bool {
	if t.kind == buttonByHash {
		return idDigest(id) == t.id
	}
	return id == t.id
}

// validMarks are the tap's marks if the text still holds there what it held.
func (t sourceTap) validMarks(text []rune) ([]span, bool) {
	var texts []string
	for _, m := range t.marks {
		if m.end > len(text) {
			return nil, false
		}
		texts = append(texts, string(text[m.start:m.end]))
	}
	return t.marks, checkOf(texts) == t.check
}

func spanList(marks []span) string {
	var list []string
	for _, m := range marks {
		list = append(list, strconv.FormatInt(int64(m.start), 36)+"-"+strconv.FormatInt(int64(m.end), 36))
	}
	return strings.Join(list, ",")
}

func parseSpans(list string) ([]span, bool) {
	var marks []span
	if list == "" {
		return nil, true
	}
	for _, item := range strings.Split(list, ",") {
		a, b, _ := strings.Cut(item, "-")
		start, errStart := strconv.ParseInt(a, 36, 32)
		end, errEnd := strconv.ParseInt(b, 36, 32)
		if errStart != nil || errEnd != nil || start < 0 || end <= start {
			return nil, false
		}
		marks = append(marks, span{int(start), int(end)})
	}
	return marks, true
}

// checkOf is 24 bits: enough to notice a change, not meant against an attacker,
// who could only mark a wrong place in what he himself is shown.
func checkOf(texts []string) string {
	return shortDigest(strings.Join(texts, "\x00"), 3)
}

func idDigest(id string) string { return shortDigest(id, 12) }

func shortDigest(s string, bytes int) string {
	sum := sha256.Sum256([]byte(s))
	return base64.RawURLEncoding.EncodeToString(sum[:bytes])
}
