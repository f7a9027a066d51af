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

// vagueAmount says how many or how much without a number.
var vagueAmount = pattern.Compile(`许多|众多|大量|大批|全部|所有|一半|半数|过半|大半|[多少无][数]|若干|不少|没有|唯一|[数几上成][十百千万亿]|[十百千万]余|多[名位个家人次项种]|几[名位个家人次项种天年月]|零|大多|绝大`)

// SaysVaguely says that a sentence in which no figure answers may say how many, or when, in words,
// where that is asked for; of anything else there is no such question.
func SaysVaguely(r asking.Reading, s evidence.Sentence) bool {
	said := hanzi.Fold(s.String())
	switch {
	case s.Read >= evidence.SureOfName:
		return true
	case r.Asks == asking.Quantity:
		return vagueAmount.MatchString(said)
	}
	return s.Coverage >= vaguelyCoverage && vagueTime.MatchString(said)
}
