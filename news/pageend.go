package news

import (
	"errors"
	"fmt"
)

var errNoText = errors.New("no article text was found")

// flush closes the article and puts its captions behind it. A headline with
// nothing but one caption below it is that caption's.
func (b *builder) flush() {
	a := b.cur
	b.cur = nil
	if a != nil && len(a.Paragraphs) == 0 && len(b.captions) > 0 {
		c := &b.captions[0]
		c.Title, c.Notes = a.Title, append(a.Notes, c.Notes...)
		c.Date, c.Source, c.Author = a.Date, a.Source, a.Author
		a = nil
	}
	for i := range b.captions {
		if c := &b.captions[i]; a != nil && c.Date == "" && c.Source == "" {
			c.Date, c.Source = a.Date, a.Source
		}
	}
	if a != nil && len(a.Paragraphs) == 0 && len(a.Sections) > 0 {
		// headings alone: they are all the text there is
		for _, s := range a.Sections {
			a.Paragraphs = append(a.Paragraphs, Paragraph{Text: s})
		}
		a.Sections = nil
	}
	switch {
	case a == nil:
	case len(a.Paragraphs) > 0:
		b.articles = append(b.articles, *a)
	case a.Title != "":
		b.untold = append(b.untold, fmt.Errorf("the headline %q has no text below it", a.Title))
	}
	b.articles = append(b.articles, b.captions...)
	b.captions = nil
}

// finish names the articles and fills in what the file says of all of them.
func (b *builder) finish() ([]Article, error) {
	if len(b.pending) > 0 && b.cur != nil {
		b.cur.Notes = append(b.cur.Notes, b.pending...)
	}
	b.flush()
	var c collection
	for _, a := range b.articles {
		a.Date, a.Source = orElse(a.Date, b.head.date), orElse(a.Source, b.head.source)
		a.Author, a.URL = orElse(a.Author, b.head.author), b.head.url
		if b.head.kind != "" {
			a.Kind = b.head.kind
		}
		a.Identify()
		if err := c.add(a); err != nil {
			return nil, err
		}
	}
	if len(c.articles) == 0 && len(b.untold) == 0 {
		return nil, errNoText
	}
	return c.articles, errors.Join(b.untold...)
}
