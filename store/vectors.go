package store

import (
	"context"
	"database/sql"
	"fmt"
	"strings"
)

// Key identifies the texts that a vector was made of.
type Key [16]byte

// Vector is what was made of some texts, in the caller's own form.
type Vector struct {
	Key  Key
	Data []byte
}

// KeepVectors keeps vectors of a model, all or none.
func (s *Store) KeepVectors(ctx context.Context, model string, vectors []Vector) error {
	err := s.write(ctx, func(tx *writing) error {
		insert, err := tx.Prepare(`INSERT INTO vectors (model, key, made, data, sum) VALUES (?, ?, ?, ?, ?)`)
		if err != nil {
			return err
		}
		defer insert.Close()
		now := s.now()
		for _, v := range vectors {
			if _, err := insert.Exec(model, v.Key[:], now, v.Data, vectorSum(model, v.Key[:], now, v.Data)); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return fmt.Errorf("keep %d vectors: %w", len(vectors), err)
	}
	return nil
}

func vectorSum(model string, key []byte, made int64, data []byte) int64 {
	return checksum(model, key, made, data)
}

// Vectors hands over the kept vectors of a model in the order they were made;
// take may keep data. A damaged one is passed over and noted in Damages.
func (s *Store) Vectors(ctx context.Context, model string, take func(key Key, data []byte)) error {
	rows, err := s.readers.QueryContext(ctx, `SELECT id, key, made, data, sum FROM vectors WHERE model = ? ORDER BY id`, model)
	if err != nil {
		return fmt.Errorf("read the kept vectors: %w", err)
	}
	err = each(rows, func() error {
		var id, made, sum int64
		var key, data []byte
		err := rows.Scan(&id, &key, &made, &data, &sum)
		if err != nil && !misread(err) {
			return err
		}
		if err != nil || len(key) != len(Key{}) || vectorSum(model, key, made, data) != sum {
			s.harmed(DamageError{What: fmt.Sprintf("vector %d", id), Detail: badSum, Cure: "it is made again"})
			return nil
		}
		take(Key(key), data)
		return nil
	})
	if err != nil {
		return fmt.Errorf("read the kept vectors: %w", err)
	}
	return nil
}

// Models says how many vectors each model has.
func (s *Store) Models(ctx context.Context) (map[string]int, error) {
	rows, err := s.readers.QueryContext(ctx, `SELECT model, count(*) FROM vectors GROUP BY model`)
	if err != nil {
		return nil, fmt.Errorf("count the kept vectors: %w", err)
	}
	counts := map[string]int{}
	err = each(rows, func() error {
		var model string
		var n int
		err := rows.Scan(&model, &n)
		counts[model] = n
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("count the kept vectors: %w", err)
	}
	return counts, nil
}

// DropVectors removes the vectors that are damaged, doubled, or both older than
// Options.Keep and not wanted by the model, those of other models included.
func (s *Store) DropVectors(ctx context.Context, model string, wanted func(Key) bool) (dropped int, err error) {
	before := s.options.Clock().Add(-s.options.Keep).UnixMilli()
	rows, err := s.readers.QueryContext(ctx, `SELECT id, model, key, made, data, sum FROM vectors ORDER BY id`)
	if err != nil {
		return 0, fmt.Errorf("look for vectors that nobody wants: %w", err)
	}
	seen := map[string]bool{}
	var idle []int64
	err = each(rows, func() error {
		var id, made, sum int64
		var of string
		var key, data sql.RawBytes
		err := rows.Scan(&id, &of, &key, &made, &data, &sum)
		if err != nil && !misread(err) {
			return err
		}
		name := of + "\x00" + string(key)
		whole := err == nil && len(key) == len(Key{}) && vectorSum(of, key, made, data) == sum
		if !whole || seen[name] || made < before && (of != model || !wanted(Key(key))) {
			idle = append(idle, id)
			return nil
		}
		seen[name] = true
		return nil
	})
	for len(idle) > 0 && err == nil {
		some := idle[:min(256, len(idle))]
		err = s.write(ctx, func(tx *writing) error { return unsecured(tx, func() error { return dropRows(tx, "vectors", some) }) })
		idle, dropped = idle[len(some):], dropped+len(some)
	}
	if err != nil {
		return dropped, fmt.Errorf("remove vectors that nobody wants: %w", err)
	}
	return dropped, nil
}

// dropRows deletes rows by their ids; table is never what a user wrote.
func dropRows(tx *writing, table string, ids []int64) error {
	args := make([]any, len(ids))
	for i, id := range ids {
		args[i] = id
	}
	_, err := tx.Exec(`DELETE FROM `+table+` WHERE id IN (?`+strings.Repeat(", ?", len(ids)-1)+`)`, args...)
	return err
}
