package embed

import (
	"encoding/binary"
	"encoding/json"
	"math"
	"os"
	"testing"
)

// golden is a text with what the reference tokenizer and ONNX Runtime float32 make of it: see testdata/golden.py.
type golden struct {
	Text   string  `json:"text"`
	IDs    []int32 `json:"ids"`
	vector []float32
}

func readGolden(t testing.TB) []golden {
	t.Helper()
	var all []golden
	text, err := os.ReadFile("testdata/golden.json")
	if err == nil {
		err = json.Unmarshal(text, &all)
	}
	if err != nil {
		t.Fatal(err)
	}
	vectors, err := os.ReadFile("testdata/golden.f16")
	if err != nil {
		t.Fatal(err)
	}
	if len(all) < 120 || len(vectors) != len(all)*512*2 {
		t.Fatalf("%d texts and %d bytes of vectors", len(all), len(vectors))
	}
	for i := range all {
		for j := range 512 {
			half := binary.LittleEndian.Uint16(vectors[(i*512+j)*2:])
			all[i].vector = append(all[i].vector, halfToFloat(half))
		}
	}
	return all
}

// halfToFloat widens an IEEE 754 binary16 number; unit vectors hold no infinities.
func halfToFloat(h uint16) float32 {
	exponent, fraction := int(h>>10&31), float64(h&1023)
	value := math.Ldexp(1+fraction/1024, exponent-15)
	if exponent == 0 {
		value = math.Ldexp(fraction/1024, -14)
	}
	if h>>15 == 1 {
		value = -value
	}
	return float32(value)
}
