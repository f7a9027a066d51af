package ledger

import (
	"strings"

	"youju/figure"
	"youju/hanzi"
)

// measured: an amount, a share, a duration. 利润总额615亿元; 20万元的扶持资金.
func (s *state) measured(e *Entry, at place) (string, string) {
	p := s.p
	limit := s.nextFigure(at)
	entity, metric := "", ""
	if e.Unit == "岁" {
		return s.aged(at, limit), ""
	}
	passing := e.Kind == figure.Duration && (during[p.tokens[max(at.i-1, 0)].text] || at.i+2 < at.to && p.tokens[at.i+1].class == de && p.tokens[at.i+2].text == "时间")
	if !passing {
		entity, metric = s.named(p.before(at.left, at.i))
	}
	if away := s.p.away(at); away != "" && e.Kind == figure.Amount {
		return "", away
	}
	if m, ok := s.saidOf(e, at, limit, meaning{entity, metric}); ok {
		return m.entity, m.metric
	}
	if v := p.skipJoints(at.left, at.i-1); metric != "" && v >= at.left && metricLike(p.tokens[v].text) {
		if whole := p.wholeSubject(at, v); whole != "" {
			return whole, p.tokens[v].text
		}
	}
	if metric != "" {
		return entity, metric
	}
	if passing || e.Kind == figure.Duration && at.i+1 < len(p.tokens) && p.tokens[at.i+1].class == locative {
		return s.happening(at)
	}
	return s.done(at, limit, entity)
}

// saidOf is what stands behind a measure, where it says whose or what it is; m is
// what stands before it.
func (s *state) saidOf(e *Entry, at place, limit int, m meaning) (meaning, bool) {
	p := s.p
	if end := p.listEnd(at); end > at.i && e.Kind == figure.Share {
		if of := p.after(end, at.to); !of.empty() && stakes[p.tokens[of.from].text] {
			return s.stake(at, p.said(of)), true // 5%、3%的股份
		}
	}
	if k := at.i + 1; k+2 < limit && sizes[p.tokens[k].text] && p.tokens[k+1].class == de {
		if thing := p.after(k, limit); !thing.empty() {
			return meaning{p.said(thing), p.tokens[k].text}, true // 5米高的|浪花
		}
	}
	behind := p.after(at.i, limit)
	if behind.empty() && currency(e.Unit) && behind.from < limit && p.tokens[behind.from-1].class == de {
		behind = p.counts(at.i, limit, true) // 20万元的|扶持资金
	}
	if behind.empty() && e.Kind == figure.Duration && at.i+2 < limit && p.tokens[at.i+1].class == de && passing[p.tokens[max(at.left, p.skipJoints(at.left, at.i-1))].text] {
		return meaning{m.entity, p.said(p.clipped(phrase{at.i + 2, limit}))}, true // 两个月的|休战
	}
	if behind.empty() {
		switch given := p.given(at.i, limit); {
		case currency(e.Unit) && given != "":
			return meaning{m.entity, given}, true
		case at.i+1 < limit && sizes[p.tokens[at.i+1].text]: // 1千克重
			return meaning{m.entity, p.tokens[at.i+1].text}, true
		}
		return m, false
	}
	if one := p.tokens[behind.from].text; currency(e.Unit) && strings.HasPrefix(one, "一") { // 1.98元一斤
		return s.priced(m), true
	}
	words, of := p.said(behind), p.tokens[behind.from-1].class == de
	if e.Kind == figure.Duration && words == "时间" { // 停滞了数周|时间
		return m, false
	}
	switch said := p.saidBehind(behind.to-1, limit); {
	case e.Kind == figure.Share && of && stakes[p.tokens[behind.from].text]:
		return s.stake(at, words), true
	case e.Kind == figure.Share && of && !p.metricHead(behind) && said != "":
		if of := p.endingAt(at.left, at.i-2); at.i-2 >= at.left && p.tokens[at.i-1].text == "中" && !of.empty() {
			words = p.said(of) // 投票者中47%的人
		}
		return meaning{words, said}, true // 90%的消费者希望……
	case e.Kind == figure.Amount && metricLike(p.tokens[behind.from].text) && m.metric == "":
		return meaning{m.entity, p.tokens[behind.from].textIn(p)}, true // 120Hz刷新率
	case e.Kind == figure.Amount && !currency(e.Unit):
		if !metricLike(m.metric) {
			m.metric = ""
		}
		return meaning{words, m.metric}, true // 3米跳板
	case m.metric == "":
		return meaning{m.entity, words}, true
	case m.entity == "" && of:
		return meaning{words, m.metric}, true
	}
	return m, false
}

// listEnd is the last figure of the list that goes on behind a figure.
func (p *passage) listEnd(at place) int {
	i := at.i
	for p.listGoesOn(i, at.to) {
		i += 2
	}
	return i
}

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

// priced is the meaning of a price: of the thing before it, and the price itself
// where the passage speaks of one.
func (s *state) priced(m meaning) meaning {
	if m.entity+m.metric != "" && !metricLike(m.metric) && strings.Contains(string(s.p.folded), "价格") {
		return meaning{m.entity + m.metric, "价格"}
	}
	return m
}

// done is the verb that a measure is the object of, or that follows it.
func (s *state) done(at place, limit int, entity string) (string, string) {
	p := s.p
	v := p.skipJoints(at.left, at.i-1)
	if v < at.left || p.tokens[v].class != verb {
		return entity, p.saidBehind(at.i, limit)
	}
	ph := p.before(at.left, v)
	owner, rest := s.named(ph)
	if owner == "" && !ph.empty() && ph.from == p.pastAdverbials(at.clause) && !p.metricHead(ph) {
		owner = rest
	}
	if rest != "" && metricLike(hanzi.Fold(rest)) { // 股价|收报86.75元
		return first(entity, owner), rest
	}
	return first(entity, owner), p.tokens[v].text
}

// aged is who has an age: 37岁的|张伟; 张伟，37岁.
func (s *state) aged(at place, limit int) string {
	p := s.p
	if at.i+1 < limit && p.tokens[at.i+1].class == de {
		if ph := p.after(at.i, limit); !ph.empty() {
			return p.said(ph)
		}
	}
	if ph := p.counts(at.i, limit, false); !ph.empty() && (personLike(p.tokens[ph.to-1].text) || p.strong(ph)) {
		return p.said(ph) // 22岁|女大学生
	}
	entity, rest := s.named(p.before(at.left, at.i))
	if ages[rest] {
		rest = ""
	}
	return first(entity, rest)
}

// ages only say that it is one.
var ages = set(`年龄 年纪 岁数 芳龄 平均年龄`)

// during stand before a length of time in which something happens.
var during = set(`在 于 自 经 经过 历经 过去 每`)

// wholeSubject is the subject before a metric at token m where it is a compound with
// verbs in it: 富祥生物医药增资扩产项目|投资69.7亿元.
func (p *passage) wholeSubject(at place, m int) string {
	from := p.pastAdverbials(at.clause)
	if from < at.left || m-from < 2 || p.tokens[from].class != name || !bodyLike(p.tokens[m-1].text) {
		return ""
	}
	for k := from; k < m; k++ {
		t := p.tokens[k]
		_, known := own[t.text]
		if t.class == number && p.figures[t.figure].Kind == figure.Ordinal {
			continue
		}
		if t.class != noun && t.class != name && t.class != modifier && (t.class != verb || known) || joints[t.text] {
			return ""
		}
	}
	if p.tokens[m-1].end-p.tokens[from].start > maxRelative {
		return ""
	}
	return p.said(phrase{from, m})
}

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

// given is what little stands behind an amount of money at the end of its clause,
// where it says what the money is: 最高50万元|无偿资助.
func (p *passage) given(i, limit int) string {
	if n := limit - i - 1; n < 1 || n > 4 || !metricLike(p.tokens[limit-1].text) {
		return ""
	}
	return p.said(p.trim(phrase{i + 1, limit}))
}

// sizes are adjectives that say what a figure before them measures.
var sizes = set(`重 长 高 宽 深 厚 大 远 粗`)

// currency says that a unit is one of money.
func currency(unit string) bool {
	return strings.HasSuffix(unit, "元") || strings.HasSuffix(unit, "镑") || strings.HasSuffix(unit, "币") || moneys[unit]
}

var moneys = set(`卢布 卢比 瑞郎 泰铢 马克 法郎 比索 里拉 越南盾 角 分`)

// fromTo: what goes from one figure to another stands before 由 or 从, behind 将 or
// 把 where one is said: 将时间由6小时缩短至3小时.
func (s *state) fromTo(at place) (string, string) {
	p := s.p
	for k := at.i - 1; k >= at.from; k-- {
		t := p.tokens[k]
		if t.text != "由" && t.text != "从" {
			continue
		}
		if figures := p.listed(k, at.to); len(figures) != 2 || k+5 < figures[0] {
			return "", ""
		}
		if taken := max(p.word("将", at.from, k), p.word("把", at.from, k)); taken >= 0 && taken+1 < k && p.tokens[k-1].end-p.tokens[taken].start <= maxRelative {
			return s.parted(phrase{taken + 1, k})
		}
		return s.named(p.before(at.from, k))
	}
	return "", ""
}
