package embed

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// checkVectors holds the vector functions to the portable ones, bit for bit.
func (k kernels) checkVectors(t *rapid.T) {
	n := 16 * rapid.IntRange(1, 40).Draw(t, "n/16")
	span := rapid.SampledFrom([]float32{1e-3, 1, 20, 500}).Draw(t, "span")
	draw := func(label string) []float32 {
		return rapid.SliceOfN(rapid.Float32Range(-span, span), n, n).Draw(t, label)
	}
	x, y := draw("x"), draw("y")
	portable := portableKernels()
	same := func(name string, run func(k *kernels, x []float32)) {
		a, b := slices.Clone(x), slices.Clone(x)
		run(&k, a)
		run(&portable, b)
		for i := range a {
			if math.Float32bits(a[i]) != math.Float32bits(b[i]) {
				t.Fatalf("%s of %s: %v and %v at %d of %v", name, k.name, a[i], b[i], i, x[i])
			}
		}
	}
	same("gelu", func(k *kernels, x []float32) { k.gelu(x) })
	same("dot", func(k *kernels, x []float32) { x[0] = k.dot(x, y) })
	same("addScaled", func(k *kernels, x []float32) { k.addScaled(x, y, 0.3) })
	same("exps", func(k *kernels, x []float32) { x[0] = k.exps(x) })
	tokens := rapid.IntRange(1, n).Draw(t, "tokens")
	same("softmax", func(k *kernels, x []float32) { x[0] = k.softmax(x, tokens) })
	same("extent", func(k *kernels, x []float32) { x[0], x[1] = k.extent(x, y) })
	same("addNorm", func(k *kernels, x []float32) { k.addNorm(x, y, norm{gain: y, bias: y}) })
	same("quantize", func(k *kernels, x []float32) {
		dst := newRows(1, n)
		k.quantize(&dst, 0, x, y)
		for i, b := range dst.row(0, n) {
			x[i] = float32(int32(b)-dst.zero[0]) * dst.scale[0]
		}
	})
	same("toBytes beyond 255", func(k *kernels, x []float32) {
		bytes := make([]uint8, n)
		k.toBytes(bytes, magnitudes(x), magnitudes(y), 1, signBit)
		for i, b := range bytes {
			x[i] = float32(b)
		}
	})
	same("split", func(k *kernels, x []float32) {
		high, low := make([]uint8, n), make([]uint8, n)
		weights := magnitudes(x)
		for i, w := range weights {
			weights[i] = min(1, w)
		}
		k.split(high, low, weights)
		for i := range x {
			x[i] = float32(256*int(high[i]) + int(low[i]))
		}
	})
}

func magnitudes(x []float32) []float32 {
	out := make([]float32, len(x))
	for i, v := range x {
		out[i] = max(v, -v)
	}
	return out
}

func TestVectorKernelsGiveTheSameBits(t *testing.T) {
	for _, k := range fastForms() {
		t.Run(k.name, rapid.MakeCheck(k.checkVectors))
	}
}

func FuzzVectorKernelsGiveTheSameBits(f *testing.F) {
	f.Fuzz(rapid.MakeFuzz(func(t *rapid.T) {
		for _, k := range fastForms() {
			k.checkVectors(t)
		}
	}))
}

func TestKernelsRefuseWrongLengths(t *testing.T) {
	for _, k := range availableKernels() {
		long, short, odd, bytes := make([]float32, 32), make([]float32, 16), make([]float32, 33), make([]uint8, 16)
		for name, run := range map[string]func(){
			"an empty vector":        func() { k.exps(nil) },
			"not a multiple of 16":   func() { k.gelu(odd) },
			"a short factor":         func() { k.extent(long, short) },
			"a short destination":    func() { k.toBytes(bytes, long, long, 1, 0) },
			"short low bytes":        func() { k.split(make([]uint8, 32), bytes, long) },
			"a short vector":         func() { k.dot(long, short) },
			"a short vector to add":  func() { k.addScaled(long, short, 1) },
			"a short bias":           func() { k.addNorm(long, long, norm{gain: long, bias: short}) },
			"a product beyond its c": func() { k.multiply(shortProduct()) },
		} {
			func() {
				defer func() {
					if recover() == nil {
						t.Errorf("%s took %s", k.name, name)
					}
				}()
				run()
			}()
		}
	}
}

// shortProduct has room for all but the last number of its result.
func shortProduct() product {
	return product{
		c: make([]float32, 2*panelWidth-1), cStride: panelWidth, rows: 2, k: panelSteps, columns: panelWidth,
		a: newRows(2, panelSteps), w: newPanels(panelSteps, panelWidth), bias: make([]float32, panelWidth),
	}
}

// A quantised number is about half a step away at most, and 0 stays 0.
func TestQuantizedRowsAreNear(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		low, high := rapid.Float32Range(-1e6, 1e6).Draw(t, "low"), rapid.Float32Range(-1e6, 1e6).Draw(t, "high")
		x := rapid.SliceOfN(rapid.Float32Range(min(low, high), max(low, high)), 32, 32).Draw(t, "x")
		x[7] = 0
		ones := slices.Repeat([]float32{1}, len(x))
		for _, k := range availableKernels() {
			dst := newRows(1, len(x))
			k.quantize(&dst, 0, x, ones)
			for i, b := range dst.row(0, len(x)) {
				got := float64(int32(b)-dst.zero[0]) * float64(dst.scale[0])
				// the end of the range loses a step where both ends round up
				if far := math.Abs(got - float64(x[i])); far > 1.01*float64(dst.scale[0])+leastSpan || x[i] == 0 && got != 0 {
					t.Fatalf("%s: %v for %v, steps of %v", k.name, got, x[i], dst.scale[0])
				}
			}
		}
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
	portable, err := open(portableKernels())
	if err != nil {
		t.Fatal(err)
	}
	for _, form := range fastForms() {
		fast, err := open(form)
		if err != nil {
			t.Fatal(err)
		}
		for _, n := range []int{2, 3, 16, 17, 33, 61, 100} {
			ids := someTokens(n)
			x, errX := fast.EncodeTokens(ids)
			y, errY := portable.EncodeTokens(ids)
			if errX != nil || errY != nil {
				t.Fatal(errX, errY)
			}
			if !slices.Equal(x, y) {
				t.Errorf("%s, %d tokens: cosine %v between the vectors", form.name, n, cosine(x, y))
			}
		}
	}
}
