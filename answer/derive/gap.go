package derive

import (
	"strings"

	"youju/answer/evidence"
	"youju/answer/pattern"
	"youju/answer/scales"
	"youju/answer/weigh"
	"youju/hanzi"
)

// gapSaid ends in what two things differ by: 与榜首的差距为.
var gapSaid = pattern.Compile(`(差距|相差|差额|分差|价差)[^,。;\d]{0,4}$`)

// isGap says that a figure is what two things differ by, and of none of them.
func isGap(c weigh.Candidate) bool { return gapSaid.MatchString(c.SaidBefore()) }

// gapFirst puts the best figure first that is said to be what the two differ by, where that is asked.
func (f Formula) gapFirst(found []weigh.Candidate) bool {
	first, other := []rune(f.First), []rune(f.Other)
	if f.Op != Difference || f.Which || len(first) < besideGap || len(other) < besideGap {
		return false
	}
	ends, begins := string(first[len(first)-besideGap:]), string(other[:besideGap])
	for i, c := range found {
		said, owner := c.SaidBefore(), hanzi.Fold(c.Entry.Entity)
		if owner != "" && !strings.Contains(owner, ends) && !strings.Contains(owner, begins) { // of a third and one of them
			continue
		}
		if isGap(c) && c.Features.Fit > scales.PoorFit && strings.Contains(said, ends) && strings.Contains(said, begins) {
			evidence.PutFirst(found, i)
			return true
		}
	}
	return false
}

// besideGap is how much of each name is looked for, from where the two are joined: 青禾和白塔差多少.
const besideGap = 2
