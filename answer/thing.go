package answer

import (
	"strings"

	"youju/answer/asking"
	"youju/answer/wording"
	"youju/hanzi"
)

// withoutGeneric is a thing's name less what ends it so; all of it where nothing else
// is left.
func withoutGeneric(thing string) string {
	runes := []rune(thing)
	for n := len(runes) - 2; n >= 2 && wording.IsGeneric(string(runes[n:])); n -= 2 {
		runes = runes[:n]
	}
	return string(runes)
}

// unmeasured says that a question only names a measure and a sentence does not: 2015年煤炭产量.
func unmeasured(r asking.Reading, s sentence) bool {
	asked := hanzi.Fold(r.Raw)
	measure := asking.Incomes.FindString(asked)
	return r.Bare && measure != "" && !strings.Contains(wording.LongForm(hanzi.Fold(s.String())), wording.LongForm(measure))
}
