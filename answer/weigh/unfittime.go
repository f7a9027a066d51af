package weigh

import (
	"youju/answer/asking"
)

// ofElsewhen is what is left of the fit of a time that is no day, or of something else than was asked for.
func (c Candidate) ofElsewhen(r asking.Reading, asked string) float64 {
	switch {
	case r.Asks.OfTime() && r.Claim == nil && notYet.MatchString(c.behindSentence(notYetRunes)) && !notYetAsked.MatchString(asked):
		return notYetFit
	case (r.Asks == asking.Date || r.Asks == asking.Year) && c.stamped():
		return stampFit
	case r.Asks == asking.Date && c.numbersEdition():
		return stampFit
	case r.Asks == asking.Date && c.Figure.When.Month == 0 && c.Figure.When.Day == 0 && c.Figure.When.Clock == "" && dayAsked.MatchString(asked):
		return yearFit
	case r.Asks == asking.Date && c.outOfHours(asked):
		return hoursFit
	case r.Asks == asking.Date && c.Figure.When.Clock == "" && asking.AsksClock(asked):
		return dayFit
	case r.Asks == asking.Date && c.Figure.When.Month == 0 && objectBefore.MatchString(c.before()):
		return objectFit
	case r.Asks == asking.Date && c.dateline():
		return datelineFit
	case r.Asks == asking.Date && r.Claim == nil && saying.MatchString(c.Behind(8)) && !tellingAsked.MatchString(asked):
		return toldFit
	case r.Asks.OfTime() && (firstAsked.MatchString(asked) && dateBefore.MatchString(c.before()) || lastAsked.MatchString(asked) && dateBehind.MatchString(c.Behind(8))):
		return laterFit
	case r.Asks.OfTime() && r.Claim == nil && c.otherBeginning(asked):
		return foundedFit
	case (r.Asks == asking.Date || r.Asks == asking.Year) && since.MatchString(c.Behind(16)) && !begins(asked, c.Behind(16)):
		return sinceFit
	}
	return 1
}
