package store

import (
	"encoding/binary"
	"io"
	"slices"
	"unicode/utf8"
)

// Pages of a table, by their first byte
// (https://www.sqlite.org/fileformat2.html#b_tree_pages).
const (
	interiorPage = 0x05
	leafPage     = 0x0d
)

// root is a page that no other page of a table points to, with the first rows
// below it.
type root struct {
	page  int64
	inner bool
	cells int
	rows  []rawRow
}

// rawRow is the part of a row that its page holds.
type rawRow struct {
	types []uint64 // SQLite's serial types, a column each
	body  []byte
}

// findRoots says on which page each table begins, by its rows alone: what a
// file's schema says is not looked at. A table that it does not find is absent. Each
// table must differ from the others by the kinds of its columns, or see looksRight.
func (l layout) findRoots(file io.ReaderAt, pages int64) map[string]int64 {
	roots := orphans(file, pages)
	found := map[string]int64{}
	for _, t := range l.tables {
		fitting := slices.DeleteFunc(slices.Clone(roots), func(r root) bool { return !t.owns(r) })
		if len(fitting) == 0 { // it has no rows; any page without will do
			fitting = slices.DeleteFunc(slices.Clone(roots), func(r root) bool { return r.cells > 0 || r.inner })
		}
		if len(fitting) == 0 {
			continue
		}
		// Pages that were freed may still look like a leaf.
		found[t.name] = slices.MaxFunc(fitting, func(a, b root) int {
			return t.rank(a) - t.rank(b)
		}).page
	}
	return found
}

func (t table) rank(r root) int {
	switch {
	case r.page == t.root:
		return 2 << 20
	case r.inner:
		return 1<<20 + r.cells
	}
	return r.cells
}

// orphans are the pages of tables that no other points to.
func orphans(file io.ReaderAt, pages int64) (roots []root) {
	children := map[int64]bool{}
	page := make([]byte, pageSize)
	for n := int64(2); n <= pages; n++ {
		if _, err := file.ReadAt(page, (n-1)*pageSize); err != nil {
			continue
		}
		if page[0] == interiorPage || page[0] == leafPage {
			roots = append(roots, root{page: n, inner: page[0] == interiorPage, cells: int(binary.BigEndian.Uint16(page[3:]))})
		}
		for _, child := range childrenOf(page) {
			children[child] = true
		}
	}
	roots = slices.DeleteFunc(roots, func(r root) bool { return children[r.page] })
	for i, r := range roots {
		roots[i].rows = rowsBelow(file, r.page)
	}
	return roots
}

// childrenOf an interior page, the first first; of any other page none.
func childrenOf(page []byte) (children []int64) {
	if page[0] != interiorPage {
		return nil
	}
	for i := range int(binary.BigEndian.Uint16(page[3:])) {
		if at := 12 + 2*i; at+2 <= len(page) {
			if cell := int(binary.BigEndian.Uint16(page[at:])); cell+4 <= len(page) {
				children = append(children, int64(binary.BigEndian.Uint32(page[cell:])))
			}
		}
	}
	return append(children, int64(binary.BigEndian.Uint32(page[8:])))
}

const (
	depthMost = 20 // of a table's pages
	rowsMost  = 8  // that are looked at
)

// rowsBelow reads the first rows below a page.
func rowsBelow(file io.ReaderAt, n int64) (rows []rawRow) {
	page := make([]byte, pageSize)
	for range depthMost {
		if _, err := file.ReadAt(page, (n-1)*pageSize); err != nil {
			return nil
		}
		if page[0] == leafPage {
			break
		}
		children := childrenOf(page)
		if len(children) == 0 {
			return nil
		}
		n = children[0]
	}
	for i := range min(rowsMost, int(binary.BigEndian.Uint16(page[3:]))) {
		at := int(binary.BigEndian.Uint16(page[8+2*i:]))
		if row, ok := readRow(page[min(at, len(page)):]); ok {
			rows = append(rows, row)
		}
	}
	return rows
}

func readRow(cell []byte) (row rawRow, ok bool) {
	next := func() (v uint64) {
		for i := range 9 {
			if len(cell) == 0 {
				ok = false
				return 0
			}
			b := cell[0]
			cell = cell[1:]
			if i == 8 {
				return v<<8 | uint64(b)
			}
			if v = v<<7 | uint64(b&0x7f); b < 0x80 {
				return v
			}
		}
		return v
	}
	ok = true
	next() // the payload's length
	next() // the row's id
	before := len(cell)
	head := next()
	for ok && uint64(before-len(cell)) < head {
		row.types = append(row.types, next())
	}
	row.body = cell
	return row, ok
}

// owns says that most of the rows below a page can be rows of the table.
func (t table) owns(r root) bool {
	fit := 0
	for _, row := range r.rows {
		if t.fits(row) {
			fit++
		}
	}
	return 2*fit > len(r.rows)
}

func (t table) fits(row rawRow) bool {
	n := len(row.types)
	if n == 0 || n > len(t.columns) || n < len(t.columns) && !t.columns[n].fallback.Valid { // columns are added at the end
		return false
	}
	for i, kind := range row.types {
		var ok bool
		switch number := kind > 0 && kind < 10 && kind != 7; t.columns[i].kind {
		case "INTEGER":
			ok = number || kind == 0 && i == 0 // the id stands elsewhere
		case "TEXT":
			ok = kind >= 13 && kind%2 == 1
		case "BLOB":
			ok = kind >= 12 && kind%2 == 0
		}
		if !ok {
			return false
		}
	}
	return t.looksRight(row)
}

// looksRight tells articles from chunks, whose columns are of the same kinds.
func (t table) looksRight(row rawRow) bool {
	if t.name != "articles" && t.name != "chunks" {
		return true
	}
	size := 0
	for _, kind := range row.types[:3] { // before the third: whole numbers
		size += [...]int{0, 1, 2, 3, 4, 6, 8, 0, 0, 0}[min(kind, 9)]
	}
	d := decoder{rest: string(row.body[min(size, len(row.body)):])}
	id, title, kind := d.text(), d.text(), d.text()
	article := !d.broken && id != "" && utf8.ValidString(id+title) && (kind == "" || kind == "article" || kind == "caption")
	return article == (t.name == "articles")
}
