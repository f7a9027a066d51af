package embed

import (
	"math/rand/v2"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// define sets c by the definition of a product, in numbers that cannot overflow. Weights lie in rows.
func (p *product) define(weights []int8) {
	for r := range p.rows {
		for j := range p.columns {
			sum := 0
			for k, a := range p.a.row(r, p.k) {
				sum += (int(a) - int(p.a.zero[r])) * int(weights[k*p.columns+j])
			}
			scaled := float32(float32(float32(sum)*p.a.scale[r]) * p.w.scale[j])
			p.c[r*p.cStride+j] = scaled + p.bias[r*p.biasStride+j]
		}
	}
}

// pack puts rows of weights into panels.
func pack(weights []int8, k, columns int) panels {
	p := newPanels(k, columns)
	for i, w := range weights {
		row, column := i/columns, i%columns
		p.q[column/panelWidth*panelWidth*k+row/4*4*panelWidth+column%panelWidth*4+row%4] = uint8(w)
		p.sums[column] += int32(w)
	}
	return p
}

// drawProduct draws a product's shape; what it multiplies comes from a seed, since there is much of it.
func drawProduct(t *rapid.T) (p product, weights []int8) {
	p.rows, p.k = rapid.IntRange(1, 70).Draw(t, "rows"), 16*rapid.IntRange(1, 9).Draw(t, "k/16")
	p.columns = panelWidth * rapid.IntRange(1, 3).Draw(t, "panels")
	p.a.stride = p.k + rapid.IntRange(0, 5).Draw(t, "gap of a")
	p.cStride = p.columns + rapid.IntRange(0, 5).Draw(t, "gap of c")
	extreme := rapid.Bool().Draw(t, "extreme")
	rng := rand.New(rand.NewPCG(1, rapid.Uint64().Draw(t, "seed")))
	number := func(limit int) int {
		if extreme {
			return limit * rng.IntN(2)
		}
		return rng.IntN(limit + 1)
	}
	floats := func(n int) []float32 {
		out := make([]float32, n)
		for i := range out {
			out[i] = 2000*rng.Float32() - 1000
		}
		return out
	}
	beyond := rapid.IntRange(0, 40).Draw(t, "rows beyond") // that may be read, as in a scratch
	p.a.bytes, weights = make([]uint8, (p.rows+beyond)*p.a.stride), make([]int8, p.k*p.columns)
	for i := range p.a.bytes {
		p.a.bytes[i] = uint8(number(255))
	}
	for i := range weights {
		weights[i] = int8(number(254) - 127)
	}
	p.a.zero, p.a.scale = make([]int32, p.rows), floats(p.rows)
	for i := range p.a.zero {
		p.a.zero[i] = int32(number(255))
	}
	p.w = pack(weights, p.k, p.columns)
	p.w.scale, p.bias = floats(p.columns), floats(p.columns)
	return p, weights
}

// blank is c before a product: what lies between the rows and behind them must stay.
func (p *product) blank() []float32 {
	const behind = 32 // rows of the largest tile
	return slices.Repeat([]float32{12345}, (p.rows+behind)*p.cStride)
}

func (k kernels) checkProducts(t *rapid.T) {
	p, weights := drawProduct(t)
	p.c = p.blank()
	p.define(weights)
	want := p.c
	p.c = p.blank()
	k.multiply(p)
	if !slices.Equal(p.c, want) {
		t.Fatalf("%s: got %v\nwant %v", k.name, p.c, want)
	}
	p.c = slices.Clone(want)
	p.bias, p.biasStride = p.c, p.cStride
	p.define(weights)
	sum := p.c
	p.c = slices.Clone(want)
	p.bias = p.c
	k.multiply(p)
	if !slices.Equal(p.c, sum) {
		t.Fatalf("%s, added to what is there: got %v\nwant %v", k.name, p.c, sum)
	}
}

func TestProductKernelsAreExact(t *testing.T) {
	for _, k := range availableKernels() {
		t.Run(k.name, rapid.MakeCheck(k.checkProducts))
	}
}

func FuzzProductKernelsAreExact(f *testing.F) {
	f.Fuzz(rapid.MakeFuzz(func(t *rapid.T) {
		for _, k := range availableKernels() {
			k.checkProducts(t)
		}
	}))
}

// Bytes whose products would not fit into 16 bits, summed over the longest rows that there are.
func TestProductKernelsAtTheExtremes(t *testing.T) {
	const k = innerWidth
	ones := slices.Repeat([]float32{1}, panelWidth)
	for _, kernel := range availableKernels() {
		for _, rows := range []int{1, 2, 3, 4, 5, 6, 13, 32, 65} {
			for _, w := range []int8{127, -127} {
				p := product{
					c: make([]float32, rows*panelWidth), cStride: panelWidth, rows: rows, k: k, columns: panelWidth,
					a: newRows(rows, k), w: pack(slices.Repeat([]int8{w}, k*panelWidth), k, panelWidth), bias: make([]float32, panelWidth),
				}
				p.w.scale = ones
				for r := range rows {
					copy(p.a.row(r, k), slices.Repeat([]uint8{255}, k))
					p.a.scale[r] = 1
				}
				kernel.multiply(p)
				want := float32(255 * int(w) * k)
				if slices.ContainsFunc(p.c, func(v float32) bool { return v != want }) {
					t.Fatalf("%s, %d rows: got %v, want %v", kernel.name, rows, p.c[0], want)
				}
			}
		}
	}
}

// What attention packs itself lies as the kernels want it.
func TestPanelsArePackedInTheKernelsOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		k, columns := 16*rapid.IntRange(1, 4).Draw(t, "k/16"), panelWidth*rapid.IntRange(1, 2).Draw(t, "panels")
		weights, rng := make([]int8, k*columns), rand.New(rand.NewPCG(1, rapid.Uint64().Draw(t, "seed")))
		for i := range weights {
			weights[i] = int8(rng.IntN(255) - 127)
		}
		want := pack(weights, k, columns)
		byColumn, byRow := newPanels(k, columns), newPanels(k, columns)
		for j := range columns {
			column := make([]uint8, k)
			for i := range column {
				column[i] = uint8(int(weights[i*columns+j]) + signBit)
			}
			byColumn.setColumn(j, column, 1)
		}
		rows := make([][]uint8, k)
		for i, w := range weights {
			rows[i/columns] = append(rows[i/columns], uint8(int(w)+signBit))
		}
		for i := 0; i < k; i += 4 {
			byRow.setRows(i, k, (*[4][]uint8)(rows[i:]))
		}
		if !slices.Equal(byColumn.q, want.q) || !slices.Equal(byRow.q, want.q) || !slices.Equal(byColumn.sums, want.sums) || !slices.Equal(byRow.sums, want.sums) {
			t.Fatalf("by columns %v, by rows %v, want %v", byColumn, byRow, want)
		}
	})
}
