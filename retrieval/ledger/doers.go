package ledger

import (
	"strings"

	"youju/figure"
	"youju/hanzi"
)

// doers are the bodies that were counted right before, where nobody else is named:
// 建筑业企业9214个，实现利润总额550.9亿元; "" for none.
func (s *state) doers(before *Entry, at place, m meaning) string {
	if before == nil || before.Kind != figure.Count || !bodyLike(hanzi.Fold(before.Metric)) || !metricLike(hanzi.Fold(m.metric)) {
		return ""
	}
	sentence := s.p.sentences[min(at.sentence, len(s.p.sentences)-1)]
	if before.Start < sentence.Start {
		return ""
	}
	return before.Metric
}

// sameCount gives a count that says nothing of what is counted what the last one
// with its unit did in the sentence: 118个湿地，其中上海市13个.
func (s *state) sameCount(e *Entry, at place, m meaning) meaning {
	if e.Kind != figure.Count || e.Unit == "" || selfCounted[e.Unit] {
		return m
	}
	whole := s.countedAs[e.Unit]
	if whole != "" && m.entity == "" && groups.ends(hanzi.Fold(m.metric)) && s.p.said(s.p.before(at.left, at.i)) == m.metric {
		return meaning{m.metric, whole} // 9个项目，其中创新经济领域6个
	}
	if whose, ok := strings.CutSuffix(m.metric, whole); ok && m.entity == "" && whole != "" && len([]rune(whose)) > 2 && s.p.said(s.p.before(at.left, at.i)) == m.metric {
		return meaning{whose, whole} // 全市队伍22支，其中各分指挥部队伍15支
	}
	if m.metric == "" || m.metric == e.Unit || s.p.verbal(at, m.metric) && s.countedAs[e.Unit] != "" {
		m.metric = first(s.countedAs[e.Unit], m.metric)
	} else if !s.p.verbal(at, m.metric) {
		s.countedAs[e.Unit] = m.metric
	}
	return m
}

// groups end what some of those that were counted belong to.
var groups = newEndings([]string{"领域", "方面", "板块", "地区", "片区", "赛道", "行业"})

// Words of a sentence: what is done to somebody who stands behind 对, and what is
// given to somebody who stands behind it.
var (
	punishing = set(`处以 作出 做出 处 罚 罚款 处罚 行政拘留 拘留 警告`)
	sentences = set(`判处 判决`)
	terms     = set(`有期徒刑 无期徒刑 拘役 罚金 罚款 徒刑 管制`)
	further   = set(`并处 罚金 缓刑 并处罚金 剥夺`)
)

// sentenced is who gets a punishment: 对其处以行政拘留10日, 判处张某有期徒刑三年,
// 并处罚金5万元; "" where none is meant.
func (s *state) sentenced(at place) string {
	p := s.p
	for k := at.i - 1; k >= at.from; k-- {
		switch t := p.tokens[k]; {
		case punishing[t.text]:
			if to := p.word("对", at.from, k); to >= 0 && k-to <= maxAdverbial {
				s.guilty = s.whom(phrase{to + 1, k})
				return s.guilty
			}
		case sentences[t.text]:
			end := k + 1
			for end < at.i && !terms[p.tokens[end].text] {
				end++
			}
			if end > k+1 && end < at.i {
				s.guilty = s.whom(phrase{k + 1, end})
				return s.guilty
			}
			if crime := p.word("犯", at.from, k); crime > at.from { // 以张某犯受贿罪判处有期徒刑三年
				s.guilty = s.whom(p.endingAt(at.from, crime-1))
				return s.guilty
			}
		case further[t.text]:
			return s.guilty
		}
	}
	return ""
}

// person is the last person named: one with a surname, if there is any.
func (s *state) person() string {
	for i := len(s.people) - 1; i >= 0; i-- {
		if name := []rune(hanzi.Fold(s.people[i])); strings.ContainsRune(Surnames, name[0]) || name[len(name)-1] == '某' {
			return s.people[i]
		}
	}
	return last(s.people)
}

// whom is a person of a phrase, in its fullest form; 其 is the last one named.
func (s *state) whom(ph phrase) string {
	p := s.p
	ph = p.trim(ph)
	if ph.empty() {
		return ""
	}
	if t := p.tokens[ph.from]; t.class == pronoun {
		return first(s.person(), s.subject, s.topic)
	}
	for k := ph.from + 1; k < ph.to; k++ {
		if c := p.tokens[k].class; c == adverb || c == preposition || c == verb && k+1 == ph.to {
			ph.to = k // 梁某文|依法|行政拘留
		}
	}
	return p.said(ph)
}
