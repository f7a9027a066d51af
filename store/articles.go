package store

import (
	"bytes"
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"youju/news"
)

// Source is a file that articles came from, with its bytes as they were and what
// was read from them.
type Source struct {
	Name     string // its path, or the name that it was sent under
	Body     []byte
	Mark     string // which reader made the articles: another one reads Body again
	Articles []news.Article
	Hash     [sha256.Size]byte // of Body; set by the store
	Added    time.Time         // set by the store
}

// PutSource keeps a source in place of what had its name before, and returns when
// it is safe on the disk.
func (s *Store) PutSource(ctx context.Context, source Source) error {
	texts, err := marshalAll(source.Articles)
	if err != nil {
		return fmt.Errorf("keep %s: %w", source.Name, err)
	}
	s.blobMu.Lock()
	defer s.blobMu.Unlock()
	blob, err := s.writeBlob(ctx, source.Body)
	if err != nil {
		return fmt.Errorf("keep %s: %w", source.Name, err)
	}
	hash := sha256.Sum256(source.Body)
	err = s.write(ctx, func(tx *sql.Tx) error {
		if err := deleteSource(tx, source.Name); err != nil {
			return err
		}
		return insertSource(tx, source, hash[:], blob, texts, s.now())
	})
	if err == nil {
		err = s.sweep(ctx)
	}
	if err != nil {
		return fmt.Errorf("keep %s: %w", source.Name, err)
	}
	return nil
}

func marshalAll(articles []news.Article) (texts []string, err error) {
	for _, a := range articles {
		var b bytes.Buffer
		encoder := json.NewEncoder(&b)
		encoder.SetEscapeHTML(false)
		if err := encoder.Encode(a); err != nil {
			return nil, err
		}
		texts = append(texts, b.String())
	}
	return texts, nil
}

func insertSource(tx *sql.Tx, source Source, hash []byte, blob int64, texts []string, now int64) error {
	count := int64(len(texts))
	result, err := tx.Exec(`INSERT INTO sources (name, hash, mark, blob, count, added, sum) VALUES (?, ?, ?, ?, ?, ?, ?)`,
		source.Name, hash, source.Mark, blob, count, now, checksum(source.Name, hash, source.Mark, blob, count, now))
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
	for seq, text := range texts {
		if _, err := insert.Exec(id, seq, text, checksum(id, int64(seq), text)); err != nil {
			return err
		}
	}
	return nil
}

// DropSource removes a source and its articles.
func (s *Store) DropSource(ctx context.Context, name string) error {
	s.blobMu.Lock()
	defer s.blobMu.Unlock()
	err := s.write(ctx, func(tx *sql.Tx) error { return deleteSource(tx, name) })
	if err == nil {
		err = s.sweep(ctx)
	}
	if err != nil {
		return fmt.Errorf("remove %s: %w", name, err)
	}
	return nil
}

func deleteSource(tx *sql.Tx, name string) error {
	return unsecured(tx, func() error {
		if _, err := tx.Exec(`DELETE FROM articles WHERE source IN (SELECT id FROM sources WHERE name = ?)`, name); err != nil {
			return err
		}
		_, err := tx.Exec(`DELETE FROM sources WHERE name = ?`, name)
		return err
	})
}

// sourceRow is a source without its bytes and articles.
type sourceRow struct {
	id, blob, count int64
	source          Source
}

func (s *Store) sourceRows(ctx context.Context) (found []sourceRow, err error) {
	rows, err := s.readers.QueryContext(ctx, `SELECT id, name, hash, mark, blob, count, added, sum FROM sources ORDER BY id`)
	if err != nil {
		return nil, err
	}
	err = each(rows, func() error {
		var r sourceRow
		var hash []byte
		var added, sum int64
		err := rows.Scan(&r.id, &r.source.Name, &hash, &r.source.Mark, &r.blob, &r.count, &added, &sum)
		if err != nil && !misread(err) {
			return err
		}
		if err != nil || len(hash) != sha256.Size || checksum(r.source.Name, hash, r.source.Mark, r.blob, r.count, added) != sum {
			s.harmed(DamageError{What: fmt.Sprintf("source %d (%s)", r.id, r.source.Name), Detail: badSum, Cure: "it must be read again from its file"})
			return nil
		}
		r.source.Hash, r.source.Added = [sha256.Size]byte(hash), moment(added)
		found = append(found, r)
		return nil
	})
	return found, err
}

// Sources returns what is kept, in the order it was added, without bytes. A source
// of which an article is damaged comes with Articles nil: read its Body again.
func (s *Store) Sources(ctx context.Context) ([]Source, error) {
	found, err := s.sourceRows(ctx)
	if err != nil {
		return nil, fmt.Errorf("read the sources: %w", err)
	}
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
		var text []byte
		err := rows.Scan(&id, &source, &seq, &text, &sum)
		if err != nil && !misread(err) {
			return err
		}
		r := byID[source]
		var a news.Article
		whole := err == nil && checksum(source, seq, string(text)) == sum
		if !whole || json.Unmarshal(text, &a) != nil {
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
func (s *Store) SourceBody(ctx context.Context, name string) ([]byte, error) {
	found, err := s.sourceRows(ctx)
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", name, err)
	}
	for _, r := range found {
		if r.source.Name != name {
			continue
		}
		var size int64
		if err := s.readers.QueryRowContext(ctx, `SELECT coalesce(sum(length(data)), 0) FROM chunks WHERE blob = ?`, r.blob).Scan(&size); err != nil {
			return nil, fmt.Errorf("read %s: %w", name, err)
		}
		body, err := s.readBlob(ctx, "the bytes of "+name, r.blob, size)
		if err == nil && sha256.Sum256(body) != r.source.Hash {
			err = &DamageError{What: "the bytes of " + name, Detail: badSum}
		}
		var damage *DamageError
		if errors.As(err, &damage) {
			s.harmed(*damage)
		}
		if err != nil {
			return nil, fmt.Errorf("read %s: %w", name, err)
		}
		return body, nil
	}
	return nil, fmt.Errorf("read %s: %w", name, sql.ErrNoRows)
}
