package ledger

import (
	"strings"

	"youju/figure"
)

// place is where a figure stands: token i of a clause; the words from token left
// on may belong to it, those before belong to another figure.
type place struct {
	clause
	left, i int
	listed  bool // only 、 or 和 parts it from the figure before
}

// measure fills in whose figure it is and what it measures; before is the entry
// of the figure before it in the paragraph, nil for none.
func (s *state) measure(e, before *Entry, at place, shared map[int]meaning) {
	switch e.Kind {
	case figure.Date, figure.Identifier, figure.Name:
		return
	}
	e.Period = s.periodAt(e, at)
	entity, metric := "", ""
	change, part := s.p.changeBefore(at), s.p.word("占", at.left, at.i)
	switch {
	case change >= 0 && e.Kind != figure.Rank && e.Kind != figure.Ordinal:
		e.Direction = s.p.direction(at.left, change)
		if e.Kind == figure.Share {
			e.Kind = figure.Change
		}
		entity, metric = s.changed(at.left, change)
	case part >= 0:
		entity, metric = s.share(at, part)
		if e.Kind == figure.Change {
			e.Kind = figure.Share
		}
	case e.Kind == figure.Rank:
		entity, metric = s.ranked(at)
	case e.Kind == figure.Count, e.Kind == figure.Ordinal:
		entity, metric = s.counted(e, at)
	default:
		entity, metric = s.measured(e, at)
	}
	if before != nil && (metric == "" || metric == e.Unit) && (at.listed && before.Kind == e.Kind || s.p.reaches(at)) {
		entity, metric = before.Entity, before.Metric
	}
	if s.p.refersBack(at) && s.said.metric != "" {
		entity, metric = s.said.entity, s.said.metric
	}
	if s.heading != "" && change < 0 && part < 0 && !metricLike(metric) && (e.Unit == "" || e.Kind == figure.Amount) {
		entity, metric = entity+metric, s.heading
	}
	if s.thing != "" && (metric == "" || abstract[metric] || metric == e.Unit || s.p.verbal(at, metric)) {
		metric = s.thing + strings.TrimPrefix(metric, e.Unit)
	}
	if owner, what := s.fromTo(at); what != "" {
		entity, metric = owner, what
	}
	if m, ok := shared[at.i]; ok {
		entity, metric = first(m.entity, entity), first(m.metric, metric)
	} else if open := s.p.bracketOf(at); open >= 0 && e.Kind != figure.Rank {
		if m, ok := s.remark(at, open, before); ok {
			entity, metric = m.entity, m.metric
		}
	}
	if countries[entity] && (e.Kind == figure.Rank || e.Kind == figure.Ordinal) {
		e.Scope, entity = entity, "" // 全国首批: where it is first, not whose it is
	}
	e.Entity = first(entity, s.clause, s.subject, s.goesOn())
	e.Metric = metric
	if metric != "" {
		s.said = meaning{e.Entity, metric}
	}
	if metric != "" && change < 0 && part < 0 {
		s.metric, s.owner = metric, e.Entity
	}
}

// reaches says that only 至 or 到 parts a figure from the change before it: 增加25%
// 至6.73亿元.
func (p *passage) reaches(at place) bool {
	k := at.left
	return k > at.from && k < at.i && (p.tokens[k].text == "至" || p.tokens[k].text == "到") && p.tokens[k-1].class == number && p.skipJoints(k, at.i-1) < k
}

// refersBack says that what is measured was said before: 该占比为92.6%.
func (p *passage) refersBack(at place) bool {
	ph := p.before(at.left, at.i)
	if ph.to-ph.from < 2 || p.tokens[ph.from].class != pronoun {
		return false
	}
	return referring[p.tokens[ph.to-1].text]
}

var referring = set(`占比 比例 比重 数字 数据 指标 数值 金额`)

// abstract nouns only say that something is counted.
var abstract = set(`数量 总量 总数 人数 规模 总额 金额 数 额`)

// verbal says that a metric is a verb before the figure: 新增.
func (p *passage) verbal(at place, metric string) bool {
	v := p.skipJoints(at.left, at.i-1)
	return v >= at.left && p.tokens[v].class == verb && p.tokens[v].text == metric
}

// word finds a word among the tokens [from,to), the last one; -1 for none.
func (p *passage) word(word string, from, to int) int {
	for k := to - 1; k >= from; k-- {
		if p.tokens[k].text == word {
			return k
		}
	}
	return -1
}

// said is a phrase as printed.
func (p *passage) said(ph phrase) string { return p.text(p.span(ph.from, ph.to)) }

// named splits a phrase and gives both parts as printed.
func (s *state) named(ph phrase) (string, string) {
	entity, rest := s.split(ph)
	if ph.from > 0 && !ph.empty() && oblique[s.p.tokens[ph.from-1].text] {
		entity = "" // 从世界银行贷款: it is not the bank that borrows
	}
	return entity, s.p.said(rest)
}

// oblique prepositions stand before what is not the owner of a figure.
var oblique = set(`从 向 由 以 被 把 将 与 同 跟 给 让 使 比 较 经 因 用`)

// counted: what is counted stands behind the figure (28家企业) or before it
// (引进项目154个); where neither does, in what is said: 112家进入公示名单.
func (s *state) counted(e *Entry, at place) (string, string) {
	p := s.p
	limit := s.nextFigure(at)
	behind := p.counts(at.i, limit, !selfCounted[e.Unit])
	entity, metric := s.named(p.before(at.left, at.i))
	switch {
	case places[e.Unit] && e.Kind == figure.Count:
		return entity + metric, e.Unit
	case !behind.empty() && at.i-2 >= at.left && p.owns(at.i-1, at.to):
		return first(s.owner1(at), entity), s.whatIsCounted(behind, limit)
	case !behind.empty():
		if k := p.holder(behind); k > 0 {
			return p.said(phrase{k + 1, behind.to}), p.said(phrase{behind.from, k})
		}
		if t := p.tokens[behind.from]; selfCounted[e.Unit] && behind.to > behind.from+1 && offices[lastRune(t.text)] && !t.single() {
			return t.textIn(p), p.said(phrase{behind.from + 1, behind.to}) // 50名|特勤局|探员
		}
		return entity, s.whatIsCounted(behind, limit)
	}
	if head := p.described(at.i, limit); !head.empty() && (e.Kind != figure.Ordinal || e.Unit != "") {
		return entity, p.said(head)
	}
	said := p.saidBehind(at.i, limit)
	if with := at.i - 1; with > at.left && selfCounted[e.Unit] && and[p.tokens[with].text] { // 社崘与数百人
		entity, metric = s.named(p.endingAt(at.left, with-1))
	}
	switch {
	case e.Kind == figure.Ordinal && e.Unit == "次":
		return entity, first(said, metric)
	case e.Kind == figure.Ordinal && entity == "": // 宪法第十四条
		return metric, ""
	case e.Kind == figure.Ordinal:
		return entity, metric
	case selfCounted[e.Unit] && said != "": // 造成7人死亡
		return first(entity, metric), said
	case metric != "":
		return entity, metric
	}
	v := p.skipJoints(at.left, at.i-1)
	switch {
	case v >= at.left && p.tokens[v].class == de:
		return "", p.relative(at, v)
	case v >= at.left && p.tokens[v].class == verb:
		owner, counted := s.named(p.before(at.left, v))
		return first(entity, owner), first(counted, p.tokens[v].text)
	}
	return entity, first(said, e.Unit)
}

// offices end the names of bodies that people belong to.
var offices = set(`局 部 厅 队 社 院 校 署 司 委`)

func lastRune(word string) string {
	r := []rune(word)
	return string(r[len(r)-1:])
}

func (t token) textIn(p *passage) string { return string(p.raw[t.start:t.end]) }

// owner1 is whose the things are that a figure behind 的 counts, or who acts in
// what is said of them: 特斯拉在美国获得的第一批专利.
func (s *state) owner1(at place) string {
	p := s.p
	ph := p.endingAt(at.left, at.i-2)
	if ph.empty() && p.tokens[at.i-2].class == verb {
		for k := at.i - 3; k >= at.left && p.tokens[k].class != mark && p.tokens[k].text != "是"; k-- {
			if p.tokens[k].class == name {
				ph = p.after(k-1, at.i-1)
			}
		}
	}
	if ph.empty() || p.tokens[ph.from].class == pronoun || !p.strong(ph) {
		return ""
	}
	return p.said(ph)
}

// holder is the token between what was won and who won it: 2枚游泳金牌|获得者|马佳;
// 0 for none.
func (p *passage) holder(ph phrase) int {
	for k := ph.from + 1; k < ph.to-1; k++ {
		if t := p.tokens[k].text; t == "获得者" || t == "得主" || t == "获奖者" {
			return k
		}
	}
	return 0
}

// described is the noun behind a figure with what is said of it before 的:
// 两辆|载满炸药的汽车, and the noun alone where that is long.
func (p *passage) described(i, limit int) phrase {
	k := i + 1
	if k >= limit || p.tokens[k].class != verb && p.tokens[k].class != adverb && p.tokens[k].class != preposition {
		return phrase{}
	}
	for k < limit && p.tokens[k].class != de && p.tokens[k].class != number {
		k++
	}
	if k >= limit || p.tokens[k].class != de {
		return phrase{}
	}
	head := p.counts(k-1, limit, true)
	if head.empty() || p.tokens[head.to-1].end-p.tokens[i+1].start > maxPredicate {
		return head
	}
	return phrase{i + 1, head.to}
}

// saidBehind is what is said right behind a figure: 112家|进入公示名单,
// 135天内|将减少; "" where no verb follows.
func (p *passage) saidBehind(i, limit int) string {
	k := i + 1
	for k < limit && (p.tokens[k].class == locative || p.tokens[k].class == modifier || p.skippable(k) && p.tokens[k].class != verb || p.tokens[k].text == "时间") {
		k++
	}
	if k >= limit || p.tokens[k].class != verb && p.tokens[k].text != "被" {
		return ""
	}
	return p.said(p.clipped(phrase{k, limit}))
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

// selfCounted are units that are themselves what is counted.
var selfCounted = set(`人 名 户 国 省 校 票 人次 分`)

// generic nouns say little without what is said of them: 28家企业入选苏南瞪羚企业.
var generic = set(`企业 项目 单位 人员 人 家庭 学生 公司 国家 地区 品种 产品 城市`)

// maxPredicate bounds what is added to a generic noun, in runes.
const maxPredicate = 16

// whatIsCounted is a noun, and where it is a generic one, what is said of it.
func (s *state) whatIsCounted(behind phrase, limit int) string {
	p := s.p
	if generic[p.said(behind)] && behind.to < limit && p.tokens[behind.to].class == verb {
		return p.said(p.clipped(phrase{behind.from, limit}))
	}
	return p.said(behind)
}

// clipped cuts a phrase at maxPredicate.
func (p *passage) clipped(ph phrase) phrase {
	to := ph.from + 1
	for to < ph.to && p.tokens[to].end-p.tokens[ph.from].start <= maxPredicate {
		to++
	}
	return p.trim(phrase{ph.from, to})
}

// nextFigure is the token of the next figure in the clause, or the clause's end.
func (s *state) nextFigure(at place) int {
	for k := s.p.pastRemark(at.i+1, at.to); k < at.to; k++ {
		if f := s.p.tokens[k].figure; f >= 0 && s.p.figures[f].Kind != figure.Identifier && s.p.figures[f].Kind != figure.Name {
			return k
		}
	}
	return at.to
}

// measured: an amount, a share, a duration. 利润总额615亿元; 20万元的扶持资金.
func (s *state) measured(e *Entry, at place) (string, string) {
	p := s.p
	limit := s.nextFigure(at)
	entity, metric := "", ""
	if e.Kind != figure.Duration || !during[p.tokens[max(at.i-1, 0)].text] {
		entity, metric = s.named(p.before(at.left, at.i))
	}
	behind := p.after(at.i, limit)
	if behind.empty() && currency(e.Unit) && behind.from < limit && p.tokens[behind.from-1].class == de {
		behind = p.counts(at.i, limit, true) // 20万元的|扶持资金
	}
	words := p.said(behind)
	if given := p.given(at.i, limit); behind.empty() && currency(e.Unit) && given != "" {
		return entity, given
	}
	switch {
	case behind.empty() && at.i+1 < limit && sizes[p.tokens[at.i+1].text]: // 1千克重
		return entity, p.tokens[at.i+1].text
	case behind.empty():
	case e.Kind == figure.Share && p.tokens[behind.from-1].class == de && !p.metricHead(behind) && p.saidBehind(behind.to-1, limit) != "":
		return words, p.saidBehind(behind.to-1, limit) // 90%的消费者希望……
	case e.Kind == figure.Amount && !currency(e.Unit):
		if !metricLike(metric) {
			metric = ""
		}
		return words, metric // 3米跳板
	case metric == "":
		return entity, words
	case entity == "" && p.tokens[behind.from-1].class == de:
		return words, metric
	}
	if m := p.skipJoints(at.left, at.i-1); metric != "" && m >= at.left && metricLike(p.tokens[m].text) {
		if whole := p.wholeSubject(at, m); whole != "" {
			return whole, p.tokens[m].text
		}
	}
	if metric != "" {
		return entity, metric
	}
	if e.Kind == figure.Duration && (during[p.tokens[max(at.i-1, 0)].text] || at.i+1 < len(p.tokens) && p.tokens[at.i+1].class == locative) {
		return s.happening(at)
	}
	v := p.skipJoints(at.left, at.i-1)
	if v >= at.left && p.tokens[v].class == verb {
		ph := p.before(at.left, v)
		owner, rest := s.named(ph)
		if owner == "" && !ph.empty() && ph.from == p.pastAdverbials(at.clause) && !p.metricHead(ph) {
			owner = rest
		}
		return first(entity, owner), p.tokens[v].text
	}
	return entity, p.saidBehind(at.i, limit)
}

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
		if taken := max(p.word("将", at.from, k), p.word("把", at.from, k)); taken >= 0 && p.tokens[k-1].end-p.tokens[taken].start <= maxRelative {
			return s.parted(phrase{taken + 1, k})
		}
		return s.named(p.before(at.from, k))
	}
	return "", ""
}

// ranked: 综合发展水平居全国第二, 名列第一的是….
func (s *state) ranked(at place) (string, string) {
	p := s.p
	for k := at.i - 1; k >= at.left; k-- {
		if rankVerbs[p.tokens[k].text] {
			return s.named(p.endingAt(at.left, p.beforeAdverbial(at.left, p.skipJoints(at.left, k-1))))
		}
	}
	if behind := p.counts(at.i, s.nextFigure(at), true); !behind.empty() {
		return "", p.said(behind)
	}
	return s.named(p.before(at.left, at.i))
}

var rankVerbs = set(`居 中居 位居 位列 列 排 排名 名列 跻身 排在 位于 占据 获 获得 夺得 稳居 高居 荣获 摘得 斩获 排行`)

// beforeAdverbial steps left over 在……中 that ends at token k.
func (p *passage) beforeAdverbial(floor, k int) int {
	for j := k; j >= floor; j-- {
		t := p.tokens[j]
		if t.class == preposition && t.text != "和" && t.text != "与" {
			return p.skipJoints(floor, j-1)
		}
		if t.class == verb || t.class == number {
			break
		}
	}
	return k
}

// share: 占郑州市39.14%, 在河南省所占比重为17.78%.
func (s *state) share(at place, part int) (string, string) {
	p := s.p
	to := at.i
	for k := at.i - 1; k > part; k-- { // of a list, up to its first figure
		if f := p.tokens[k].figure; f >= 0 && p.figures[f].Kind != figure.Date {
			to = k
		}
	}
	to = p.skipJoints(part+1, to-1) + 1
	if noun := p.said(phrase{part + 1, to}); noun == "比重" || noun == "比例" || noun == "份额" || noun == "比" {
		whole := p.endingAt(at.left, p.skipJoints(at.left, part-1))
		words := p.said(whole)
		entity, metric := s.named(p.endingAt(at.left, p.beforeAdverbial(at.left, whole.from-1)))
		return entity, first(metric, s.metric) + "占" + words + noun
	}
	entity, metric := s.named(p.before(at.left, part))
	if entity == "" && metric == "" {
		entity, metric = s.owner, s.metric
	}
	return entity, metric + p.said(p.trim(phrase{part, to}))
}
