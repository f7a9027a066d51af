//go:build !purego

package embed

func avx2AbsMax(x []float32) float32 {
	checkLength(len(x), len(x))
	return absMaxAVX2(&x[0], len(x))
}

func avx2ToInt16(dst []int16, x []float32, factor float32) {
	checkLength(len(x), len(dst))
	toInt16AVX2(&dst[0], &x[0], len(x), factor)
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
func absMaxAVX2(x *float32, n int) float32

//go:noescape
func toInt16AVX2(dst *int16, x *float32, n int, factor float32)

//go:noescape
func expsAVX2(x *float32, n int) float32

//go:noescape
func geluAVX2(x *float32, n int)

//go:noescape
func addNormAVX2(x, y, gain, bias *float32, n int, epsilon float32)
