package weigh

import (
	"slices"

	"youju/answer/asking"
	"youju/answer/evidence"
	"youju/answer/pattern"
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

// OfMonthFirst puts the best sentence first that is of the month that a question for words names, where that of all says other
// months only and is hardly better.
func OfMonthFirst(r asking.Reading, sentences []evidence.Sentence, read bool) {
	at := slices.IndexFunc(r.Figures, func(f figure.Figure) bool { return f.Kind == figure.Date && f.When.Month != 0 && f.When.Day == 0 })
	if len(sentences) == 0 || r.Asks.Numeric() || at < 0 {
		return
	}
	month := r.Figures[at].When
	if of, other := ofMonth(month, monthOfBirth.ReplaceAllString(sentences[0].String(), "")); of || !other {
		return
	}
	for i, s := range sentences {
		if of, _ := ofMonth(month, s.String()); of && s.Score >= sentences[0].Score-ofThenBy && s.Support(read) >= scales.Bound && s.Source.Article == sentences[0].Source.Article {
			evidence.PutFirst(sentences, i)
			return
		}
	}
}

// monthOfBirth is when somebody was born.
var monthOfBirth = pattern.Compile(`生于\d{4}年\d{1,2}月|\d{4}年\d{1,2}月(\d{1,2}日)?(出生|生[,，])`)

// ofMonth says whether a text names a month, and whether it names another.
func ofMonth(month figure.When, text string) (of, other bool) {
	for _, f := range figure.Find(text) {
		if f.Kind != figure.Date || f.When.Month == 0 {
			continue
		}
		same := f.When.Month == month.Month && (f.When.Year == 0 || month.Year == 0 || f.When.Year == month.Year)
		of, other = of || same, other || !same
	}
	return of, other
}
