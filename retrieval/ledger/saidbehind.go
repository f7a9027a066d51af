package ledger

import "youju/figure"

// saidBehind is what is said right behind a figure: 112家|进入公示名单,
// 135天内|将减少; "" where no verb follows.
func (p *passage) saidBehind(i, limit int) string {
	k := i + 1
	for k < limit && (p.tokens[k].class == locative || p.tokens[k].class == modifier || p.skippable(k) && p.tokens[k].class != verb && p.tokens[k].class != preposition || p.tokens[k].text == "时间") {
		k++
	}
	if k < limit && (p.tokens[k].text == "是" || p.tokens[k].text == "系" || p.tokens[k].text == "为" && p.nominal(k+1)) {
		if what := p.endingAt(k+1, p.clauseEnd(k)-1); !what.empty() {
			return p.said(what) // 其中10人是|婴儿
		}
	}
	if k < limit && p.tokens[k].class == preposition && p.tokens[k].text != "被" {
		k = p.verbBehind(k, limit) // 3人在事故中|受伤
	}
	for b := i + 1; b < limit && b <= k; b++ {
		if befell[p.tokens[b].text] {
			return p.tokens[b].textIn(p) // 2人|被困
		}
	}
	if k >= limit || p.tokens[k].class != verb && p.tokens[k].text != "被" {
		return ""
	}
	return p.said(p.clipped(phrase{k, limit}))
}

// maxAdverbial bounds a phrase with a preposition, in tokens.
const maxAdverbial = 7

// verbBehind is the verb behind a phrase with a preposition that begins at token k;
// limit for none.
func (p *passage) verbBehind(k, limit int) int {
	for i := k + 1; i < limit && i < k+maxAdverbial; i++ {
		switch p.tokens[i].class {
		case verb:
			return i
		case mark, number, de:
			return limit
		}
	}
	return limit
}

// relative is what is said of those that are counted: 取得评级的有2372家.
func (p *passage) relative(at place, de int) string {
	from := p.pastAdverbials(at.clause)
	for k := from; k < de; k++ {
		if f := p.tokens[k].figure; f >= 0 && p.figures[f].Kind != figure.Ordinal {
			from = k + 1
		}
	}
	if ph := p.startingAt(from, de); !ph.empty() {
		from = p.border(ph)
	}
	for from < de && p.tokens[de].start-p.tokens[from].start > maxPredicate {
		from++
	}
	return p.said(phrase{from, de})
}
