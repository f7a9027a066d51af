package index

import (
	"slices"
	"strings"
	"sync"

	"github.com/mozillazg/go-pinyin"

	"youju/hanzi"
)

// romanizer finds names of a collection by their pinyin, to the letter: zhengzhou is
// 郑州, and not what only sounds like it. It is filled at its first use.
type romanizer struct {
	once  sync.Once
	words map[string][]string // places, people and other words of the dictionary
	pairs map[rune][]rune     // which characters follow one another
	sound map[rune][]string   // all readings of a character, without tones
}

const (
	shortestName = 2 // runes
	longestName  = 5
)

// Romanized is the name of the collection that is written so in pinyin, in small
// letters without spaces; "" for none. A place or a person that the dictionary knows
// comes first. With any, other words and names that it does not know are taken too:
// what is written with a capital letter is a name of something.
func (x *Index) Romanized(latin string, any bool) string {
	x.romanizer.once.Do(x.fillRomanizer)
	best, most := "", 0
	for _, word := range x.romanizer.words[latin] {
		n := x.frequency(word)
		if x.properNoun(word) {
			n += 1_000_000
		} else if !any {
			continue
		}
		if n > most {
			best, most = word, n
		}
	}
	if best != "" || !any {
		return best
	}
	return x.unknownName(latin)
}

func (x *Index) properNoun(word string) bool {
	words := x.tokens.Words([]rune(word))
	return len(words) == 1 && slices.Contains([]string{"ns", "nr", "nt", "nz", "nrt"}, words[0].Speech)
}

// unknownName chains characters that follow one another in a passage and read so
// together: 周成 and 成虎 for zhouchenghu.
func (x *Index) unknownName(latin string) string {
	best, most := "", 0
	var grow func(run []rune, rest string, in []posting)
	grow = func(run []rune, rest string, in []posting) {
		if rest == "" && len(run) >= shortestName {
			if n := len(in); n > most || n == most && string(run) < best {
				best, most = string(run), n
			}
			return
		}
		if len(run) == longestName {
			return
		}
		last := run[len(run)-1]
		for _, next := range x.romanizer.pairs[last] {
			for _, reading := range x.romanizer.sound[next] {
				after, fits := strings.CutPrefix(rest, reading)
				if !fits {
					continue
				}
				with := x.lexicon.find(string([]rune{last, next}))
				if len(run) > 1 {
					with = inBoth(in, with)
				}
				if len(with) > 0 {
					grow(append(slices.Clone(run), next), after, with)
				}
			}
		}
	}
	for first := range x.romanizer.pairs {
		for _, reading := range x.romanizer.sound[first] {
			if rest, fits := strings.CutPrefix(latin, reading); fits && rest != "" {
				grow([]rune{first}, rest, nil)
			}
		}
	}
	return best
}

// inBoth are the postings of a whose passages b has too; both are sorted by passage.
func inBoth(a, b []posting) []posting {
	var out []posting
	for _, p := range a {
		if _, has := slices.BinarySearchFunc(b, p, func(q, p posting) int { return int(q.passage - p.passage) }); has {
			out = append(out, p)
		}
	}
	return out
}

func (x *Index) fillRomanizer() {
	r := &x.romanizer
	r.words, r.pairs, r.sound = map[string][]string{}, map[rune][]rune{}, map[rune][]string{}
	for t := range x.lexicon.ends {
		runes := []rune(x.lexicon.term(t))
		if len(runes) < shortestName || len(runes) > longestName || !allHan(runes) {
			continue
		}
		for _, c := range runes {
			if _, known := r.sound[c]; !known {
				r.sound[c] = readings(c)
			}
		}
		if len(runes) == 2 {
			r.pairs[runes[0]] = append(r.pairs[runes[0]], runes[1])
		}
		if x.tokens.knows(runes) {
			for _, sound := range r.sounds(runes) {
				r.words[sound] = append(r.words[sound], string(runes))
			}
		}
	}
}

// sounds are the ways to read a word: 长沙 is changsha and zhangsha.
func (r *romanizer) sounds(word []rune) []string {
	all := []string{""}
	for _, c := range word {
		var longer []string
		for _, before := range all {
			for _, reading := range r.sound[c] {
				longer = append(longer, before+reading)
			}
		}
		all = longer
	}
	return all
}

func readings(c rune) []string {
	args := pinyin.NewArgs()
	args.Heteronym = true
	var out []string
	for _, reading := range pinyin.SinglePinyin(c, args) {
		if !slices.Contains(out, reading) {
			out = append(out, strings.ReplaceAll(reading, "ü", "v"))
		}
	}
	return out
}

func allHan(runes []rune) bool {
	return !slices.ContainsFunc(runes, func(r rune) bool { return !hanzi.IsHan(r) })
}
