package index

import (
	"math"

	"youju/hanzi"
)

// Compact is a unit vector in one byte a dimension: v ≈ c·Scale. It is used for
// sentences, of which there are many; its cosines are within about 0.005.
type Compact struct {
	Scale  float32
	Values []int8
}

// Compress makes the compact form of a unit vector.
func Compress(vector []float32) Compact {
	var largest float32
	for _, x := range vector {
		largest = max(largest, x, -x)
	}
	c := Compact{Scale: largest / math.MaxInt8, Values: make([]int8, len(vector))}
	if largest == 0 {
		return c
	}
	for i, x := range vector {
		c.Values[i] = int8(math.Round(float64(x / c.Scale)))
	}
	return c
}

// Dot is the scalar product with a vector of the same length.
func (c Compact) Dot(vector []float32) float64 {
	var sum float32
	for i, x := range c.Values {
		sum += float32(x) * vector[i]
	}
	return float64(sum * c.Scale)
}

// Sentences are the texts of a passage that get vectors of their own: its
// sentences, or none where there is only one, whose vector is the passage's.
func (p Passage) Sentences() []string {
	spans := hanzi.Sentences(p.Text)
	if len(spans) < 2 {
		return nil
	}
	runes := []rune(p.Text)
	texts := make([]string, len(spans))
	for i, s := range spans {
		texts[i] = string(runes[s.Start:s.End])
	}
	return texts
}
