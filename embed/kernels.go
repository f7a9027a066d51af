package embed

// kernels are the inner loops, in the form that this machine runs fastest. Every form gives the same bits: integer sums
// are exact, and floating-point steps are done in the same order without fused multiply-add. Lengths of vectors are
// multiples of 16.
type kernels struct {
	name string
	// panel8 multiplies rows of activations by one panel of 16 columns of weights:
	// c[r][j] = float32(Σ a[r][k]·w[k][j]) · rowScale[r] · colScale[j] + bias[j].
	// The sums must fit int32. K is a multiple of 8. |a| ≤ 32639 for panel8: arm64 splits it into signed bytes.
	panel8  func(t product, w []int8)
	panel16 func(t product, w []int16)
	// absMax is the largest absolute value.
	absMax func(x []float32) float32
	// toInt16 sets dst[i] to x[i]·factor, rounded to nearest even; |x[i]·factor| ≤ 32767.
	toInt16 func(dst []int16, x []float32, factor float32)
	// exps replaces x[i] by exp(x[i] - max(x)) and returns their sum.
	exps func(x []float32) float32
	// gelu replaces x[i] by x[i]·Φ(x[i]).
	gelu func(x []float32)
	// addNorm replaces x by the layer norm of x + y.
	addNorm func(x, y []float32, n norm)
}

// bestKernels are the fastest that this machine can run.
func bestKernels() kernels { return availableKernels()[0] }

// product is a matrix product of rows × k by k × 16, as kernels.panel8 describes. Strides are in elements. It is passed
// by value because a pointer would move it to the heap.
type product struct {
	c        []float32
	cStride  int
	a        []int16
	aStride  int
	k        int
	rows     int
	rowScale []float32
	colScale []float32
	bias     []float32
}

// Constants of the vector functions, shared by all forms.
const (
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
