package answer

import (
	"fmt"

	"youju/answer/asking"
	"youju/answer/gate"
	"youju/answer/say"
	"youju/answer/weigh"
	"youju/answer/wording"
	"youju/hanzi"
	"youju/retrieval"
)

// wrongWay puts right a question that takes something to have moved the other way by the figure that an article says it moved by
// (增长2.9% where it is 下降2.9%), before the answer to the rest of it; ok is false where none does.
func wrongWay(snapshot *retrieval.Snapshot, q asking.Question, answer say.Answer) (out say.Answer, ok bool) {
	move, ok := asking.PresumedMove(q.Text)
	if !ok {
		return say.Answer{}, false
	}
	c, word, ok := movedOtherwise(snapshot, q.Text, move, answer)
	if !ok {
		return say.Answer{}, false
	}
	w := say.NewComposer(snapshot, q.Language)
	n := w.Cite(c.Sentence.Source, c.Sentence.Span)
	w.Write(q.Language.Say("answer.not-but", move.Said) + word)
	w.QuoteFigure(c.Sentence.Source, c.Entry, n)
	w.Write(fmt.Sprintf(" [%d]\n", n))
	w.Quote(c.Sentence.Source, c.Clause, n)
	out = w.Done()
	if !answer.Refused {
		out = and(out, answer)
	}
	out.Hits, out.Support = answer.Hits, answer.Support
	return out, gate.Prove(snapshot, q.Text, out) == nil
}

// leastOfMoved is how many pairs of characters the words around a figure have in common with the question whose figure it is.
const leastOfMoved = 2

// movedOtherwise is the figure of the hits by which something of the question moved the other way, and the word for that; ok is
// false where there is none, or one by which something moved as the question says.
func movedOtherwise(snapshot *retrieval.Snapshot, question string, move asking.Move, answer say.Answer) (c weigh.Candidate, word string, ok bool) {
	asked := wording.Bigrams(wording.LongForm(question))
	for gram := range wording.Bigrams(move.Said) {
		delete(asked, gram)
	}
	most := leastOfMoved - 1
	for _, h := range answer.Hits {
		for _, e := range snapshot.Ledger().Of(h.Paragraph) {
			if !e.Value.Equal(move.Value) || e.Unit != move.Unit {
				continue
			}
			found, has := weigh.Quoted(snapshot, h.Paragraph, e.Start)
			if !has {
				continue
			}
			said, rises, moves := asking.MoveBefore(hanzi.Fold(string(found.Sentence.Text[found.Clause.Start:e.Start])))
			shared := wording.Shared(asked, found.UpToClause())
			switch {
			case !moves || shared < leastOfMoved:
			case rises == move.Rises:
				return c, "", false
			case shared > most:
				c, word, most, ok = found, said, shared, true
			}
		}
	}
	return c, word, ok
}
