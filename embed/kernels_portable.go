package embed

import "math"

func portableKernels() kernels {
	return kernels{
		name:    "portable",
		panel8:  portablePanel[int8],
		panel16: portablePanel[int16],
		absMax:  portableAbsMax,
		toInt16: portableToInt16,
		exps:    portableExps,
		gelu:    portableGELU,
		addNorm: portableAddNorm,
	}
}

// rowPairs is one pair of rows of the panel, seen from four rows of activations. Two rows share a 64-bit word,
// 2³²·a₁ + a₀, so that one multiplication serves both: modulo 2⁶⁴ a sum of products is 2³²·s₁ + s₀, and both fit int32.
type rowPairs struct{ even01, odd01, even23, odd23 int64 }

func portablePanel[W int8 | int16](t product, w []W) {
	var packed [innerWidth / 2]rowPairs
	pairs := packed[:t.k/2]
	for r := 0; r < t.rows; r += 4 {
		n := min(4, t.rows-r)
		t.packRows(pairs, r, n)
		for j := 0; j < panelWidth; j += 2 {
			for column, sums := range portableDots(pairs, w[2*j:]) {
				t.store(sums[:n], r, j+column)
			}
		}
	}
}

// packRows packs rows r..r+n-1, the last again instead of those that are not there.
func (t *product) packRows(pairs []rowPairs, r, n int) {
	var a [4][]int16
	for i := range a {
		a[i] = t.a[(r+min(i, n-1))*t.aStride:][:t.k]
	}
	for i := range pairs {
		pairs[i] = rowPairs{
			even01: int64(a[0][2*i]) + int64(a[1][2*i])<<32,
			odd01:  int64(a[0][2*i+1]) + int64(a[1][2*i+1])<<32,
			even23: int64(a[2][2*i]) + int64(a[3][2*i])<<32,
			odd23:  int64(a[2][2*i+1]) + int64(a[3][2*i+1])<<32,
		}
	}
}

// portableDots is the sums of four rows and the first two columns of w.
func portableDots[W int8 | int16](pairs []rowPairs, w []W) (columns [2][4]int32) {
	var a01, a23, b01, b23 int64
	for i := range pairs {
		x, y := &pairs[i], (*[4]W)(w[2*panelWidth*i:])
		even, odd := int64(y[0]), int64(y[1])
		a01 += x.even01*even + x.odd01*odd
		a23 += x.even23*even + x.odd23*odd
		even, odd = int64(y[2]), int64(y[3])
		b01 += x.even01*even + x.odd01*odd
		b23 += x.even23*even + x.odd23*odd
	}
	return [2][4]int32{
		{int32(a01), upper(a01), int32(a23), upper(a23)},
		{int32(b01), upper(b01), int32(b23), upper(b23)},
	}
}

// upper is s₁ of 2³²·s₁ + s₀.
func upper(sum int64) int32 { return int32((sum - int64(int32(sum))) >> 32) }

func (t *product) store(sums []int32, r, j int) {
	for i, sum := range sums {
		scaled := float32(float32(float32(sum)*t.rowScale[r+i]) * t.colScale[j])
		t.c[(r+i)*t.cStride+j] = scaled + t.bias[j]
	}
}

func portableAbsMax(x []float32) float32 {
	var m float32
	for _, v := range x {
		m = max(m, v, -v)
	}
	return m
}

func portableToInt16(dst []int16, x []float32, factor float32) {
	for i, v := range x {
		dst[i] = int16(float32(float32(v*factor)+roundMagic) - roundMagic)
	}
}

func portableExps(x []float32) float32 {
	m := x[0]
	for _, v := range x {
		m = max(m, v)
	}
	var lanes [8]float32
	for i, v := range x {
		x[i] = portableExp(max(v-m, expLow))
		lanes[i&7] += x[i]
	}
	return sumLanes(lanes)
}

// sumLanes adds in the order in which a vector of 8 is folded: 4 + 4, 2 + 2, 1 + 1.
func sumLanes(l [8]float32) float32 {
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
	var lanes [8]float32
	for i := range x {
		x[i] += y[i]
		lanes[i&7] += x[i]
	}
	mean := sumLanes(lanes) / float32(len(x))
	lanes = [8]float32{}
	for i := range x {
		x[i] -= mean
		lanes[i&7] += float32(x[i] * x[i])
	}
	variance := sumLanes(lanes) / float32(len(x))
	inverse := 1 / float32(math.Sqrt(float64(variance+normEpsilon)))
	for i := range x {
		x[i] = float32(float32(x[i]*inverse)*n.gain[i]) + n.bias[i]
	}
}
