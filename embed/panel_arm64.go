//go:build !purego

package embed

import "unsafe"

// Rows that the larger kernels take at once.
const (
	tileRows8  = 3
	tileRows16 = 6
)

func neonPanel8(t product, w []int8) {
	neonPanel(&t, unsafe.Pointer(&w[:t.k*panelWidth][0]), tileRows8, neonTile3x8, neonTile1x8)
}

func neonPanel16(t product, w []int16) {
	neonPanel(&t, unsafe.Pointer(&w[:t.k*panelWidth][0]), tileRows16, neonTile6x16, neonTile1x16)
}

// neonPanel runs whole tiles of n rows, then the rows that are left one by one.
func neonPanel(t *product, w unsafe.Pointer, n int, many, one func(*tile)) {
	whole := t.rows / n * n
	if whole > 0 {
		part := t.tile(w, 0, whole)
		part.tiles = whole / n
		many(&part)
	}
	if whole < t.rows {
		part := t.tile(w, whole, t.rows)
		part.tiles = t.rows - whole
		one(&part)
	}
}

//go:noescape
func neonTile3x8(t *tile)

//go:noescape
func neonTile1x8(t *tile)

//go:noescape
func neonTile6x16(t *tile)

//go:noescape
func neonTile1x16(t *tile)
