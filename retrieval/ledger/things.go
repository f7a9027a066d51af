package ledger

import "youju/figure"

// countedThing is the noun behind a figure that it counts; limit is the token of the next figure.
func (s *state) countedThing(e *Entry, at place, limit int) phrase {
	p := s.p
	behind := p.counts(at.i, limit, !selfCounted[e.Unit])
	if next := at.i + 1; next == limit && limit < at.to && p.tokens[limit].start == p.tokens[at.i].end && (e.Kind == figure.Ordinal || next+1 < at.to && p.tokens[next+1].class == de) {
		inner := at
		inner.i = next
		behind = p.counts(next, s.nextFigure(inner), true) // 28支|995人|的队伍
	}
	if !behind.empty() && limit < at.to && behind.to == limit && p.metricHead(behind) { // 两块|总面积185亩|地块
		inner := at
		inner.i = limit
		if thing := p.counts(limit, s.nextFigure(inner), true); !thing.empty() && !p.metricHead(thing) {
			behind = thing
		}
	}
	if !behind.empty() && levels[p.said(behind)] { // 突破万亿|大关
		behind = phrase{behind.from, behind.from}
	}
	if k := p.skipJoints(behind.from, limit-1); !behind.empty() && limit < at.to && k == behind.to-1 && p.metricHead(behind) && p.figures[p.tokens[limit].figure].Kind == figure.Amount {
		behind = p.unmeasured(behind) // 9个重点产业项目|总投资137亿元
	}
	return behind
}

// endsCounted says that a phrase ends with a noun for those that it counts, and is no body.
func (p *passage) endsCounted(ph phrase) bool {
	if ph.to-ph.from < 2 {
		return false
	}
	last := p.tokens[ph.to-1]
	return last.class == noun && (!bodyLike(last.text) || generic[last.text])
}

// unmeasured is a phrase without what is measured of it at its end; the whole where nothing
// else is left.
func (p *passage) unmeasured(ph phrase) phrase {
	to := ph.to
	for to > ph.from && (metricLike(p.tokens[to-1].text) || p.tokens[to-1].class == modifier) {
		to--
	}
	if to == ph.from {
		return ph
	}
	return phrase{ph.from, to}
}

// listedThing is what stands behind a row of figures, a size or a share, where it is told
// from its own words.
func (s *state) listedThing(e *Entry, at place, limit int, m meaning) (meaning, bool) {
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
	if counted := p.counts(at.i, limit, true); e.Kind == figure.Share && at.i+1 < limit && p.tokens[at.i+1].class == de && !counted.empty() && p.metricHead(counted) && m.metric == "" {
		entity, _ := s.done(at, limit, m.entity)
		return meaning{entity, p.said(counted)}, true // 贡献约1/4的|新增绿化面积
	}
	return m, false
}
