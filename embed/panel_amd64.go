//go:build !purego

package embed

import "unsafe"

// tileRows is the number of rows that the largest kernel takes at once.
const tileRows = 6

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
