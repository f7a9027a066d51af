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
	if e.Kind == figure.Ordinal && e.Unit == "季度" {
		return // a time, as dates are
	}
	if e.Kind == figure.Duration && s.p.onlySpan(e, at) {
		return
	}
	if !timeless(e) {
		e.Period = s.periodAt(e, at)
	}
	change, part := s.p.changeBefore(at), s.p.word("占", at.left, at.i)
	if e.Kind == figure.Rank || e.Kind == figure.Ordinal || change >= 0 && e.Kind == figure.Amount && sizeUnits[e.Unit] && sizeWords[s.p.tokens[change].text] {
		change = -1 // 城门高5米 is no rise
	}
	level := change < 0 && part < 0
	m := s.referred(e, before, at, s.headed(e, s.reading(e, at, change, part), level))
	if owner, what := s.fromTo(at); what != "" {
		m = meaning{owner, what}
	}
	m = s.listed(e, before, at, shared, s.alsoMeasured(e, at, m))
	if open := s.p.bracketOf(at); open > at.from && before != nil && before.Kind == e.Kind && s.p.tokens[open-1].end == before.End {
		e.Period = before.Period // 5000美元（当前约35900元）
	}
	m = s.sameCount(e, at, m)
	if whom := s.sentenced(at); whom != "" {
		m.entity = whom
	}
	if e.Kind == figure.Ordinal && (nobodys[e.Unit] || e.Unit == "号" && m.metric != "" && m.entity == "") {
		e.Metric = m.metric
		return
	}
	if countries[m.entity] && (e.Kind == figure.Rank || e.Kind == figure.Ordinal) {
		e.Scope, m.entity = m.entity, "" // 全国首批: where it is first, not whose it is
	}
	if m.entity == "" {
		m.entity = s.among(e, at)
	}
	if m.entity == "" && s.clause == "" && s.p.tokens[at.from].text == "其中" && s.saidIn == s.p.group(at.sentence)+1 {
		m.entity = s.said.entity // of those that were just counted
	}
	whose := s.clause
	if whose == m.metric || at.i >= s.clauseAt.from && at.i < s.clauseAt.to || at.i-1 == s.clauseAt.to && at.i > 1 && and[s.p.tokens[at.i-1].text] && s.counts {
		whose = s.outer // 日文版出版17册: what is counted is not whose it is
	}
	if where := s.scene(e, at, m); where != "" {
		m.entity = where
	}
	e.Entity, e.Metric = first(m.entity, whose, s.subject, s.spoken), m.metric
	if (e.Kind != figure.Ordinal || m.metric != "" || s.entry || parts[e.Unit]) && !s.standsAlone(e, at) {
		e.Entity = first(e.Entity, s.goesOnFor(e, at), s.doers(before, at, m))
	}
	if e.Kind == figure.Count && places[e.Unit] && m.metric == e.Unit {
		e.Period = Period{} // 沪深两市 are two at all times
	}
	s.keep(e, at, m, level && !s.p.comparedWith(at))
}

// comparedWith says that something rose or fell from a figure, which says nothing of what
// rose: 较7月最低价18.78元|上涨超20%.
func (p *passage) comparedWith(at place) bool {
	if at.i+1 >= at.to || !changes(p.tokens[at.i+1].text) {
		return false
	}
	for k := at.i - 1; k >= max(at.from, at.i-maxCompared); k-- {
		if t := p.tokens[k].text; t == "较" || t == "比" {
			return true
		}
	}
	return false
}

// keep remembers what a figure said for those that follow.
func (s *state) keep(e *Entry, at place, m meaning, level bool) {
	if m.metric == "" {
		return
	}
	s.said, s.saidIn = meaning{e.Entity, m.metric}, s.p.group(at.sentence)+1
	if e.Kind == figure.Count && e.Value.IsPositive() {
		s.enumerated = m.metric
	}
	if e.Kind == figure.Share && shares.ends(m.metric) { // 占规上工业的比重为13.1%，提高0.3个百分点
		s.metric, s.owner, s.unit = m.metric, e.Entity, e.Unit
	}
	if level && e.Kind != figure.Duration && e.Kind != figure.Ordinal || e.Direction != "" && e.Kind == figure.Change {
		s.metric, s.owner, s.unit = m.metric, e.Entity, e.Unit
	}
}

// shares end what is said of a part of a whole.
var shares = newEndings([]string{"比重", "占比", "比例", "份额"})

// nobodys are units of ordinals that only number: 第五届, 第三局.
var nobodys = set(`届 局 节 车道`)

// reading is what the words around a figure say, by its kind and the word of
// change or of a share that it belongs to, -1 for none.
func (s *state) reading(e *Entry, at place, change, part int) meaning {
	var m meaning
	switch {
	case change >= 0:
		e.Direction = s.p.direction(at.left, change)
		if e.Kind == figure.Share {
			e.Kind = figure.Change
		}
		m.entity, m.metric = s.changed(at.left, change)
	case part >= 0:
		if e.Kind == figure.Change {
			e.Kind = figure.Share
		}
		m.entity, m.metric = s.share(at, part)
	case e.Kind == figure.Rank:
		m.entity, m.metric = s.ranked(at)
	case e.Kind == figure.Count, e.Kind == figure.Ordinal:
		m.entity, m.metric = s.counted(e, at)
	default:
		m.entity, m.metric = s.measured(e, at)
	}
	return m
}

// headed gives a figure what was said to be measured before a colon.
func (s *state) headed(e *Entry, m meaning, level bool) meaning {
	if level && s.heading != "" && !metricLike(m.metric) && (e.Unit == "" || e.Kind == figure.Amount || s.row && e.Kind == figure.Count) {
		return meaning{m.entity + strings.TrimSuffix(m.metric, e.Unit), s.heading}
	}
	return m
}

// listed lets a list of subjects, or a remark in brackets, decide.
func (s *state) listed(e, before *Entry, at place, shared map[int]meaning, m meaning) meaning {
	if of, ok := shared[at.i]; ok {
		return meaning{first(of.entity, m.entity), first(of.metric, m.metric)}
	}
	if open := s.p.bracketOf(at); open >= 0 && e.Kind != figure.Rank {
		if of, ok := s.remark(at, open, before); ok {
			return of
		}
	}
	return m
}

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
	if ph.from > 0 && asides[s.p.tokens[ph.from-1].text] && !s.p.strong(ph) {
		return "", ""
	}
	entity, rest := s.split(ph)
	if ph.from > 0 && !ph.empty() && oblique[s.p.tokens[ph.from-1].text] {
		entity = "" // 从世界银行贷款: it is not the bank that borrows
	}
	return entity, s.p.said(rest)
}

// asides are prepositions before what is neither owner nor measured: 根据道路特点分为7段.
var asides = set(`根据 按照 依据 围绕 针对`)

// oblique prepositions stand before what is not the owner of a figure.
var oblique = set(`通过 从 向 由 以 被 把 将 与 同 跟 给 让 使 比 较 经 因 用`)

// nextFigure is the token of the next figure in the clause, or the clause's end.
func (s *state) nextFigure(at place) int {
	for k := s.p.pastRemark(at.i+1, at.to); k < at.to; k++ {
		if f := s.p.tokens[k].figure; f >= 0 && s.p.figures[f].Kind != figure.Identifier && s.p.figures[f].Kind != figure.Name {
			return k
		}
	}
	return at.to
}
