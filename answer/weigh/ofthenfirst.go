package weigh

import (
	"slices"

	"youju/answer/asking"
	"youju/answer/evidence"
	"youju/answer/scales"
	"youju/figure"
)

// ofThenBy is how much better a sentence of another year may be.
const ofThenBy = 0.2

// OfThenFirst puts the best sentence first that says the year or the number of one in a row that a question for words
// names, where that of all says others only and is hardly better.
func OfThenFirst(r asking.Reading, sentences []evidence.Sentence, read bool) {
	if len(sentences) == 0 || r.Asks.Numeric() || otherThen(r, sentences[0]) == "" {
		return
	}
	for i, s := range sentences {
		if s.Score >= sentences[0].Score-ofThenBy && s.Support(read) >= scales.Bound && saysThen(r, s) {
			evidence.PutFirst(sentences, i)
			return
		}
	}
}

// saysThen says that a sentence names a year or the number of one in a row that the question names, and no stamp only.
func saysThen(r asking.Reading, s evidence.Sentence) bool {
	if otherThen(r, s) != "" {
		return false
	}
	if slices.ContainsFunc(figure.Find(s.String()), func(f figure.Figure) bool {
		return f.Kind == figure.Date && slices.Contains(r.Years, f.When.Year) && !stamped.MatchString(f.Text)
	}) {
		return true
	}
	_, said := numberSaid(r, s.String())
	return said
}
