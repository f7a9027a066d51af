package embed

import (
	"fmt"
	"math/rand/v2"
	"testing"
)

func openBench(b *testing.B) *Encoder {
	b.Helper()
	e, err := Open()
	if err != nil {
		b.Fatal(err)
	}
	return e
}

func someTokens(n int) []int32 {
	rng := rand.New(rand.NewPCG(1, 2))
	ids := make([]int32, n)
	for i := range ids {
		ids[i] = 700 + rng.Int32N(6300)
	}
	ids[0], ids[n-1] = clsID, sepID
	return ids
}

// BenchmarkEncode is one text on one core: token ids in, vector out.
func BenchmarkEncode(b *testing.B) {
	e := openBench(b)
	for _, n := range []int{32, 128, 512} {
		b.Run(fmt.Sprintf("tokens=%d", n), func(b *testing.B) {
			ids := someTokens(n)
			b.ReportAllocs()
			for b.Loop() {
				if _, err := e.EncodeTokens(ids); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(n)*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
		})
	}
}
