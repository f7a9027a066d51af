package embed

// padTo rounds a number of tokens up to a multiple of size.
func padTo(size, tokens int) int { return (tokens + size - 1) / size * size }

// headScratch is one head of one text, quantised.
type headScratch struct {
	q      rows
	bytes  []uint8 // keys, then values, a token after another
	keys   panels  // a column for each token
	values panels  // a row for each token
}

func newHeadScratch(tokens int) headScratch {
	return headScratch{
		q: newRows(tokens, headWidth), bytes: make([]uint8, tokens*headWidth),
		keys: newPanels(headWidth, tokens), values: newPanels(tokens, headWidth),
	}
}

// attend computes one head of one text: n tokens from start on. It reads f.qkv and writes the head's columns of f.ctx.
func (f *forward) attend(start, n, head int) {
	part := func(i int) []float32 { return f.qkv[((i*heads+head)*f.tokens()+start)*headWidth:] }
	f.packHead(part(0), part(1), part(2), n)
	h, columns := &f.head, padTo(panelWidth, n)
	for r := 0; r < n; r += blockRows {
		rows := min(blockRows, n-r)
		f.multiply(product{
			c: f.scores, cStride: columns, a: h.q.from(r), rows: rows, k: headWidth, w: h.keys, columns: columns, bias: f.zero,
		})
		for i := range rows {
			scores := f.scores[i*columns:][:padTo(panelSteps, n)]
			sum := f.softmax(scores, n)
			f.setWeights(i, scores, 1/sum)
		}
		f.mix(f.ctx[(start+r)*width+head*headWidth:], rows, padTo(panelSteps, n), h.values, headWidth)
	}
}

// packHead quantises queries, keys and values of a head. The scores' division by 8 = √headWidth goes into the keys' scales.
// Columns and rows beyond the text keep what was there: nothing looks at their products.
func (f *forward) packHead(q, k, v []float32, n int) {
	h, padded := &f.head, padTo(panelSteps, n)
	row := func(i int) []uint8 { return h.bytes[i*headWidth:][:headWidth] }
	for i := range n {
		key := k[i*headWidth:][:headWidth]
		f.quantize(&h.q, i, q[i*headWidth:][:headWidth], f.ones)
		scale := f.largest(key) / 127
		f.toBytes(row(i), key, f.ones, 1/scale, signBit)
		h.keys.setColumn(i, row(i), scale/8)
	}
	var largest float32
	for i := range n {
		largest = max(largest, f.largest(v[i*headWidth:][:headWidth]))
	}
	for i := range n {
		f.toBytes(row(i), v[i*headWidth:][:headWidth], f.ones, 127/largest, signBit)
	}
	clear(h.values.sums)
	for i := 0; i < padded; i += 4 {
		h.values.setRows(i, padded, &[4][]uint8{row(i), row(i + 1), row(i + 2), row(i + 3)})
	}
	for i := range h.values.scale {
		h.values.scale[i] = largest / 127 // one for all
	}
}

// largest absolute value, at least leastSpan.
func (f *forward) largest(x []float32) float32 {
	low, high := f.extent(x, f.ones)
	return max(high, -low, leastSpan)
}

// masked is what stands for a token that is not there: exp makes it nothing.
const masked = -1e30

// softmax replaces the first n scores by their weights, of which the largest is 1, the others by 0. It returns the sum.
func (k *kernels) softmax(scores []float32, n int) (sum float32) {
	for j := n; j < len(scores); j++ {
		scores[j] = masked
	}
	return k.exps(scores)
}

// weights16 are weights of tokens in 16 bits, since 8 would lose the small ones: rows of their high and of their low bytes.
type weights16 struct{ high, low rows }

// setWeights sets row i of f.tokenWeights to x · scale; 0 ≤ x ≤ 1.
func (f *forward) setWeights(i int, x []float32, scale float32) {
	w := &f.tokenWeights
	f.split(w.high.row(i, len(x)), w.low.row(i, len(x)), x)
	scale /= splitLimit
	w.high.scale[i], w.low.scale[i] = scale*256, scale
}

// mix multiplies n rows of f.tokenWeights, k tokens each, by the tokens' vectors. Rows of c are width apart.
func (f *forward) mix(c []float32, n, k int, tokens panels, columns int) {
	p := product{c: c, cStride: width, a: f.tokenWeights.high, rows: n, k: k, w: tokens, columns: columns, bias: f.zero}
	f.multiply(p)
	p.a, p.bias, p.biasStride = f.tokenWeights.low, c, width
	f.multiply(p)
}
