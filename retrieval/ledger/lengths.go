package ledger

import "strings"

// distances stand before what something is so far away from.
var distances = set(`距 距离 离 相距`)

// away is what a distance is measured from: 距市中心|约3公里; "" where it is no distance.
func (p *passage) away(at place) string {
	last := p.skipJoints(at.left, at.i-1)
	for k := last - 1; k >= at.left && last-k <= maxAdverbial; k-- {
		switch t := p.tokens[k]; {
		case distances[t.text]:
			return p.said(phrase{k, last + 1})
		case t.class == mark || t.class == verb:
			return ""
		}
	}
	return ""
}

// passing verbs say that a time goes by in which something else happens.
var passing = set(`结束 经过 历经 经历 长 长达 开始 迎来 度过 开启 进行`)

// aged is who has an age: 37岁的|张伟; 张伟，37岁.
func (s *state) aged(at place, limit int) string {
	p := s.p
	if at.i+1 < limit && p.tokens[at.i+1].class == de {
		if ph := p.after(at.i, limit); !ph.empty() {
			return p.said(ph)
		}
	}
	if ph := p.aPerson(p.counts(at.i, limit, false)); !ph.empty() && (personLike(p.tokens[ph.to-1].text) || p.strong(ph)) {
		return p.said(ph) // 22岁|女大学生
	}
	entity, rest := s.named(p.before(at.left, at.i))
	if ages[rest] {
		rest = ""
	}
	return first(entity, rest)
}

// aPerson is a phrase up to the person in it, with a name: 男子|强奸……, 居民|卡尔|陈尸…….
func (p *passage) aPerson(ph phrase) phrase {
	for k := ph.from; k < ph.to; k++ {
		if !personLike(p.tokens[k].text) {
			continue
		}
		if k+1 < ph.to && p.tokens[k+1].class == name {
			k++
		}
		return phrase{ph.from, k + 1}
	}
	return ph
}

// ages only say that it is one.
var ages = set(`年龄 年纪 岁数 芳龄 平均年龄`)

// onlySpan says that a length of time is nothing but when something else holds: 过去五年, 前七个月, 两年平均.
func (p *passage) onlySpan(e *Entry, at place) bool {
	if strings.HasPrefix(e.Text, "前") {
		return true
	}
	if at.i > at.from && spans[p.tokens[at.i-1].text] {
		return true
	}
	return at.i+1 < at.to && averages[p.tokens[at.i+1].text]
}

// Words before and behind such a time.
var (
	spans    = set(`过去 最近 今明`)
	averages = set(`平均 年均`)
)

// during stand before a length of time in which something happens.
var during = set(`在 于 自 经 经过 历经 过去 每 用 仅用 只用`)

// happening is what a length of time passes for: 在135天内将……减少, 一个多月后，释放……,
// 6600万年前的灭绝事件.
func (s *state) happening(at place) (string, string) {
	p := s.p
	if at.i+2 < at.to && p.tokens[at.i+1].class == locative && p.tokens[at.i+2].class == de {
		if ph := p.after(at.i+1, at.to); !ph.empty() {
			return p.said(ph), ""
		}
	}
	for k := at.i + 1; k < len(p.tokens) && k < at.i+maxHappening; k++ {
		switch t := p.tokens[k]; {
		case t.class == verb && !joints[t.text]:
			return "", p.said(p.clipped(phrase{k, max(k+1, min(at.to, k+4))}))
		case t.class == mark && t.text != ",":
			return "", ""
		}
	}
	return "", ""
}

// maxHappening is how far behind a length of time its verb may stand, in tokens.
const maxHappening = 12
