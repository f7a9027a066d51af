package weigh

import (
	"youju/answer/asking"
	"youju/answer/evidence"
	"youju/answer/pattern"
	"youju/answer/scales"
	"youju/hanzi"
)

// vagueTime is a time without a number: 预计年底投产.
var vagueTime = pattern.Compile(`年[底末初中]|[本上下今明]个?月[底末初]?|月[底末]|明年|后年|近期|近日|日前|春节|国庆|五一|暑假|寒假|入夏|开春`)

// vaguelyCoverage is the share of the question's words that a sentence must hold which
// answers when something is so without a date.
const vaguelyCoverage = 0.6

// Vaguely is the best sentence, where it says when something is so and gives no date.
func Vaguely(r asking.Reading, sentences []evidence.Sentence, read bool) (evidence.Sentence, bool) {
	if r.Asks != asking.Date || r.Claim != nil {
		return evidence.Sentence{}, false
	}
	for _, s := range sentences[:min(evidence.HeldTried, len(sentences))] {
		if s.Missing == "" && s.Coverage >= vaguelyCoverage && s.Support(read) >= scales.Bound && vagueTime.MatchString(hanzi.Fold(s.String())) && otherThen(r, s) == "" {
			return s, true
		}
	}
	return evidence.Sentence{}, false
}
