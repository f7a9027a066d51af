package weigh

import (
	"youju/answer/asking"
	"youju/answer/evidence"
	"youju/answer/pattern"
	"youju/hanzi"
)

// A fate is what befell people: how it is asked for, and what stands behind a number of them or
// before it.
type fate struct{ asked, behind, before *pattern.Regexp }

var (
	dead = fate{
		asked:  pattern.Compile(`死|丧生|遇难|丧命|罹难|身亡`),
		behind: pattern.Compile(`^[^,。;\d]{0,6}(死|亡|丧生|遇难|丧命|罹难)`),
		before: pattern.Compile(`(死亡|遇难|死难)(人数|者)`),
	}
	injured = fate{
		asked:  pattern.Compile(`受伤|伤了|负伤|伤者|轻伤|重伤`),
		behind: pattern.Compile(`^[^,。;\d]{0,6}(受伤|负伤|伤者|轻伤|重伤)`),
		before: pattern.Compile(`(受伤|负伤)(人数|者)`),
	}
	casualtiesAsked = pattern.Compile(`伤亡`) // both
)

// narrowToFate marks the injured where only the dead are asked for, and the dead where only the injured.
func narrowToFate(r asking.Reading, found []Candidate) {
	asked := hanzi.Fold(r.Raw)
	ofDead, ofInjured := dead.asked.MatchString(asked), injured.asked.MatchString(asked)
	if r.Asks != asking.Quantity && r.Asks != asking.Change || r.Claim != nil || ofDead == ofInjured {
		return
	}
	other := dead
	if ofDead {
		other = injured
	}
	for i, c := range found {
		if other.behind.MatchString(c.Behind(AroundRunes)) || other.before.MatchString(c.before()) {
			found[i].Features.Narrow = 1
		}
	}
}

// casualtiesFirst puts the dead before the injured of one sentence where both are asked for, and the
// injured into their clause: 1名平民死亡，2人受伤.
func casualtiesFirst(r asking.Reading, found []Candidate) {
	if r.Asks != asking.Quantity || r.Claim != nil || !casualtiesAsked.MatchString(hanzi.Fold(r.Raw)) {
		return
	}
	best := found[0]
	for i, c := range found {
		if !c.Sentence.Is(best.Sentence) || !dead.behind.MatchString(c.Behind(AroundRunes)) {
			continue
		}
		for _, o := range found {
			near := o.Sentence.Source.Paragraph == c.Sentence.Source.Paragraph && o.Figure.Start >= c.Figure.End && o.Figure.Start-c.Figure.End <= AroundRunes
			if near && injured.behind.MatchString(o.Behind(AroundRunes)) && (o.Figure.Start == best.Figure.Start || c.Figure.Start == best.Figure.Start) {
				found[i].Clause.End = max(c.Clause.End, o.Clause.End)
				evidence.PutFirst(found, i)
				return
			}
		}
	}
}
