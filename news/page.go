package news

import (
	"strings"
	"unicode/utf8"
)

// captionRunes is the longest text (in runes) that a photographer's credit makes
// a caption; a longer one is an article with a photo.
const captionRunes = 300

// printedRunes is the longest paragraph (in runes) of a page that is not split.
const printedRunes = 2000

// assemble makes articles of a page's units.
func assemble(h header, us []unit) ([]Article, error) {
	us = join(readHeadings(readRemarks(us)))
	b := builder{head: h}
	for i := range us {
		b.take(us, i)
	}
	return b.finish()
}

// builder collects a page's articles. Captions follow the article that they
// stand in.
type builder struct {
	head     header
	articles []Article
	captions []Article
	cur      *Article
	pending  []Note // what stands above the next headline
	section  string
	closed   bool // the unit before was a caption: a credit below belongs to it
	untold   []error
}

func (b *builder) article() *Article {
	if b.cur == nil {
		b.cur = &Article{Kind: KindArticle, Title: b.head.title, Notes: b.pending}
		b.pending, b.section = nil, ""
	}
	return b.cur
}

// take adds the unit at i.
func (b *builder) take(us []unit, i int) {
	u := us[i]
	after := b.closed
	b.closed = false
	switch u.kind {
	case titleUnit:
		b.title(u)
	case kickerUnit:
		b.kicker(u.text)
	case sectionUnit:
		if beforeTitle(us, i) {
			b.kicker(u.text)
			return
		}
		a := b.article()
		a.Sections = append(a.Sections, u.text)
		b.section = u.text
	case noteUnit:
		b.closed = after && u.remark.picture
		b.note(Note{Kind: u.remark.kind, Text: u.text}, b.closed)
	case imprintUnit:
		b.imprint(u)
	case captionUnit:
		text, notes, _, _ := cutRemarks(u.text)
		b.caption(text, notes)
	case textUnit:
		b.paragraph(u)
	}
}

// title begins an article. A headline that nothing stood below was no headline
// of an article but a line above this one.
func (b *builder) title(u unit) {
	if a := b.cur; a != nil && len(a.Paragraphs) == 0 && len(a.Sections) == 0 && len(b.captions) == 0 {
		b.pending = append(a.Notes, b.pending...)
		if a.Title != u.text && a.Title != "" {
			b.pending = append(b.pending, Note{Kind: NoteKicker, Text: a.Title})
		}
		b.cur = &Article{Date: a.Date, Source: a.Source, Author: a.Author}
	} else {
		b.flush()
		b.cur = &Article{}
	}
	if b.head.title != "" && b.head.title != u.text && len(b.articles) == 0 {
		b.pending = append([]Note{{Kind: NoteKicker, Text: b.head.title}}, b.pending...)
	}
	b.head.title = ""
	b.cur.Kind, b.cur.Title, b.cur.Notes = KindArticle, u.text, b.pending
	b.pending, b.section = nil, ""
}

func (b *builder) kicker(text string) {
	if text != "" {
		b.pending = append(b.pending, Note{Kind: NoteKicker, Text: text})
	}
}

// note keeps a remark, with the picture above it if it belongs to one.
func (b *builder) note(n Note, ofCaption bool) {
	switch {
	case ofCaption:
		c := &b.captions[len(b.captions)-1]
		c.Notes = append(c.Notes, n)
	case b.cur == nil:
		b.pending = append(b.pending, n)
	default:
		b.cur.Notes = append(b.cur.Notes, n)
		if m := imprintBy.FindStringSubmatch(n.Text); m != nil && b.cur.Author == "" {
			b.cur.Author = m[1]
		}
		if textSource.MatchString(n.Text) && b.cur.Source == "" {
			_, from, _ := strings.Cut(strings.Replace(n.Text, "：", ":", 1), ":")
			b.cur.Source = strings.TrimSpace(from)
		}
	}
}

// imprint dates the article that it stands in, or above; above all articles (a
// page's head) it dates them all. Inside a text it is a heading or a page's head.
func (b *builder) imprint(u unit) {
	a := b.cur
	switch {
	case a == nil:
		b.head.date = orElse(b.head.date, u.date)
		b.head.source = orElse(b.head.source, u.source)
		b.head.author = orElse(b.head.author, u.author)
	case len(a.Paragraphs) == 0 || u.source != "" || u.author != "":
		a.Date, a.Source, a.Author = orElse(a.Date, u.date), orElse(a.Source, u.source), orElse(a.Author, u.author)
	case strings.Contains(u.text, "版"):
	default:
		b.add(u.text)
	}
}

func orElse(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

// paragraph adds a text without its dateline and credits; with a photographer's
// credit, or words that point at a picture (图为), it is a caption; with a dateline
// and a credit alone it is an article with a photo.
func (b *builder) paragraph(u unit) {
	text, notes, picture, _ := cutRemarks(u.text)
	dateline, rest := cutDateline(text)
	if dateline != "" {
		text = rest
		notes = append([]Note{{Kind: NoteDateline, Text: dateline}}, notes...)
	}
	shows := captionTo.MatchString(text) || picture && (dateline == "" || pointsAt.MatchString(text))
	if text != "" && shows && utf8.RuneCountInString(text) <= captionRunes && b.head.kind != KindCaption {
		b.caption(text, notes)
		return
	}
	b.add(text)
	for _, n := range notes {
		b.note(n, false)
	}
}

// datedWithin is how many paragraphs may stand above the line that dates a speech, and with it.
const datedWithin = 4

// add appends a paragraph to the article, in pieces if it is very long.
func (b *builder) add(text string) {
	a := b.article()
	if len(a.Paragraphs) < datedWithin && a.Date == "" {
		a.Date = deliveredOn(text)
	}
	for _, piece := range split(text, printedRunes) {
		a.Paragraphs = append(a.Paragraphs, Paragraph{Section: b.section, Text: piece})
	}
}

func (b *builder) caption(text string, notes []Note) {
	if b.head.kind == KindCaption {
		b.add(text)
		b.cur.Notes = append(b.cur.Notes, notes...)
		return
	}
	c := Article{Kind: KindCaption, Notes: notes}
	for _, piece := range split(text, printedRunes) {
		c.Paragraphs = append(c.Paragraphs, Paragraph{Text: piece})
	}
	b.captions = append(b.captions, c)
	b.closed = true
}
