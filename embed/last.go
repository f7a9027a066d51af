package embed

// Of the last layer only the vector of [CLS] is wanted. With one query, keys and values of the other tokens need not be
// computed: q·(Wₖᵀx) = (Wₖq)·x, and Σ p·(Wᵥᵀx) = Wᵥᵀ·Σ p·x. So the layer costs two dot products of 512 for each token
// and head instead of whole matrices.

// lastStride is that of lastScratch.x.
const lastStride = width + rowGap

// lastScratch is what the last layer needs beside the rest.
type lastScratch struct {
	x         []int16 // quantised vectors of all tokens
	xScale    []float32
	query     []float32 // of each text
	keyed     []float32 // of each text and head: the query times the key matrix, width
	panel     []int16   // of a text: its heads' keyed queries, as a panel of 16 columns
	colScale  []float32
	raw       []float32 // tokens × 16 scores
	mix       []float32 // width: what a head looks at
	mixScale  []float32
	tokens    []int16 // panels of 16 columns of the text's vectors, padded tokens deep
	attention []int16
	none      []int16 // a vector of zeros, for the tokens that pad
}

func newLastScratch() lastScratch {
	return lastScratch{
		x: make([]int16, MaxTokens*lastStride), xScale: make([]float32, MaxTokens),
		query: make([]float32, MaxTokens*width), keyed: make([]float32, MaxTokens*width),
		panel: make([]int16, panelWidth*width), colScale: make([]float32, panelWidth),
		raw: make([]float32, MaxTokens*panelWidth), mix: make([]float32, heads*width),
		mixScale: make([]float32, heads),
		tokens:   make([]int16, MaxTokens*width), attention: make([]int16, heads*MaxTokens), none: make([]int16, width),
	}
}

// last runs the last layer and leaves the vectors of [CLS] in f.cls, text after text.
func (f *forward) last(l *lastLayer) {
	for i := range f.tokens() {
		x := f.x[i*width:][:width]
		f.scratch.last.xScale[i] = f.quantizeRow(f.scratch.last.x[i*lastStride:][:width], x, activationLimit)
	}
	texts := len(f.starts) - 1
	for first := 0; first < texts; first += blockRows {
		f.lastBlock(l, first, min(blockRows, texts-first))
	}
}

// lastBlock runs the last layer for n texts from first on.
func (f *forward) lastBlock(l *lastLayer, first, n int) {
	for i := range n {
		copy(f.cls[(first+i)*width:][:width], f.x[f.starts[first+i]*width:])
	}
	cls := f.cls[first*width:]
	f.quantize(cls, n, width)
	f.dense(f.scratch.last.query, n, &l.query)
	for i := range n {
		f.lastAttention(l, first+i, f.scratch.last.query[i*width:][:width], f.ctx[i*width:][:width])
	}
	f.feedForward(cls, f.ctx, n, &l.feedForward)
}

// lastAttention computes all heads of one text's [CLS] into ctx.
func (f *forward) lastAttention(l *lastLayer, text int, query, ctx []float32) {
	s := &f.scratch.last
	start, n := f.starts[text], f.starts[text+1]-f.starts[text]
	padded := pad(n)
	f.packKeyedQueries(l, query)
	f.panel16(product{
		c: s.raw, cStride: panelWidth, a: s.x[start*lastStride:], aStride: lastStride, k: width, rows: n,
		rowScale: s.xScale[start:], colScale: s.colScale, bias: f.zero,
	}, s.panel)
	for h := range heads {
		scores := f.scores[:padded]
		for i := range n {
			scores[i] = s.raw[i*panelWidth+h]
		}
		f.pScale[h] = f.weigh(s.attention[h*padded:][:padded], scores, s.xScale[start:][:n])
	}
	s.packTokens(s.x[start*lastStride:], n)
	p := product{
		cStride: width, a: s.attention, aStride: padded, k: padded, rows: heads,
		rowScale: f.pScale, colScale: f.ones, bias: f.zero,
	}
	for j := 0; j < width; j += panelWidth {
		p.c = s.mix[j:]
		f.panel16(p, s.tokens[j*padded:])
	}
	f.lastValues(&l.value, ctx)
}

// weigh is the softmax of scores with each token's scale multiplied in, since the vectors that it weighs are integers.
func (f *forward) weigh(dst []int16, scores, xScale []float32) (scale float32) {
	for i := len(xScale); i < len(scores); i++ {
		scores[i] = masked
	}
	sum := f.exps(scores)
	var total, largest float32
	for i := range scores {
		if i >= len(xScale) {
			scores[i] = 0
			continue
		}
		scores[i] *= xScale[i]
		total += scores[i]
		largest = max(largest, scores[i])
	}
	if largest == 0 {
		clear(dst)
		return 0
	}
	const limit = (1<<31 - 1) / (activationLimit + 1) / 2 // half is room for rounding up
	factor := min(weightLimit/largest, limit/total)
	f.toInt16(dst, scores, factor)
	return 1 / (factor * sum)
}

// packKeyedQueries sets s.panel to the keyed queries of the heads, as columns, and s.colScale to their scales.
func (f *forward) packKeyedQueries(l *lastLayer, query []float32) {
	s := &f.scratch.last
	for i := range query {
		query[i] *= l.keyScale[i]
	}
	for h := range heads {
		keyed := s.keyed[h*width:][:width]
		f.aScale[0] = f.quantizeRow(f.a[:headWidth], query[h*headWidth:][:headWidth], activationLimit)
		f.multiply(keyed, width, f.a, f.aScale, 1, &l.key[h])
		s.colScale[h] = f.quantizeRow(f.a[:width], keyed, keyedLimit) / 8
		packKey(s.panel, f.a[:width], h)
	}
}

// packTokens puts n vectors, lastStride apart, into panels of 16 columns whose rows are pairs of tokens.
func (s *lastScratch) packTokens(x []int16, n int) {
	row := func(i int) []int16 {
		if i >= n {
			return s.none
		}
		return x[i*lastStride:][:width]
	}
	padded := pad(n)
	for i := 0; i < padded; i += 2 {
		packPair(s.tokens, row(i), row(i+1), i, padded)
	}
}

// lastValues multiplies what each head looks at by the head's columns of the value matrix.
func (f *forward) lastValues(m *matrix, ctx []float32) {
	s := &f.scratch.last
	for h := range heads {
		f.aScale[0] = f.quantizeRow(f.a[:width], s.mix[h*width:][:width], activationLimit)
		p := product{a: f.a, aStride: width, k: width, rows: 1, rowScale: f.aScale}
		for j := h * headWidth; j < (h+1)*headWidth; j += panelWidth {
			p.c, p.colScale, p.bias = ctx[j:], m.scale[j:], m.bias[j:]
			f.panel8(p, m.q[j*m.k:])
		}
	}
}
