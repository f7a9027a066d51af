package retrieval

import (
	"context"
	"reflect"
	"testing"
)

// slowToAsk is an embedder that embeds a question when it is let.
type slowToAsk struct {
	*stub
	let chan struct{}
}

func (s slowToAsk) EmbedQuery(ctx context.Context, text string) ([]float32, error) {
	<-s.let
	return s.stub.EmbedQuery(ctx, text)
}

// What is likely is prepared while the vector is made, likeliest first; what is found
// does not depend on it.
func TestWhatIsLikelyIsPreparedWhileTheQuestionIsEmbedded(t *testing.T) {
	const question = "实际利用外资的企业"
	e := slowToAsk{newStub(), make(chan struct{})}
	c := opened(t, e, "")
	replace(t, c, kunshan, guangzhou, zhengzhou)
	s := c.Snapshot()
	var prepared []string
	found, err := s.SearchPreparing(t.Context(), question, 10, func(likely Source) {
		if prepared = append(prepared, likely.Text); len(prepared) == 2 {
			close(e.let)
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(prepared) < 2 || prepared[0] != guangzhou.Paragraphs[0].Text {
		t.Errorf("prepared %q", prepared)
	}
	again, err := s.SearchPreparing(t.Context(), question, 10, func(likely Source) {
		t.Errorf("with a vector that is known, %q is prepared", likely.Text)
	})
	if err != nil || !reflect.DeepEqual(again, found) {
		t.Errorf("found %v and again %v, error %v", found, again, err)
	}
}
