package ledger

import "strings"

// subjectOf is the subject that a clause names, in its fullest form; "" where
// the one before goes on.
func (s *state) subjectOf(c clause) string {
	p := s.p
	i := s.pastAdverbials(c)
	ph := p.startingAt(i, c.to)
	if ph.empty() || ph.to < c.to && !p.predicate(ph.to) {
		return ""
	}
	entity, _ := s.split(ph)
	if entity == "" && !s.measures(ph) && p.strong(ph) {
		entity = p.text(p.span(ph.from, ph.to))
	}
	if entity == "" {
		return ""
	}
	s.remember(entity)
	return entity
}

// predicate says that a verb or what goes before one stands at token i.
func (p *passage) predicate(i int) bool {
	t := p.tokens[i]
	switch t.class {
	case verb, adverb, preposition, number, moment, mark, particle:
		return true
	}
	return joints[t.text]
}

// strong says that a phrase names somebody or something: it holds a name, or
// ends like one.
func (p *passage) strong(ph phrase) bool {
	for k := ph.from; k < ph.to; k++ {
		if p.tokens[k].class == name || opening[p.tokens[k].text] {
			return true
		}
	}
	return ph.to-ph.from > 1 && bodyLike(p.tokens[ph.to-1].text)
}

// measures says that the head of a phrase is what is measured, not whose it is.
func (s *state) measures(ph phrase) bool { return metricLike(s.p.tokens[ph.to-1].text) }

// pastAdverbials steps over what may stand before a subject: 其中, 2020年,
// 目前, 在……方面.
func (s *state) pastAdverbials(c clause) int {
	p := s.p
	i := c.from
	for i < c.to {
		t := p.tokens[i]
		switch {
		case t.class == conjunction || t.class == adverb || t.class == moment || t.class == particle || t.class == locative:
			i++
		case t.class == mark && !opening[t.text]:
			i++
		case t.class == number && t.figure >= 0 && p.figures[t.figure].Kind == "date":
			i++
		case t.class == preposition:
			next := p.prepositional(i, c.to)
			if next == i {
				return i
			}
			i = next
		default:
			return i
		}
	}
	return i
}

// prepositional steps over 在……中, 据……, 对于……; it ends behind a locative or
// stands still where none closes it.
func (p *passage) prepositional(i, limit int) int {
	for k := i + 1; k < limit; k++ {
		if t := p.tokens[k]; t.class == locative || t.text == "方面" || t.text == "来看" || t.text == "来说" || t.text == "显示" || t.text == "介绍" {
			return k + 1
		}
	}
	return i
}

// startingAt is the noun phrase that begins at token i.
func (p *passage) startingAt(i, limit int) phrase {
	if i < limit && p.tokens[i].class == pronoun {
		ph := p.after(i, limit)
		if ph.from == i+1 {
			return phrase{i, max(ph.to, i+1)}
		}
		return phrase{i, i + 1}
	}
	return p.after(i-1, limit)
}

// split parts a noun phrase into whose figure it is and what is measured.
func (s *state) split(ph phrase) (entity string, metric phrase) {
	p := s.p
	if ph.empty() {
		return "", ph
	}
	if t := p.tokens[ph.from]; t.class == pronoun {
		return s.pronoun(ph)
	}
	cut := ph.from
	named := false
	for k := ph.from; k < ph.to; k++ {
		t := p.tokens[k]
		if t.class == verb {
			break
		}
		named = named || t.class == name || closing[t.text] != ""
		if named && (t.class == name || bodyLike(t.text) || closing[t.text] != "") && !metricLike(t.text) {
			cut = k + 1
		}
		if named && t.class == de && k+1 < ph.to && metricLike(p.tokens[ph.to-1].text) {
			cut = k
		}
	}
	if cut == ph.from {
		return "", ph
	}
	rest := phrase{cut, ph.to}
	for !rest.empty() && p.loose(rest.from) && !opening[p.tokens[rest.from].text] {
		rest.from++
	}
	return p.text(p.span(ph.from, cut)), rest
}

// pronoun resolves 该区, 该公司, 其, 他 at the head of a phrase.
func (s *state) pronoun(ph phrase) (string, phrase) {
	p := s.p
	word := p.tokens[ph.from].text
	rest := phrase{ph.from + 1, ph.to}
	tail := strings.TrimPrefix(strings.TrimPrefix(word, "该"), "全")
	if (word == "该" || word == "本" || word == "此" || word == "这") && !rest.empty() {
		tail = p.tokens[rest.from].text
		rest.from++
	}
	for !rest.empty() && p.loose(rest.from) && !opening[p.tokens[rest.from].text] {
		rest.from++
	}
	switch word {
	case "他", "她", "他们", "她们":
		return first(last(s.people), s.subject), rest
	case "全国", "我国":
		return word, rest
	}
	if tail != "" && tail != word {
		for i := len(s.bodies) - 1; i >= 0; i-- {
			if strings.HasSuffix(s.bodies[i], tail) {
				return s.bodies[i], rest
			}
		}
	}
	return first(s.subject, s.title), rest
}

func last(list []string) string {
	if len(list) == 0 {
		return ""
	}
	return list[len(list)-1]
}

// remember keeps a full name for later pronouns.
func (s *state) remember(entity string) {
	if bodyLike(entity) {
		s.bodies = append(s.bodies, entity)
	} else if n := len([]rune(entity)); n <= 4 {
		s.people = append(s.people, entity)
	}
}
