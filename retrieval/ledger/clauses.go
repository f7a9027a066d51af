package ledger

import "youju/figure"

// findSubject takes over the subject that a clause names. The first of a sentence
// is what the article goes on about.
func (s *state) findSubject(c clause) {
	p := s.p
	if s.passing {
		s.clause, s.passing = s.subject, false
	}
	thing := s.thing
	s.thing, s.clauseAt = "", phrase{}
	own, named := s.subjectOf(c)
	if where := p.whereabouts(c); where != "" {
		s.clause, s.placed = where, true
		return
	}
	switch {
	case own == "":
		s.thing = thing
		if p.opensWithTime(c) {
			s.subject, s.clause = "", ""
		}
	case named && !p.adverbial(c):
		if s.group != p.group(c.sentence)+1 {
			s.group, s.topic = p.group(c.sentence)+1, own
		}
		s.subject, s.clause = own, own
	case s.placed && !named:
	default:
		counted := !s.clauseAt.empty() && p.tokens[s.clauseAt.from].class == number
		switch {
		case !counted:
			s.outer = ""
		case !s.counts: // 12名人员被推离，3名人员受伤: neither is the other's
			s.outer = s.clause
		}
		s.counts = counted
		s.clause, s.passing = own, p.tokens[c.to-1].class == de || subordinate[p.tokens[c.from].text] || c.from+1 < c.to && subordinate[p.tokens[c.from+1].text]
	}
	s.last = first(own, s.last)
	if named {
		s.lastNamed = own
	}
}

// subordinate words begin a clause whose subject is not the sentence's, as 的 ends one:
// 企业通过认定的，给予资金20万元.
var subordinate = set(`由于 因为 如果 虽然 尽管 随着 因 若 当 即使 既然`)

// adverbial says that a clause only says when or where: “效率提升工程”推进当中.
func (p *passage) adverbial(c clause) bool {
	return adverbialEnds[p.tokens[c.to-1].text]
}

var adverbialEnds = set(`当中 中 时 后 前 下 之后 之前 之际 期间 以来 来 以后 以前 同时 的话 方面 来看 来说 而言`)

// opensWithTime says that a clause begins anew with a time: 2020年的总投资为…….
func (p *passage) opensWithTime(c clause) bool {
	f := p.tokens[c.from].figure
	return f >= 0 && p.figures[f].Kind == figure.Date && c.from+1 < c.to && p.tokens[c.from+1].class == de
}
