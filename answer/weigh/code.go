package weigh

import (
	"slices"

	"youju/answer/pattern"
	"youju/answer/wording"
	"youju/hanzi"
)

// Several of a kind are told by letters and a number (au99.99, f-35), and what a market is measured by has a name of its own.
var (
	coded        = pattern.Compile(`([a-z]{1,4})-?\d+(\.\d+)?[a-z]?`)
	indexed      = pattern.Compile(stockIndex)
	indexBesides = pattern.Compile(`(于|比|较|跟)` + stockIndex)
)

const stockIndex = `(?:上证|深证|沪深|中证|创业板|科创|北证|恒生|道琼斯|纳斯达克|标普|日经)(?:综指|成指|b指|科技指数|指数|指|\d{2,4})`

// otherCode says that a folded question names one of these and the figure's clause, or what stands last before it, others
// of them only.
func (c Candidate) otherCode(asked string) bool {
	if c.saysOther(coded, asked, hanzi.Fold) {
		return true
	}
	return c.saysOther(indexed, wording.LongForm(asked), func(said string) string { // 弱于沪指 says what it is set against
		return indexBesides.ReplaceAllString(wording.LongForm(said), "")
	})
}

// saysOther says so of those that a pattern finds, its first group being what those of one kind share.
func (c Candidate) saysOther(those *pattern.Regexp, asked string, written func(string) string) bool {
	wanted := those.FindAllStringSubmatch(asked, -1)
	if len(wanted) == 0 {
		return false
	}
	said := those.FindAllStringSubmatch(written(c.Said()), -1)
	if len(said) == 0 {
		said = those.FindAllStringSubmatch(written(c.SaidBefore()), -1)
		said = said[max(0, len(said)-1):]
	}
	same := func(m []string) bool {
		return slices.ContainsFunc(wanted, func(w []string) bool { return w[0] == m[0] })
	}
	like := func(m []string) bool { return len(m) == 1 || m[1] == wanted[0][1] }
	return slices.ContainsFunc(said, like) && !slices.ContainsFunc(said, same)
}
