// Package seeds holds the articles that are compiled into the program: eight
// short news items about Chinese high-tech zones, so that it answers before
// anyone has given it articles of their own.
package seeds

import (
	"embed"
	"fmt"
	"path"

	"youju/news"
)

//go:embed articles/*.md
var files embed.FS

// Articles returns the shipped articles with their ids set, in the order of
// their file names. An error means that a compiled-in file cannot be read as an
// article.
func Articles() ([]news.Article, error) {
	entries, err := files.ReadDir("articles")
	if err != nil {
		return nil, fmt.Errorf("list shipped articles: %w", err)
	}
	var all []news.Article
	for _, e := range entries {
		found, err := read(e.Name())
		if err != nil {
			return nil, err
		}
		all = append(all, found...)
	}
	return all, nil
}

func read(name string) ([]news.Article, error) {
	data, err := files.ReadFile(path.Join("articles", name))
	if err != nil {
		return nil, fmt.Errorf("read shipped article %s: %w", name, err)
	}
	found, err := news.Parse(name, data)
	if err != nil {
		return nil, fmt.Errorf("parse shipped article %s: %w", name, err)
	}
	return found, nil
}
