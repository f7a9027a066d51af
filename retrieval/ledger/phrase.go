package ledger

import (
	"strings"

	"youju/figure"
)

// phrase is a noun phrase: tokens [from,to); empty where from == to.
type phrase struct{ from, to int }

func (ph phrase) empty() bool { return ph.from >= ph.to }

// skipJoints steps left over what stands between a noun and its figure; it
// returns the token on which it stops, floor-1 where there is none.
func (p *passage) skipJoints(floor, i int) int {
	for i >= floor && p.skippable(i) {
		i--
	}
	return i
}

func (p *passage) skippable(i int) bool {
	t, next := p.tokens[i], token{} // the last token of a passage has none behind it
	if i+1 < len(p.tokens) {
		next = p.tokens[i+1]
	}
	each := i > 0 && p.tokens[i-1].text == "每" && t.class == noun || strings.HasPrefix(t.text, "每") && next.class == number // 每克239.88元
	reached := changes(t.text) && (next.text == "至" || next.text == "到")                                                    // 水位上涨至10米
	return reached || joints[t.text] || t.class == adverb || t.class == particle || t.class == moment || each
}

// before is the noun phrase that ends right before token i, joints skipped.
func (p *passage) before(floor, i int) phrase {
	return p.endingAt(floor, p.skipJoints(floor, i-1))
}

// maxRelative bounds a noun phrase with a relative clause, in runes.
const maxRelative = 26

// endingAt is the noun phrase whose last token is at.
func (p *passage) endingAt(floor, at int) phrase {
	k, relative := at, false
	for k >= floor {
		if relative && p.tokens[at].end-p.tokens[k].start > maxRelative {
			break
		}
		if p.tokens[k].class == pronoun {
			k--
			break
		}
		next, ok := p.extends(floor, k, at, &relative)
		if !ok {
			break
		}
		k = next
	}
	return p.trim(phrase{k + 1, at + 1})
}

// extends says whether token k belongs to the phrase that ends with token at, and
// which token to look at next.
func (p *passage) extends(floor, k, at int, relative *bool) (int, bool) {
	t := p.tokens[k]
	inner := k < at && k > floor
	switch t.class {
	case noun, name, modifier:
		return k - 1, true
	case verb, adverb, preposition, conjunction:
		joins := inner && and[t.text] && p.nominal(k-1) && p.nominal(k+1)
		return k - 1, joins || p.compounds(k, at, floor) || p.underDe(k, at, floor) || *relative && t.text != "在" && t.class != conjunction || p.brokenWord(k, at)
	case number: // 产业园|一期|项目
		return k - 1, inner && p.figures[t.figure].Kind == figure.Ordinal && p.tokens[k-1].end == t.start && t.end == p.tokens[k+1].start
	case locative:
		return k - 1, inner && bound[t.text]
	case de:
		if !inner || !p.modifies(k-1) {
			return k, false
		}
		*relative = *relative || p.tokens[k-1].class == verb || k-2 >= floor && (p.tokens[k-1].class == noun && p.tokens[k-2].class == verb && generic[p.tokens[at].text] || p.tokens[k-2].text == "为")
		return k - 1, true
	case mark:
		if start, ok := p.bracketed(floor, k); ok {
			return start - 1, true
		}
		return k - 1, inner && links[t.text] && p.nominal(k-1)
	}
	return k, false
}

// bound are locatives that belong to a noun: 规模以上.
var bound = set(`以上 以下 以内 以外`)

var and = set(`和 及 以及 与 、 暨`)

// links are marks inside of a noun phrase.
var links = set(`、 · - — / &`)

// compounds says that the verb at k is a part of what is measured: 房屋建筑|竣工|面积,
// 去年|营业|收入. Behind a name it is what the name does.
func (p *passage) compounds(k, at, floor int) bool {
	t := p.tokens[k]
	if _, known := own[t.text]; known || joined[t.text] == verb || t.class != verb || k != at-1 || t.single() || joints[t.text] || changes(t.text) || !metricLike(p.tokens[at].text) {
		return false
	}
	return k == floor || p.tokens[k-1].class == noun && p.tokens[k-1].end == t.start || p.tokens[k-1].class == moment || p.tokens[k-1].class == de
}

// underDe says that the verb at k stands between 的 and the noun at the end of a
// phrase: 具有资质等级的施工总|承包|企业.
func (p *passage) underDe(k, at, floor int) bool {
	if k >= at || joints[p.tokens[k].text] || changes(p.tokens[k].text) {
		return false
	}
	for i := k - 1; i > floor && p.tokens[at].end-p.tokens[i].start <= maxRelative; i-- {
		switch t := p.tokens[i]; {
		case t.class == de:
			return k-i > 1
		case t.class == noun, t.class == modifier, t.class == verb && !joints[t.text], and[t.text]:
		default:
			return false
		}
	}
	return false
}

// brokenWord says that the verb at k and the single character behind it are a
// word that the dictionary does not know: 降|费.
func (p *passage) brokenWord(k, at int) bool {
	if k >= at {
		return false
	}
	t, next := p.tokens[k], p.tokens[k+1]
	return t.class == verb && next.class == noun && t.end-t.start == 1 && next.end-next.start == 1 && t.end == next.start && !joints[t.text]
}

func (p *passage) nominal(i int) bool {
	if i < 0 || i >= len(p.tokens) {
		return false
	}
	switch p.tokens[i].class {
	case noun, name, modifier:
		return true
	}
	return closing[p.tokens[i].text] != "" || opening[p.tokens[i].text]
}

// modifies says that the token may stand before 的.
func (p *passage) modifies(i int) bool {
	switch p.tokens[i].class {
	case noun, name, modifier, verb, pronoun, locative:
		return true
	}
	return closing[p.tokens[i].text] != ""
}

var closing = map[string]string{"”": "“", "》": "《", "」": "「", "』": "『", ")": "(", "’": "‘", "\"": "\""}

var opening = set("“ 《 「 『 ( ‘ \"")

// bracketed finds the token that opens what token i closes.
func (p *passage) bracketed(floor, i int) (int, bool) {
	open, ok := closing[p.tokens[i].text]
	if !ok {
		return 0, false
	}
	for k := i - 1; k >= floor; k-- {
		if p.tokens[k].text == open {
			return k, true
		}
		if open == "(" && p.tokens[k].class == number {
			break // 江苏（12.3万亿元）: the remark has a figure of its own
		}
	}
	return 0, false
}

// trim drops what a phrase cannot begin or end with.
func (p *passage) trim(ph phrase) phrase {
	for ph.from < ph.to && p.loose(ph.from) && !opening[p.tokens[ph.from].text] {
		ph.from++
	}
	for ph.from < ph.to && (p.loose(ph.to-1) || against[p.tokens[ph.to-1].text]) && closing[p.tokens[ph.to-1].text] == "" {
		ph.to--
	}
	return ph
}

// against say what a change is measured by, and are no part of what changed.
var against = set(`同比 环比`)

func (p *passage) loose(i int) bool {
	switch p.tokens[i].class {
	case de, conjunction, preposition, mark, particle, locative:
		return true
	}
	return false
}

// maxPredicate bounds what is added to a generic noun, in runes.
const maxPredicate = 16

// clipped cuts a phrase at maxPredicate.
func (p *passage) clipped(ph phrase) phrase {
	to := ph.from + 1
	for to < ph.to && p.tokens[to].end-p.tokens[ph.from].start <= maxPredicate {
		to++
	}
	return p.trim(phrase{ph.from, to})
}
