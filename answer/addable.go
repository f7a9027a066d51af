package answer

import (
	"fmt"

	"youju/answer/asking"
	"youju/answer/weigh"
	"youju/retrieval"
)

// notAddable says why no total is said, and what there is.
func notAddable(snapshot *retrieval.Snapshot, r asking.Reading, parts []weigh.Candidate) Answer {
	w := composer{snapshot: snapshot, lang: r.Lang}
	w.answer.Refused = true
	w.say(w.lang.Say("answer.not-addable"))
	for i, c := range parts {
		if i > 0 {
			w.say(w.lang.Say("answer.semicolon"))
		}
		n := w.cite(c.Sentence.Source, c.Sentence.Span)
		w.quote(c.Sentence.Source, c.Clause, n)
		w.say(fmt.Sprintf(" [%d]", n))
	}
	return w.done()
}
