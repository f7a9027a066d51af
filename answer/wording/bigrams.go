package wording

import "youju/hanzi"

// Bigrams are the pairs of characters, folded, that stand side by side in a text.
func Bigrams(text string) map[string]bool {
	runes := hanzi.FoldRunes([]rune(text))
	set := map[string]bool{}
	for i := 0; i+1 < len(runes); i++ {
		set[string(runes[i:i+2])] = true
	}
	return set
}

// Shared is how many of some bigrams a text holds.
func Shared(asked map[string]bool, text string) int {
	n := 0
	for gram := range Bigrams(text) {
		if asked[gram] {
			n++
		}
	}
	return n
}

// MostlyIn says that a text holds a thing with other words in its midst: 广东省私营建筑 in
// 广东省过万家私营建筑公司.
func MostlyIn(text, thing string) bool {
	pairs := Bigrams(thing)
	return 5*Shared(pairs, text) > 3*len(pairs)
}
