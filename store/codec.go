package store

import (
	"encoding/binary"
	"errors"

	"youju/news"
)

// An article on disk is its strings one behind the other, each with its length as
// a varint before it, and a count before each list. JSON took a third of the time
// to open a large collection.

func encodeArticle(a *news.Article) []byte {
	out := encodeStrings(nil, a.ID, a.Title, string(a.Kind), a.Source, a.Date, a.Author, a.URL)
	out = encodeStrings(binary.AppendUvarint(out, uint64(len(a.Sections))), a.Sections...)
	out = binary.AppendUvarint(out, uint64(len(a.Paragraphs)))
	for _, p := range a.Paragraphs {
		out = encodeStrings(out, p.ID, p.Section, p.Text)
	}
	out = binary.AppendUvarint(out, uint64(len(a.Notes)))
	for _, n := range a.Notes {
		out = encodeStrings(out, n.ID, string(n.Kind), n.Text)
	}
	return out
}

func encodeStrings(out []byte, texts ...string) []byte {
	for _, text := range texts {
		out = append(binary.AppendUvarint(out, uint64(len(text))), text...)
	}
	return out
}

var errArticle = errors.New("the kept article is not whole")

// decodeArticle reads what encodeArticle wrote, and nothing else.
func decodeArticle(data string) (news.Article, error) {
	d := decoder{rest: data}
	var a news.Article
	a.ID, a.Title, a.Kind = d.text(), d.text(), news.Kind(d.text())
	a.Source, a.Date, a.Author, a.URL = d.text(), d.text(), d.text(), d.text()
	a.Sections = make([]string, d.count())
	for i := range a.Sections {
		a.Sections[i] = d.text()
	}
	a.Paragraphs = make([]news.Paragraph, d.count())
	for i := range a.Paragraphs {
		a.Paragraphs[i] = news.Paragraph{ID: d.text(), Section: d.text(), Text: d.text()}
	}
	a.Notes = make([]news.Note, d.count())
	for i := range a.Notes {
		a.Notes[i] = news.Note{ID: d.text(), Kind: news.NoteKind(d.text()), Text: d.text()}
	}
	if d.broken || d.rest != "" {
		return news.Article{}, errArticle
	}
	return a, nil
}

// decoder takes values off a string; what it returns after a break means nothing.
type decoder struct {
	rest   string
	broken bool
}

// count is never more than the bytes that are left.
func (d *decoder) count() uint64 {
	var n uint64
	for shift := 0; ; shift += 7 {
		if d.rest == "" || shift > 56 {
			d.broken = true
			return 0
		}
		b := d.rest[0]
		d.rest = d.rest[1:]
		n |= uint64(b&0x7f) << shift
		if b < 0x80 {
			break
		}
	}
	if n > uint64(len(d.rest)) {
		d.broken = true
		return 0
	}
	return n
}

func (d *decoder) text() string {
	n := d.count()
	text := d.rest[:n]
	d.rest = d.rest[n:]
	return text
}
