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

func portablePanel[W int8 | int16](t *product, w []W) {
	var sums [4][panelWidth]int32
	for r := 0; r < t.rows; r += 4 {
		n := min(4, t.rows-r)
		var a [4][]int16
		for i := range a {
			row := (r + min(i, n-1)) * t.aStride // the last row again instead of rows that are not there
			a[i] = t.a[row : row+t.k]
		}
		for j := 0; j < panelWidth; j += 2 {
			portableDots(&sums, j, a, w)
		}
		for i := range n {
			c := t.c[(r+i)*t.cStride:][:panelWidth]
			for j := range c {
				c[j] = float32(float32(float32(sums[i][j])*t.rowScale[r+i])*t.colScale[j]) + t.bias[j]
			}
		}
	}
}

// portableDots multiplies four rows by columns j and j+1. Two rows share a 64-bit word, 2³²·a₁ + a₀, so that one
// multiplication serves both: modulo 2⁶⁴ the sum is 2³²·s₁ + s₀, and both fit int32.
func portableDots[W int8 | int16](sums *[4][panelWidth]int32, j int, a [4][]int16, w []W) {
	var s [4]int64
	a0, a1, a2, a3 := a[0], a[1], a[2], a[3]
	a1, a2, a3 = a1[:len(a0)], a2[:len(a0)], a3[:len(a0)]
	w = w[2*j:]
	for k := 0; k+1 < len(a0); k += 2 {
		w4 := w[:4]
		even, odd := int64(a0[k])+int64(a1[k])<<32, int64(a0[k+1])+int64(a1[k+1])<<32
		s[0] += even*int64(w4[0]) + odd*int64(w4[1])
		s[1] += even*int64(w4[2]) + odd*int64(w4[3])
		even, odd = int64(a2[k])+int64(a3[k])<<32, int64(a2[k+1])+int64(a3[k+1])<<32
		s[2] += even*int64(w4[0]) + odd*int64(w4[1])
		s[3] += even*int64(w4[2]) + odd*int64(w4[3])
		if len(w) > 2*panelWidth {
			w = w[2*panelWidth:]
		}
	}
	for i, sum := range s {
		low := int32(sum)
		sums[i&2][j+i&1] = low
		sums[i&2+1][j+i&1] = int32((sum - int64(low)) >> 32)
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
