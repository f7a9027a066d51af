package answer

import (
	"context"
	"testing"

	"youju/answer/answertest"
	"youju/answer/asking"
	"youju/embed"
)

// TestWhatIsCounted: a figure of something else gives way to one that counts what the
// question counts, and is not said where there is none.
func TestWhatIsCounted(t *testing.T) {
	encoder, err := embed.Open()
	if err != nil {
		t.Fatal(err)
	}
	corpus := answertest.Collection(t, encoder, []string{"云台高新区的干部", "云台高新区替企业摆平难处，设立50个联系点。配套功能、环境卫生等园区各类问题，协调解决了760个。云台高新区的员工有1200人。"})
	for _, c := range []struct {
		question, figure string
		refused          bool
	}{
		{"云台高新区替企业摆平了多少个问题", "760个", false},
		{"云台高新区替企业设立多少个联系点", "50个", false},
		{"云台高新区有多少名工人", "1200人", false},
		{"云台高新区有多少名院士", "1200人", true},
		{"云台高新区的院士超过1000人了吗", "1200人", true},
		{"云台高新区的员工超过1500人了吗", "1200人", false},
		{"云台高新区的院士超过1500人了吗", "1200人", true},
	} {
		a, err := New(corpus, nil).Answer(context.Background(), asking.Question{Text: c.question})
		if err != nil || a.Refused != c.refused || len(a.Figures) == 0 || a.Figures[0].Text != c.figure {
			t.Errorf("%s got %q, refused %v, error %v", c.question, a.Text, a.Refused, err)
		}
	}
}
