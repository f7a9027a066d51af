package evidence

import (
	"youju/answer/asking"
	"youju/answer/pattern"
	"youju/hanzi"
)

// saysWhy are the words of a reason, and of what something is for.
var saysWhy = pattern.Compile(`因|由于|为了|为图|鉴于|以致|以免|担心|怕|以便|导致|致使|使得?|原因|出于|旨在|目的|所以|基于|源于|起因|理由`)

// ReasonEnd is where a reason ends, in runes of the paragraph: with the sentence behind
// one that only says what the question asks the reason of; 0 where that one says it.
func ReasonEnd(r asking.Reading, s Sentence) int {
	if r.Asks != asking.Reason || saysWhy.MatchString(hanzi.Fold(s.String())) {
		return 0
	}
	for _, next := range hanzi.Sentences(s.Source.Text) {
		if next.Start >= s.Span.End {
			if next.End-s.Span.Start > 2*LongestSentence {
				return 0
			}
			return next.End
		}
	}
	return 0
}

// LongestSentence is how many runes of a sentence are said whole; a longer one is
// cut to the clauses around the best one.
const LongestSentence = 130
