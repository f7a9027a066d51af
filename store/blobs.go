package store

import (
	"context"
	"database/sql"
	"fmt"
)

// chunkSize is what one transaction writes of a blob: a question that waits to be
// journalled waits for no more than this.
const chunkSize = 1 << 20

// part is a chunk on its way into the file.
type part struct {
	blob, seq int64
	data      []byte
}

// writeBlobs writes data in chunks, about chunkSize a transaction, and returns the
// blobs' ids, to which nothing refers yet.
func (s *Store) writeBlobs(ctx context.Context, blobs ...[]byte) (ids []int64, err error) {
	if s.writer == nil {
		return nil, ErrReadOnly
	}
	var next int64
	if err := s.db.QueryRowContext(ctx, `SELECT coalesce(max(blob), 0) + 1 FROM chunks`).Scan(&next); err != nil {
		return nil, err
	}
	var waiting []part
	size := 0
	for _, data := range blobs {
		ids = append(ids, next)
		for seq := int64(0); seq == 0 || len(data) > 0; seq++ {
			p := part{next, seq, notNil(data[:min(chunkSize, len(data))])}
			data = data[len(p.data):]
			waiting, size = append(waiting, p), size+len(p.data)
			if size >= chunkSize {
				if err := s.writeParts(ctx, waiting); err != nil {
					return nil, err
				}
				waiting, size = nil, 0
			}
		}
		next++
	}
	return ids, s.writeParts(ctx, waiting)
}

func (s *Store) writeParts(ctx context.Context, parts []part) error {
	return s.write(ctx, func(tx *writing) error {
		for _, p := range parts {
			_, err := tx.Exec(`INSERT INTO chunks (blob, seq, data, sum) VALUES (?, ?, ?, ?)`, p.blob, p.seq, p.data, checksum(p.blob, p.seq, p.data))
			if err != nil {
				return err
			}
		}
		return nil
	})
}

// readBlob returns a blob of size bytes, or a *DamageError naming what.
func (s *Store) readBlob(ctx context.Context, what string, id, size int64) ([]byte, error) {
	if size < 0 || size > 1<<40 {
		return nil, &DamageError{What: what, Detail: "its size is impossible"}
	}
	rows, err := s.readers.QueryContext(ctx, `SELECT seq, data, sum FROM chunks WHERE blob = ? ORDER BY id`, id)
	if err != nil {
		return nil, err
	}
	var out []byte
	var next int64
	err = each(rows, func() error {
		var seq, sum int64
		var data sql.RawBytes
		err := rows.Scan(&seq, &data, &sum)
		if err != nil && !misread(err) {
			return err
		}
		if err != nil || seq != next || checksum(id, seq, []byte(data)) != sum {
			return &DamageError{What: what, Detail: fmt.Sprintf("part %d: %s", next, badSum)}
		}
		if out == nil {
			out = make([]byte, 0, min(size, 1<<30))
		}
		out = append(out, data...)
		next++
		return nil
	})
	if err == nil && int64(len(out)) != size {
		err = &DamageError{What: what, Detail: fmt.Sprintf("%d of %d bytes are there", len(out), size)}
	}
	if err != nil {
		return nil, err
	}
	return out, nil
}

// sweep removes the chunks that nothing refers to, a few at a time. What lies in
// them was public or is in use elsewhere: zeros need not be written over it.
func (s *Store) sweep(ctx context.Context) error {
	for {
		var removed int64
		err := s.write(ctx, func(tx *writing) error {
			return unsecured(tx, func() error {
				result, err := tx.Exec(`DELETE FROM chunks WHERE id IN (SELECT id FROM chunks
					WHERE blob NOT IN (SELECT blob FROM sources) AND blob NOT IN (SELECT blob FROM derived) LIMIT 16)`)
				if err != nil {
					return err
				}
				removed, err = result.RowsAffected()
				return err
			})
		})
		if err != nil || removed == 0 {
			return err
		}
	}
}

// unsecured runs change without secure_delete.
func unsecured(tx *writing, change func() error) error {
	if _, err := tx.Exec(`PRAGMA secure_delete = OFF`); err != nil {
		return err
	}
	err := change()
	if _, on := tx.Exec(`PRAGMA secure_delete = ON`); err == nil {
		err = on
	}
	return err
}
