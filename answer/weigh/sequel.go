package weigh

import (
	"slices"
	"strings"

	"youju/answer/asking"
	"youju/answer/pattern"
	"youju/figure"
	"youju/hanzi"
	"youju/news"
)

// sequel is a further season or part of a work; a text about the first does not say that it is.
var sequel = pattern.Compile(`第[二三四五六七八九十2-9][季部](?:[^度分门]|$)`)

// goesOn is said of a further one without its number.
var goesOn = pattern.Compile(`续[集作篇]|新一[季部]|下一?[季部]|后续`)

// sequelUnsaid is the further season or part that a question names and an article does not; "" for none.
func sequelUnsaid(r asking.Reading, a *news.Article) string {
	if r.Claim != nil || !sequel.MatchString(hanzi.Fold(r.Raw)) {
		return ""
	}
	for _, asked := range r.Figures {
		if asked.Kind == figure.Ordinal && (asked.Unit == "季" || asked.Unit == "部") && asked.Value.GreaterThan(one) && !numbers(a.Title, asked) && !slices.ContainsFunc(a.Paragraphs, func(p news.Paragraph) bool { return numbers(p.Text, asked) }) {
			return asked.Text
		}
	}
	return ""
}

// numbers says that a text says the number of a further one, or that it is of one.
func numbers(text string, asked figure.Figure) bool {
	return goesOn.MatchString(hanzi.Fold(text)) || slices.ContainsFunc(figure.Find(text), func(f figure.Figure) bool {
		return f.Value.Equal(asked.Value) && (f.Unit == asked.Unit || f.Unit == "" && f.Kind != figure.Date)
	}) || strings.Contains(text, asked.Value.String()+asked.Unit)
}
