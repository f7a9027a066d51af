package ledger

// closed finds the token that closes what token i opens.
func (p *passage) closed(i, limit int) (int, bool) {
	if !opening[p.tokens[i].text] {
		return 0, false
	}
	for k := i + 1; k < limit && k-i < maxQuoted; k++ {
		if closing[p.tokens[k].text] == p.tokens[i].text {
			return k, true
		}
		if p.tokens[i].text == "(" && p.tokens[k].class == number {
			break
		}
	}
	return 0, false
}

// maxQuoted bounds a name in quotation marks or a remark in brackets, in tokens.
const maxQuoted = 16

// after is the noun phrase that begins right behind token i, before token limit:
// 20万元|的扶持资金.
func (p *passage) after(i, limit int) phrase { return p.behind(i, limit, 0) }

// counts is the noun that a figure at token i counts, without what belongs to it
// (13名平民|的车); with verbs, a verb may begin it: 3个|提升工程.
func (p *passage) counts(i, limit int, verbs bool) phrase {
	first := p.pastRemark(i+1, limit)
	if first < limit && p.tokens[first].class == de {
		first++
	}
	if first+1 < limit && p.tokens[first].class == verb {
		if !verbs || joints[p.tokens[first].text] || p.tokens[first+1].class != noun || changes(p.tokens[first].text) && first+2 < limit || p.word("的", first, limit) > 0 {
			return phrase{first, first}
		}
		return p.behind(i, limit, countsVerb)
	}
	return p.behind(i, limit, countsNoun)
}

// How the phrase behind a figure is read.
const (
	countsNoun = 1 + iota // it ends before 的 behind a noun
	countsVerb            // so it does, and a verb begins it
)

func (p *passage) behind(i, limit, how int) phrase {
	k := p.pastRemark(i+1, limit)
	if k < limit && p.tokens[k].class == de {
		k++
	}
	from := k
	if how == countsVerb {
		k++
	}
	nouns := false
	for k < limit {
		next, ok := p.continues(from, k, limit)
		if !ok {
			break
		}
		if p.tokens[k].class == de && nouns && how != 0 {
			break
		}
		nouns = nouns || p.tokens[k].class != modifier
		k = next
	}
	if !nouns {
		return phrase{from, from}
	}
	for how != 0 && k-1 > from && p.tokens[k-1].class == modifier && !p.tokens[k-1].single() { // 16个地市|积极参与
		k--
	}
	return p.trim(phrase{from, k})
}

// places are units that sum up the names before them: 中美两国.
var places = set(`市 国 省 县 区 地 岸 州 校 院 队 军`)

// pastRemark steps over a remark in brackets with a figure of its own:
// 100亿美元（约718亿元人民币）|的存款.
func (p *passage) pastRemark(i, limit int) int {
	if i >= limit || p.tokens[i].text != "(" {
		return i
	}
	for k := i + 1; k < limit && k-i < maxQuoted; k++ {
		if p.tokens[k].text == ")" {
			return k + 1
		}
	}
	return i
}

// continues says whether token k goes on with the phrase that began at from, and
// which token to look at next.
func (p *passage) continues(from, k, limit int) (int, bool) {
	t := p.tokens[k]
	inner := k > from && k+1 < limit && p.nominal(k+1)
	switch t.class {
	case number: // 沪深|两市
		return k + 1, k > from && p.tokens[k-1].end == t.start && places[p.figures[t.figure].Unit]
	case noun, name, modifier:
		return k + 1, true
	case locative:
		return k + 1, inner && bound[t.text]
	case de:
		return k + 1, inner
	case conjunction, preposition:
		return k + 1, inner && and[t.text]
	case mark:
		if end, ok := p.closed(k, limit); ok {
			return end + 1, true
		}
		return k + 1, inner && links[t.text] && t.text != "、"
	}
	return k, false
}
