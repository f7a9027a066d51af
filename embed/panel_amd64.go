//go:build !purego

package embed

import "unsafe"

// tileRows is the number of rows that the largest kernel takes at once.
const tileRows = 6

func avx2Panel8(t product, w []int8) {
	whole, rest := t.cut(unsafe.Pointer(&w[:t.k*panelWidth][0]))
	whole.runAVX2x8(tileRows)
	rest.runAVX2x8(t.rows % tileRows)
}

func avx2Panel16(t product, w []int16) {
	whole, rest := t.cut(unsafe.Pointer(&w[:t.k*panelWidth][0]))
	whole.runAVX2x16(tileRows)
	rest.runAVX2x16(t.rows % tileRows)
}

// cut makes whole tiles, and one of the rows that are left; what is not there has no tiles.
func (t *product) cut(w unsafe.Pointer) (whole, rest tile) {
	left := t.rows % tileRows
	if t.rows > left {
		whole = t.tile(w, 0, t.rows-left)
		whole.tiles = t.rows / tileRows
	}
	if left > 0 {
		rest = t.tile(w, t.rows-left, t.rows)
	}
	return whole, rest
}

// runAVX2x8 takes `rows` rows a tile; the weights have 8 bits.
func (t *tile) runAVX2x8(rows int) {
	if t.tiles == 0 {
		return
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
	}
}

// runAVX2x16 takes `rows` rows a tile; the weights have 16 bits.
func (t *tile) runAVX2x16(rows int) {
	if t.tiles == 0 {
		return
	}
	switch rows {
	case 1:
		tile1x16(t)
	case 2:
		tile2x16(t)
	case 3:
		tile3x16(t)
	case 4:
		tile4x16(t)
	case 5:
		tile5x16(t)
	case 6:
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
