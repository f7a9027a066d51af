package retrieval

import (
	"context"
	"crypto/sha256"
	"sync"

	"youju/news"
	"youju/store"
)

// sources are the files that articles were read from.
type sources struct {
	mu    sync.Mutex
	begin func() map[string]store.Source // what the store has
	known map[string]store.Source        // by name; nil until they were asked for
	fresh []store.Source                 // read, and not kept yet
	gone  []string                       // known, and not there any more
}

// Read reads files and folders as news.Read does. Files whose bytes are those of
// before are not read for articles again; the others are kept with their bytes
// once Replace has taken their articles in.
func (c *Corpus) Read(ctx context.Context, paths ...string) (articles []news.Article, problems []error) {
	s := &c.sources
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.known == nil {
		s.known = s.begin()
	}
	seen := map[string]bool{}
	s.fresh, s.gone = nil, nil
	reader := news.Reader{
		Known: func(path string, data []byte) ([]news.Article, bool) {
			seen[path] = true
			known, ok := s.known[path]
			return known.Articles, ok && known.Articles != nil && known.Hash == sha256.Sum256(data)
		},
		Took: func(path string, data []byte, articles []news.Article) {
			s.fresh = append(s.fresh, store.Source{Collection: c.options.Collection, Name: path, Body: data, Mark: c.options.Mark, Articles: articles})
		},
	}
	articles, problems = reader.Read(ctx, paths...)
	for path := range s.known {
		if !seen[path] && ctx.Err() == nil {
			s.gone = append(s.gone, path)
		}
	}
	return articles, problems
}

// keptSources are those of the collection, by name, with the articles that the
// same program read from them.
func (c *Corpus) keptSources() map[string]store.Source {
	kept := map[string]store.Source{}
	if c.options.Store == nil || c.options.Mark == "" {
		return kept
	}
	all, err := c.options.Store.Sources(context.Background(), c.options.Collection)
	if err != nil {
		c.options.Warn(err)
	}
	for _, s := range all {
		if s.Mark != c.options.Mark {
			s.Articles = nil
		}
		kept[s.Name] = s
	}
	return kept
}

// keep keeps the files that were new and drops those that are gone.
func (s *sources) keep(ctx context.Context, to *store.Store, collection string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(s.fresh) == 0 && len(s.gone) == 0 {
		return nil
	}
	if err := to.PutSources(ctx, s.fresh, collection, s.gone...); err != nil {
		return err
	}
	for _, one := range s.fresh {
		one.Hash, one.Body = sha256.Sum256(one.Body), nil
		s.known[one.Name] = one
	}
	for _, name := range s.gone {
		delete(s.known, name)
	}
	s.fresh, s.gone = nil, nil
	return nil
}
