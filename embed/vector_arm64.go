//go:build !purego

package embed

//go:noescape
func extentNEON(x, by []float32) (low, high float32)

//go:noescape
func toBytesNEON(dst []uint8, x, by []float32, factor float32, zero int32)

//go:noescape
func splitNEON(high, low []uint8, x []float32)

//go:noescape
func dotNEON(x, y []float32) float32

//go:noescape
func addScaledNEON(x, y []float32, factor float32)

//go:noescape
func expsNEON(x []float32) float32

//go:noescape
func geluNEON(x []float32)

//go:noescape
func addNormNEON(x, y []float32, n norm)
