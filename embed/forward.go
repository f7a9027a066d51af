package embed

// blockRows of tokens go through a layer at a time, so that what lies between its matrices stays near the core. It is a
// multiple of the kernels' six rows.
const blockRows = 96

// scratch is what one run needs, kept between runs. Vectors of tokens lie one after another, texts without gaps.
type scratch struct {
	starts []int     // of texts, in tokens; the last is the end
	x      []float32 // tokens × width: what goes from layer to layer
	qkv    []float32 // 3 × heads × tokens × headWidth: queries, keys and values of each head
	ctx    []float32 // tokens × width: what the attention gives
	a      rows      // blockRows × innerWidth at most: what a matrix is multiplied with, quantised
	block  []float32 // blockRows × innerWidth
	y      []float32 // blockRows × width: what is added to x

	head         headScratch
	last         lastScratch
	cls          []float32
	scores       []float32 // blockRows × padded tokens
	tokenWeights weights16
}

// newScratch has room for so many tokens, a multiple of panelWidth, through whole layers.
func newScratch(tokens int) *scratch {
	floats := func(n int) []float32 { return make([]float32, n) }
	return &scratch{
		x: floats(tokens * width), qkv: floats(tokens * 3 * width), ctx: floats(tokens * width),
		a: newRows(blockRows, innerWidth), block: floats(blockRows * innerWidth), y: floats(blockRows * width),
		head: newHeadScratch(tokens), scores: floats(blockRows * tokens),
		tokenWeights: weights16{high: newRows(blockRows, tokens), low: newRows(blockRows, tokens)},
	}
}

// newEncoderScratch has room for so many tokens through all layers.
func newEncoderScratch(tokens int) *scratch {
	s := newScratch(tokens)
	s.last, s.cls = newLastScratch(), make([]float32, tokens*width)
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
		x[i] = float32(int8(word[i])) * scale
	}
	f.addNorm(x, position, f.embedNorm)
}

func (f *forward) layer(l *layer) {
	for r := 0; r < f.tokens(); r += blockRows {
		n := min(blockRows, f.tokens()-r)
		f.denseByHead(r, n, &l.qkv)
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
	f.dense(f.y, ctx, n, &l.out)
	f.addNorms(x, n, l.outNorm)
	f.dense(f.block, x, n, &l.up)
	f.gelu(f.block[:n*innerWidth])
	f.dense(f.y, f.block, n, &l.down)
	f.addNorms(x, n, l.norm)
}

func (f *forward) addNorms(x []float32, n int, nm norm) {
	for r := range n {
		f.addNorm(x[r*width:][:width], f.y[r*width:][:width], nm)
	}
}

// dense multiplies n rows by a matrix into dst.
func (f *forward) dense(dst, x []float32, n int, m *matrix) {
	f.quantizeBlock(x, n, m)
	f.multiply(product{c: dst, cStride: m.n, a: f.a, rows: n, k: m.k, w: m.panels, columns: m.n, bias: m.bias})
}

func (f *forward) quantizeBlock(x []float32, n int, m *matrix) {
	for r := range n {
		f.quantize(&f.a, r, x[r*m.k:][:m.k], m.in)
	}
}

// denseByHead multiplies n rows from r on into f.qkv. A panel is as wide as a head, so each is a matrix of its own there:
// rows that lie further apart than a page would not be fetched ahead.
func (f *forward) denseByHead(r, n int, m *matrix) {
	f.quantizeBlock(f.x[r*width:], n, m)
	p := product{cStride: headWidth, a: f.a, rows: n, k: m.k, columns: headWidth}
	for j := 0; j < m.n; j += headWidth {
		p.c, p.w, p.bias = f.qkv[j*f.tokens()+r*headWidth:], m.from(j, m.k), m.bias[j:]
		f.multiply(p)
	}
}
