package embed

// kernels are the inner loops, in the form that this machine runs fastest. Every form gives the same bits: integer sums
// are exact, and floating-point steps are done in the same order without fused multiply-add.
type kernels struct {
	name string
	// multiply is all products of the encoder.
	multiply func(p product)
	vectors  vectorKernels
}

// vectorKernels trust their arguments: the length of x is a multiple of 16 and not 0, and nothing is shorter. So they are
// called by the methods of kernels, which look.
type vectorKernels struct {
	extent    func(x, by []float32) (low, high float32)
	toBytes   func(dst []uint8, x, by []float32, factor float32, zero int32)
	split     func(high, low []uint8, x []float32)
	dot       func(x, y []float32) float32
	addScaled func(x, y []float32, factor float32)
	exps      func(x []float32) float32
	gelu      func(x []float32)
	addNorm   func(x, y []float32, n norm)
}

// extent is the least and the largest of x[i]·by[i] and 0.
func (k *kernels) extent(x, by []float32) (low, high float32) {
	checkLength(len(x), len(by))
	return k.vectors.extent(x, by)
}

// toBytes sets dst[i] to x[i]·by[i]·factor, rounded to nearest even, plus zero, at most 255. It may not fall below 0.
func (k *kernels) toBytes(dst []uint8, x, by []float32, factor float32, zero int32) {
	checkLength(len(x), min(len(dst), len(by)))
	k.vectors.toBytes(dst, x, by, factor, zero)
}

// split sets 256·high[i] + low[i] to x[i]·splitLimit, rounded to nearest even; 0 ≤ x[i] ≤ 1.
func (k *kernels) split(high, low []uint8, x []float32) {
	checkLength(len(x), min(len(high), len(low)))
	k.vectors.split(high, low, x)
}

// dot is the sum of x[i]·y[i].
func (k *kernels) dot(x, y []float32) float32 {
	checkLength(len(x), len(y))
	return k.vectors.dot(x, y)
}

// addScaled adds y[i]·factor to x[i].
func (k *kernels) addScaled(x, y []float32, factor float32) {
	checkLength(len(x), len(y))
	k.vectors.addScaled(x, y, factor)
}

// exps replaces x[i] by exp(x[i] - max(x)) and returns their sum.
func (k *kernels) exps(x []float32) float32 {
	checkLength(len(x), len(x))
	return k.vectors.exps(x)
}

// gelu replaces x[i] by x[i]·Φ(x[i]).
func (k *kernels) gelu(x []float32) {
	checkLength(len(x), len(x))
	k.vectors.gelu(x)
}

// addNorm replaces x by the layer norm of x + y.
func (k *kernels) addNorm(x, y []float32, n norm) {
	checkLength(len(x), min(len(y), len(n.gain), len(n.bias)))
	k.vectors.addNorm(x, y, n)
}

func checkLength(n, others int) {
	if n == 0 || n%16 != 0 || others < n {
		panic("embed: a kernel got vectors of wrong lengths")
	}
}

// bestKernels are the fastest that this machine can run.
func bestKernels() kernels { return availableKernels()[0] }

// product is a matrix product:
//
//	c[r][j] = float32(Σ (a[r][k] - a.zero[r]) · w[k][j]) · a.scale[r] · w.scale[j] + bias[r][j].
//
// The sums of w's columns turn the zero point into one multiplication a result. k is a multiple of panelSteps and at most
// innerWidth, so that all sums fit int32; columns is a multiple of panelWidth. Strides are in elements. bias may be c, which
// adds to what is there. It is passed by value because a pointer would move it to the heap.
type product struct {
	c          []float32
	cStride    int
	a          rows
	rows, k    int
	w          panels
	columns    int
	bias       []float32
	biasStride int // 0: the same for all rows
}

// Constants of the vector functions, for the portable form; vector_constants.h has them for assembly.
const (
	splitLimit = 1<<16 - 1

	// roundMagic added to and taken from a float32 below 2²² rounds it to the nearest even integer.
	roundMagic = 1.5 * (1 << 23)

	// exp(x) = 2ⁿ·exp(r), r = x - n·ln 2 in two parts, and a polynomial: Cephes expf (Moshier, 1992).
	log2e  = 1.44269504088896341
	ln2Hi  = 0.693359375
	ln2Lo  = -2.12194440e-4
	expC0  = 1.9875691500e-4
	expC1  = 1.3981999507e-3
	expC2  = 8.3334519073e-3
	expC3  = 4.1665795894e-2
	expC4  = 1.6666665459e-1
	expC5  = 5.0000001201e-1
	expLow = -87

	// erfc(z) = (1 + a₁z + … + a₆z⁶)⁻¹⁶ within 3e-7, Abramowitz and Stegun 7.1.28, here for z = |x|/√2.
	sqrtHalf = 0.70710678118654752
	erfcA1   = 0.0705230784 * sqrtHalf
	erfcA2   = 0.0422820123 / 2
	erfcA3   = 0.0092705272 * sqrtHalf / 2
	erfcA4   = 0.0001520143 / 4
	erfcA5   = 0.0002765672 * sqrtHalf / 4
	erfcA6   = 0.0000430638 / 8

	normEpsilon = 1e-12
)
