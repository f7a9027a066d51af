package embed

// Of the last layer only the vector of [CLS] is wanted. With one query, keys and values of the other tokens need not be
// computed: q·(Wₖᵀx) = (Wₖq)·x, and Σ p·(Wᵥᵀx) = Wᵥᵀ·Σ p·x. So the layer costs two dot products of 512 for each token
// and head instead of whole matrices, few enough for floating point.

// lastScratch is what the last layer needs beside the rest.
type lastScratch struct {
	query []float32 // blockRows × width: of each text of a block
	keyed []float32 // heads × width: each head's query times its key matrix
	mix   []float32 // heads × width: what each head looks at
}

func newLastScratch() lastScratch {
	floats := func(n int) []float32 { return make([]float32, n*width) }
	return lastScratch{query: floats(blockRows), keyed: floats(heads), mix: floats(heads)}
}

// runLast runs the last layer and leaves the vectors of [CLS] in f.cls, text after text.
func (f *forward) runLast(l *lastLayer) {
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
	cls, query := f.cls[first*width:], f.scratch.last.query
	f.dense(query, cls, n, &l.query)
	for i := range n {
		f.lastAttention(l, first+i, query[i*width:][:width], f.ctx[i*width:][:width])
	}
	f.feedForward(cls, f.ctx, n, &l.feedForward)
}

// lastAttention computes all heads of one text's [CLS] into ctx.
func (f *forward) lastAttention(l *lastLayer, text int, query, ctx []float32) {
	start, n := f.starts[text], f.starts[text+1]-f.starts[text]
	x, padded := f.x[start*width:], padTo(panelSteps, n)
	f.keyQueries(l, query)
	keyed, mix := f.scratch.last.keyed, f.scratch.last.mix
	for i := range n {
		for h := range heads {
			f.scores[h*padded+i] = f.dot(x[i*width:][:width], keyed[h*width:][:width]) / 8 // √headWidth
		}
	}
	clear(mix)
	for h := range heads {
		scores := f.scores[h*padded:][:padded]
		sum := f.softmax(scores, n)
		for i, weight := range scores[:n] {
			f.addScaled(mix[h*width:][:width], x[i*width:][:width], weight/sum)
		}
	}
	f.lastValues(&l.value, ctx)
}

// keyQueries multiplies each head's query by its key matrix.
func (f *forward) keyQueries(l *lastLayer, query []float32) {
	for h := range heads {
		f.dense(f.scratch.last.keyed[h*width:], query[h*headWidth:], 1, &l.key[h])
	}
}

// lastValues multiplies what each head looks at by the head's columns of the value matrix.
func (f *forward) lastValues(m *matrix, ctx []float32) {
	for h := range heads {
		f.quantize(&f.a, 0, f.scratch.last.mix[h*width:][:width], m.in)
		j := h * headWidth
		f.multiply(product{
			c: ctx[j:], a: f.a, rows: 1, k: width, w: m.from(j, width), columns: headWidth, bias: m.bias[j:],
		})
	}
}
