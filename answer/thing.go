package answer

import "youju/answer/wording"

// withoutGeneric is a thing's name less what ends it so; all of it where nothing else
// is left.
func withoutGeneric(thing string) string {
	runes := []rune(thing)
	for n := len(runes) - 2; n >= 2 && wording.IsGeneric(string(runes[n:])); n -= 2 {
		runes = runes[:n]
	}
	return string(runes)
}
