//go:build !purego

package embed

func neonAbsMax(x []float32) float32 {
	checkLength(len(x), len(x))
	return absMaxNEON(&x[0], len(x))
}

func neonToInt16(dst []int16, x []float32, factor float32) {
	checkLength(len(x), len(dst))
	toInt16NEON(&dst[0], &x[0], len(x), factor)
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
func absMaxNEON(x *float32, n int) float32

//go:noescape
func toInt16NEON(dst *int16, x *float32, n int, factor float32)

//go:noescape
func expsNEON(x *float32, n int) float32

//go:noescape
func geluNEON(x *float32, n int)

//go:noescape
func addNormNEON(x, y, gain, bias *float32, n int, epsilon float32)
