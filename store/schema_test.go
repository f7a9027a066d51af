package store

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// larger is a step after which the schema fills several pages and tables begin
// elsewhere than in a new file.
var larger = []string{`CREATE TABLE later (id INTEGER PRIMARY KEY, note TEXT NOT NULL -- ` + strings.Repeat("padding ", 1200) + `
	, sum INTEGER NOT NULL); CREATE INDEX later_note ON later (note); ALTER TABLE feedback ADD COLUMN extra INTEGER NOT NULL DEFAULT 7;
	INSERT INTO later (note, sum) VALUES ('x', 1)`}

// grown are the bytes of stores with a larger schema: made at once, brought to it
// when they were full, and copied by a backup.
func grown(t *testing.T) (stores map[string][]byte, want map[string]string) {
	t.Helper()
	ctx, c := context.Background(), newClock()
	stores = map[string][]byte{}
	keep := func(name, path string) {
		data, err := os.ReadFile(path)
		must(t, err)
		stores[name] = data
	}
	path := file(t)
	s, err := Open(ctx, path, Options{Clock: c.Now, later: larger})
	must(t, err)
	furnish(t, s)
	want = contents(t, s)
	copied := filepath.Join(t.TempDir(), "copy.db")
	must(t, s.Backup(ctx, copied))
	must(t, s.Close())
	keep("made at once", path)
	keep("copied", copied)
	path = file(t)
	s, err = Open(ctx, path, Options{Clock: c.Now})
	must(t, err)
	furnish(t, s)
	must(t, s.Close())
	s, err = Open(ctx, path, Options{Clock: c.Now, later: larger})
	must(t, err)
	must(t, s.Close())
	keep("brought to it", path)
	return stores, want
}

// schemaPages are those that say where the tables are.
func schemaPages(t *testing.T, data []byte) []int64 {
	t.Helper()
	first := bytes.Clone(data[100:pageSize])
	if first[0] != interiorPage {
		t.Fatal("the schema fits into the first page")
	}
	pages := []int64{1, int64(binary.BigEndian.Uint32(first[8:]))}
	for i := range int(binary.BigEndian.Uint16(first[3:])) {
		cell := binary.BigEndian.Uint16(first[12+2*i:])
		pages = append(pages, int64(binary.BigEndian.Uint32(data[cell:])))
	}
	return pages
}

// A bit flipped anywhere in a schema of many pages, or a page of it gone: the
// store opens, and since none of its rows was hit, none is missing.
func TestADamagedSchemaCostsNothing(t *testing.T) {
	stores, want := grown(t)
	for name, data := range stores {
		dir := t.TempDir()
		path := filepath.Join(dir, FileName)
		r := trial{later: larger}
		tries := 0
		try := func(what string, damaged []byte) {
			must(t, os.RemoveAll(dir))
			must(t, os.Mkdir(dir, 0o700))
			must(t, os.WriteFile(path, damaged, 0o600))
			reads(t, name+", "+what, path)
			before := r.missing
			r.run(t, name+", "+what, path, want)
			if r.missing > before {
				t.Errorf("%s, %s: %d things are missing", name, what, r.missing-before)
			}
			tries++
		}
		for _, page := range schemaPages(t, data) {
			at := int(page-1) * pageSize
			for i := at; i < at+pageSize; i += 1 + pageSize/sized(10) {
				damaged := bytes.Clone(data)
				damaged[i] ^= 1 << (i / 7 % 8)
				try(fmt.Sprintf("bit %d of byte %d flipped", i/7%8, i), damaged)
			}
			damaged := bytes.Clone(data)
			clear(damaged[at : at+pageSize])
			try(fmt.Sprintf("page %d emptied", page), damaged)
		}
		t.Logf("%s: %d bytes, schema on pages %v, %d tries, %d rebuilt, %d things missing", name, len(data), schemaPages(t, data), tries, r.rebuilt, r.missing)
		if r.rebuilt < tries/4 {
			t.Errorf("%s: %d of %d were rebuilt: the damage is not seen", name, r.rebuilt, tries)
		}
	}
}

// reads demands that a reader says in a sentence of ours what is wrong, if it
// does not open.
func reads(t *testing.T, what, path string) {
	t.Helper()
	s, err := OpenReadOnly(context.Background(), path, Options{later: larger})
	if err == nil {
		must(t, s.Close())
		return
	}
	if !asDamage(err) && !errors.Is(err, ErrVersion) {
		t.Errorf("%s: a reader says %v", what, err)
	}
}

// What the repair writes must fit into a page, with as much again for what is added.
func TestTheNamesOfTheTablesFitIntoAPage(t *testing.T) {
	all, err := steps()
	must(t, err)
	l, err := newLayout(t.Context(), all)
	must(t, err)
	size := 0
	for _, table := range l.tables {
		size += len(table.bare()) + 2*len(table.name) + 20
	}
	if size > pageSize/2 {
		t.Errorf("%d bytes", size)
	}
	if len(l.tables) != len(dearest) {
		t.Errorf("%d tables, %d of them have a rank", len(l.tables), len(dearest))
	}
}

// With the log of a crash beside it, and the schema's first page damaged.
func TestADamagedSchemaBesideALog(t *testing.T) {
	c := newClock()
	path := file(t)
	s, err := Open(t.Context(), path, Options{Clock: c.Now, later: larger})
	must(t, err)
	furnish(t, s)
	must(t, s.settle(t.Context()))
	_, err = s.Journal(t.Context(), upd(800))
	must(t, err)
	want := contents(t, s)
	data, err := os.ReadFile(path)
	must(t, err)
	log, err := os.ReadFile(path + "-wal")
	must(t, err)
	must(t, s.Close())
	for _, page := range schemaPages(t, data) {
		crashed := file(t)
		damaged := bytes.Clone(data)
		clear(damaged[(page-1)*pageSize : page*pageSize])
		must(t, os.WriteFile(crashed, damaged, 0o600))
		must(t, os.WriteFile(crashed+"-wal", log, 0o600))
		r := trial{later: larger}
		r.run(t, fmt.Sprintf("page %d emptied", page), crashed, want)
		if r.missing > 0 {
			t.Errorf("page %d: %d things are missing", page, r.missing)
		}
	}
}

// A schema that SQLite reads without a word, but that is not the one that was
// written: a column of another name, a key that is none any more.
func TestASchemaThatReadsOtherwise(t *testing.T) {
	data, want := furnished(t)
	for _, change := range [][2]string{{"payload     BLOB", "pazload     BLOB"}, {"id          INTEGER PRIMARY", "id          INTEGAR PRIMARY"}, {"TABLE turns", "TABLE tusns"}, {"ON messages (update_id)", "ON messages (changed  )"}} {
		if bytes.Count(data[:pageSize], []byte(change[0])) != 1 {
			t.Fatalf("%q is not in the schema once", change[0])
		}
		path := file(t)
		must(t, os.WriteFile(path, bytes.Replace(data, []byte(change[0]), []byte(change[1]), 1), 0o600))
		var r trial
		r.run(t, change[1], path, want)
		if r.missing > 0 || r.rebuilt != 1 {
			t.Errorf("%q: %d things are missing, rebuilt %d times", change[1], r.missing, r.rebuilt)
		}
	}
}
