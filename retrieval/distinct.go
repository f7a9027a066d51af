package retrieval

import (
	"fmt"

	"youju/news"
)

// distinct drops articles that were read twice, and gives those that share an id
// but not their text an id of their own.
func distinct(articles []news.Article) []news.Article {
	byID := map[string][]news.Article{}
	var out []news.Article
	for _, a := range articles {
		same := byID[a.ID]
		if holds(same, a) {
			continue
		}
		byID[a.ID] = append(same, a)
		if n := len(same); n > 0 {
			a = renamed(a, fmt.Sprintf("%s.%d", a.ID, n+1))
		}
		out = append(out, a)
	}
	return out
}

func holds(articles []news.Article, a news.Article) bool {
	for _, b := range articles {
		if sameText(a, b) {
			return true
		}
	}
	return false
}

func sameText(a, b news.Article) bool {
	if a.Title != b.Title || len(a.Paragraphs) != len(b.Paragraphs) {
		return false
	}
	for i := range a.Paragraphs {
		if a.Paragraphs[i].Text != b.Paragraphs[i].Text {
			return false
		}
	}
	return true
}

// renamed gives an article and all of its parts new ids.
func renamed(a news.Article, id string) news.Article {
	a.ID = id
	a.Paragraphs = append([]news.Paragraph(nil), a.Paragraphs...)
	for i := range a.Paragraphs {
		a.Paragraphs[i].ID = ""
	}
	a.Notes = append([]news.Note(nil), a.Notes...)
	for i := range a.Notes {
		a.Notes[i].ID = ""
	}
	a.Identify()
	return a
}
