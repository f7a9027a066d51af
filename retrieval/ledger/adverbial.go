package ledger

import "youju/figure"

// pastAdverbials steps over what may stand before a subject: 其中, 2020年,
// 目前, 在……方面.
func (p *passage) pastAdverbials(c clause) int {
	i := c.from
	for i < c.to {
		t := p.tokens[i]
		switch {
		case t.text == "较" || t.text == "比":
			i = p.pastCompared(i, c.to)
		case compared[t.text], t.class == conjunction, t.class == adverb, t.class == moment, t.class == particle, t.class == locative,
			t.class == mark && !p.opens(i, c.to),
			t.figure >= 0 && p.figures[t.figure].Kind == figure.Date:
			i++
		case t.text == "每" && i+1 < c.to && recurring[p.tokens[i+1].text]:
			i += 2 // 每小时|可加工……
		case t.class == preposition:
			next := p.prepositional(i, c.to)
			if next == i {
				return i
			}
			i = next
		default:
			return i
		}
	}
	return i
}

// recurring are times that 每 stands before.
var recurring = set(`小时 分钟 秒 天 日 周 月 年 季度 晚 次 逢`)

// whereabouts is the place that all of a clause names, for those that follow: 在保定，……; "" for none.
func (p *passage) whereabouts(c clause) string {
	if c.to >= len(p.tokens) || p.tokens[c.to].text != "," {
		return ""
	}
	if p.tokens[c.from].text != "在" {
		if last := p.tokens[c.to-1].text; p.tokens[c.from].text == "整个" && (last == "内" || last == "里") && len(p.listed(c.from, c.to)) == 0 {
			return p.said(phrase{c.from, c.to}) // 整个候车厅内，
		}
		return ""
	}
	ph := p.after(c.from, c.to)
	switch {
	case ph.empty() || !p.strong(ph):
	case ph.to == c.to || ph.to == c.to-1 && p.tokens[ph.to].text == "上":
		return p.said(ph)
	case ph.to == c.to-1 && sideways[p.tokens[ph.to].text]:
		return p.said(phrase{ph.from, c.to}) // 在候车厅北区西侧，
	}
	return ""
}

// sideways are locatives that make a place of their own of what is before them.
var sideways = set(`西侧 东侧 南侧 北侧 两侧 一侧 内侧 外侧 附近 周边 周围 内 境内`)

// within end what something is in or on.
var within = set(`上 内 里 中`)

// opens says that a name in quotation marks, or a remark, begins at token i; speech goes on
// behind its clause.
func (p *passage) opens(i, limit int) bool {
	if !opening[p.tokens[i].text] {
		return false
	}
	_, closes := p.closed(i, limit)
	return closes || p.tokens[i].text == "("
}

// pastCompared steps over what something is compared with: 较前一交易日结算价|上涨.
func (p *passage) pastCompared(i, limit int) int {
	for k := i + 1; k < limit; k++ {
		if changes(p.tokens[k].text) {
			return k
		}
	}
	return i + 1
}

// prepositional steps over 在……中, 据……显示, 对于……来说; it stands still where
// nothing closes it.
func (p *passage) prepositional(i, limit int) int {
	for k := i + 1; k < limit; k++ {
		if t := p.tokens[k]; t.class == locative || phraseEnds[t.text] {
			return k + 1
		}
	}
	return i
}

var phraseEnds = set(`时刻 之际 方面 来看 来说 而言 显示 介绍 了解 期间 时 时候 下 领域`)

// afterRelation is the 的 that ends a pronoun's phrase with a preposition before a subject:
// 其与高盛合作的|业务; 0 for none.
func (p *passage) afterRelation(i, limit int) int {
	k := i + 1
	if i >= limit || p.tokens[i].class != pronoun || p.tokens[i].text != "其" && p.tokens[i].text != "它" || k >= limit || p.tokens[k].class != preposition {
		return 0
	}
	for ; k < limit && k < i+maxReporting; k++ {
		if p.tokens[k].class == de && k+1 < limit && (p.nominal(k + 1)) {
			return k
		}
		if p.tokens[k].class == number || p.tokens[k].class == adverb {
			return 0
		}
	}
	return 0
}

// startingAt is the noun phrase that begins at token i.
func (p *passage) startingAt(i, limit int) phrase {
	if of := max(p.afterRelation(i, limit), p.relativeHead(i, limit)); of > 0 {
		return p.after(of, limit)
	}
	if i < limit && p.tokens[i].class == pronoun {
		ph := p.after(i, limit)
		if ph.from == i+1 {
			return phrase{i, max(ph.to, i+1)}
		}
		return phrase{i, i + 1}
	}
	if i < limit && p.tokens[i].class == number && p.figures[p.tokens[i].figure].Kind == figure.Count {
		if counted := p.counts(i, limit, false); !counted.empty() {
			return phrase{i, counted.to} // 28家企业|实现利润5亿元
		}
	}
	if i+1 < limit && p.tokens[i].class == number && p.figures[p.tokens[i].figure].Unit == "岁" && p.tokens[i+1].class == de {
		return p.after(i, limit) // 31岁的|女子
	}
	return p.after(i-1, limit)
}
