package check

import (
	"slices"
	"sort"
	"strings"

	"youju/answer/evidence"
	"youju/retrieval/ledger"
)

// What a word of a claim is worth by where the articles have it. A figure's own
// words are those of its clause, its entity and its metric.
const (
	ownWorth       = 1.0
	titleWorth     = 0.9
	sentenceWorth  = 0.5
	paragraphWorth = 0.3
)

// Bounds of what is held to be the same thing. They were set on the shipped
// articles and crud-news, each sentence as printed and with a digit changed.
const (
	sameThing = 0.72 // of the claim's words, by weight
	sameName  = 0.34 // of the words of what the articles measure, that the claim says
	oneThing  = 0.05 // two facts that score as close as that are not told apart
)

// What speaks for one of several facts that a claim may be of.
const (
	wordsShare    = 0.75 // the claim's words that it has
	nameShare     = 0.25 // its metric's words that the claim has
	sentenceShare = 0.3  // the words of the whole sentence that its sentence has
	nearShare     = 0.2  // the characters around the figure
)

// likeness says how far a fact is of what a claim is of, 0…1, and whether that is
// enough.
func (c *checker) likeness(claim claimed, f fact) (float64, bool) {
	total, held := 0.0, 0.0
	for _, w := range claim.words {
		total += w.weight
		held += w.weight * f.worth(w.text)
	}
	if total == 0 {
		return 0, false
	}
	named := 1.0
	said := claim.own + " " + claim.whole
	if words := c.weigh(shortForm(f.entry.Metric)); weightOf(words) > 0 {
		sum := 0.0
		for _, w := range words {
			if strings.Contains(said, w.text) {
				sum += w.weight
			}
		}
		named = sum / weightOf(words)
	}
	score := wordsShare*held/total + nameShare*named + sentenceShare*claim.overlap(f) + nearShare*nearness(claim, f)
	return score, held/total >= sameThing && named >= sameName
}

// overlap is the share of the words of a claim's sentence that a fact's has.
func (claim claimed) overlap(f fact) float64 {
	held, total := 0.0, 0.0
	for _, w := range claim.around {
		total += w.weight
		if strings.Contains(f.sentence, w.text) {
			held += w.weight
		}
	}
	if total == 0 {
		return 0
	}
	return held / total
}

// worth is what a word of a claim is worth by where it stands around a fact.
func (f fact) worth(word string) float64 {
	switch {
	case strings.Contains(f.own, word):
		return ownWorth
	case strings.Contains(f.title, word):
		return titleWorth
	case strings.Contains(f.sentence, word):
		return sentenceWorth
	case strings.Contains(f.paragraph, word):
		return paragraphWorth
	}
	return 0
}

// likely is a fact that is of what a claim is of.
type likely struct {
	fact
	score   float64
	verdict Verdict
}

// judge compares a claim with what the articles print of the same thing.
func (c *checker) judge(claim claimed, facts []fact) (Verdict, fact) {
	return decideLikely(c.likely(claim, facts, samePeriod))
}

// decideLikely takes the fact that is most like the claim. Where several are as
// like, one that bears the claim out is meant; where none does and they differ, it
// cannot be told which.
func decideLikely(found []likely) (Verdict, fact) {
	if len(found) == 0 {
		return Unknown, fact{}
	}
	best := found[0]
	for _, l := range found {
		if found[0].score-l.score > oneThing {
			break
		}
		if rank(l.verdict) > rank(best.verdict) {
			best = l
		}
	}
	if best.verdict != Different {
		return best.verdict, best.fact
	}
	for _, l := range found {
		if found[0].score-l.score <= oneThing && !l.entry.Value.Equal(best.entry.Value) && l.score >= best.score {
			return Unknown, fact{}
		}
	}
	return Different, best.fact
}

func rank(v Verdict) int {
	return map[Verdict]int{Same: 3, Rounded: 2, Different: 1, Unknown: 0}[v]
}

// likely are the facts of what a claim is of, most like first.
func (c *checker) likely(claim claimed, facts []fact, period func(a, b ledger.Period) bool) []likely {
	var out []likely
	for _, f := range facts {
		if !c.comparable(claim, f) || !period(claim.entry.Period, f.entry.Period) {
			continue
		}
		score, enough := c.likeness(claim, f)
		if !enough {
			continue
		}
		verdict := compareValues(claim.entry.Figure, f.entry.Figure)
		if verdict != Unknown && opposed(claim.entry.Direction, f.entry.Direction) {
			verdict = Different
		}
		out = append(out, likely{f, score, verdict})
	}
	sort.SliceStable(out, func(i, j int) bool { return out[i].score > out[j].score })
	return ofItsYear(claim, out)
}

// ofItsYear drops the facts of which nobody says when they were, where the claim says its year
// and another fact is of it.
func ofItsYear(claim claimed, found []likely) []likely {
	year := claim.entry.Period.From.Year
	if year == 0 || !slices.ContainsFunc(found, func(l likely) bool { return evidence.OfYear(l.entry, year) }) {
		return found
	}
	return slices.DeleteFunc(found, func(l likely) bool { return l.entry.Period.From.Year == 0 })
}

// atAnotherTime is the fact that bears a claim out but for its time.
func (c *checker) atAnotherTime(claim claimed, facts []fact) (fact, bool) {
	any := func(ledger.Period, ledger.Period) bool { return true }
	verdict, f := decideLikely(c.likely(claim, facts, any))
	return f, verdict == Same
}

// nearness is the share of the pairs of characters around a claim's figure, in its
// clause, that also stand around a fact's: it tells figures of one sentence apart.
func nearness(claim claimed, f fact) float64 {
	near, shared, pairs := []rune(claim.near), 0, 0
	for i := 0; i+1 < len(near); i++ {
		if near[i] == ' ' || near[i+1] == ' ' {
			continue
		}
		pairs++
		if strings.Contains(f.near, string(near[i:i+2])) {
			shared++
		}
	}
	if pairs == 0 {
		return 0
	}
	return float64(shared) / float64(pairs)
}
