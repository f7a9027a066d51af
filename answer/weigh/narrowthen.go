package weigh

import (
	"slices"
	"strings"

	"youju/answer/asking"
	"youju/answer/evidence"
	"youju/answer/pattern"
	"youju/answer/wording"
	"youju/hanzi"
	"youju/retrieval"
)

// NamesYear says that a folded question speaks of a year, by its number or not.
func NamesYear(folded string) bool { return yearNamed.MatchString(folded) }

var yearNamed = pattern.Compile(`\d{4}|[去前上明后今]年|往年|历年|同期`)

// narrowToThen marks the figures that are said to be of the year before, where the question
// names no year and another figure of the article is of the article's own: 去年的7月份增长16.3%
// beside 7月份下降8.3%.
func narrowToThen(r asking.Reading, found []Candidate) {
	if r.Claim != nil || r.Asks.OfTime() || len(r.Years) > 0 || NamesYear(hanzi.Fold(r.Raw)) {
		return
	}
	of := that(found, func(c Candidate) bool { return saysLastYear.MatchString(comparedWith.ReplaceAllString(c.before(), "")) })
	narrowBeside(found, of, clearInArticle)
}

// ofShort is said of a short time out of a longer one; 8月均价 is not.
var ofShort = pattern.Compile(`单[日周月季]|(^|[^\d])[日周月]均([^价]|$)|每[天日周月]`)

// narrowToLong marks the figures of one of the short times of a longer one, of which the question asks nothing, where
// another of the article is of none: 单日超过4.8万则声量 beside 7月声量92.2万则.
func narrowToLong(r asking.Reading, found []Candidate) {
	if r.Claim != nil || ofShort.MatchString(hanzi.Fold(r.Raw)) {
		return
	}
	of := that(found, func(c Candidate) bool { return ofShort.MatchString(c.before()) })
	narrowBeside(found, of, clearInArticle)
}

// besideSaid begins what comes beside what was said before.
var besideSaid = pattern.Compile(`(^|[^\p{Han}])(另外?|还|又|此外)有?[^,。;]{0,6}$`)

// narrowToTotal marks, where all is asked for, the figures that are not said to be of all where one before them in the
// paragraph is (9辆为外地车 behind 共有11辆车), and those of what comes beside what was said before where another of the
// article is of all: 另有12人被捕 beside 共有65人被捕.
func narrowToTotal(r asking.Reading, found []Candidate) {
	if r.Claim != nil || r.Asks != asking.Quantity || !AsksTotal(hanzi.Fold(r.Raw)) {
		return
	}
	part := that(found, func(c Candidate) bool { return !SaysTotal(c.before() + c.Figure.Text) })
	narrowBeside(found, part, func(c, o Candidate) bool {
		return o.Sentence.Source.Paragraph == c.Sentence.Source.Paragraph && o.Figure.Start < c.Figure.Start && asClearAs(c, o)
	})
	more := that(found, func(c Candidate) bool { return besideSaid.MatchString(c.before()) })
	narrowBeside(found, more, func(c, o Candidate) bool {
		return o.Entry.Article == c.Entry.Article && o.Figure.Unit == c.Figure.Unit && SaysTotal(o.before()+o.Figure.Text)
	})
}

// narrowBeside marks the figures of a kind where one that is not of it does better.
func narrowBeside(found []Candidate, of []bool, better func(c, o Candidate) bool) {
	for i, c := range found {
		if of[i] && anyOther(found, of, func(o Candidate) bool { return better(c, o) }) {
			found[i].Features.Narrow = 1
		}
	}
}

// asClearAs says that the other figure is of the unit, fits as well, and its clause says hardly less of the question.
func asClearAs(c, o Candidate) bool {
	return o.Figure.Unit == c.Figure.Unit && o.Features.Fit >= c.Features.Fit && o.Features.Clause >= c.Features.Clause-asClear
}

// clearInArticle says that it is of the same article, too.
func clearInArticle(c, o Candidate) bool {
	return o.Entry.Article == c.Entry.Article && asClearAs(c, o)
}

// that says of each figure whether it is of a kind, which is looked at once.
func that(found []Candidate, is func(c Candidate) bool) []bool {
	out := make([]bool, len(found))
	for i, c := range found {
		out[i] = is(c)
	}
	return out
}

// anyOther says that one of the figures that are not of a kind answers to something.
func anyOther(found []Candidate, of []bool, does func(o Candidate) bool) bool {
	for i, o := range found {
		if !of[i] && does(o) {
			return true
		}
	}
	return false
}

// nameQuoted is a name in quotes that says of whom or what a figure is.
var nameQuoted = pattern.Compile(`“([^“”]{2,10})”`)

// narrowToUnquoted marks the figures of what a name in quotes tells from the rest, of which the
// question says nothing, where another figure of the article is of all: 对“一带一路”沿线国家进出口增长7.4%
// beside 进出口总额增长0.4%.
func narrowToUnquoted(r asking.Reading, found []Candidate) {
	asked := hanzi.Fold(r.Asked())
	of := that(found, func(c Candidate) bool {
		m := nameQuoted.FindStringSubmatch(c.before())
		return m != nil && wording.Shared(wording.Bigrams(m[1]), asked) == 0
	})
	narrowBeside(found, of, func(c, o Candidate) bool {
		return o.Entry.Article == c.Entry.Article && o.Figure.Unit == c.Figure.Unit && o.Features.Fit >= c.Features.Fit && o.Features.Clause >= c.Features.Clause-asClear-0.05 && o.Features.Narrow == 0 && MeasuresSame(o.Entry.Metric, c.Entry.Metric)
	})
}

// ofOtherKind says that the figure's sentence is of another kind than the question: of 残奥会 for 奥运会.
func (c Candidate) ofOtherKind(r asking.Reading) bool {
	return r.Claim == nil && evidence.OfOtherKind(hanzi.Fold(r.Raw), hanzi.Fold(c.Sentence.String()))
}

// narrowToKind marks the figures of another kind where one is not.
func narrowToKind(r asking.Reading, found []Candidate) {
	of := that(found, func(c Candidate) bool { return c.ofOtherKind(r) })
	narrowBeside(found, of, func(c, o Candidate) bool { return o.Features.Fit >= c.Features.Fit })
}

// narrowToAll marks the figures of a part of the place that the question names, where another
// is of all of it: 永定河流域平均降水量40.6毫米 beside 全市平均降水量62.9毫米.
func narrowToAll(snapshot *retrieval.Snapshot, r asking.Reading, found []Candidate) {
	asked := hanzi.Fold(r.Asked())
	if len(snapshot.Names(r.Raw)) != 1 || len(r.Context) > 0 {
		return
	}
	part := that(found, func(c Candidate) bool { return !smallerScope.MatchString(c.before()) })
	if !slices.Contains(part, false) {
		return
	}
	for i, c := range found {
		owner := hanzi.Fold(c.Entry.Entity)
		if !part[i] || len([]rune(owner)) <= ShortestMetric || strings.Contains(asked, owner) || wording.Shared(wording.Bigrams(owner), asked) > 0 || !strings.Contains(c.before(), owner) {
			continue
		}
		if anyOther(found, part, func(o Candidate) bool {
			return clearInArticle(c, o) && MeasuresSame(o.Entry.Metric, c.Entry.Metric)
		}) {
			found[i].Features.Narrow = 1
		}
	}
}

// asClear is how much less of the question the clause of such a figure may hold.
const asClear = 0.2
