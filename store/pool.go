package store

import (
	"context"
	"database/sql"
	"errors"
	"sync"
)

// pool are the connections that read. Each question asks the same few queries, and to
// parse one takes longer than to run it, so they stay prepared.
type pool struct {
	db       *sql.DB
	mu       sync.Mutex
	prepared map[string]*sql.Stmt
}

// readersMost bounds the connections that read at once. All of them stay open: to
// open one reads the schema again.
const readersMost = 4

func newPool(db *sql.DB) *pool {
	db.SetMaxOpenConns(readersMost)
	db.SetMaxIdleConns(readersMost)
	return &pool{db: db, prepared: map[string]*sql.Stmt{}}
}

func (p *pool) QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error) {
	statement, err := p.prepare(ctx, query)
	if err != nil {
		return nil, err
	}
	return statement.QueryContext(ctx, args...)
}

func (p *pool) QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row {
	statement, err := p.prepare(ctx, query)
	if err != nil {
		return p.db.QueryRowContext(ctx, query, args...) // which says what is wrong
	}
	return statement.QueryRowContext(ctx, args...)
}

func (p *pool) prepare(ctx context.Context, query string) (*sql.Stmt, error) {
	p.mu.Lock()
	statement := p.prepared[query]
	p.mu.Unlock()
	if statement != nil {
		return statement, nil
	}
	statement, err := p.db.PrepareContext(ctx, query)
	if err != nil {
		return nil, err
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if before := p.prepared[query]; before != nil { // another was quicker
		_ = statement.Close()
		return before, nil
	}
	p.prepared[query] = statement
	return statement, nil
}

// Close ends the statements and the connections.
func (p *pool) Close() error {
	p.mu.Lock()
	defer p.mu.Unlock()
	var problems []error
	for _, statement := range p.prepared {
		problems = append(problems, statement.Close())
	}
	return errors.Join(append(problems, p.db.Close())...)
}
