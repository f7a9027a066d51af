//go:build !purego

package embed

func neonExtent(x, by []float32) (low, high float32) {
	checkLength(len(x), len(by))
	return extentNEON(&x[0], &by[0], len(x))
}

func neonToBytes(dst []uint8, x, by []float32, factor float32, zero int32) {
	checkLength(len(x), min(len(dst), len(by)))
	toBytesNEON(&dst[0], &x[0], &by[0], len(x), factor, zero)
}

func neonSplit(high, low []uint8, x []float32) {
	checkLength(len(x), min(len(high), len(low)))
	splitNEON(&high[0], &low[0], &x[0], len(x))
}

func neonDot(x, y []float32) float32 {
	checkLength(len(x), len(y))
	return dotNEON(&x[0], &y[0], len(x))
}

func neonAddScaled(x, y []float32, factor float32) {
	checkLength(len(x), len(y))
	addScaledNEON(&x[0], &y[0], len(x), factor)
}

func neonExps(x []float32) float32 {
	checkLength(len(x), len(x))
	return expsNEON(&x[0], len(x))
}

func neonGELU(x []float32) {
	checkLength(len(x), len(x))
	geluNEON(&x[0], len(x))
}

func neonAddNorm(x, y []float32, n norm) {
	checkLength(len(x), min(len(y), len(n.gain), len(n.bias)))
	addNormNEON(&x[0], &y[0], &n.gain[0], &n.bias[0], len(x), normEpsilon)
}

//go:noescape
func extentNEON(x, by *float32, n int) (low, high float32)

//go:noescape
func toBytesNEON(dst *uint8, x, by *float32, n int, factor float32, zero int32)

//go:noescape
func splitNEON(high, low *uint8, x *float32, n int)

//go:noescape
func dotNEON(x, y *float32, n int) float32

//go:noescape
func addScaledNEON(x, y *float32, n int, factor float32)

//go:noescape
func expsNEON(x *float32, n int) float32

//go:noescape
func geluNEON(x *float32, n int)

//go:noescape
func addNormNEON(x, y, gain, bias *float32, n int, epsilon float32)
