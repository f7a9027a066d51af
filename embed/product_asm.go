//go:build (amd64 || arm64) && !purego

package embed

import "unsafe"

// tile is a part of a product in the form that the assembly takes: `tiles` times `height` rows, and the columns that the
// kernel takes at once. Strides are in bytes, a step is panelSteps rows of the panel.
type tile struct {
	c          *float32
	cStride    int
	a          unsafe.Pointer
	aStride    int
	w          *uint8
	steps      int
	zero       *int32
	rowScale   *float32
	sums       *int32
	colScale   *float32
	bias       *float32
	biasStride int
	height     int // the kernel's, or one of those that it can do
	tiles      int
	rows       int // that are there: the last tile of AMX may have fewer than its height
}

// check that all that the kernels touch lies inside the slices, since they do not.
func (p *product) check() {
	last := p.rows - 1
	_ = p.c[last*p.cStride:][:p.columns]
	_ = p.a.bytes[last*p.a.stride:][:p.k]
	_, _ = p.a.scale[last], p.a.zero[last]
	_ = p.bias[last*p.biasStride:][:p.columns]
	_, _, _ = p.w.q[:p.k*p.columns], p.w.sums[:p.columns], p.w.scale[:p.columns]
	if p.k < panelSteps || p.k%panelSteps != 0 || p.columns%panelWidth != 0 {
		panic("embed: a kernel takes 16 rows of a panel at a time, and whole panels")
	}
}

// tile is the product of `tiles` times `height` rows from `row` on, and of the columns that the kernel takes from `column`
// on.
func (p *product) tile(row, column, height, tiles int) tile {
	inPanel := column % panelWidth
	return tile{
		c: &p.c[row*p.cStride+column], cStride: p.cStride * 4,
		a: unsafe.Pointer(&p.a.bytes[row*p.a.stride]), aStride: p.a.stride,
		w: &p.w.q[(column-inPanel)*p.k+4*inPanel], steps: p.k / panelSteps,
		zero: &p.a.zero[row], rowScale: &p.a.scale[row],
		sums: &p.w.sums[column], colScale: &p.w.scale[column],
		bias: &p.bias[row*p.biasStride+column], biasStride: p.biasStride * 4,
		height: height, tiles: tiles, rows: min(height*tiles, p.rows-row),
	}
}
