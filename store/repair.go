package store

import (
	"database/sql"
	"encoding/binary"
	"errors"
	"os"
	"path/filepath"
)

// pageSize is SQLite's default, with which all of our files are made.
const pageSize = 4096

func nothing(string) error { return nil }

// repairHeader writes what the header of every file of ours says, whatever it says
// now (https://www.sqlite.org/fileformat2.html#the_database_header).
func repairHeader(path string) error {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	defer f.Close()
	h := make([]byte, 100)
	if _, err := f.ReadAt(h, 0); err != nil {
		return nil // too short to be repaired
	}
	info, err := f.Stat()
	if err != nil {
		return err
	}
	copy(h, "SQLite format 3\x00")
	binary.BigEndian.PutUint16(h[16:], pageSize)
	copy(h[18:], []byte{2, 2, 0, 64, 32, 32})                        // WAL, nothing reserved, fractions
	binary.BigEndian.PutUint32(h[28:], uint32(info.Size()/pageSize)) // pages
	copy(h[32:40], make([]byte, 8))                                  // no free pages: they are not read
	binary.BigEndian.PutUint32(h[44:], 4)                            // schema format
	for _, at := range []int{48, 52, 64, 72, 76, 80, 84, 88} {       // cache size, vacuum modes, reserved
		binary.BigEndian.PutUint32(h[at:], 0)
	}
	binary.BigEndian.PutUint32(h[56:], 1) // UTF-8
	copy(h[92:96], h[24:28])              // the number of pages is to be believed
	_, err = f.WriteAt(h, 0)
	return errors.Join(err, f.Close())
}

// badHeader sees what SQLite opens all the same, and then does not write to: a
// number of another format. A file that is too short SQLite refuses itself.
func badHeader(path string) (detail string, err error) {
	f, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer f.Close()
	h := make([]byte, 100)
	if _, err := f.ReadAt(h, 0); err != nil {
		return "", nil
	}
	if h[18] < 1 || h[18] > 2 || h[18] != h[19] {
		return "its header names another format", nil
	}
	return "", nil
}

// repairSchema writes a first page that says where the tables are, which is found
// out from their rows. It names tables and columns and nothing else, so that it is
// one page however large the schema is: the rows are only to be copied from it.
func (s *Store) repairSchema(path string) error {
	if err := foldWAL(path); err != nil { // its first page would be read instead
		return err
	}
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return err
	}
	roots := s.layout.findRoots(f, info.Size()/pageSize)
	if len(roots) == 0 { // no page of a table is left
		return nil
	}
	page, err := s.layout.firstPage(filepath.Dir(path), roots)
	if err != nil {
		return err
	}
	if _, err := f.WriteAt(page, 0); err != nil {
		return err
	}
	return errors.Join(f.Close(), repairHeader(path))
}

// firstPage has SQLite write one, in a file of its own.
func (l layout) firstPage(folder string, roots map[string]int64) (page []byte, err error) {
	dir, err := os.MkdirTemp(folder, "template-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	template := filepath.Join(dir, "template.db")
	db, err := sql.Open("sqlite", address(template, "_pragma=writable_schema(ON)"))
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(1)
	for _, t := range l.tables {
		if roots[t.name] != 0 && err == nil {
			_, err = db.Exec(t.bare())
		}
	}
	for name, root := range roots {
		if err == nil {
			_, err = db.Exec(`UPDATE sqlite_schema SET rootpage = ? WHERE name = ?`, root, name)
		}
	}
	if err := errors.Join(err, db.Close()); err != nil {
		return nil, err
	}
	page, err = os.ReadFile(template)
	if err != nil {
		return nil, err
	}
	if len(page) < pageSize || page[100] != leafPage {
		return nil, errors.New("the names of the tables do not fit into one page") // a test holds the migrations to it
	}
	return page[:pageSize], nil
}
