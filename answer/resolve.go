package answer

import (
	"context"

	"youju/answer/asking"
	"youju/answer/say"
	"youju/retrieval"
)

// answerInFull answers a follow-up that exchanges a part of the question before by what
// it comes to in full; ok is false where it is none, or that has no answer.
func (a *Answerer) answerInFull(ctx context.Context, snapshot *retrieval.Snapshot, q asking.Question) (answer say.Answer, ok bool, err error) {
	if len(q.History) == 0 || q.GoesOn {
		return say.Answer{}, false, nil
	}
	full := asking.InFull(snapshot, q)
	if full == "" {
		return say.Answer{}, false, nil
	}
	answer, err = a.answer(ctx, snapshot, asking.Question{Text: full, Language: q.Language})
	return answer, err == nil && !answer.Refused, err
}
