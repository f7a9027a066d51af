package embed

import _ "embed"

// narrowFile has the directions of Narrow, which model/narrow.py describes.
//
//go:embed model/narrow.bin
var narrowFile string

const narrowWidth = 128

// readDirections returns narrowWidth unit vectors, one behind the other.
func readDirections(file string) []float32 {
	directions := make([]float32, narrowWidth*width)
	for i := range narrowWidth {
		row := directions[i*width:][:width]
		for j := range row {
			row[j] = float32(int8(file[i*width+j]))
		}
		normalize(row, row)
	}
	return directions
}

// Narrow returns a unit vector of 128 dimensions for one of Dim: what it has along the directions in which texts
// differ most. Products of narrow vectors are near those of the whole ones: they tell which to look at.
func (e *Encoder) Narrow(vector []float32) []float32 {
	narrow := make([]float32, narrowWidth)
	for i := range narrow {
		narrow[i] = e.kernels.dot(vector, e.directions[i*width:][:width])
	}
	normalize(narrow, narrow)
	return narrow
}
