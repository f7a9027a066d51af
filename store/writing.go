package store

import "database/sql"

// writing is the transaction that changes are made in. The same few statements make
// nearly all of them, and to parse one takes longer than to run it, so they stay prepared.
type writing struct {
	*sql.Tx
	statements *statements
}

// Exec is that of sql.Tx.
func (w *writing) Exec(query string, args ...any) (sql.Result, error) {
	if statement := w.statements.find(query); statement != nil {
		return w.Stmt(statement).Exec(args...)
	}
	return w.Tx.Exec(query, args...)
}

// QueryRow is that of sql.Tx.
func (w *writing) QueryRow(query string, args ...any) *sql.Row {
	if statement := w.statements.find(query); statement != nil {
		return w.Stmt(statement).QueryRow(args...)
	}
	return w.Tx.QueryRow(query, args...)
}

// statements are those of the one connection that writes. While a transaction has it
// nothing can be prepared, so that is done behind the first one that needs a statement.
// Only the writer's goroutine uses them, and they end with the connection.
type statements struct {
	db       *sql.DB
	prepared map[string]*sql.Stmt
	wanted   []string
}

// statementsMost bounds what is kept: some statements are made for as many rows as they
// are about.
const statementsMost = 100

func (s *statements) find(query string) *sql.Stmt {
	statement := s.prepared[query]
	if statement == nil && len(s.prepared)+len(s.wanted) < statementsMost {
		s.wanted = append(s.wanted, query)
	}
	return statement
}

// prepare makes what was wanted. What cannot be prepared says so where it is run.
func (s *statements) prepare() {
	for _, query := range s.wanted {
		if s.prepared[query] != nil {
			continue
		}
		if statement, err := s.db.Prepare(query); err == nil {
			s.prepared[query] = statement
		}
	}
	s.wanted = nil
}
