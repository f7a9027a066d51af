package store

import (
	"context"
	"database/sql"
	"fmt"
	"slices"
)

// layout is what the migrations make of an empty file, and so what a file must
// look like that was not damaged.
type layout struct {
	versions [][]string // the schema after none, one, two… of the steps, an object a line
	tables   []table    // of the newest version, the dearest first
}

type table struct {
	name    string
	root    int64 // its first page in a file that was made at once
	columns []column
}

type column struct {
	name, kind string // kind: INTEGER, TEXT, BLOB
	fallback   sql.NullString
}

// dearest are the tables that are saved first from a damaged file.
var dearest = [...]string{"facts", "updates", "messages", "turns", "feedback", "sources", "articles", "chunks", "derived", "vectors"}

func newLayout(ctx context.Context, steps []string) (l layout, err error) {
	db, err := sql.Open("sqlite", ":memory:")
	if err != nil {
		return l, err
	}
	defer db.Close()
	db.SetMaxOpenConns(1) // each connection would have a memory of its own
	for n := range len(steps) + 1 {
		if err := migrateTo(ctx, db, steps[:n]); err != nil {
			return l, err
		}
		schema, err := schemaOf(ctx, db)
		if err != nil {
			return l, err
		}
		l.versions = append(l.versions, schema)
	}
	l.tables, err = tablesOf(ctx, db)
	return l, err
}

func schemaOf(ctx context.Context, db *sql.DB) (schema []string, err error) {
	rows, err := db.QueryContext(ctx, `SELECT type || ' ' || name || ' of ' || tbl_name || ': ' || coalesce(sql, '') FROM sqlite_schema ORDER BY type, name`)
	if err != nil {
		return nil, err
	}
	err = each(rows, func() error {
		var line sql.NullString
		err := rows.Scan(&line)
		schema = append(schema, line.String)
		return err
	})
	return schema, err
}

func tablesOf(ctx context.Context, db *sql.DB) (tables []table, err error) {
	rows, err := db.QueryContext(ctx, `SELECT s.name, s.rootpage, c.name, c.type, c.dflt_value FROM sqlite_schema s, pragma_table_info(s.name) c
		WHERE s.type = 'table' AND s.name NOT LIKE 'sqlite_%' ORDER BY s.rootpage, c.cid`)
	if err != nil {
		return nil, err
	}
	err = each(rows, func() error {
		var t table
		var c column
		err := rows.Scan(&t.name, &t.root, &c.name, &c.kind, &c.fallback)
		if n := len(tables); n == 0 || tables[n-1].name != t.name {
			tables = append(tables, t)
		}
		last := &tables[len(tables)-1]
		last.columns = append(last.columns, c)
		return err
	})
	value := func(t table) int {
		if at := slices.Index(dearest[:], t.name); at >= 0 {
			return at
		}
		return len(dearest)
	}
	slices.SortStableFunc(tables, func(a, b table) int { return value(a) - value(b) })
	return tables, err
}

// differs says that a schema is none that the steps make. One that a later
// version of the program made is not ours to judge.
func (l layout) differs(schema []string, version int) bool {
	return version < len(l.versions) && !slices.ContainsFunc(l.versions, func(known []string) bool { return slices.Equal(known, schema) })
}

// bare is the statement that makes the table with nothing but what it takes to
// read its rows.
func (t table) bare() string {
	text := ""
	for i, c := range t.columns {
		if i == 0 {
			text = c.name + " INTEGER PRIMARY KEY"
			continue
		}
		text += "," + c.name
		if c.fallback.Valid {
			text += " DEFAULT " + c.fallback.String
		}
	}
	return fmt.Sprintf("CREATE TABLE %s(%s)", t.name, text)
}
