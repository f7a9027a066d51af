package store

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"fmt"
	"slices"
	"time"

	"youju/news"
)

// Source is a file that articles came from, with its bytes as they were and what
// was read from them.
type Source struct {
	Collection string // which set of articles it belongs to
	Name       string // its path, or the name that it was sent under
	Body       []byte
	Mark       string // which reader made the articles: another one reads Body again
	Articles   []news.Article
	Hash       [sha256.Size]byte // of Body; set by the store
	Added      time.Time         // set by the store
}

// PutSources keeps sources in place of those that had their names in their
// collections before, drops those of a collection that are gone by their names,
// and returns when that is safe on the disk: all of it or nothing.
func (s *Store) PutSources(ctx context.Context, sources []Source, collection string, gone ...string) error {
	var bodies [][]byte
	for _, source := range sources {
		bodies = append(bodies, source.Body)
	}
	s.blobMu.Lock()
	defer s.blobMu.Unlock()
	blobs, err := s.writeBlobs(ctx, bodies...)
	if err != nil {
		return fmt.Errorf("keep %d sources: %w", len(sources), err)
	}
	err = s.write(ctx, func(tx *writing) error {
		for _, name := range gone {
			if err := deleteSource(tx, collection, name); err != nil {
				return err
			}
		}
		for i, source := range sources {
			if err := deleteSource(tx, source.Collection, source.Name); err != nil {
				return err
			}
			if err := insertSource(tx, source, blobs[i], s.now()); err != nil {
				return err
			}
		}
		return nil
	})
	if err == nil {
		err = s.sweep(ctx)
	}
	if err != nil {
		return fmt.Errorf("keep %d sources: %w", len(sources), err)
	}
	return nil
}

func insertSource(tx *writing, source Source, blob int64, now int64) error {
	sum := sha256.Sum256(source.Body)
	hash, count := sum[:], int64(len(source.Articles))
	row := sourceRow{blob: blob, count: count, source: source}
	result, err := tx.Exec(`INSERT INTO sources (collection, name, hash, mark, blob, count, added, sum) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
		source.Collection, source.Name, hash, source.Mark, blob, count, now, row.sum(hash, now))
	if err != nil {
		return err
	}
	id, err := result.LastInsertId()
	if err != nil {
		return err
	}
	insert, err := tx.Prepare(`INSERT INTO articles (source, seq, article, sum) VALUES (?, ?, ?, ?)`)
	if err != nil {
		return err
	}
	defer insert.Close()
	for seq := range source.Articles {
		data := encodeArticle(&source.Articles[seq])
		if _, err := insert.Exec(id, seq, data, checksum(id, int64(seq), data)); err != nil {
			return err
		}
	}
	return nil
}

func deleteSource(tx *writing, collection, name string) error {
	return unsecured(tx, func() error {
		if _, err := tx.Exec(`DELETE FROM articles WHERE source IN (SELECT id FROM sources WHERE collection = ? AND name = ?)`, collection, name); err != nil {
			return err
		}
		_, err := tx.Exec(`DELETE FROM sources WHERE collection = ? AND name = ?`, collection, name)
		return err
	})
}

func (s Source) holds(body []byte) bool { return sha256.Sum256(body) == s.Hash }

// sourceRow is a source without its bytes and articles.
type sourceRow struct {
	id, blob, count int64
	source          Source
}

func (r sourceRow) sum(hash []byte, added int64) int64 {
	return checksum(r.source.Collection, r.source.Name, hash, r.source.Mark, r.blob, r.count, added)
}

func (s *Store) sourceRows(ctx context.Context) (found []sourceRow, err error) {
	rows, err := s.readers.QueryContext(ctx, `SELECT id, collection, name, hash, mark, blob, count, added, sum FROM sources ORDER BY id`)
	if err != nil {
		return nil, err
	}
	err = each(rows, func() error {
		var r sourceRow
		var hash []byte
		var added, sum int64
		err := rows.Scan(&r.id, &r.source.Collection, &r.source.Name, &hash, &r.source.Mark, &r.blob, &r.count, &added, &sum)
		if err != nil && !misread(err) {
			return err
		}
		if err != nil || len(hash) != sha256.Size || r.sum(hash, added) != sum {
			s.harmed(DamageError{What: fmt.Sprintf("source %d (%s)", r.id, r.source.Name), Detail: badSum, Cure: "it must be read again from its file"})
			return nil
		}
		r.source.Hash, r.source.Added = [sha256.Size]byte(hash), moment(added)
		found = append(found, r)
		return nil
	})
	return found, err
}

// Sources returns what is kept of a collection, in the order it was added, without
// bytes. A source of which an article is damaged comes with Articles nil: its
// SourceBody is to be read again.
func (s *Store) Sources(ctx context.Context, collection string) ([]Source, error) {
	found, err := s.sourceRows(ctx)
	if err != nil {
		return nil, fmt.Errorf("read the sources: %w", err)
	}
	found = slices.DeleteFunc(found, func(r sourceRow) bool { return r.source.Collection != collection })
	byID := map[int64]*sourceRow{}
	for i := range found {
		byID[found[i].id] = &found[i]
		found[i].source.Articles = []news.Article{}
	}
	if err := s.readArticles(ctx, byID); err != nil {
		return nil, fmt.Errorf("read the articles: %w", err)
	}
	var out []Source
	for _, r := range found {
		if r.source.Articles != nil && int64(len(r.source.Articles)) != r.count {
			s.harmed(DamageError{What: "articles of " + r.source.Name, Detail: "some are missing", Cure: cureReread})
			r.source.Articles = nil
		}
		out = append(out, r.source)
	}
	return out, nil
}

const cureReread = "they are read again from the source's bytes"

func (s *Store) readArticles(ctx context.Context, byID map[int64]*sourceRow) error {
	rows, err := s.readers.QueryContext(ctx, `SELECT id, source, seq, article, sum FROM articles ORDER BY id`)
	if err != nil {
		return err
	}
	return each(rows, func() error {
		var id, source, seq, sum int64
		var data sql.RawBytes
		err := rows.Scan(&id, &source, &seq, &data, &sum)
		if err != nil && !misread(err) {
			return err
		}
		r := byID[source]
		whole := err == nil && checksum(source, seq, []byte(data)) == sum
		var a news.Article
		if whole {
			a, err = decodeArticle(string(data))
		}
		if !whole || err != nil {
			s.harmed(DamageError{What: fmt.Sprintf("article row %d", id), Detail: badSum, Cure: cureReread})
			if r != nil {
				r.source.Articles = nil
			}
			return nil
		}
		if r != nil && r.source.Articles != nil && int64(len(r.source.Articles)) == seq {
			r.source.Articles = append(r.source.Articles, a)
		}
		return nil
	})
}

// SourceBody returns the bytes of a source as they were. Its error is
// sql.ErrNoRows for one that is not there, a *DamageError for one that is damaged.
func (s *Store) SourceBody(ctx context.Context, collection, name string) ([]byte, error) {
	found, err := s.sourceRows(ctx)
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", name, err)
	}
	for _, r := range found {
		if r.source.Collection != collection || r.source.Name != name {
			continue
		}
		body, err := s.body(ctx, r)
		if err != nil {
			return nil, fmt.Errorf("read %s: %w", name, err)
		}
		return body, nil
	}
	return nil, fmt.Errorf("read %s: %w", name, sql.ErrNoRows)
}
