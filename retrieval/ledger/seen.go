package ledger

import (
	"slices"
	"strings"
	"unicode/utf8"
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

// extendNames takes in what always stands before or behind a name.
func (p *passage) extendNames() {
	var count map[[2]string]int // of a name alone and with what stands beside it
	for i, t := range p.tokens {
		if t.class == name && t.figure < 0 && t.end-t.start <= maxSeen && sounding(t.text) {
			if count == nil {
				count = map[[2]string]int{}
			}
			count[[2]string{t.text}]++
			if p.mayBelong(i, i+1) {
				count[[2]string{t.text, p.tokens[i+1].text}]++
			}
			if p.mayBelong(i, i-1) {
				count[[2]string{p.tokens[i-1].text, t.text}]++
			}
		}
	}
	if count == nil {
		return
	}
	always := func(name, one, two string) bool {
		n := count[[2]string{one, two}]
		return n >= minSeen && n == count[[2]string{name}]
	}
	out := p.tokens[:0]
	for i := 0; i < len(p.tokens); i++ {
		t := p.tokens[i]
		if t.class == name && t.figure < 0 && count[[2]string{t.text}] >= minSeen {
			whole := t
			if last := len(out) - 1; p.mayBelong(i, i-1) && last >= 0 && out[last].end == t.start && always(t.text, out[last].text, t.text) {
				whole.start, whole.text = out[last].start, out[last].text+t.text // 特|朗普
				out = out[:last]
			}
			if p.mayBelong(i, i+1) && always(t.text, t.text, p.tokens[i+1].text) {
				whole.end, whole.text = p.tokens[i+1].end, whole.text+p.tokens[i+1].text
				i++
			}
			t = whole
		}
		out = append(out, t)
	}
	p.tokens = out
}

// mayBelong says that what stands at token k right beside the name at token i could be a
// part of it: a character that foreign names are written with.
func (p *passage) mayBelong(i, k int) bool {
	if k < 0 || k >= len(p.tokens) {
		return false
	}
	t, next := p.tokens[i], p.tokens[k]
	_, known := own[next.text]
	beside := k > i && next.start == t.end || k < i && next.end == t.start
	return beside && next.figure < 0 && next.single() && next.class != mark && !known && !joints[next.text] && sounding(next.text)
}

// Bounds of a name that is looked for, in runes.
const minLong, maxSeen = 3, 8

// known are the names of our own list, by their first characters: the dictionary cuts many.
var known = func() map[rune][]string {
	out := map[rune][]string{}
	for word, c := range own {
		if first, _ := utf8.DecodeRuneInString(word); c == name {
			out[first] = append(out[first], word)
		}
	}
	return out
}()

// longNames finds the names of the passage again where they are cut.
func (p *passage) longNames() {
	var longer map[rune][]string
	for _, t := range p.tokens {
		if n := t.end - t.start; t.class == name && t.figure < 0 && n >= minLong && n <= maxSeen && hanWord(t.text) {
			if longer == nil {
				longer = map[rune][]string{}
			}
			if first := p.folded[t.start]; !slices.Contains(longer[first], t.text) {
				longer[first] = append(longer[first], t.text)
			}
		}
	}
	out := p.tokens[:0] // a name takes two tokens at least, and leaves two at most
	for i := 0; i < len(p.tokens); {
		t := p.tokens[i]
		n, end := p.longest(i, longer[p.folded[t.start]], known[p.folded[t.start]])
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

// longest is over how many tokens from i on the longest of some names goes, and where it
// ends in runes; 0 where there is none longer than the token.
func (p *passage) longest(i int, lists ...[]string) (int, int) {
	n, end := 0, 0
	t := p.tokens[i]
	if t.figure >= 0 || t.class == mark {
		return 0, 0
	}
	for _, names := range lists {
		for _, text := range names {
			if len(text) > len(t.text) && strings.HasPrefix(text, t.text) {
				if k, at := p.spells(i, text); k > n {
					n, end = k, at
				}
			}
		}
	}
	return n, end
}

// spells is over how many tokens from i on a name goes, and where it ends in runes; the
// last token may go on.
func (p *passage) spells(i int, text string) (int, int) {
	end := p.tokens[i].start
	for _, r := range text {
		if end >= len(p.folded) || p.folded[end] != r {
			return 0, 0
		}
		end++
	}
	n := 1
	for p.tokens[i+n-1].end < end {
		if i+n >= len(p.tokens) || p.tokens[i+n].figure >= 0 {
			return 0, 0
		}
		n++
	}
	return n, end
}
