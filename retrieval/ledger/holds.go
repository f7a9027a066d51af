package ledger

import (
	"strings"

	"youju/figure"
)

// periodAt is the period that holds for a figure: the last one before it in its
// clause, else the one that opens its sentence, else the last of the sentence, else,
// where such a figure goes on with the sentences before, what was set there.
func (s *state) periodAt(e *Entry, at place) Period {
	p := s.p
	start, from := p.tokens[at.i].start, p.tokens[at.from].start
	behind := s.periodBehind(e, at)
	group := p.group(at.sentence)
	var near, frame, any timed
	for _, q := range p.periods {
		if q.at.End > start || q.at.Start < p.sentences[group].Start || p.base(q) {
			continue
		}
		switch {
		case q.at.Start >= from && (q.Kind != Vague || near.Text == ""):
			near = q
		case momentary[q.Text] && !(q.at.End < from && p.folded[q.at.End] == ',' && q.at.End+2 >= from):
			continue // 年底，…… goes as far as the next clause
		case q.frame && q.at.Start < from && (q.Kind != Vague || frame.Text == ""):
			frame = q
		}
		any = q
	}
	switch {
	case near.Text != "":
		s.hold(near)
		s.happened(e, near)
		return near.Period
	case behind.Text != "":
		return behind.Period
	case e.Kind == figure.Ordinal || e.Kind == figure.Duration:
		return Period{}
	case frame.Text != "":
		s.hold(frame)
		return frame.Period
	case any.Text != "":
		s.hold(any)
		s.happened(e, any)
		return any.Period
	}
	return s.carried(e)
}

// periodBehind is the day or year between what a figure counts and what happened:
// 约700名示威群众|25日|参与.
func (s *state) periodBehind(e *Entry, at place) timed {
	p := s.p
	if e.Kind != figure.Count {
		return timed{}
	}
	for k := at.i + 1; k < at.to; k++ {
		for _, q := range p.periods {
			if q.at.Start == p.tokens[k].start && q.Kind != Vague && k+1 < at.to && p.tokens[k+1].class != de {
				return q
			}
		}
		if !p.nominal(k) {
			break
		}
	}
	return timed{}
}

// group is the first of the sentences that only semicolons part from sentence n.
func (p *passage) group(n int) int {
	n = min(n, len(p.sentences)-1)
	for n > 0 {
		if end := p.sentences[n-1].End; p.folded[end-1] != ';' {
			break
		}
		n--
	}
	return n
}

// hold keeps a period for the sentences that follow.
func (s *state) hold(q timed) {
	if q.frame && !momentary[q.Text] {
		s.period, s.incident = q.Period, Period{}
	}
}

// happened keeps the day of an incident: more of it may be told in its paragraph.
func (s *state) happened(e *Entry, q timed) {
	if q.From.Day != 0 && e.Kind == figure.Count && happen[e.Unit] {
		s.incident = q.Period
	}
}

// carried is the period of the sentences before, where it goes on: statistics go
// on with a year or a month, and with a day only those of amounts and changes, and
// of people and incidents.
func (s *state) carried(e *Entry) Period {
	if s.incident.Text != "" && e.Kind == figure.Count && happen[e.Unit] {
		return s.incident
	}
	switch q := s.period; {
	case q.Kind == Vague && q.From == (Day{}) && !lasting[q.Text], e.Kind == figure.Rank:
		return Period{}
	case e.Kind == figure.Count && q.From.Day != 0 && !happen[e.Unit] && !strings.ContainsAny(q.Text, "至到-—"):
		return Period{}
	default:
		return q
	}
}

// happen are units of what happens on a day rather than stands there.
var happen = set(`人 名 起 次 辆 架 枚 宗 人次 例 只`)

// base says that a period is only what is compared with: 比2019年增加5次.
func (p *passage) base(q timed) bool {
	if q.at.Start == 0 {
		return false
	}
	switch p.folded[q.at.Start-1] {
	case '比', '较':
		return true
	}
	return false
}
