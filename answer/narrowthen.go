package answer

import (
	"regexp"
	"slices"

	"youju/hanzi"
)

// yearNamed is a year that a question speaks of, by its number or not.
var yearNamed = regexp.MustCompile(`\d{4}|[去前上明后今]年|往年|历年|同期`)

// narrowToThen marks the figures that are said to be of the year before, where the question
// names no year and another figure of the article is of the article's own: 去年的7月份增长16.3%
// beside 7月份下降8.3%.
func (r reading) narrowToThen(found []candidate) {
	if r.claim != nil || r.asks.date() || len(r.years) > 0 || yearNamed.MatchString(hanzi.Fold(r.raw)) {
		return
	}
	of := func(c candidate) bool { return saysLastYear.MatchString(comparedWith.ReplaceAllString(c.before(), "")) }
	for i, c := range found {
		if of(c) && slices.ContainsFunc(found, func(o candidate) bool {
			return !of(o) && o.entry.Article == c.entry.Article && o.figure.Unit == c.figure.Unit && o.features.Fit >= c.features.Fit && o.features.Clause >= c.features.Clause-asClear
		}) {
			found[i].features.Narrow = 1
		}
	}
}

// asClear is how much less of the question the clause of such a figure may hold.
const asClear = 0.2
