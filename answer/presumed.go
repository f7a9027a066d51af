package answer

import (
	"context"
	"slices"
	"strings"

	"youju/answer/asking"
	"youju/answer/gate"
	"youju/answer/say"
	"youju/retrieval"
)

// sureOfPresumed is the support that what is said against a question's own figure needs.
const sureOfPresumed = 0.8

// setRight puts before an answer what the articles say instead of a figure that the question takes for granted
// (不是96.7亿，是69.7亿元), or of a fall where there was a rise, where they do.
func (a *Answerer) setRight(ctx context.Context, snapshot *retrieval.Snapshot, q asking.Question, answer say.Answer) (say.Answer, error) {
	if right, ok := wrongWay(snapshot, q, answer); ok {
		return right, nil
	}
	asked, denied := asking.PresumedFall(q.Text), []string(nil)
	if asked != "" {
		no, _, _ := strings.Cut(q.Language.Say("answer.other-way", "\n", "\n"), "\n")
		denied = []string{no}
	} else if asked = asking.Presumed(q.Text); asked != "" {
		if claim := asking.Read(asking.Question{Text: asked, Language: q.Language}).Claim; claim != nil {
			denied = []string{q.Language.Say("answer.not-but", claim.Figure.Text), q.Language.Say("answer.no-bound")}
		}
	}
	if len(denied) == 0 {
		return answer, nil
	}
	checked, err := a.answer(ctx, snapshot, asking.Question{Text: asked, History: q.History, Language: q.Language})
	if err != nil {
		return say.Answer{}, err
	}
	if checked.Refused || checked.Support < sureOfPresumed || !slices.ContainsFunc(denied, func(no string) bool { return strings.HasPrefix(checked.Text, no) }) {
		return answer, nil
	}
	out := checked
	if !answer.Refused {
		out = and(checked, answer)
	}
	if gate.Prove(snapshot, q.Text, out) != nil {
		return answer, nil
	}
	return out, nil
}
