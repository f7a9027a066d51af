package ledger

// phrase is a noun phrase: tokens [from,to); empty where from == to.
type phrase struct{ from, to int }

func (ph phrase) empty() bool { return ph.from >= ph.to }

// skipJoints steps left over what stands between a noun and its figure; it
// returns the token on which it stops, floor-1 where there is none.
func (p *passage) skipJoints(floor, i int) int {
	for i >= floor {
		t := p.tokens[i]
		if !joints[t.text] && t.class != adverb && t.class != particle {
			break
		}
		i--
	}
	return i
}

// before is the noun phrase that ends right before token i, joints skipped.
func (p *passage) before(floor, i int) phrase {
	return p.endingAt(floor, p.skipJoints(floor, i-1))
}

// maxRelative bounds a relative clause in a noun phrase, in runes.
const maxRelative = 14

// endingAt is the noun phrase whose last token is at.
func (p *passage) endingAt(floor, at int) phrase {
	k, relative := at, false
	for ; k >= floor; k-- {
		t := p.tokens[k]
		if relative && p.tokens[at].end-t.start > maxRelative {
			break
		}
		switch t.class {
		case noun, name, modifier:
			continue
		case verb, adverb:
			if relative {
				continue
			}
		case locative:
			if k < at && k > floor && bound[t.text] {
				continue
			}
		case de:
			if k < at && k > floor && p.modifies(k-1) {
				relative = relative || p.tokens[k-1].class == verb
				continue
			}
		case conjunction, preposition:
			if k < at && k > floor && and[t.text] && p.nominal(k-1) && p.nominal(k+1) {
				continue
			}
		case pronoun:
			if k < at && p.tokens[k+1].class != de || k == at {
				k--
			}
		case mark:
			if start, ok := p.bracketed(floor, k); ok {
				k = start
				continue
			}
			if k < at && k > floor && (t.text == "、" || t.text == "·" || t.text == "-" || t.text == "/") && p.nominal(k-1) {
				continue
			}
		}
		break
	}
	return p.trim(phrase{k + 1, at + 1})
}

// bound are locatives that belong to a noun: 规模以上.
var bound = set(`以上 以下 以内 以外 上`)

var and = set(`和 及 以及 与 、 暨`)

func (p *passage) nominal(i int) bool {
	if i < 0 || i >= len(p.tokens) {
		return false
	}
	switch p.tokens[i].class {
	case noun, name, modifier:
		return true
	}
	return i < len(p.tokens) && closing[p.tokens[i].text] != ""
}

// modifies says that the token may stand before 的.
func (p *passage) modifies(i int) bool {
	switch p.tokens[i].class {
	case noun, name, modifier, verb, pronoun, locative:
		return true
	}
	return closing[p.tokens[i].text] != ""
}

var closing = map[string]string{"”": "“", "》": "《", "」": "「", "』": "『", ")": "(", "’": "‘", "\"": "\""}

// bracketed finds the token that opens what token i closes.
func (p *passage) bracketed(floor, i int) (int, bool) {
	open, ok := closing[p.tokens[i].text]
	if !ok {
		return 0, false
	}
	for k := i - 1; k >= floor; k-- {
		if p.tokens[k].text == open {
			return k, true
		}
	}
	return 0, false
}

// trim drops what a phrase cannot begin or end with.
func (p *passage) trim(ph phrase) phrase {
	for ph.from < ph.to && p.loose(ph.from) && closing[p.tokens[ph.from].text] == "" && !opening[p.tokens[ph.from].text] {
		ph.from++
	}
	for ph.from < ph.to && p.loose(ph.to-1) && closing[p.tokens[ph.to-1].text] == "" {
		ph.to--
	}
	return ph
}

var opening = set("“ 《 「 『 ( ‘ \"")

func (p *passage) loose(i int) bool {
	switch p.tokens[i].class {
	case de, conjunction, preposition, mark, particle, locative:
		return true
	}
	return false
}

// after is the noun phrase that begins right behind token i, before token limit:
// 28家|企业, 20万元|的扶持资金.
func (p *passage) after(i, limit int) phrase {
	k := i + 1
	if k < limit && p.tokens[k].class == de {
		k++
	}
	from, nouns := k, false
loop:
	for ; k < limit; k++ {
		t := p.tokens[k]
		switch t.class {
		case noun, name:
			nouns = true
		case modifier:
		case de:
			if k == from || k+1 >= limit || !p.nominal(k+1) {
				break loop
			}
		case conjunction, preposition:
			if k == from || !and[t.text] || !p.nominal(k+1) || k+1 >= limit {
				break loop
			}
		case mark:
			end, ok := p.closed(k, limit)
			if !ok {
				break loop
			}
			k, nouns = end, true
		default:
			break loop
		}
	}
	if !nouns {
		return phrase{from, from}
	}
	return p.trim(phrase{from, k})
}

// closed finds the token that closes what token i opens.
func (p *passage) closed(i, limit int) (int, bool) {
	if !opening[p.tokens[i].text] {
		return 0, false
	}
	for k := i + 1; k < limit && k-i < maxQuoted; k++ {
		if closing[p.tokens[k].text] == p.tokens[i].text {
			return k, true
		}
	}
	return 0, false
}

// maxQuoted bounds a name in quotation marks, in tokens.
const maxQuoted = 12
