package ledger

// listEnd is the last figure of the list that goes on behind a figure.
func (p *passage) listEnd(at place) int {
	i := at.i
	for p.listGoesOn(i, at.to) {
		i += 2
	}
	return i
}

// stakes are what shares of a company are called.
var stakes = set(`股份 股权 股票 表决权 权益 已发行股份`)

// stake is what somebody holds, buys or sells of a company: 张伟持有公司5%的|股份.
func (s *state) stake(at place, words string) meaning {
	p := s.p
	for v := at.i - 1; v >= at.left; v-- {
		if p.tokens[v].class != verb || joints[p.tokens[v].text] {
			continue
		}
		owner, rest := s.named(p.before(at.left, v))
		what := phrase{v, at.i}
		for k := v; k < at.i; k++ {
			if p.tokens[k].class == number {
				what.to = k
				break
			}
		}
		return meaning{first(owner, rest), p.said(p.trim(what)) + words}
	}
	return meaning{metric: words}
}
