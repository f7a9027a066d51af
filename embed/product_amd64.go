//go:build !purego

package embed

import "unsafe"

// tileRows is the number of rows that VNNI and AVX2 take at once; their tiles may also have fewer.
const tileRows = 6

func vnniMultiply(p product) {
	p.check()
	for column := 0; column < p.columns; column += panelWidth {
		p.vnniPanel(0, column)
	}
}

// vnniPanel multiplies the rows from `row` on by one panel.
func (p *product) vnniPanel(row, column int) {
	tiles, left := (p.rows-row)/tileRows, (p.rows-row)%tileRows
	if tiles > 0 {
		t := p.tile(row, column, tileRows, tiles)
		vnniTiles(&t)
	}
	if left > 0 {
		t := p.tile(p.rows-left, column, left, 1)
		vnniTiles(&t)
	}
}

const (
	amxRows  = 32 // of a tile
	amxSteps = 64 // K is a multiple of it
	amxLeast = 20 // rows of a tile that are worth it
)

// amxMultiply leaves to VNNI the rows that fill too little of a tile, and products that are not deep enough.
func amxMultiply(p product) {
	p.check()
	var sums [amxRows * panelWidth]int32
	tiles := p.amxTiles()
	for column := 0; column < p.columns; column += panelWidth {
		if tiles > 0 {
			t := p.tile(0, column, amxRows, tiles)
			amxTiles(&t, &sums)
		}
		if tiles*amxRows < p.rows {
			p.vnniPanel(tiles*amxRows, column)
		}
	}
}

// amxTiles is the number of tiles for AMX. The last may reach beyond the rows, if there is something to read.
func (p *product) amxTiles() int {
	if p.k%amxSteps != 0 {
		return 0
	}
	tiles, left := p.rows/amxRows, p.rows%amxRows
	if left >= amxLeast && len(p.a.bytes) >= ((tiles+1)*amxRows-1)*p.a.stride+p.k {
		tiles++
	}
	return tiles
}

// avx2Multiply widens the activations of a tile once for all columns.
func avx2Multiply(p product) {
	const columns, gap = 8, rowGap / 2
	p.check()
	var wide [tileRows * (innerWidth + gap)]int16
	stride := p.k + gap
	for r := 0; r < p.rows; r += tileRows {
		rows := min(tileRows, p.rows-r)
		for i := range rows {
			for k, a := range p.a.row(r+i, p.k) {
				wide[i*stride+k] = int16(a)
			}
		}
		for column := 0; column < p.columns; column += columns {
			t := p.tile(r, column, rows, 1)
			t.a, t.aStride = unsafe.Pointer(&wide), 2*stride
			avx2Tiles(&t)
		}
	}
}

// amxTiles keeps the sums of a tile in `sums` on their way to the results.
//
//go:noescape
func amxTiles(t *tile, sums *[amxRows * panelWidth]int32)

// vnniTiles takes tiles of 1 to tileRows rows and of a panel's columns.
//
//go:noescape
func vnniTiles(t *tile)

// avx2Tiles takes tiles of 1 to tileRows rows, widened to int16, and of 8 columns.
//
//go:noescape
func avx2Tiles(t *tile)
