package answer

import (
	"youju/answer/asking"
	"youju/answer/evidence"
	"youju/answer/pattern"
)

// aimBy is how much worse the figure of what is so may be than one of what is to be.
const aimBy = 1.5

// aim says that the figure is of what is to be.
func (c candidate) aim() bool { return evidence.Aims(c.sentence.Text, c.figure.Start) }

// aimedFirst puts, of a year that was asked for, a figure of what is so before one of the same metric that only was to be so,
// and the other way where the question asks for the aim.
func aimedFirst(r asking.Reading, found []candidate, read bool) {
	wanted := evidence.AsksAim(r)
	best := found[0]
	if len(r.Years) == 0 || best.entry.Metric == "" || best.aim() == wanted {
		return
	}
	for i, c := range found {
		if c.score < best.score-aimBy {
			return
		}
		if c.entry.Metric != best.entry.Metric || c.figure.Unit != best.figure.Unit || c.aim() != wanted || !c.supported(read) {
			continue
		}
		if _, other := otherYear(r, c); !other && c.ofYear(r) {
			evidence.PutFirst(found, i)
			return
		}
	}
}

// onlyAimed says that a change of a year is asked for, and the figure only says what was
// aimed at; what others expect (预计增长3%) is all that is known of some.
func onlyAimed(r asking.Reading, c candidate) bool {
	return r.Asks == asking.Change && len(r.Years) > 0 && r.Claim == nil && !evidence.AsksAim(r) && target.MatchString(evidence.LeadUp(c.sentence.Text, c.figure.Start))
}

var target = pattern.Compile(`目标|力争|争取`)
