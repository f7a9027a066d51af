package weigh

import "youju/answer/wording"

// ShortestMetric is how many runes a metric, or a name, has at least that tells anything.
const ShortestMetric = 2

// MeasuresSame says that two metrics are one, or share a word.
func MeasuresSame(x, y string) bool {
	x, y = wording.LongForm(x), wording.LongForm(y)
	return x == y && x != "" || wording.Shared(wording.Bigrams(x), y) > 0
}

// withoutGeneric is a thing's name less what ends it so; all of it where nothing else
// is left.
func withoutGeneric(thing string) string {
	runes := []rune(thing)
	for n := len(runes) - 2; n >= 2 && wording.IsGeneric(string(runes[n:])); n -= 2 {
		runes = runes[:n]
	}
	return string(runes)
}
