package check

import (
	"youju/answer/likeness"
	"youju/figure"
	"youju/hanzi"
)

// compareValues is the verdict on a claimed figure where the articles print another
// one of the same thing: Unknown where they do not contradict it but say less.
func compareValues(claim, printed figure.Figure) Verdict {
	switch {
	case claim.Vague || printed.Vague:
		if hanzi.Fold(claim.Text) == hanzi.Fold(printed.Text) {
			return Same
		}
		return Unknown
	case claim.Value.Equal(printed.Value) && claim.High.Equal(printed.High):
		return compareQualifiers(claim, printed)
	case !claim.Value.Equal(claim.High) || !printed.Value.Equal(printed.High):
		return compareRanges(claim, printed)
	case likeness.Bears(claim, printed.Value):
		return Rounded
	case likeness.Bears(printed, claim.Value):
		return Unknown
	}
	return Different
}

// compareRanges is for two figures of which one, at least, is a range.
func compareRanges(claim, printed figure.Figure) Verdict {
	if claim.Value.LessThanOrEqual(printed.Value) && printed.High.LessThanOrEqual(claim.High) {
		return Rounded // 5%-8% of a printed 6%
	}
	if printed.High.LessThan(claim.Value) || claim.High.LessThan(printed.Value) {
		return Different
	}
	return Unknown
}

// compareQualifiers is the verdict on equal values: 约2103家 of a printed 2103家 is
// the same, 不足80场 of a printed 80多场 is not.
func compareQualifiers(claim, printed figure.Figure) Verdict {
	c, p := likeness.SideOf(claim.Qualifier), likeness.SideOf(printed.Qualifier)
	switch {
	case c == p, c == likeness.About && p == likeness.Exactly:
		return Same
	case c == likeness.Above && p == likeness.Below, c == likeness.Below && p == likeness.Above:
		return Different
	}
	return Rounded
}
