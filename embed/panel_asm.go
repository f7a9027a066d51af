//go:build (amd64 || arm64) && !purego

package embed

import "unsafe"

// tile is a product in the form that the assembly takes: `tiles` times the kernel's number of rows. Strides are in
// bytes, a step is 8 rows of the panel.
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

// checkLength guards the kernels, which trust their lengths.
func checkLength(n, others int) {
	if n == 0 || n%16 != 0 || others < n {
		panic("embed: a kernel got vectors of wrong lengths")
	}
}
