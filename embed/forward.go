package embed

const (
	// Activations are quantised to 14 bits, for each token apart: 8191 · 127 · innerWidth is below 2³¹.
	activationLimit = 8191
	// Queries and keys of a head: 4095² · headWidth is below 2³¹.
	headLimit = 4095
	// A query times the key matrix: 511 · activationLimit · width is below 2³¹.
	keyedLimit = 511
	// Values of a text: their products with weights that sum to at most attentionLimit stay below 2³¹.
	valueLimit     = 2047
	attentionLimit = 1 << 20
	weightLimit    = 32767

	// blockRows of tokens go through a layer at a time, so that what lies between its matrices stays near the core.
	// It is a multiple of the kernels' six rows.
	blockRows = 96

	// rowGap lies between quantised rows: at distances of 4096 bytes the rows of a tile would share one set of the
	// first-level cache.
	rowGap = 32

	// masked is what stands for a key that is not there: exp makes it nothing.
	masked = -1e30
)

// scratch is what one run needs, kept between runs. Vectors of tokens lie one after another, texts without gaps.
type scratch struct {
	starts []int // of texts, in tokens; the last is the end
	x      []float32
	qkv    []float32 // of a block of rows or of all: 3 · width each
	ctx    []float32
	a      []int16 // quantised rows
	aScale []float32
	block  []float32 // a block of rows, innerWidth each
	y      []float32

	head   headScratch
	last   lastScratch
	cls    []float32
	scores []float32 // blockRows × padded tokens
	probs  []int16
	pScale []float32
}

// headScratch is one head of one text, quantised and in the order that the kernels read.
type headScratch struct {
	q, row      []int16 // tokens × headWidth
	keys        []int16 // panels of 16 tokens, headWidth deep
	values      []int16 // panels of 16 columns, padded tokens deep
	qScale      []float32
	keyScale    []float32
	valueScales []float32
}

// newScratch has room for so many tokens, a multiple of panelWidth, through whole layers.
func newScratch(tokens int) *scratch {
	floats := func(n int) []float32 { return make([]float32, n) }
	ints := func(n int) []int16 { return make([]int16, n) }
	return &scratch{
		x: floats(tokens * width), qkv: floats(tokens * 3 * width), ctx: floats(tokens * width),
		a: ints(blockRows * (innerWidth + rowGap)), aScale: floats(tokens),
		block: floats(blockRows * innerWidth), y: floats(blockRows * width),
		head: headScratch{
			q: ints(tokens * headWidth), row: ints(tokens * headWidth),
			keys: ints(tokens * headWidth), values: ints(tokens * headWidth),
			qScale: floats(tokens), keyScale: floats(tokens), valueScales: floats(headWidth),
		},
		scores: floats(blockRows * tokens), probs: ints(blockRows * (tokens + rowGap)), pScale: floats(blockRows),
	}
}

// newEncoderScratch has room for MaxTokens through all layers.
func newEncoderScratch() *scratch {
	s := newScratch(MaxTokens)
	s.last, s.cls = newLastScratch(), make([]float32, MaxTokens*width)
	return s
}

// forward is one run of the model.
type forward struct {
	*weights
	*kernels
	*scratch
}

func (f *forward) tokens() int { return f.starts[len(f.starts)-1] }

func (f *forward) embed(texts [][]int32) {
	f.starts = append(f.starts[:0], 0)
	row := 0
	for _, ids := range texts {
		for position, id := range ids {
			f.embedToken(row, id, f.positions[position*width:][:width])
			row++
		}
		f.starts = append(f.starts, row)
	}
}

func (f *forward) embedToken(row int, id int32, position []float32) {
	x := f.x[row*width:][:width]
	r := int(f.rows[id])
	word, scale := f.words[r*width:][:width], f.wordScale[r]
	for i := range x {
		x[i] = float32(word[i]) * scale
	}
	f.addNorm(x, position, f.embedNorm)
}

func (f *forward) layer(l *layer) {
	for r := 0; r < f.tokens(); r += blockRows {
		n := min(blockRows, f.tokens()-r)
		f.quantize(f.x[r*width:], n, width)
		f.dense(f.qkv[r*3*width:], n, &l.qkv)
	}
	for i, start := range f.starts[:len(f.starts)-1] {
		for h := range heads {
			f.attend(start, f.starts[i+1]-start, h)
		}
	}
	for r := 0; r < f.tokens(); r += blockRows {
		n := min(blockRows, f.tokens()-r)
		f.feedForward(f.x[r*width:], f.ctx[r*width:], n, &l.feedForward)
	}
}

// feedForward ends a layer for n rows: x += out(ctx), norm, x += down(gelu(up(x))), norm.
func (f *forward) feedForward(x, ctx []float32, n int, l *feedForward) {
	f.quantize(ctx, n, width)
	f.dense(f.y, n, &l.out)
	f.addNorms(x, n, l.outNorm)
	f.quantize(x, n, width)
	f.dense(f.block, n, &l.up)
	f.gelu(f.block[:n*innerWidth])
	f.quantize(f.block, n, innerWidth)
	f.dense(f.y, n, &l.down)
	f.addNorms(x, n, l.norm)
}

func (f *forward) addNorms(x []float32, n int, nm norm) {
	for r := range n {
		f.addNorm(x[r*width:][:width], f.y[r*width:][:width], nm)
	}
}

// quantize puts n rows into f.a, rowGap apart, and f.aScale.
func (f *forward) quantize(x []float32, n, columns int) {
	for r := range n {
		row := x[r*columns:][:columns]
		f.aScale[r] = f.quantizeRow(f.a[r*(columns+rowGap):][:columns], row, activationLimit)
	}
}

// quantizeRow returns the scale of dst: x ≈ dst · scale.
func (k *kernels) quantizeRow(dst []int16, x []float32, limit float32) (scale float32) {
	m := k.absMax(x)
	if m == 0 {
		clear(dst)
		return 0
	}
	k.toInt16(dst, x, limit/m)
	return m / limit
}

// dense multiplies the n rows in f.a by a matrix into dst.
func (f *forward) dense(dst []float32, n int, m *matrix) {
	f.multiply(dst, m.n, f.a, f.aScale, n, m)
}

func (k *kernels) multiply(dst []float32, stride int, a []int16, scale []float32, n int, m *matrix) {
	p := product{cStride: stride, a: a, aStride: m.k + rowGap, k: m.k, rows: n, rowScale: scale}
	for j := 0; j < m.n; j += panelWidth {
		p.c, p.colScale, p.bias = dst[j:], m.scale[j:], m.bias[j:]
		k.panel8(p, m.q[j*m.k:])
	}
}
