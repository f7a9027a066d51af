package answer

import (
	"context"
	"slices"
	"strings"

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
	if word, year := asking.YearBefore(q.Text, full); answer.Refused && word != "" { // no year that nobody said
		answer = reworded(answer, year, word)
	}
	return answer, err == nil && (!answer.Refused || asking.OfOtherTime(q.Text) || asking.OfNamed(q)), err
}

// reworded is an answer with a word in the place of another that stands before its figures.
func reworded(a say.Answer, said, word string) say.Answer {
	before, behind, ok := strings.Cut(a.Text, said)
	if at := len([]rune(before)); !ok || len(a.Marks) > 0 && a.Marks[0].Start < at {
		return a
	}
	a.Text, a.Marks = before+word+behind, slices.Clone(a.Marks)
	for i := range a.Marks {
		a.Marks[i].Start += len([]rune(word)) - len([]rune(said))
		a.Marks[i].End += len([]rune(word)) - len([]rune(said))
	}
	return a
}
