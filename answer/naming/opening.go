package naming

import (
	"slices"
	"strings"

	"youju/answer/pattern"
	"youju/answer/wording"
	"youju/hanzi"
	"youju/retrieval"
)

// opening is what a question begins with that has or suffers something, and ofYear what it
// begins with before a year.
var (
	opening = pattern.Compile(`^(\p{Han}{3,5}?)[的被]`)
	ofYear  = pattern.Compile(`^(\p{Han}{3,8})(?:19|20)\d\d年`)
)

// Opening is the name that a question, folded, begins with, where the dictionary knows it by
// parts only: 拉卡拉 of 拉卡拉被罚款多少; "" for none.
func Opening(snapshot *retrieval.Snapshot, asked string) string {
	if m := ofYear.FindStringSubmatch(asked); m != nil {
		return m[1]
	}
	m := opening.FindStringSubmatch(asked)
	if m == nil {
		return ""
	}
	end, cut := len([]rune(m[1])), false
	for _, w := range snapshot.Words(asked) {
		switch {
		case w.Start >= end:
			if cut {
				return m[1]
			}
			return ""
		case w.End > end || w.End-w.Start > 1 && !strings.HasPrefix(w.Speech, "nr") && w.Speech != "x":
			return ""
		}
		cut = cut || w.End-w.Start == 1
	}
	return ""
}

// LackedOf is the share of the strangest of some names that a folded text does not say, by
// characters that stand in it beside none of their neighbours: 0 where it says all.
func LackedOf(strange []string, text string) float64 {
	most := 0.0
	for _, name := range strange {
		if strings.Contains(text, name) || latin.MatchString(name) && strings.Contains(spaced.Replace(text), spaced.Replace(name)) { // F150 of F-150
			continue
		}
		if lacks := uncovered([]rune(name), text); lacks > most && !ShortOf(name, text) {
			most = lacks
		}
	}
	return most
}

// ShortOf says that a name of three or four characters is short for one of a text, which has them in order with
// little between them: 阿冠杯 of 阿拉伯冠军杯.
func ShortOf(name, text string) bool {
	runes := []rune(name)
	if len(runes) < shortestShort || len(runes) > longestShort {
		return false
	}
	for _, rest := range strings.Split(text, string(runes[:1]))[1:] {
		if inOrder(runes[1:], []rune(rest)) {
			return true
		}
	}
	return false
}

const (
	shortestShort = 3
	longestShort  = 4
	mostBetween   = 2 // characters between two of a short name in the long one
)

// inOrder says that a text begins with some characters, but for a few Chinese ones before each, of which there is at
// least one: 张家口 is not short for what is in 张家港口岸.
func inOrder(name, text []rune) bool {
	for _, c := range name {
		at := slices.Index(text[:min(len(text), mostBetween+1)], c)
		if at < 1 || slices.ContainsFunc(text[:at], func(between rune) bool { return !hanzi.IsHan(between) }) {
			return false
		}
		text = text[at+1:]
	}
	return true
}

// uncovered is the share of a name's characters of which a text holds no pair with a neighbour:
// none of 木子世乒, of 木子 and 世乒.
func uncovered(name []rune, text string) float64 {
	left := 0.0
	held := false // the pair that ends in the character before
	for i := range name {
		next := i+1 < len(name) && strings.Contains(text, string(name[i:i+2]))
		left += wording.AllOrNothing(!held && !next)
		held = next
	}
	return left / float64(len(name))
}

// LacksAllOf says that a text holds nothing of a name; "" is none.
func LacksAllOf(name, text string) bool {
	return name != "" && LackedOf([]string{name}, text) == 1
}
