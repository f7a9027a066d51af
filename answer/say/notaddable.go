package say

import (
	"fmt"

	"youju/answer/asking"
	"youju/answer/weigh"
	"youju/retrieval"
)

// NotAddable says why no total is said, and what there is.
func NotAddable(snapshot *retrieval.Snapshot, r asking.Reading, parts []weigh.Candidate) Answer {
	w := NewComposer(snapshot, r.Lang)
	w.answer.Refused = true
	w.Write(w.lang.Say("answer.not-addable"))
	for i, c := range parts {
		if i > 0 {
			w.Write(w.lang.Say("answer.semicolon"))
		}
		n := w.Cite(c.Sentence.Source, c.Sentence.Span)
		w.Quote(c.Sentence.Source, c.Clause, n)
		w.Write(fmt.Sprintf(" [%d]", n))
	}
	return w.Done()
}
