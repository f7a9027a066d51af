package embed

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

func someTokens(n int) []int32 {
	rng := rand.New(rand.NewPCG(1, 2))
	ids := make([]int32, n)
	for i := range ids {
		ids[i] = 700 + rng.Int32N(6300)
	}
	ids[0], ids[n-1] = clsID, sepID
	return ids
}

// fastForms are what this machine can run, less the portable form where there is a faster one.
func fastForms() []kernels {
	all := availableKernels()
	return all[:max(1, len(all)-1)]
}

// BenchmarkEncode is one text on one core: token ids in, vector out.
func BenchmarkEncode(b *testing.B) {
	for _, k := range fastForms() {
		e, err := open(k)
		if err != nil {
			b.Fatal(err)
		}
		for _, n := range []int{32, 128, 512} {
			b.Run(fmt.Sprintf("%s/tokens=%d", k.name, n), func(b *testing.B) {
				ids := someTokens(n)
				if _, err := e.EncodeTokens(ids); err != nil { // warm: what it needs is kept
					b.Fatal(err)
				}
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
}

// BenchmarkMultiply is the share of the machine's limit that the products of whole layers reach, whose weights do not fit
// into the second-level cache.
func BenchmarkMultiply(b *testing.B) {
	e := openForTest(b)
	var matrices []*matrix
	weights := 0
	for i := range e.weights.layers {
		l := &e.weights.layers[i]
		matrices = append(matrices, &l.qkv, &l.out, &l.up, &l.down)
	}
	for _, m := range matrices {
		weights += m.k * m.n
	}
	for _, k := range fastForms() {
		for _, rows := range []int{1, 4, 6, 8, 12, 18, 24, 32, 37, 40, 50, 60, 96} {
			b.Run(fmt.Sprintf("%s/rows=%d", k.name, rows), func(b *testing.B) {
				c, a := make([]float32, rows*innerWidth), newRows(blockRows, innerWidth)
				for b.Loop() {
					for _, m := range matrices {
						k.multiply(product{c: c, cStride: m.n, a: a, rows: rows, k: m.k, w: m.panels, columns: m.n, bias: m.bias})
					}
				}
				b.ReportMetric(float64(rows*weights)*float64(b.N)/b.Elapsed().Seconds()/1e9, "GMAC/s")
			})
		}
	}
}

// BenchmarkVectors is each vector function on what it gets most: a token's vector, or the scores of 128 tokens.
func BenchmarkVectors(b *testing.B) {
	x, y, ones, bytes := make([]float32, width), make([]float32, width), slices.Repeat([]float32{1}, width), make([]uint8, width)
	for _, k := range fastForms() {
		for _, function := range []struct {
			name string
			run  func()
		}{
			{"extent", func() { k.extent(x, y) }},
			{"toBytes", func() { k.toBytes(bytes, x, y, 1, signBit) }},
			{"split", func() { k.split(bytes[:128], bytes[128:], ones[:128]) }},
			{"dot", func() { k.dot(x, y) }},
			{"addScaled", func() { k.addScaled(x, y, 1e-9) }},
			{"exps", func() { k.exps(x[:128]) }},
			{"gelu", func() { k.gelu(x) }},
			{"addNorm", func() { k.addNorm(x, y, norm{gain: ones, bias: ones}) }},
		} {
			b.Run(k.name+"/"+function.name, func(b *testing.B) {
				for i := range x {
					x[i], y[i] = float32(10+i%13), float32(i%7)/8 // gelu leaves large numbers as they are
				}
				for b.Loop() {
					function.run()
				}
			})
		}
	}
}

// BenchmarkEncodeText is BenchmarkEncode with the tokenizer.
func BenchmarkEncodeText(b *testing.B) {
	e := openForTest(b)
	for _, n := range []int{32, 128, 512} {
		b.Run(fmt.Sprintf("tokens=%d", n), func(b *testing.B) {
			text := string([]rune(strings.Repeat(newsText, 1+n/20))[:n-2])
			b.ReportAllocs()
			for b.Loop() {
				if _, err := e.EncodeTokens(e.tokenizer.encode(nil, text)); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

const newsText = "新区去年引进项目一百多个，总投资三百亿元，带动就业两万余人；"

// BenchmarkTokenizer is a text of many short words and of ideographs.
func BenchmarkTokenizer(b *testing.B) {
	e := openForTest(b)
	text := strings.Repeat("到2026年，gdp增长5.2%，the city of 苏州。", 12)
	ids := e.tokenizer.encode(nil, text)
	b.ReportAllocs()
	for b.Loop() {
		ids = e.tokenizer.encode(ids[:0], text)
	}
	b.ReportMetric(float64(len(ids))*float64(b.N)/b.Elapsed().Seconds()/1e6, "Mtokens/s")
}

// BenchmarkPassages is the throughput on all cores of passages of mixed length.
func BenchmarkPassages(b *testing.B) {
	e := openForTest(b)
	var texts []string
	tokens := 0
	for i := range 200 {
		text := strings.Repeat(newsText, 1+i%9)
		texts = append(texts, text)
		tokens += len(e.tokenizer.encode(nil, text))
	}
	for b.Loop() {
		if _, err := e.EmbedPassages(b.Context(), texts, nil); err != nil {
			b.Fatal(err)
		}
	}
	seconds := b.Elapsed().Seconds() / float64(b.N)
	b.ReportMetric(float64(tokens)/seconds, "tokens/s")
	b.ReportMetric(float64(len(texts))/seconds, "passages/s")
}

// BenchmarkRead is one window on one core: question and text in, Reading out.
func BenchmarkRead(b *testing.B) {
	r := openReaderForTest(b)
	for _, n := range []int{32, 96, 180} {
		b.Run(fmt.Sprintf("runes=%d", n), func(b *testing.B) {
			text := string([]rune(strings.Repeat(newsText, 1+n/20))[:n])
			b.ReportAllocs()
			for b.Loop() {
				r.read("引进了多少项目？", text)
			}
		})
	}
}

func BenchmarkOpen(b *testing.B) {
	for b.Loop() {
		openForTest(b)
	}
}
