package embed

// pad rounds a number of tokens up to whole panels.
func pad(n int) int { return (n + panelWidth - 1) / panelWidth * panelWidth }

// attend computes one head of one text: n tokens from start on. It reads f.qkv and writes the head's columns of f.ctx.
func (f *forward) attend(start, n, head int) {
	qkv := f.qkv[start*3*width+head*headWidth:]
	f.packHead(qkv, n)
	h, padded := &f.head, pad(n)
	scores := product{
		cStride: padded, aStride: headWidth, k: headWidth, bias: f.zero,
	}
	context := product{
		cStride: width, a: f.probs, aStride: padded + rowGap, k: padded,
		rowScale: f.pScale, colScale: h.valueScales, bias: f.zero,
	}
	for r := 0; r < n; r += blockRows {
		rows := min(blockRows, n-r)
		scores.rows, scores.a, scores.rowScale = rows, h.q[r*headWidth:], h.qScale[r:]
		for j := 0; j < padded; j += panelWidth {
			scores.c, scores.colScale = f.scores[j:], h.keyScale[j:]
			f.panel16(scores, h.keys[j*headWidth:])
		}
		for i := range rows {
			f.pScale[i] = f.softmax(f.probs[i*(padded+rowGap):][:padded], f.scores[i*padded:][:padded], n, attentionLimit)
		}
		context.rows = rows
		for j := 0; j < headWidth; j += panelWidth {
			context.c = f.ctx[(start+r)*width+head*headWidth+j:]
			f.panel16(context, h.values[j*padded:])
		}
	}
}

// softmax of the first n scores, in integers whose sum is about limit or less. Their true values are dst · scale. It
// overwrites scores.
func (k *kernels) softmax(dst []int16, scores []float32, n int, limit float32) (scale float32) {
	for j := n; j < len(scores); j++ {
		scores[j] = masked
	}
	sum := k.exps(scores)
	factor := min(weightLimit, limit/sum)
	k.toInt16(dst, scores, factor)
	return 1 / (factor * sum)
}

// packHead quantises queries, keys and values of a head. The scores' division by 8 = √headWidth goes into the keys'
// scales.
func (f *forward) packHead(qkv []float32, n int) {
	h, padded := &f.head, pad(n)
	var largest float32
	for i := range n {
		row := qkv[i*3*width:]
		q, key, value := row[:headWidth], row[width:][:headWidth], row[2*width:][:headWidth]
		h.qScale[i] = f.quantizeRow(h.q[i*headWidth:][:headWidth], q, headLimit)
		h.keyScale[i] = f.quantizeRow(h.row[:headWidth], key, headLimit) / 8
		packKey(h.keys[i/panelWidth*panelWidth*headWidth:], h.row[:headWidth], i%panelWidth)
		largest = max(largest, f.absMax(value))
	}
	for i := n; i < padded; i++ {
		h.keyScale[i] = 0
	}
	f.packValues(qkv, n, largest)
}

// packKey puts a key into column j of a panel.
func packKey(panel, key []int16, j int) {
	panel = panel[2*j:]
	for k := 0; k+1 < len(key); k += 2 {
		panel[k*panelWidth], panel[k*panelWidth+1] = key[k], key[k+1]
	}
}

// packValues puts values, one scale for all, into panels of 16 columns whose rows are pairs of tokens.
func (f *forward) packValues(qkv []float32, n int, largest float32) {
	h, padded := &f.head, pad(n)
	factor := float32(0)
	if largest > 0 {
		factor = valueLimit / largest
	}
	for i := range h.valueScales {
		h.valueScales[i] = largest / valueLimit
	}
	for i := range n {
		value := qkv[i*3*width+2*width:][:headWidth]
		f.toInt16(h.row[i*headWidth:][:headWidth], value, factor)
	}
	clear(h.row[n*headWidth : padded*headWidth])
	for i := 0; i < padded; i += 2 {
		even, odd := h.row[i*headWidth:][:headWidth], h.row[(i+1)*headWidth:][:headWidth]
		packPair(h.values, even, odd, i, padded)
	}
}

// packPair puts rows i and i+1 of a matrix of n rows into its panels.
func packPair(panels, even, odd []int16, i, n int) {
	for j := 0; j < len(even); j += panelWidth {
		pairs := (*[2 * panelWidth]int16)(panels[j*n+i*panelWidth:])
		e, o := (*[panelWidth]int16)(even[j:]), (*[panelWidth]int16)(odd[j:])
		for c := range panelWidth {
			pairs[2*c], pairs[2*c+1] = e[c], o[c]
		}
	}
}
