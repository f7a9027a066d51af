package embed

import "unsafe"

// tileRows is the number of rows that the largest kernel takes at once.
const tileRows = 6

// tile is a product in the form of panel_amd64.s: `tiles` times the kernel's number of rows. Strides are in bytes, a
// step is 8 rows of the panel.
type tile struct {
	c        *float32
	cStride  int
	a        *int16
	aStride  int
	w        unsafe.Pointer
	steps    int
	rowScale *float32
	colScale *float32
	bias     *float32
	tiles    int
}

func avx2Panel8(t product, w []int8) {
	avx2Panel(&t, unsafe.Pointer(&w[:t.k*panelWidth][0]), false)
}

func avx2Panel16(t product, w []int16) {
	avx2Panel(&t, unsafe.Pointer(&w[:t.k*panelWidth][0]), true)
}

// avx2Panel runs whole tiles, then the rows that are left.
func avx2Panel(t *product, w unsafe.Pointer, wide bool) {
	if full := t.rows / tileRows; full > 0 {
		part := t.tile(w, 0, full*tileRows)
		part.tiles = full
		part.run(tileRows, wide)
	}
	if rest := t.rows % tileRows; rest > 0 {
		part := t.tile(w, t.rows-rest, t.rows)
		part.run(rest, wide)
	}
}

// tile checks that rows from..to-1 lie inside the slices, since the kernels do not.
func (t *product) tile(w unsafe.Pointer, from, to int) tile {
	last := to - 1
	_ = t.c[last*t.cStride:][:panelWidth]
	_ = t.a[last*t.aStride:][:t.k]
	_ = t.rowScale[last]
	if t.k < 8 || t.k%8 != 0 {
		panic("embed: a kernel takes 8 rows of a panel at a time")
	}
	return tile{
		c: &t.c[from*t.cStride], cStride: t.cStride * 4,
		a: &t.a[from*t.aStride], aStride: t.aStride * 2,
		w: w, steps: t.k / 8,
		rowScale: &t.rowScale[from],
		colScale: &t.colScale[:panelWidth][0], bias: &t.bias[:panelWidth][0],
		tiles: 1,
	}
}

// run takes `rows` rows a tile; wide says that the weights have 16 bits.
func (t *tile) run(rows int, wide bool) {
	if wide {
		rows += tileRows
	}
	switch rows {
	case 1:
		tile1x8(t)
	case 2:
		tile2x8(t)
	case 3:
		tile3x8(t)
	case 4:
		tile4x8(t)
	case 5:
		tile5x8(t)
	case 6:
		tile6x8(t)
	case tileRows + 1:
		tile1x16(t)
	case tileRows + 2:
		tile2x16(t)
	case tileRows + 3:
		tile3x16(t)
	case tileRows + 4:
		tile4x16(t)
	case tileRows + 5:
		tile5x16(t)
	case tileRows + 6:
		tile6x16(t)
	}
}

//go:noescape
func tile1x8(t *tile)

//go:noescape
func tile2x8(t *tile)

//go:noescape
func tile3x8(t *tile)

//go:noescape
func tile4x8(t *tile)

//go:noescape
func tile5x8(t *tile)

//go:noescape
func tile6x8(t *tile)

//go:noescape
func tile1x16(t *tile)

//go:noescape
func tile2x16(t *tile)

//go:noescape
func tile3x16(t *tile)

//go:noescape
func tile4x16(t *tile)

//go:noescape
func tile5x16(t *tile)

//go:noescape
func tile6x16(t *tile)
