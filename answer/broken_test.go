package answer

import (
	"context"
	"testing"

	"youju/answer/answertest"
	"youju/answer/asking"
)

// brokenEmbedder breaks at every question but one.
type brokenEmbedder struct {
	answertest.Embedder
	fine string
}

func (e brokenEmbedder) EmbedQuery(ctx context.Context, text string) ([]float32, error) {
	if text != e.fine {
		panic("broken by " + text)
	}
	return e.Embedder.EmbedQuery(ctx, text)
}

func (e brokenEmbedder) EmbedQueries(context.Context, []string) ([][]float32, error) {
	panic("broken by several")
}

// TestAPanicOfASuggestionCostsThatSuggestion: it is tried beside the goroutine of
// the one who asks, who could not catch it.
func TestAPanicOfASuggestionCostsThatSuggestion(t *testing.T) {
	question := "青禾高新区实际利用外资多少"
	sound, err := New(answertest.Park(t, answertest.Embedder{}), nil).Answer(t.Context(), asking.Question{Text: question})
	if err != nil || len(sound.Suggestions) == 0 {
		t.Fatalf("nothing is tried: %v", err)
	}
	a, err := New(answertest.Park(t, brokenEmbedder{fine: question}), nil).Answer(t.Context(), asking.Question{Text: question})
	if err != nil || a.Text != sound.Text || len(a.Suggestions) != 0 {
		t.Errorf("answer %q, suggestions %q, error %v", a.Text, a.Suggestions, err)
	}
}
