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

// roughDot is Dot, added up as the other roughDot does.
func (c Compact) roughDot(vector []float32) float32 {
	var s0, s1, s2, s3 float32
	values := c.Values
	for len(values) >= 4 && len(vector) >= 4 {
		x, y := (*[4]int8)(values), (*[4]float32)(vector)
		s0 += float32(x[0]) * y[0]
		s1 += float32(x[1]) * y[1]
		s2 += float32(x[2]) * y[2]
		s3 += float32(x[3]) * y[3]
		values, vector = values[4:], vector[4:]
	}
	for i, x := range values {
		s0 += float32(x) * vector[i]
	}
	return (s0 + s1 + (s2 + s3)) * c.Scale
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
