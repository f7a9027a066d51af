package eval

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"youju/answer"
	"youju/answer/asking"
	"youju/retrieval"
)

// Weighing is a question with all that was weighed for it and which of it is right.
type Weighing struct {
	ID         string       `json:"id"`
	Question   string       `json:"question"`
	Numeric    bool         `json:"numeric"`
	Standalone bool         `json:"standalone"`
	Answerable bool         `json:"answerable"`
	Weighed    bool         `json:"weighed"` // false: what was said was not decided by weight
	Refused    bool         `json:"refused"` // for another reason than its support
	Right      bool         `json:"right"`   // what is said at any support is
	Figure     bool         `json:"figure"`  // a figure was said, not a sentence
	Figures    []WeighedOne `json:"figures"`
	Sentences  []WeighedOne `json:"sentences"`
}

// WeighedOne is a figure or a sentence with its features by name.
type WeighedOne struct {
	Right    bool   `json:"right"` // it is a gold answer, or holds one, in a gold passage where one is known
	Text     string `json:"text"`
	Features any    `json:"features"`
}

// Weigh asks questions, each answered whatever its support, and tells what lay on
// the scales.
func Weigh(ctx context.Context, s *retrieval.Snapshot, a *answer.Answerer, queries []Query, progress Progress) ([]Weighing, error) {
	out := make([]Weighing, len(queries))
	err := inParallel(ctx, len(queries), progress, func(ctx context.Context, i int) error {
		q, w := queries[i], &out[i]
		w.Figures, w.Sentences = []WeighedOne{}, []WeighedOne{}
		tell := func(weighed answer.Weighed) {
			w.Weighed, w.Figure = true, weighed.Figure
			w.Figures = q.judgeChoices(s, weighed.Figures, q.asksFor)
			w.Sentences = q.judgeChoices(s, weighed.Sentences, q.heldBy)
		}
		said, err := a.Regardless().Telling(tell).Answer(ctx, asking.Question{Text: q.Text, History: q.Gold.History})
		if err != nil {
			return fmt.Errorf("question %s: %w", q.ID, err)
		}
		v := Judge(s, q, said)
		w.ID, w.Question, w.Numeric, w.Standalone, w.Answerable = q.ID, q.Text, q.Gold.Numeric, q.standalone(), v.Answerable
		w.Refused, w.Right = v.Refused, v.Right
		return nil
	})
	return out, err
}

func (q Query) judgeChoices(s *retrieval.Snapshot, choices []answer.Choice, right func(text string) bool) []WeighedOne {
	out := make([]WeighedOne, len(choices))
	for i, c := range choices {
		source, ok := s.Source(c.Paragraph)
		gold := ok && (len(q.Relevant) == 0 || q.Relevant[passageID(c.Paragraph, source.Article.ID)] > 0)
		out[i] = WeighedOne{Right: q.answerable() && gold && right(c.Text), Text: c.Text, Features: c.Features}
	}
	return out
}

// asksFor says that a figure is a gold one, nothing longer or shorter.
func (q Query) asksFor(figure string) bool {
	return slices.ContainsFunc(q.Gold.Answers, func(gold string) bool { return sameFigure(gold, figure) })
}

// heldBy says that a text holds a gold answer, one of each group.
func (q Query) heldBy(text string) bool {
	said := normalize(text)
	return q.everyGroup(func(gold string) bool { return holds(normalize(strings.TrimRight(gold, "。")), said) })
}
