package ledger

// owns says that 的 and a figure follow at token i: 将军的|20,000名士兵.
func (p *passage) owns(i, limit int) bool {
	return i >= 0 && i+1 < limit && p.tokens[i].class == de && p.tokens[i+1].class == number
}

// acts says that a verb follows at token i, or an adverb and anything but a figure.
func (p *passage) acts(i, limit int) bool {
	for first := i; i < limit; i++ {
		switch t := p.tokens[i]; {
		case t.class == verb, t.class == preposition && i+1 < limit && (p.tokens[i+1].class != number || t.text == "为" && !heads[p.figures[p.tokens[i+1].figure].Unit] && !p.counts(i+1, limit, false).empty()):
			return true
		case t.class == number && i > first && and[p.tokens[i-1].text]: // 董先生和|4名朋友|购买
			i = max(i, p.counts(i, limit, false).to-1)
		case t.class == number:
			return false
		case !p.skippable(i) && t.class != moment && t.class != locative && t.class != conjunction:
			return i > first && p.tokens[i-1].class != moment && p.tokens[i-1].class != locative
		}
	}
	return false
}

// predicate says that a verb or what goes before one stands at token i.
func (p *passage) predicate(i int) bool {
	t := p.tokens[i]
	switch t.class {
	case verb, adverb, preposition, number, moment, mark, particle, locative, pronoun, conjunction, modifier:
		return true
	}
	return joints[t.text]
}
