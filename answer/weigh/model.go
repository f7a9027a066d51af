package weigh

import (
	"slices"
	"strings"

	"youju/answer/asking"
	"youju/answer/pattern"
	"youju/hanzi"
	"youju/news"
)

// numbered is one of several of a name in Latin letters that are told by their numbers: aphone se 4.
var numbered = pattern.Compile(`([a-z]{2,}(?:[ -][a-z]+)*)[ -]?(\d{1,3})(?:[^\d.%:a-z]|$)`)

// modelUnsaid is the model that a question names where a text says others of the name only, and its article not that one; ""
// for none.
func modelUnsaid(r asking.Reading, text string, a *news.Article) string {
	folded := hanzi.Fold(r.Raw)
	m := numbered.FindStringSubmatchIndex(folded)
	if m == nil {
		return ""
	}
	at := len([]rune(folded[:m[4]]))
	for _, f := range r.Figures {
		if f.Start <= at && at < f.End && f.Unit != "" { // YSA 30支球队
			return ""
		}
	}
	name, number := folded[m[2]:m[3]], folded[m[4]:m[5]]
	says := func(p news.Paragraph) bool { return slices.Contains(numbersOf(name, p.Text), number) }
	if len(numbersOf(name, text)) == 0 || slices.Contains(numbersOf(name, a.Title+text), number) || slices.ContainsFunc(a.Paragraphs, says) {
		return ""
	}
	return string([]rune(r.Raw)[len([]rune(folded[:m[2]])):len([]rune(folded[:m[5]]))])
}

// numbersOf are the numbers of up to three digits behind a folded name in a text: 3 of Aphone SE3; more are a year or a price.
func numbersOf(name, text string) (out []string) {
	for _, behind := range strings.Split(hanzi.Fold(text), name)[1:] {
		said := strings.TrimLeft(behind, " -")
		if digits := said[:len(said)-len(strings.TrimLeft(said, "0123456789"))]; len(digits) > 0 && len(digits) <= 3 {
			out = append(out, digits)
		}
	}
	return out
}
