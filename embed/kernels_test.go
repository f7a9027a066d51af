package embed

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// fastKernels skips the test where only the portable form runs.
func fastKernels(t testing.TB) (fast, portable kernels) {
	t.Helper()
	fast, portable = bestKernels(), portableKernels()
	if fast.name == portable.name {
		t.Skip("this machine has the portable kernels only")
	}
	return fast, portable
}

// exactPanel is the definition of a product, in numbers that cannot overflow.
func exactPanel(t *product, weight func(k, j int) int) {
	for r := range t.rows {
		for j := range panelWidth {
			sum := 0
			for k := range t.k {
				sum += int(t.a[r*t.aStride+k]) * weight(k, j)
			}
			c := float32(float32(float32(sum)*t.rowScale[r])*t.colScale[j]) + t.bias[j]
			t.c[r*t.cStride+j] = c
		}
	}
}

func panelIndex(k, j int) int { return k/2*2*panelWidth + 2*j + k%2 }

func drawProduct(t *rapid.T, limit int16) product {
	rows, steps := rapid.IntRange(1, 20).Draw(t, "rows"), rapid.IntRange(1, 9).Draw(t, "steps")
	p := product{rows: rows, k: 8 * steps}
	p.aStride = p.k + rapid.IntRange(0, 5).Draw(t, "gap of a")
	p.cStride = panelWidth + rapid.IntRange(0, 5).Draw(t, "gap of c")
	values := rapid.OneOf(rapid.Int16Range(-limit, limit), rapid.SampledFrom([]int16{-limit, limit}))
	scales := rapid.Float32Range(1e-6, 1e3)
	p.a = rapid.SliceOfN(values, rows*p.aStride, -1).Draw(t, "a")
	p.rowScale = rapid.SliceOfN(scales, rows, rows).Draw(t, "row scales")
	p.colScale = rapid.SliceOfN(scales, panelWidth, panelWidth).Draw(t, "column scales")
	p.bias = rapid.SliceOfN(rapid.Float32Range(-9, 9), panelWidth, panelWidth).Draw(t, "bias")
	return p
}

func (t *product) blank() []float32 {
	c := make([]float32, (t.rows-1)*t.cStride+panelWidth+3)
	for i := range c {
		c[i] = 12345 // what lies between the rows must stay
	}
	return c
}

func TestPanelProductsAreExact(t *testing.T) {
	for _, k := range availableKernels() {
		t.Run(k.name, rapid.MakeCheck(k.checkPanels))
	}
}

func FuzzPanelProductsAreExact(f *testing.F) {
	f.Fuzz(rapid.MakeFuzz(func(t *rapid.T) {
		for _, k := range availableKernels() {
			k.checkPanels(t)
		}
	}))
}

func (k kernels) checkPanels(t *rapid.T) {
	p := drawProduct(t, activationLimit)
	w := rapid.SliceOfN(rapid.Int8Range(-127, 127), p.k*panelWidth, -1).Draw(t, "w")
	want := p.blank()
	p.c = want
	exactPanel(&p, func(k, j int) int { return int(w[panelIndex(k, j)]) })
	p.c = p.blank()
	k.panel8(p, w)
	if !slices.Equal(p.c, want) {
		t.Fatalf("8 bits: got %v\nwant %v", p.c, want)
	}
	wide := rapid.SliceOfN(rapid.Int16Range(-3000, 3000), p.k*panelWidth, -1).Draw(t, "wide w")
	exactPanel(&p, func(k, j int) int { return int(wide[panelIndex(k, j)]) })
	want, p.c = p.c, p.blank()
	k.panel16(p, wide)
	if !slices.Equal(p.c, want) {
		t.Fatalf("16 bits: got %v\nwant %v", p.c, want)
	}
}

func TestPanelProductsAtTheExtremes(t *testing.T) {
	const k = innerWidth
	ones := slices.Repeat([]float32{1}, panelWidth)
	for _, kernel := range availableKernels() {
		for rows := 1; rows <= 13; rows++ {
			for _, sign := range []int16{1, -1} {
				p := product{
					c: make([]float32, rows*panelWidth), cStride: panelWidth, k: k, aStride: k, rows: rows,
					a:        slices.Repeat([]int16{sign * activationLimit}, rows*k),
					rowScale: slices.Repeat([]float32{1}, rows), colScale: ones, bias: make([]float32, panelWidth),
				}
				kernel.panel8(p, slices.Repeat([]int8{-127}, k*panelWidth))
				want := float32(-int(sign) * activationLimit * 127 * k)
				if slices.ContainsFunc(p.c, func(v float32) bool { return v != want }) {
					t.Fatalf("%s, %d rows: got %v, want %v", kernel.name, rows, p.c[0], want)
				}
			}
		}
	}
}

func TestVectorKernelsGiveTheSameBits(t *testing.T) {
	fast, portable := fastKernels(t)
	rapid.Check(t, func(t *rapid.T) {
		n := 16 * rapid.IntRange(1, 40).Draw(t, "n/16")
		span := rapid.SampledFrom([]float32{1e-3, 1, 20, 500}).Draw(t, "span")
		draw := func(label string) []float32 {
			return rapid.SliceOfN(rapid.Float32Range(-span, span), n, n).Draw(t, label)
		}
		x, y := draw("x"), draw("y")
		both := func(name string, run func(k kernels, x []float32)) {
			a, b := slices.Clone(x), slices.Clone(x)
			run(fast, a)
			run(portable, b)
			for i := range a {
				if math.Float32bits(a[i]) != math.Float32bits(b[i]) {
					t.Fatalf("%s: %v and %v at %d of %v", name, a[i], b[i], i, x[i])
				}
			}
		}
		both("gelu", func(k kernels, x []float32) { k.gelu(x) })
		both("exps", func(k kernels, x []float32) { x[0] = k.exps(x) })
		both("absMax", func(k kernels, x []float32) { x[0] = k.absMax(x) })
		both("addNorm", func(k kernels, x []float32) { k.addNorm(x, y, norm{gain: y, bias: y}) })
		both("toInt16", func(k kernels, x []float32) {
			dst := make([]int16, n)
			k.toInt16(dst, x, weightLimit/span)
			for i := range x {
				x[i] = float32(dst[i])
			}
		})
	})
}

func TestVectorKernelsAreNearTheirDefinition(t *testing.T) {
	for _, k := range availableKernels() {
		x := make([]float32, 16*1000)
		for i := range x {
			x[i] = -12 + float32(i)/16000*24
		}
		g := slices.Clone(x)
		k.gelu(g)
		for i, v := range x {
			want := float64(v) * 0.5 * math.Erfc(-float64(v)/math.Sqrt2)
			if math.Abs(float64(g[i])-want) > 3e-6 {
				t.Fatalf("%s: gelu(%v) = %v, want %v", k.name, v, g[i], want)
			}
		}
		e := slices.Clone(x)
		sum, want := float64(k.exps(e)), 0.0
		for i, v := range x {
			exact := math.Exp(float64(v - x[len(x)-1]))
			want += exact
			if math.Abs(float64(e[i])/exact-1) > 1e-6 {
				t.Fatalf("%s: exp(%v) = %v, want %v", k.name, v-x[len(x)-1], e[i], exact)
			}
		}
		if math.Abs(sum/want-1) > 1e-5 {
			t.Fatalf("%s: sum of exp is %v, want %v", k.name, sum, want)
		}
	}
}

func TestAddNormIsALayerNorm(t *testing.T) {
	for _, k := range availableKernels() {
		x, y, gain, bias := make([]float32, width), make([]float32, width), make([]float32, width), make([]float32, width)
		for i := range x {
			x[i], y[i], gain[i], bias[i] = float32(i%7)-2, float32(i%11)/3, 1+float32(i)/width, float32(i%5)
		}
		var mean, variance float64
		for i := range x {
			mean += float64(x[i]+y[i]) / width
		}
		for i := range x {
			variance += math.Pow(float64(x[i]+y[i])-mean, 2) / width
		}
		got := slices.Clone(x)
		k.addNorm(got, y, norm{gain: gain, bias: bias})
		for i := range x {
			want := (float64(x[i]+y[i])-mean)/math.Sqrt(variance)*float64(gain[i]) + float64(bias[i])
			if math.Abs(float64(got[i])-want) > 1e-5 {
				t.Fatalf("%s: got %v at %d, want %v", k.name, got[i], i, want)
			}
		}
	}
}

func TestPortableVectorsAreTheSame(t *testing.T) {
	fast, portable := fastKernels(t)
	a, err := open(fast)
	if err != nil {
		t.Fatal(err)
	}
	b, err := open(portable)
	if err != nil {
		t.Fatal(err)
	}
	for _, n := range []int{2, 3, 16, 17, 33, 61, 100} {
		ids := someTokens(n)
		t.Run(fmt.Sprintf("tokens=%d", n), func(t *testing.T) {
			x, errX := a.EncodeTokens(ids)
			y, errY := b.EncodeTokens(ids)
			if errX != nil || errY != nil {
				t.Fatal(errX, errY)
			}
			if !slices.Equal(x, y) {
				t.Errorf("cosine %v between the vectors", cosine(x, y))
			}
		})
	}
}
