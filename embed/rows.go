package embed

import "encoding/binary"

// rows are vectors in unsigned bytes, each with a scale and a zero point: x ≈ (bytes - zero) · scale.
type rows struct {
	bytes  []uint8
	stride int
	zero   []int32
	scale  []float32
}

// rowGap lies between rows: at distances of 4096 bytes the rows of a tile would share one set of the first-level cache.
const rowGap = 64

func newRows(n, columns int) rows {
	stride := columns + rowGap
	return rows{bytes: make([]uint8, n*stride), stride: stride, zero: make([]int32, n), scale: make([]float32, n)}
}

func (r *rows) row(i, columns int) []uint8 { return r.bytes[i*r.stride:][:columns] }

// from is the rows from i on.
func (r *rows) from(i int) rows {
	return rows{bytes: r.bytes[i*r.stride:], stride: r.stride, zero: r.zero[i:], scale: r.scale[i:]}
}

// leastSpan is what counts as nothing: a row that spans less is all zero.
const leastSpan = 1e-30

// quantize sets row i to x, each number times that of by.
func (k *kernels) quantize(dst *rows, i int, x, by []float32) {
	row := dst.row(i, len(x))
	low, high := k.extent(x, by)
	span := high - low
	if !(span > leastSpan) {
		clear(row)
		dst.scale[i], dst.zero[i] = 0, 0
		return
	}
	factor := 255 / span
	dst.scale[i], dst.zero[i] = span/255, nearest(float32(-low*factor))
	k.toBytes(row, x, by, factor, dst.zero[i])
}

// signBit turns a byte that is 128 too large into a signed one.
const signBit = 0x80

// panels are a matrix of k × columns signed bytes in the order that the kernels read them, with the sum and the scale of
// each column. 64 columns are a panel; in it four rows are a step, in which the four bytes of a column lie together.
type panels struct {
	q     []uint8 // two's complement
	sums  []int32
	scale []float32
}

const (
	// panelWidth is the number of columns of a panel.
	panelWidth = 64
	// panelSteps divides the number of rows: a kernel takes so many at a time.
	panelSteps = 16
)

func newPanels(k, columns int) panels {
	return panels{q: make([]uint8, k*columns), sums: make([]int32, columns), scale: make([]float32, columns)}
}

// from is the columns from j on, a multiple of panelWidth.
func (p *panels) from(j, k int) panels {
	return panels{q: p.q[j*k:], sums: p.sums[j:], scale: p.scale[j:]}
}

// setColumn sets column j to signed bytes, 128 added: at most 512 bytes.
func (p *panels) setColumn(j int, column []uint8, scale float32) {
	k := len(column)
	panel := p.q[j/panelWidth*panelWidth*k:][4*(j%panelWidth) : panelWidth*k]
	var sums uint32 // two, of 16 bits
	for i := 0; i < k; i += 4 {
		word := binary.LittleEndian.Uint32(column[i:])
		sums += word&0x00ff00ff + word>>8&0x00ff00ff
		binary.LittleEndian.PutUint32(panel[i*panelWidth:], word^signBit*0x01010101)
	}
	p.sums[j], p.scale[j] = int32(sums&0xffff+sums>>16)-int32(signBit*k), scale
}

// setRows sets rows i to i+3 of k in the first len(rows[0]) columns to signed bytes, 128 added, and adds them to the sums.
func (p *panels) setRows(i, k int, rows *[4][]uint8) {
	for j := 0; j < len(rows[0]); j += panelWidth {
		step, sums := (*[4 * panelWidth]uint8)(p.q[j*k+i*panelWidth:]), (*[panelWidth]int32)(p.sums[j:])
		a, b := (*[panelWidth]uint8)(rows[0][j:]), (*[panelWidth]uint8)(rows[1][j:])
		c, d := (*[panelWidth]uint8)(rows[2][j:]), (*[panelWidth]uint8)(rows[3][j:])
		for column := range panelWidth {
			a, b, c, d := uint32(a[column]), uint32(b[column]), uint32(c[column]), uint32(d[column])
			sums[column] += int32(a+b+c+d) - 4*signBit
			binary.LittleEndian.PutUint32(step[4*column:], (a|b<<8|c<<16|d<<24)^signBit*0x01010101)
		}
	}
}
