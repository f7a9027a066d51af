// Package news holds what a news article is (title, sections, paragraphs, notes)
// and reads messy files into articles.
package news

import (
	"crypto/sha256"
	"encoding/hex"
	"strconv"
	"strings"
)

// Kind says what an item of a page is.
type Kind string

const (
	KindArticle Kind = "article" // a headline with paragraphs
	KindCaption Kind = "caption" // the text below a photo, standing alone
)

// NoteKind says what a note records.
type NoteKind string

const (
	NoteByline   NoteKind = "byline"   // reporters, correspondents
	NotePhoto    NoteKind = "photo"    // a photographer, a caption inside an article
	NoteSource   NoteKind = "source"   // where a picture or text comes from
	NoteKicker   NoteKind = "kicker"   // the line above a headline
	NoteDateline NoteKind = "dateline" // 本报讯, 新华社北京7月31日电
)

// Article is one item of the news. Paragraphs carry the text that answers;
// notes are never paragraphs but may be cited.
type Article struct {
	ID         string      `json:"id"`
	Title      string      `json:"title"`
	Kind       Kind        `json:"kind"`
	Sections   []string    `json:"sections"`
	Paragraphs []Paragraph `json:"paragraphs"`
	Notes      []Note      `json:"notes"`
	Source     string      `json:"source"`
	Date       string      `json:"date"` // as printed, ISO 8601 where it could be read
	Author     string      `json:"author"`
	URL        string      `json:"url"`
}

// Paragraph is a unit of text that is indexed and cited. Text is one line of
// valid UTF-8, as printed.
type Paragraph struct {
	ID      string `json:"id"`
	Section string `json:"section"`
	Text    string `json:"text"`
}

// Note is what stands around the text: who wrote it, who took the picture.
type Note struct {
	ID   string   `json:"id"`
	Kind NoteKind `json:"kind"`
	Text string   `json:"text"`
}

// Identify sets the ids of an article and of its paragraphs and notes from what
// they say, so that reading the same article again changes nothing, and editing
// a later paragraph changes that paragraph's id only. An article that already has
// an id (a BEIR passage) keeps it, and paragraphs that already have one keep theirs.
func (a *Article) Identify() {
	if a.ID == "" {
		a.ID = "a" + digest(string(a.Kind), a.Title, a.Date, a.URL, a.opening())
	}
	seen := map[string]int{}
	for i := range a.Paragraphs {
		if p := &a.Paragraphs[i]; p.ID == "" {
			p.ID = ordinal(seen, a.ID+"-p"+digest(p.Text))
		}
	}
	for i := range a.Notes {
		if n := &a.Notes[i]; n.ID == "" {
			n.ID = ordinal(seen, a.ID+"-n"+digest(string(n.Kind), n.Text))
		}
	}
	a.Sections, a.Paragraphs, a.Notes = notNil(a.Sections), notNil(a.Paragraphs), notNil(a.Notes)
}

// notNil makes JSON say [] where there is nothing.
func notNil[T any](s []T) []T {
	if s == nil {
		return []T{}
	}
	return s
}

// opening is the first paragraph: it tells apart articles of one headline.
func (a *Article) opening() string {
	if len(a.Paragraphs) == 0 {
		return ""
	}
	return a.Paragraphs[0].Text
}

func ordinal(seen map[string]int, id string) string {
	seen[id]++
	if n := seen[id]; n > 1 {
		return id + "." + strconv.Itoa(n)
	}
	return id
}

// digest is 40 bits of SHA-256 in hex: short enough for a callback button, and
// with 100 000 paragraphs of one article still below one collision in 200.
func digest(parts ...string) string {
	sum := sha256.Sum256([]byte(strings.Join(parts, "\x00")))
	return hex.EncodeToString(sum[:5])
}
