package news

import (
	"fmt"
	"slices"
	"strings"
)

// collection gathers articles under ids that no two of them share.
type collection struct {
	articles []Article
	at       map[string]int // id of an article or paragraph → index of the article
}

// add takes an article unless it says the same as one that is there. Another
// text under the same id gets a longer id when the id was made here, and is an
// error when the file gave it.
func (c *collection) add(a Article) error {
	if c.at == nil {
		c.at = map[string]int{}
	}
	for {
		i, id, taken := c.taken(a)
		switch {
		case !taken:
			c.keep(a)
			return nil
		case c.articles[i].wording() == a.wording():
			return nil
		case !a.rename():
			return fmt.Errorf("another text with the id %q was read before", id)
		}
	}
}

// taken finds an article that holds one of a's ids.
func (c *collection) taken(a Article) (index int, id string, ok bool) {
	if i, ok := c.at[a.ID]; ok {
		return i, a.ID, true
	}
	for _, p := range a.Paragraphs {
		if i, ok := c.at[p.ID]; ok {
			return i, p.ID, true
		}
	}
	return 0, "", false
}

func (c *collection) keep(a Article) {
	c.at[a.ID] = len(c.articles)
	for _, p := range a.Paragraphs {
		c.at[p.ID] = len(c.articles)
	}
	c.articles = append(c.articles, a)
}

// wording is all that an article says, in one string.
func (a *Article) wording() string {
	var b strings.Builder
	for _, s := range []string{string(a.Kind), a.Title, a.Date, a.URL} {
		b.WriteString(s + "\x00")
	}
	for _, p := range a.Paragraphs {
		b.WriteString(p.Section + "\x00" + p.Text + "\x00")
	}
	for _, n := range a.Notes {
		b.WriteString(string(n.Kind) + "\x00" + n.Text + "\x00")
	}
	return b.String()
}

// rename gives an article whose id Identify made one that covers its whole
// wording; it reports false for an id from a file, or one renamed already.
func (a *Article) rename() bool {
	plain := Article{Kind: a.Kind, Title: a.Title, Date: a.Date, URL: a.URL, Paragraphs: a.Paragraphs}
	plain.Identify()
	if a.ID != plain.ID {
		return false
	}
	id := a.ID + digest(a.wording())
	a.Paragraphs, a.Notes = slices.Clone(a.Paragraphs), slices.Clone(a.Notes) // others may hold them
	for i := range a.Paragraphs {
		a.Paragraphs[i].ID = id + strings.TrimPrefix(a.Paragraphs[i].ID, a.ID)
	}
	for i := range a.Notes {
		a.Notes[i].ID = id + strings.TrimPrefix(a.Notes[i].ID, a.ID)
	}
	a.ID = id
	return true
}
