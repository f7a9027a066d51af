package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
)

// Check reads everything, row by row, and returns all damage that was noticed since
// the store was opened. A large store takes seconds.
func (s *Store) Check(ctx context.Context) ([]DamageError, error) {
	if err := s.integrity(ctx); err != nil {
		return nil, fmt.Errorf("check the store: %w", err)
	}
	for _, read := range []func(context.Context) error{s.checkWork, s.checkTurns, s.checkFacts, s.checkSources, s.checkDerived, s.checkVectors} {
		if err := read(ctx); err != nil {
			return nil, fmt.Errorf("check the store: %w", err)
		}
	}
	return s.Damages(), nil
}

// integrity looks at the structure and at whether the indexes hold what the tables do.
func (s *Store) integrity(ctx context.Context) error {
	rows, err := s.readers.QueryContext(ctx, `PRAGMA integrity_check(10)`)
	if err != nil {
		return err
	}
	return each(rows, func() error {
		var line string
		err := rows.Scan(&line)
		if err == nil && line != "ok" {
			s.harmed(DamageError{What: "the store's file", Detail: line, Cure: "the next serve rebuilds it"})
		}
		return err
	})
}

func (s *Store) checkWork(ctx context.Context) error {
	if _, err := s.Pending(ctx); err != nil {
		return err
	}
	if _, err := s.Unsent(ctx); err != nil {
		return err
	}
	if _, _, err := s.LastUpdate(ctx); err != nil {
		return err
	}
	_, err := s.Ratings(ctx)
	return err
}

// checkFacts finds those too that nobody can ask for because their name is damaged.
func (s *Store) checkFacts(ctx context.Context) error {
	rows, err := s.readers.QueryContext(ctx, `SELECT name FROM facts`)
	if err != nil {
		return err
	}
	var names []string
	err = each(rows, func() error {
		var name string
		err := rows.Scan(&name)
		names = append(names, name)
		return err
	})
	for _, name := range names {
		if err != nil {
			break
		}
		if _, err = fact(reader{ctx, s.readers}, name); asDamage(err) || errors.Is(err, sql.ErrNoRows) {
			s.harmed(DamageError{What: name, Detail: badSum, Cure: cureLost})
			err = nil
		}
	}
	return err
}

func (s *Store) checkTurns(ctx context.Context) error {
	rows, err := s.readers.QueryContext(ctx, `SELECT `+turnColumns+` FROM turns ORDER BY id`)
	if err != nil {
		return err
	}
	_, err = s.scanTurns(rows, moment(0))
	return err
}

func (s *Store) checkSources(ctx context.Context) error {
	found, err := s.sourceRows(ctx)
	if err != nil {
		return err
	}
	seen := map[string]bool{}
	for _, r := range found {
		if c := r.source.Collection; !seen[c] {
			seen[c] = true
			if _, err := s.Sources(ctx, c); err != nil {
				return err
			}
		}
		if _, err := s.body(ctx, r); err != nil && !asDamage(err) {
			return err
		}
	}
	return nil
}

func (s *Store) checkDerived(ctx context.Context) error {
	rows, err := s.readers.QueryContext(ctx, `SELECT collection, name, mark FROM derived ORDER BY id`)
	if err != nil {
		return err
	}
	var all []Derived
	err = each(rows, func() error {
		var d Derived
		err := rows.Scan(&d.Collection, &d.Name, &d.Mark)
		all = append(all, d)
		return err
	})
	for _, d := range all {
		if err == nil {
			_, _, err = s.ReadDerived(ctx, d)
		}
	}
	return err
}

func (s *Store) checkVectors(ctx context.Context) error {
	models, err := s.Models(ctx)
	for model := range models {
		if err == nil {
			err = s.Vectors(ctx, model, func(Key, []byte) {})
		}
	}
	return err
}

// body reads the bytes of a source; a *DamageError is noted too.
func (s *Store) body(ctx context.Context, r sourceRow) ([]byte, error) {
	var size sql.NullInt64
	if err := s.readers.QueryRowContext(ctx, `SELECT sum(length(data)) FROM chunks WHERE blob = ?`, r.blob).Scan(&size); err != nil {
		return nil, err
	}
	what := "the bytes of " + r.source.Name
	body, err := s.readBlob(ctx, what, r.blob, size.Int64)
	if err == nil && !r.source.holds(body) {
		err = &DamageError{What: what, Detail: badSum}
	}
	if damage := damageOf(err); damage != nil {
		s.harmed(*damage)
	}
	return body, err
}
