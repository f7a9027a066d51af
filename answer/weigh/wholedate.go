package weigh

import (
	"youju/answer/asking"
	"youju/answer/likeness"
	"youju/answer/pattern"
	"youju/answer/wording"
	"youju/hanzi"
)

// daysAsked asks for a day and no month alone; dayBy is how much better a month of the same may be.
var daysAsked = pattern.Compile(`几[号日]|哪一?[天日]|何日|多少号`)

const dayBy = 0.5

// wholeDateFirst puts first, where a day is asked for and a month is the best, a day of that month that the same article tells:
// 5月2日 before 5月.
func wholeDateFirst(r asking.Reading, found []Candidate) {
	best := found[0]
	if r.Asks != asking.Date || r.Claim != nil || best.Figure.When.Month == 0 || best.Figure.When.Day != 0 || !daysAsked.MatchString(hanzi.Fold(r.Raw)) {
		return
	}
	for i, c := range found {
		if c.Score < best.Score-dayBy {
			return
		}
		if c.Figure.When.Day != 0 && c.Entry.Article == best.Entry.Article && c.Features.Fit >= best.Features.Fit && likeness.Covers(c.Figure.When, best.Figure.When) && c.sharesClause(best) {
			takeOver(found, i)
			return
		}
	}
}

// sharesClause says that the sentences of two figures have words in common beside them.
func (c Candidate) sharesClause(o Candidate) bool {
	return wording.Shared(wording.Bigrams(c.Sentence.String()), o.Sentence.String()) >= sharedPairs
}

const sharedPairs = 4 // pairs of characters that two sentences on the same have in common
