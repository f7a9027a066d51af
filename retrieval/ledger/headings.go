package ledger

// heads keeps what is measured of all that follows a colon: 各区平均降水量：; where the clause
// ends with 依次为 and the like, what follows it is counted too.
func (s *state) heads(c clause) {
	p := s.p
	if c.to >= len(p.tokens) || p.tokens[c.to].text != ":" {
		return
	}
	end := c.to - 1
	s.row = rowHeads[p.tokens[end].text]
	for s.row && end > c.from && !metricLike(p.tokens[end].text) {
		end--
	}
	if metricLike(p.tokens[end].text) && (s.row || len(p.listed(c.from, c.to)) == 0) {
		_, s.heading = s.named(p.endingAt(c.from, end))
	}
}

// rowHeads end what a row of names with their figures follows.
var rowHeads = set(`为 是 如下 依次 分别`)

// expect keeps what a clause without figures speaks of, where it is a measure: the
// next one may give the figure. 营业收入稳步增长，达到5亿元.
func (s *state) expect(c clause) {
	p := s.p
	if len(p.listed(c.from, c.to)) > 0 {
		return
	}
	s.expected = meaning{}
	if ph := p.startingAt(p.pastAdverbials(c), c.to); !ph.empty() && p.metricHead(ph) {
		s.expected.entity, s.expected.metric = s.named(ph)
	}
}
