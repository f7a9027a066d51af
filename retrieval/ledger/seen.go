package ledger

import (
	"slices"
	"strings"
)

// joinSeen puts names together by how the passage itself writes them: a name that is always
// followed by the same character ends with it (温盖|特), and a longer name that was
// found elsewhere is found again where the dictionary cuts it otherwise (布鲁|诺言).
func (p *passage) joinSeen() {
	p.extendNames()
	p.longNames()
}

// minSeen is how often a name and what follows it must stand together.
const minSeen = 2

// extendNames takes in what always follows a name.
func (p *passage) extendNames() {
	count := map[string]int{}
	for i, t := range p.tokens {
		if t.class == name && t.figure < 0 {
			count[t.text]++
			if next, ok := p.mayBelong(i); ok {
				count[t.text+next]++
			}
		}
	}
	out := p.tokens[:0]
	for i := 0; i < len(p.tokens); i++ {
		t := p.tokens[i]
		if t.class == name && t.figure < 0 {
			if next, ok := p.mayBelong(i); ok && count[t.text+next] >= minSeen && count[t.text+next] == count[t.text] {
				t.end, t.text = p.tokens[i+1].end, t.text+next
				i++
			}
		}
		out = append(out, t)
	}
	p.tokens = out
}

// mayBelong is what stands right behind the name at token i, if it could be a part of it:
// a character that foreign names are written with.
func (p *passage) mayBelong(i int) (string, bool) {
	if i+1 >= len(p.tokens) {
		return "", false
	}
	t, next := p.tokens[i], p.tokens[i+1]
	_, known := own[next.text]
	ok := next.figure < 0 && next.start == t.end && next.single() && !known && !joints[next.text] && sounding(next.text) && sounding(t.text) && len([]rune(t.text)) <= maxSeen
	return next.text, ok
}

// Bounds of a name that is looked for, in runes.
const minLong, maxSeen = 3, 8

// longNames finds the names of the passage again where they are cut.
func (p *passage) longNames() {
	longer := map[rune][]string{}
	for _, t := range p.tokens {
		if n := t.end - t.start; t.class == name && t.figure < 0 && n >= minLong && n <= maxSeen && hanWord(t.text) {
			first := p.folded[t.start]
			if !slices.Contains(longer[first], t.text) {
				longer[first] = append(longer[first], t.text)
			}
		}
	}
	if len(longer) == 0 {
		return
	}
	out := p.tokens[:0:0]
	for i := 0; i < len(p.tokens); {
		t := p.tokens[i]
		n, end := 0, 0
		if t.figure < 0 && t.class != mark {
			for _, text := range longer[p.folded[t.start]] {
				if len(text) > len(t.text) && strings.HasPrefix(text, t.text) {
					if k, at := p.spells(i, text); k > n {
						n, end = k, at
					}
				}
			}
		}
		if n == 0 {
			out = append(out, t)
			i++
			continue
		}
		last := p.tokens[i+n-1]
		out = append(out, token{start: t.start, end: end, text: string(p.folded[t.start:end]), class: name, figure: -1})
		if end < last.end {
			out = append(out, token{start: end, end: last.end, text: string(p.folded[end:last.end]), class: noun, figure: -1})
		}
		i += n
	}
	p.tokens = out
}

// spells is over how many tokens from i on a name goes, and where it ends in runes; the
// last token may go on.
func (p *passage) spells(i int, text string) (int, int) {
	start, length := p.tokens[i].start, len([]rune(text))
	if start+length > len(p.folded) || string(p.folded[start:start+length]) != text {
		return 0, 0
	}
	n := 1
	for p.tokens[i+n-1].end < start+length {
		if i+n >= len(p.tokens) || p.tokens[i+n].figure >= 0 {
			return 0, 0
		}
		n++
	}
	return n, start + length
}
