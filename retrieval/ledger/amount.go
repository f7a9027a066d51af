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
	if m, ok := s.sized(e, at); ok {
		return m.entity, m.metric
	}
	passing := e.Kind == figure.Duration && (during[p.tokens[max(at.i-1, 0)].text] || at.i+2 < at.to && p.tokens[at.i+1].class == de && p.tokens[at.i+2].text == "时间")
	if !passing {
		ph := p.before(at.left, at.i)
		entity, metric = s.named(ph)
		if entity == "" && metricLike(metric) {
			entity = p.stage(ph, at)
		}
	}
	if away := s.p.away(at); away != "" && e.Kind == figure.Amount {
		return "", away
	}
	if m, ok := s.saidOf(e, at, limit, meaning{entity, metric}); ok {
		return m.entity, m.metric
	}
	if v := p.skipJoints(at.left, at.i-1); metric != "" && v >= at.left && metricLike(p.tokens[v].text) {
		if whole := p.wholeSubject(at, v); whole != "" {
			return whole, p.tokens[v].textIn(p)
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
	if said, ok := s.listedThing(e, at, limit, m); ok {
		return said, true
	}
	behind := p.thingBehind(e, at, limit)
	if behind.empty() {
		return p.saidShortly(e, at, limit, m)
	}
	if one := p.tokens[behind.from].text; currency(e.Unit) && strings.HasPrefix(one, "一") { // 1.98元一斤
		return s.priced(m), true
	}
	words, of := p.said(behind), p.tokens[behind.from-1].class == de
	if e.Kind == figure.Duration && of && at.i > at.left && p.tokens[at.i-1].text == "为期" {
		return meaning{words, ""}, true // 为期5天的|成长营
	}
	if e.Kind == figure.Duration && words == "时间" { // 停滞了数周|时间
		return m, false
	}
	switch said := p.saidBehind(behind.to-1, limit); {
	case e.Kind != figure.Share && of && levels[p.tokens[behind.to-1].text]: // 3619.49点的|历史新高
		return meaning{m.entity, words}, true
	case of && changeNouns[words] && s.metric != "": // 0.29美元的|涨幅
		return meaning{s.owner, s.metric}, true
	case levels[words]: // 突破万吨|大关
		return m, false
	case worths[m.metric]:
		return meaning{"", words}, true // 捐赠价值20万元的|物资
	case e.Kind == figure.Share && of && stakes[p.tokens[behind.from].text]:
		return s.stake(at, words), true
	case e.Kind == figure.Share && of && !p.metricHead(behind) && said != "":
		if of := p.endingAt(at.left, at.i-2); at.i-2 >= at.left && p.tokens[at.i-1].text == "中" && !of.empty() {
			words = p.said(of) // 投票者中47%的人
		}
		return meaning{words, said}, true // 90%的消费者希望……
	case e.Kind == figure.Amount && metricLike(p.tokens[behind.from].text) && m.metric == "":
		return meaning{m.entity, p.tokens[behind.from].textIn(p)}, true // 120Hz刷新率
	case e.Kind == figure.Amount && of && m.metric != "" && abilities[p.tokens[behind.to-1].text]:
		return m, false // 汽油110万吨/年的|管道输送能力
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

// saidShortly is what stands behind a measure that no noun follows: how long what lasted, and what
// a sum is for.
func (p *passage) saidShortly(e *Entry, at place, limit int, m meaning) (meaning, bool) {
	if e.Kind == figure.Duration && at.i+2 < limit && p.tokens[at.i+1].class == de && passing[p.tokens[max(at.left, p.skipJoints(at.left, at.i-1))].text] {
		return meaning{m.entity, p.said(p.clipped(phrase{at.i + 2, limit}))}, true // 两个月的|休战
	}
	switch given := p.given(at.i, limit); {
	case currency(e.Unit) && given != "":
		return meaning{m.entity, given}, true
	case at.i+1 < limit && sizes[p.tokens[at.i+1].text]: // 1千克重
		return meaning{m.entity, p.tokens[at.i+1].text}, true
	}
	return m, false
}

// thingBehind is the phrase behind a measure: 20万元的|扶持资金.
func (p *passage) thingBehind(e *Entry, at place, limit int) phrase {
	behind := p.after(at.i, limit)
	if e.Kind == figure.Amount && behind.to-behind.from == 1 && p.tokens[behind.from].text == "处" {
		behind.to = behind.from // 西北15公里|处
	}
	if behind.empty() && currency(e.Unit) && behind.from < limit && p.tokens[behind.from-1].class == de {
		behind = p.counts(at.i, limit, true)
	}
	return behind
}

// abilities are what amounts of something a year are of, which is said before them.
var abilities = set(`能力 生产能力 产能 规模`)

// levels are what a measure comes to, and nothing that has it.
var levels = set(`大关 关口 新高 新低 高位 低位 高点 低点 纪录 记录`)

// worths stand before what the things behind are worth.
var worths = set(`价值 总价值 货值`)

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
	if ph.from > at.left && benefiting[p.tokens[ph.from-1].text] {
		ph = phrase{} // 我国为全球|贡献1/4
	}
	owner, rest := s.named(ph)
	if owner == "" && !ph.empty() && ph.from == p.pastAdverbials(at.clause) && !p.metricHead(ph) {
		owner = rest
	}
	if rest != "" && metricLike(hanzi.Fold(rest)) { // 股价|收报86.75元
		return first(entity, owner), rest
	}
	return first(entity, owner), p.tokens[v].text
}

// benefiting prepositions stand before whom something is done for.
var benefiting = set(`为 给 向 替 对 为了`)

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
