package embed

import "math"

func portableKernels() kernels {
	return kernels{"portable", portableMultiply, vectorKernels{
		extent:    portableExtent,
		toBytes:   portableToBytes,
		split:     portableSplit,
		dot:       portableDot,
		addScaled: portableAddScaled,
		exps:      portableExps,
		gelu:      portableGELU,
		addNorm:   portableAddNorm,
	}}
}

// fourRows is one number of each of four rows of activations. Two rows share a 64-bit word, 2³²·a₁ + a₀, so that one
// multiplication serves both: modulo 2⁶⁴ a sum of products is 2³²·s₁ + s₀, and both fit int32.
type fourRows struct{ a01, a23 int64 }

func portableMultiply(p product) {
	var packed [innerWidth]fourRows
	a := packed[:p.k]
	for r := 0; r < p.rows; r += 4 {
		n := min(4, p.rows-r)
		p.packRows(a, r, n)
		for j := 0; j < p.columns; j += 2 {
			inPanel := j % panelWidth
			for column, sums := range portableDots(a, p.w.q[(j-inPanel)*p.k+4*inPanel:]) {
				p.store(sums[:n], r, j+column)
			}
		}
	}
}

// packRows packs rows r..r+n-1, the last again instead of those that are not there.
func (p *product) packRows(dst []fourRows, r, n int) {
	var a [4][]uint8
	for i := range a {
		a[i] = p.a.row(r+min(i, n-1), p.k)
	}
	for k := range dst {
		dst[k] = fourRows{int64(a[0][k]) + int64(a[1][k])<<32, int64(a[2][k]) + int64(a[3][k])<<32}
	}
}

// portableDots is the sums of four rows and the first two columns of a panel.
func portableDots(a []fourRows, panel []uint8) (columns [2][4]int32) {
	var a01, a23, b01, b23 int64
	for k := 0; k+4 <= len(a); k += 4 {
		x, w := (*[4]fourRows)(a[k:]), (*[8]uint8)(panel[k*panelWidth:])
		for i := range x {
			first, second := int64(int8(w[i])), int64(int8(w[i+4]))
			a01 += x[i].a01 * first
			a23 += x[i].a23 * first
			b01 += x[i].a01 * second
			b23 += x[i].a23 * second
		}
	}
	return [2][4]int32{
		{int32(a01), upper(a01), int32(a23), upper(a23)},
		{int32(b01), upper(b01), int32(b23), upper(b23)},
	}
}

// upper is s₁ of 2³²·s₁ + s₀.
func upper(sum int64) int32 { return int32((sum - int64(int32(sum))) >> 32) }

// store ends the results of rows r.. and column j.
func (p *product) store(sums []int32, r, j int) {
	for i, sum := range sums {
		sum -= p.a.zero[r+i] * p.w.sums[j]
		scaled := float32(float32(float32(sum)*p.a.scale[r+i]) * p.w.scale[j])
		p.c[(r+i)*p.cStride+j] = scaled + p.bias[(r+i)*p.biasStride+j]
	}
}

func portableExtent(x, by []float32) (low, high float32) {
	for i, v := range x {
		v *= by[i]
		low, high = min(low, v), max(high, v)
	}
	return low, high
}

// nearest rounds to the nearest even integer; |x| < 2²².
func nearest(x float32) int32 { return int32(x + roundMagic - roundMagic) }

func portableToBytes(dst []uint8, x, by []float32, factor float32, zero int32) {
	for i, v := range x {
		dst[i] = uint8(min(255, nearest(float32(float32(v*by[i])*factor))+zero))
	}
}

func portableSplit(high, low []uint8, x []float32) {
	for i, v := range x {
		n := nearest(float32(v * splitLimit))
		high[i], low[i] = uint8(n>>8), uint8(n)
	}
}

func portableDot(x, y []float32) float32 {
	var lanes [16]float32
	for i, v := range x {
		lanes[i&15] += float32(v * y[i])
	}
	return sumLanes(lanes)
}

func portableAddScaled(x, y []float32, factor float32) {
	for i, v := range y {
		x[i] += float32(v * factor)
	}
}

func portableExps(x []float32) float32 {
	m := x[0]
	for _, v := range x {
		m = max(m, v)
	}
	var lanes [16]float32
	for i, v := range x {
		x[i] = portableExp(max(v-m, expLow))
		lanes[i&15] += x[i]
	}
	return sumLanes(lanes)
}

// sumLanes adds in the order in which a vector of 16 is folded: 8 + 8, 4 + 4, 2 + 2, 1 + 1.
func sumLanes(l [16]float32) float32 {
	for i := range 8 {
		l[i] += l[i+8]
	}
	return ((l[0] + l[4]) + (l[2] + l[6])) + ((l[1] + l[5]) + (l[3] + l[7]))
}

// portableExp is exp(x) for -87 ≤ x ≤ 0. The conversions keep the compiler from fusing.
func portableExp(x float32) float32 {
	t := float32(x*log2e) + roundMagic
	n := t - roundMagic
	r := x - float32(n*ln2Hi)
	r -= float32(n * ln2Lo)
	p := float32(r*expC0) + expC1
	p = float32(p*r) + expC2
	p = float32(p*r) + expC3
	p = float32(p*r) + expC4
	p = float32(p*r) + expC5
	p = float32(float32(p*r)*r) + r
	return math.Float32frombits(math.Float32bits(p+1) + math.Float32bits(t)<<23)
}

func portableGELU(x []float32) {
	for i, v := range x {
		z := max(v, -v)
		p := float32(z*erfcA6) + erfcA5
		p = float32(p*z) + erfcA4
		p = float32(p*z) + erfcA3
		p = float32(p*z) + erfcA2
		p = float32(p*z) + erfcA1
		p = float32(p*z) + 1
		p *= p
		p *= p
		p *= p
		p *= p
		x[i] = max(v, 0) - float32(float32(z*0.5)/p)
	}
}

func portableAddNorm(x, y []float32, n norm) {
	var lanes [16]float32
	for i := range x {
		x[i] += y[i]
		lanes[i&15] += x[i]
	}
	mean := sumLanes(lanes) / float32(len(x))
	lanes = [16]float32{}
	for i := range x {
		x[i] -= mean
		lanes[i&15] += float32(x[i] * x[i])
	}
	variance := sumLanes(lanes) / float32(len(x))
	inverse := 1 / float32(math.Sqrt(float64(variance+normEpsilon)))
	for i := range x {
		x[i] = float32(float32(x[i]*inverse)*n.gain[i]) + n.bias[i]
	}
}
