package ledger

import (
	"strings"

	"youju/figure"
)

// referred fills in what the words around a figure leave to what was said before.
func (s *state) referred(e, before *Entry, at place, m meaning) meaning {
	if s.p.refersBack(at) && s.said.metric != "" {
		return s.said
	}
	if before != nil && e.Kind == figure.Ordinal && before.Kind == figure.Ordinal && lawParts[e.Unit] && lawParts[before.Unit] && s.p.onlyMarks(before.End, e.Start) {
		return meaning{before.Entity, before.Metric} // 第七十七条|第一款、第三项
	}
	if before != nil && before.End == e.Start && before.Kind == figure.Count && e.Kind == figure.Count && m.entity == "" && !places[e.Unit] {
		if behind := s.p.counts(at.i, s.nextFigure(at), false); !behind.empty() {
			return meaning{before.Entity, m.metric} // 28分|7个篮板
		}
		return meaning{before.Entity, before.Metric} // 鸟类55种|41574只
	}
	if before != nil && s.p.converts(at) {
		return meaning{before.Entity, before.Metric}
	}
	if before != nil && (m.metric == "" || m.metric == e.Unit) && (at.listed && before.Kind == e.Kind || s.p.reaches(at)) {
		return meaning{before.Entity, before.Metric}
	}
	if m.metric == "" && s.metric != "" && currency(e.Unit) && s.p.skipJoints(at.from, at.i-1) < at.from {
		return meaning{first(m.entity, s.owner), s.metric} // 营收下降8%，远低于900亿美元
	}
	if s.expected.metric != "" && (m.metric == "" || m.metric == e.Unit) && s.p.skipJoints(at.from, at.i-1) < at.from {
		return meaning{first(m.entity, s.expected.entity), s.expected.metric}
	}
	if s.thing != "" && (m.metric == "" || abstract[m.metric] || m.metric == e.Unit || s.p.verbal(at, m.metric)) {
		m.metric = s.thing + strings.TrimPrefix(m.metric, e.Unit)
	}
	return m
}

// lawParts number the parts of a law.
var lawParts = set(`条 款 项 目`)

// onlyMarks says that nothing but marks stands in [from,to), runes.
func (p *passage) onlyMarks(from, to int) bool {
	for i := from; i < to; i++ {
		if r := p.folded[i]; r != '、' && r != ',' && r != '和' && r != '及' && r != ' ' {
			return false
		}
	}
	return true
}

// reaches says that only 至 or 到 parts a figure from the change before it: 增加25%
// 至6.73亿元.
func (p *passage) reaches(at place) bool {
	k := at.left
	return k > at.from && k < at.i && (p.tokens[k].text == "至" || p.tokens[k].text == "到") && p.tokens[k-1].class == number && p.skipJoints(k, at.i-1) < k
}

// converting words say that a figure is the one before it in another unit.
var converting = set(`折合 约合 合 相当于`)

// converts says that nothing but such a word parts a figure from the one before it: 8000亿美元，折合
// 人民币5.2万亿元.
func (p *passage) converts(at place) bool {
	found := false
	for k := at.i - 1; k >= 0 && p.tokens[k].class != number; k-- {
		t := p.tokens[k]
		found = found || converting[t.text]
		if !converting[t.text] && !p.skippable(k) && t.text != "," && t.text != "(" {
			return false
		}
	}
	return found
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
