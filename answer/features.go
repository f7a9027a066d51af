package answer

import (
	"strings"

	"youju/answer/asking"
	"youju/answer/likeness"
	"youju/answer/wording"
	"youju/figure"
	"youju/hanzi"
	"youju/retrieval"
)

// features are what speaks for a figure, each about 0…1.
type features struct {
	Coverage  float64 // share of the question's words that its sentence holds, or what that leans on
	Cosine    float64 // of the question and the sentence
	Hit       float64 // its passage's score
	Missing   float64 // 1 where the article does not name a place that was asked about
	Fit       float64 // it is of the kind and unit that was asked for
	Clause    float64 // share of the question's words in its clause
	Near      float64 // share of them close before it
	Scope     float64 // it is of the whole that was named (占全省): 1, or of another: -1
	Held      float64 // 1 where the question itself names the figure
	Known     float64 // share of the question's words in its surroundings
	Meaning   float64 // share of the question's words in its entity, metric and period
	Metric    float64 // share of its metric's words that the question holds
	Entity    float64 // share of its entity's words that the question holds
	Head      float64 // share of what is asked for by name that its clause, what stands before it or the ledger hold
	Unsaid    float64 // share of the question's nouns that its article says nowhere
	Unnamed   float64 // how much of a strange name of the question its article lacks
	Narrow    float64 // 1 where it is of a part that the question does not name, and another is of the whole
	Apart     float64 // 1 where a thing that is asked about belongs to another figure and is not near this one
	Headless  float64 // 1 where its article says nothing of what is asked for by name
	Rival     float64 // share of the question's words that belong to other figures of its article and not to it
	Scattered float64 // share of them that the hits hold and its sentence does not
	Written   float64 // share of the question's 《…》 and Latin names that its clause or the one before holds
	Plain     float64 // 1 where its clause holds all of the question but the place that the article is about; not weighed
	Read      float64 // the reader's voice for it as the answer, -1…1
}

// score says how well a figure answers, against others; read that the reader was asked.
func (f features) score(read bool) float64 { return f.times(figureWeights(read)) }

// times is the sum of the features, each times its weight.
func (f features) times(w features) float64 {
	return f.Coverage*w.Coverage + f.Cosine*w.Cosine + f.Hit*w.Hit + f.Missing*w.Missing + f.Fit*w.Fit + f.Clause*w.Clause +
		f.Near*w.Near + f.Scope*w.Scope + f.Held*w.Held + f.Known*w.Known + f.Meaning*w.Meaning + f.Metric*w.Metric +
		f.Entity*w.Entity + f.Head*w.Head + f.Unsaid*w.Unsaid + f.Unnamed*w.Unnamed + f.Headless*w.Headless + f.Rival*w.Rival + f.Apart*w.Apart + f.Narrow*w.Narrow +
		f.Scattered*w.Scattered + f.Written*w.Written + f.Read*w.Read
}

// weigh fills a candidate's features and its score.
func (c *candidate) weigh(snapshot *retrieval.Snapshot, r asking.Reading, asked, nearest wording.Terms) {
	c.features = features{
		Coverage: c.sentence.coverage, Cosine: c.sentence.cosine, Hit: c.sentence.hit,
		Missing: wording.AllOrNothing(c.sentence.missing != ""), Fit: fit(r, c.figure), Held: askedHeld(r, c.figure),
		Unsaid: c.sentence.unsaid, Unnamed: c.sentence.unnamed, Headless: wording.AllOrNothing(c.sentence.headless), Scattered: c.sentence.scattered,
		Clause: c.clauseCoverage(snapshot, asked), Near: c.near(snapshot, asked), Scope: scoped(r, *c),
		Known: c.knownWords(snapshot, asked),
	}
	c.weighMeaning(snapshot, asked, nearest)
	c.features.Fit *= unfit(r, *c)
}

// weighMeaning compares the question with what the ledger knows of the figure.
func (c *candidate) weighMeaning(snapshot *retrieval.Snapshot, asked, nearest wording.Terms) {
	e := c.entry
	meaning := wording.TermsAmong(snapshot, asked, strings.Join([]string{e.Entity, e.Metric, e.Period.Text, e.Unit}, " "))
	c.features.Meaning = asked.Share(func(term string) float64 { return wording.AllOrNothing(meaning[term]) })
	c.features.Metric = heldBy(snapshot, nearest, wording.LongForm(e.Metric))
	c.features.Entity = heldBy(snapshot, asked, e.Entity)
}

// holdsWritten is the share of names that the clause or the one before it holds.
func (c candidate) holdsWritten(names []string) float64 {
	if len(names) == 0 {
		return 0
	}
	from := c.clause.Start
	if from > c.sentence.span.Start+1 {
		from = clauseBefore(c.sentence, from)
	}
	text := hanzi.Fold(string(c.sentence.text[from:c.clause.End]))
	held := 0.0
	for _, n := range names {
		held += wording.AllOrNothing(strings.Contains(text, n))
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
	case !namesFigure(r, f):
		return 0
	case r.Claim != nil && r.Claim.Bound != asking.Equals: // 超过30家 of 超30家
		return 0
	case r.Claim != nil:
		return claimedHeld
	}
	return 1
}

// namesFigure says that the question itself names the figure: it is what is known, not
// what is asked for.
func namesFigure(r asking.Reading, f figure.Figure) bool {
	for _, q := range r.Figures {
		if q.Kind == figure.Date && f.Kind == figure.Date {
			if q.When == f.When {
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
