package store

import (
	"bytes"
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

// walDamage reads the log as SQLite will, and says where SQLite would silently stop
// though more was written (https://www.sqlite.org/fileformat2.html#walformat).
func walDamage(path string) string {
	data, err := os.ReadFile(path)
	const header, frameHeader = 32, 24
	if err != nil || len(data) < header {
		return ""
	}
	var order binary.ByteOrder = binary.LittleEndian
	switch binary.BigEndian.Uint32(data) {
	case 0x377f0682:
	case 0x377f0683:
		order = binary.BigEndian
	default:
		return "its first bytes are damaged"
	}
	sum := walSum{}
	sum.add(order, data[:24])
	if sum != readWALSum(data[24:]) {
		return "its head is damaged"
	}
	salts := data[16:24]
	for at := header; at+frameHeader+pageSize <= len(data); at += frameHeader + pageSize {
		frame := data[at : at+frameHeader+pageSize]
		next := sum
		next.add(order, frame[:8])
		next.add(order, frame[frameHeader:])
		fits, ours := next == readWALSum(frame[16:]), bytes.Equal(frame[8:16], salts)
		if fits && ours {
			sum = next
			continue
		}
		if fits || ours && oneBitOff(order, sum, frame) {
			return "a part of it is damaged"
		}
		// Left over from an earlier round, or a frame that a kill cut short: nothing
		// that was acknowledged, unless more of this round follows.
		return later(data[at+frameHeader+pageSize:], salts)
	}
	return ""
}

// foldWAL moves what the log holds whole into the file, as SQLite does, which needs
// a readable schema for it.
func foldWAL(path string) error {
	data, err := os.ReadFile(path + "-wal")
	const header, frameHeader = 32, 24
	if errors.Is(err, os.ErrNotExist) || err == nil && len(data) < header {
		return nil
	}
	if err != nil {
		return err
	}
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	defer f.Close()
	var order binary.ByteOrder = binary.LittleEndian
	if data[3] == 0x83 {
		order = binary.BigEndian
	}
	sum, salts := readWALSum(data[24:]), data[16:24]
	waiting := map[uint32][]byte{}
	for at := header; at+frameHeader+pageSize <= len(data); at += frameHeader + pageSize {
		frame := data[at : at+frameHeader+pageSize]
		sum.add(order, frame[:8])
		sum.add(order, frame[frameHeader:])
		if sum != readWALSum(frame[16:]) || !bytes.Equal(frame[8:16], salts) {
			break
		}
		waiting[binary.BigEndian.Uint32(frame)] = frame[frameHeader:]
		size := binary.BigEndian.Uint32(frame[4:])
		if size == 0 { // the transaction goes on
			continue
		}
		for n, page := range waiting {
			if _, err := f.WriteAt(page, int64(n-1)*pageSize); err != nil {
				return err
			}
		}
		clear(waiting)
	}
	return errors.Join(f.Close(), os.Remove(path+"-wal"))
}

// oneBitOff tells a last frame that was damaged from one that was never written
// whole: turning one bit makes it fit.
func oneBitOff(order binary.ByteOrder, before walSum, frame []byte) bool {
	const frameHeader = 24
	frame = bytes.Clone(frame)
	for i := range frame {
		for bit := range 8 {
			frame[i] ^= 1 << bit
			sum := before
			sum.add(order, frame[:8])
			sum.add(order, frame[frameHeader:])
			if sum == readWALSum(frame[16:]) {
				return true
			}
			frame[i] ^= 1 << bit
		}
	}
	return false
}

// later says whether frames of this round follow one that is not.
func later(data, salts []byte) string {
	const frame = 24 + pageSize
	for ; len(data) >= frame; data = data[frame:] {
		if bytes.Equal(data[8:16], salts) {
			return "a part of it is damaged"
		}
	}
	return ""
}

// walSum is SQLite's checksum over pairs of words.
type walSum struct{ a, b uint32 }

func (s *walSum) add(order binary.ByteOrder, data []byte) {
	for ; len(data) >= 8; data = data[8:] {
		s.a += order.Uint32(data) + s.b
		s.b += order.Uint32(data[4:]) + s.a
	}
}

func readWALSum(data []byte) walSum {
	return walSum{binary.BigEndian.Uint32(data), binary.BigEndian.Uint32(data[4:])}
}
