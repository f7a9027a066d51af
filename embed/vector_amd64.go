//go:build !purego

package embed

//go:noescape
func extentAVX512(x, by []float32) (low, high float32)

//go:noescape
func toBytesAVX512(dst []uint8, x, by []float32, factor float32, zero int32)

//go:noescape
func splitAVX512(high, low []uint8, x []float32)

//go:noescape
func dotAVX512(x, y []float32) float32

//go:noescape
func addScaledAVX512(x, y []float32, factor float32)

//go:noescape
func expsAVX512(x []float32) float32

//go:noescape
func geluAVX512(x []float32)

//go:noescape
func addNormAVX512(x, y []float32, n norm)

//go:noescape
func extentAVX2(x, by []float32) (low, high float32)

//go:noescape
func toBytesAVX2(dst []uint8, x, by []float32, factor float32, zero int32)

//go:noescape
func splitAVX2(high, low []uint8, x []float32)

//go:noescape
func dotAVX2(x, y []float32) float32

//go:noescape
func addScaledAVX2(x, y []float32, factor float32)

//go:noescape
func expsAVX2(x []float32) float32

//go:noescape
func geluAVX2(x []float32)

//go:noescape
func addNormAVX2(x, y []float32, n norm)
