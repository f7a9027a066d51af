package ledger

import (
	"strings"

	"youju/hanzi"
)

// maxPerson bounds the name of a person, in runes.
const maxPerson = 4

// remember keeps a full name, and the person that its phrase names, for later pronouns.
func (s *state) remember(entity string, ph phrase) {
	p := s.p
	if bodyLike(hanzi.Fold(entity)) {
		s.bodies = append(s.bodies, entity)
		return
	}
	for k := ph.to - 1; k >= ph.from; k-- {
		t := p.tokens[k]
		if t.class == name && t.figure < 0 && !t.place && t.end-t.start <= maxPerson && strings.Contains(entity, t.textIn(p)) {
			s.people = append(s.people, t.textIn(p)) // 现场观众|杜鑫
			return
		}
	}
	if len([]rune(entity)) <= maxPerson && !p.tokens[ph.from].place {
		s.people = append(s.people, entity)
	}
}

// relativeHead is the 的 before the name at the head of a clause that begins with what is said of
// it: 家住南京的|张女士, 上映两周的|《…》; 0 for none.
func (p *passage) relativeHead(i, limit int) int {
	if i+1 >= limit || !(p.tokens[i].class == verb && !joints[p.tokens[i].text] || p.tokens[i].text == "家" && p.tokens[i+1].text == "住") {
		return 0
	}
	for k := i + 1; k+1 < limit && k < i+maxReporting; k++ {
		switch t := p.tokens[k]; {
		case t.class == de:
			head := p.after(k, limit)
			if t := p.tokens[k+1]; !head.empty() && p.strong(head) && !t.place && (t.class == name || opening[t.text] || titles[p.tokens[head.to-1].text]) && p.acts(head.to, limit) {
				return k
			}
			return 0
		case t.class == mark && t.text != "、", t.class == adverb, t.class == moment, reporting[t.text]:
			return 0
		}
	}
	return 0
}
