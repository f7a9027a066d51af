package answer

import (
	"testing"

	"youju/answer/answertest"
	"youju/answer/say"
	"youju/embed"
)

// withReader answers over articles, each a title and its paragraphs, as the program does.
func withReader(t *testing.T, articles [][]string) *Answerer {
	t.Helper()
	encoder, err := embed.Open()
	if err != nil {
		t.Fatal(err)
	}
	reader, err := embed.OpenReader()
	if err != nil {
		t.Fatal(err)
	}
	return New(answertest.Collection(t, encoder, articles...), reader)
}

// withoutReader answers over articles by the rules alone.
func withoutReader(t *testing.T, articles ...[]string) *Answerer {
	t.Helper()
	encoder, err := embed.Open()
	if err != nil {
		t.Fatal(err)
	}
	return New(answertest.Collection(t, encoder, articles...), nil)
}

// figureSaid is the figure that an answer gives, the one worked out before the quoted; "" where it
// refuses or gives none.
func figureSaid(a say.Answer) string {
	switch {
	case a.Refused:
	case len(a.Derived) > 0:
		return a.Derived[0].Text
	case len(a.Figures) > 0:
		return a.Figures[0].Text
	}
	return ""
}
