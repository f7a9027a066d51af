//go:build !purego

package embed

import "unsafe"

func vnniPanel8(t product, w []int8) {
	whole, rest := t.cut(unsafe.Pointer(&w[:t.k*panelWidth][0]))
	whole.runVNNI8(tileRows)
	rest.runVNNI8(t.rows % tileRows)
}

func vnniPanel16(t product, w []int16) {
	whole, rest := t.cut(unsafe.Pointer(&w[:t.k*panelWidth][0]))
	whole.runVNNI16(tileRows)
	rest.runVNNI16(t.rows % tileRows)
}

// runVNNI8 takes `rows` rows a tile; the weights have 8 bits.
func (t *tile) runVNNI8(rows int) {
	if t.tiles == 0 {
		return
	}
	switch rows {
	case 1: // two sums do not hide the instruction's five cycles: AVX2 is faster
		tile1x8(t)
	case 2:
		vnniTile2x8(t)
	case 3:
		vnniTile3x8(t)
	case 4:
		vnniTile4x8(t)
	case 5:
		vnniTile5x8(t)
	case 6:
		vnniTile6x8(t)
	}
}

// runVNNI16 takes `rows` rows a tile; the weights have 16 bits.
func (t *tile) runVNNI16(rows int) {
	if t.tiles == 0 {
		return
	}
	switch rows {
	case 1: // two sums do not hide the instruction's five cycles: AVX2 is faster
		tile1x16(t)
	case 2:
		vnniTile2x16(t)
	case 3:
		vnniTile3x16(t)
	case 4:
		vnniTile4x16(t)
	case 5:
		vnniTile5x16(t)
	case 6:
		vnniTile6x16(t)
	}
}

//go:noescape
func vnniTile2x8(t *tile)

//go:noescape
func vnniTile3x8(t *tile)

//go:noescape
func vnniTile4x8(t *tile)

//go:noescape
func vnniTile5x8(t *tile)

//go:noescape
func vnniTile6x8(t *tile)

//go:noescape
func vnniTile2x16(t *tile)

//go:noescape
func vnniTile3x16(t *tile)

//go:noescape
func vnniTile4x16(t *tile)

//go:noescape
func vnniTile5x16(t *tile)

//go:noescape
func vnniTile6x16(t *tile)
