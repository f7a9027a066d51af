package weigh

import (
	"slices"
	"strings"

	"youju/answer/asking"
	"youju/answer/likeness"
	"youju/answer/naming"
	"youju/answer/pattern"
	"youju/answer/scales"
	"youju/answer/wording"
	"youju/figure"
	"youju/hanzi"
	"youju/retrieval"
)

// weigh fills a candidate's features and its score.
func (c *Candidate) weigh(snapshot *retrieval.Snapshot, r asking.Reading, asked, nearest wording.Terms) {
	c.Features = scales.Figure{
		Coverage: c.Sentence.Coverage, Cosine: c.Sentence.Cosine, Hit: c.Sentence.Hit,
		Missing: wording.AllOrNothing(c.Sentence.Missing != ""), Fit: fit(r, c.Figure, c.Sentence.Text[c.Figure.End:c.Sentence.Span.End]), Held: askedHeld(r, c.Figure),
		Unsaid: c.Sentence.Unsaid, Unnamed: c.Sentence.Unnamed, Headless: wording.AllOrNothing(c.Sentence.Headless), Scattered: c.Sentence.Scattered,
		Clause: c.clauseCoverage(snapshot, asked), Near: c.near(snapshot, asked), Scope: Scoped(r, *c),
		Known: c.knownWords(snapshot, asked),
	}
	c.weighMeaning(snapshot, asked, nearest)
	if c.clocks(r) {
		c.Features.Near, c.Features.Metric = 1, 1
	}
	if c.countsBare(r) {
		c.Features.Fit = max(c.Features.Fit, impliedFit)
	}
	c.Features.Fit *= unfit(r, *c)
}

// clocks says that the figure is an hour of the day that the question names: 7月31日14时50分 for
// 7月31日几点.
func (c Candidate) clocks(r asking.Reading) bool {
	at := c.Figure.When
	return r.Asks == asking.Date && at.Clock != "" && slices.ContainsFunc(r.Figures, func(f figure.Figure) bool {
		return f.Kind == figure.Date && f.When.Day != 0 && f.When.Clock == "" && f.When.Day == at.Day && f.When.Month == at.Month
	})
}

// impliedFit is how well a bare number fits behind what is counted in the unit that was asked for.
const impliedFit = 0.9

// countsBare says that a number without a unit stands behind what is counted in the one that was
// asked for: 人口峰值则为3400万 for 多少人.
func (c Candidate) countsBare(r asking.Reading) bool {
	return r.Asks == asking.Quantity && r.Unit != "" && c.Figure.Unit == "" && c.Figure.Kind == figure.Count && wording.UnitImplied(c.before()) == r.Unit
}

// weighMeaning compares the question with what the ledger knows of the figure.
func (c *Candidate) weighMeaning(snapshot *retrieval.Snapshot, asked, nearest wording.Terms) {
	e := c.Entry
	meaning := wording.TermsAmong(snapshot, asked, strings.Join([]string{e.Entity, e.Metric, e.Period.Text, e.Unit}, " "))
	c.Features.Meaning = asked.Share(func(term string) float64 { return wording.AllOrNothing(meaning[term]) })
	c.Features.Metric = heldBy(snapshot, nearest, wording.LongForm(e.Metric))
	c.Features.Entity = heldBy(snapshot, asked, e.Entity)
}

// holdsWritten is the share of names that the clause holds, those of the one before it by a half.
func (c Candidate) holdsWritten(names []string) float64 {
	if len(names) == 0 {
		return 0
	}
	from := c.Clause.Start
	if from > c.Sentence.Span.Start+1 {
		from = ClauseBefore(c.Sentence, from)
	}
	own, text := c.Said(), hanzi.Fold(string(c.Sentence.Text[from:c.Clause.End]))
	held := 0.0
	for _, n := range names {
		held += (wording.AllOrNothing(naming.Says(own, n)) + wording.AllOrNothing(naming.Says(text, n))) / 2
	}
	return held / float64(len(names))
}

// heldBy is the share of a text's terms that a question holds; 0 of none.
func heldBy(snapshot *retrieval.Snapshot, asked wording.Terms, text string) float64 {
	if !asked.MayStandIn(text) {
		return 0
	}
	terms, held := snapshot.Terms(text), 0.0
	for _, term := range terms {
		held += wording.AllOrNothing(asked.Holds(term))
	}
	return held / max(1, float64(len(terms)))
}

// claimedHeld is what speaks against a figure that the question claims: the one
// that corrects it must win where both fit.
const claimedHeld = 0.25

// saidHeld is what speaks against the figure that was just said, in a follow-up.
const saidHeld = 0.5

// askedHeld is how much speaks against a figure that the question itself names.
func askedHeld(r asking.Reading, f figure.Figure) float64 {
	switch {
	case r.Said[f.Text] && r.Claim == nil: // 超过80个了吗 is of the 86 just said
		return saidHeld
	case r.Asks == asking.Date && r.Claim == nil && wholeDayAsked.MatchString(hanzi.Fold(r.Raw)) && onDayNamed(r, f):
		return 1
	case !NamesFigure(r, f):
		return 0
	case r.Claim != nil && r.Claim.Bound != asking.Equals: // 超过30家 of 超30家
		return 0
	case r.Claim != nil:
		return claimedHeld
	}
	return 1
}

// wholeDayAsked asks for a day, and for no time of one that is named.
var wholeDayAsked = pattern.Compile(`哪[一几]?[天日]|几[日号]|何日`)

// onDayNamed says that a time is of a day that the question names: 24日08时 for 24日预报哪几天下雨.
func onDayNamed(r asking.Reading, f figure.Figure) bool {
	return f.Kind == figure.Date && f.When.Day != 0 && f.When.Clock != "" && slices.ContainsFunc(r.Figures, func(q figure.Figure) bool {
		return q.Kind == figure.Date && q.When.Day == f.When.Day && (q.When.Month == f.When.Month || f.When.Month == 0)
	})
}

// NamesFigure says that the question itself names the figure: it is what is known, not
// what is asked for.
func NamesFigure(r asking.Reading, f figure.Figure) bool {
	for _, q := range r.Figures {
		if q.Vague { // 几天
			continue
		}
		if q.Kind == figure.Date || f.Kind == figure.Date { // 8连阴 is no 8月14日
			if q.Kind == f.Kind && q.When == f.When {
				return true
			}
			continue
		}
		if likeness.Ranks(q) != likeness.Ranks(f) { // 第一书记 holds no 1人次
			continue
		}
		if q.Value.Equal(f.Value) && (q.Unit == f.Unit || q.Unit == "" || f.Unit == "") && q.Kind != figure.Identifier {
			return true
		}
	}
	return false
}
