package answer

import (
	"context"
	"slices"

	"youju/answer/asking"
	"youju/answer/derive"
	"youju/answer/gate"
	"youju/answer/say"
	"youju/answer/weigh"
	"youju/retrieval"
)

// answerApiece works out what a question asks of two things from what each of them comes to when it is asked for by
// itself, where they were not found together: 瑞博拟融资额跟富祥的投资哪个大.
func (a *Answerer) answerApiece(ctx context.Context, snapshot *retrieval.Snapshot, q asking.Question, whole say.Answer) (say.Answer, error) {
	if len(whole.Derived) > 0 || !whole.Refused && len(whole.Figures) > 1 {
		return whole, nil
	}
	r := asking.Read(asking.Question{Text: asking.Formal(q.Text), History: q.History, Language: q.Language, GoesOn: q.GoesOn})
	for _, f := range derive.Formulas(asking.LedInFull(snapshot, r)) {
		if f = f.Lent(snapshot); !f.Apiece() {
			continue
		}
		if !whole.Refused && f.Op != derive.Sum && !f.Which { // one that is printed
			continue
		}
		first, ok, err := a.operand(ctx, snapshot, q, f.Apart(f.First), asking.Turn{})
		if err != nil || !ok {
			return whole, err
		}
		other, ok, err := a.operand(ctx, snapshot, q, f.Apart(f.Other), asking.Turn{Question: f.Apart(f.First)})
		if err != nil || !ok {
			return whole, err
		}
		w, ok := derive.OfTwo(snapshot, f, first, other)
		if !ok {
			continue
		}
		worked := say.Worked(snapshot, r, w)
		if gate.Prove(snapshot, q.Text, worked) == nil {
			worked.Hits = whole.Hits
			return worked, nil
		}
	}
	return whole, nil
}

// operand is the figure that answers a question for one of two; one that goes on from the other's where it has no
// answer by itself.
func (a *Answerer) operand(ctx context.Context, snapshot *retrieval.Snapshot, q asking.Question, text string, other asking.Turn) (weigh.Candidate, bool, error) {
	one, err := a.answer(ctx, snapshot, asking.Question{Text: text, Language: q.Language})
	if err == nil && one.Refused && other.Question != "" {
		one, err = a.answer(ctx, snapshot, asking.Question{Text: text, Language: q.Language, History: []asking.Turn{other}, GoesOn: true})
	}
	if err != nil || one.Refused || len(one.Figures) == 0 || len(one.Derived) > 0 {
		return weigh.Candidate{}, false, err
	}
	figure := one.Figures[0]
	at := slices.IndexFunc(one.Citations, func(c say.Citation) bool { return c.N == figure.Citation })
	if at < 0 {
		return weigh.Candidate{}, false, nil
	}
	c, ok := weigh.Quoted(snapshot, one.Citations[at].Paragraph, figure.Start)
	return c, ok, nil
}
