//go:build !purego

package embed

func avx2Extent(x, by []float32) (low, high float32) {
	checkLength(len(x), len(by))
	return extentAVX2(&x[0], &by[0], len(x))
}

func avx2ToBytes(dst []uint8, x, by []float32, factor float32, zero int32) {
	checkLength(len(x), min(len(dst), len(by)))
	toBytesAVX2(&dst[0], &x[0], &by[0], len(x), factor, zero)
}

func avx2Split(high, low []uint8, x []float32) {
	checkLength(len(x), min(len(high), len(low)))
	splitAVX2(&high[0], &low[0], &x[0], len(x))
}

func avx2Dot(x, y []float32) float32 {
	checkLength(len(x), len(y))
	return dotAVX2(&x[0], &y[0], len(x))
}

func avx2AddScaled(x, y []float32, factor float32) {
	checkLength(len(x), len(y))
	addScaledAVX2(&x[0], &y[0], len(x), factor)
}

func avx2Exps(x []float32) float32 {
	checkLength(len(x), len(x))
	return expsAVX2(&x[0], len(x))
}

func avx2GELU(x []float32) {
	checkLength(len(x), len(x))
	geluAVX2(&x[0], len(x))
}

func avx2AddNorm(x, y []float32, n norm) {
	checkLength(len(x), min(len(y), len(n.gain), len(n.bias)))
	addNormAVX2(&x[0], &y[0], &n.gain[0], &n.bias[0], len(x), normEpsilon)
}

//go:noescape
func extentAVX2(x, by *float32, n int) (low, high float32)

//go:noescape
func toBytesAVX2(dst *uint8, x, by *float32, n int, factor float32, zero int32)

//go:noescape
func splitAVX2(high, low *uint8, x *float32, n int)

//go:noescape
func dotAVX2(x, y *float32, n int) float32

//go:noescape
func addScaledAVX2(x, y *float32, n int, factor float32)

//go:noescape
func expsAVX2(x *float32, n int) float32

//go:noescape
func geluAVX2(x *float32, n int)

//go:noescape
func addNormAVX2(x, y, gain, bias *float32, n int, epsilon float32)

func avx512Extent(x, by []float32) (low, high float32) {
	checkLength(len(x), len(by))
	return extentAVX512(&x[0], &by[0], len(x))
}

func avx512ToBytes(dst []uint8, x, by []float32, factor float32, zero int32) {
	checkLength(len(x), min(len(dst), len(by)))
	toBytesAVX512(&dst[0], &x[0], &by[0], len(x), factor, zero)
}

func avx512Split(high, low []uint8, x []float32) {
	checkLength(len(x), min(len(high), len(low)))
	splitAVX512(&high[0], &low[0], &x[0], len(x))
}

func avx512Dot(x, y []float32) float32 {
	checkLength(len(x), len(y))
	return dotAVX512(&x[0], &y[0], len(x))
}

func avx512AddScaled(x, y []float32, factor float32) {
	checkLength(len(x), len(y))
	addScaledAVX512(&x[0], &y[0], len(x), factor)
}

func avx512Exps(x []float32) float32 {
	checkLength(len(x), len(x))
	return expsAVX512(&x[0], len(x))
}

func avx512GELU(x []float32) {
	checkLength(len(x), len(x))
	geluAVX512(&x[0], len(x))
}

func avx512AddNorm(x, y []float32, n norm) {
	checkLength(len(x), min(len(y), len(n.gain), len(n.bias)))
	addNormAVX512(&x[0], &y[0], &n.gain[0], &n.bias[0], len(x), normEpsilon)
}

//go:noescape
func extentAVX512(x, by *float32, n int) (low, high float32)

//go:noescape
func toBytesAVX512(dst *uint8, x, by *float32, n int, factor float32, zero int32)

//go:noescape
func splitAVX512(high, low *uint8, x *float32, n int)

//go:noescape
func dotAVX512(x, y *float32, n int) float32

//go:noescape
func addScaledAVX512(x, y *float32, n int, factor float32)

//go:noescape
func expsAVX512(x *float32, n int) float32

//go:noescape
func geluAVX512(x *float32, n int)

//go:noescape
func addNormAVX512(x, y, gain, bias *float32, n int, epsilon float32)
