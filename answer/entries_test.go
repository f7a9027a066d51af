package answer

import (
	"context"
	"testing"

	"youju/answer/answertest"
	"youju/answer/asking"
)

// TestEntries: what entries of an encyclopedia say: of old years, in lists by size and of what was raised in money that nobody
// knows.
func TestEntries(t *testing.T) {
	answertest.Long(t)
	answerer := withoutReader(t,
		[]string{"青溪", "青溪支流众多，流域面积大于10平方公里的支流有31条，其中大于100平方公里的有12条，大于1000平方公里的有3条。"},
		[]string{"云石军", "云石国将士兵的年薪从120云第提升为260云第。"},
		[]string{"云石路", "崇宁三年云石府升为云石路。宣和四年云石国与青禾国结盟。"},
		[]string{"顾夕", "顾夕自十八岁起参加云湖横渡赛。"},
		[]string{"石梁高速公路", "石梁高速公路全长162公里，按双向四车道标准建设。"})
	for _, c := range []struct {
		question, said string // the first figure; "" for a refusal
	}{
		{"青溪流域面积超过一千平方公里的支流有几条", "3条"},
		{"青溪流域面积超过10平方公里的支流有几条", "31条"},
		{"云石国把士兵的年薪提高到多少", "260"},
		{"云石府什么时候升为云石路", "崇宁三年"},
		{"石梁高速公路的最高限速是多少", ""},
		{"石梁高速公路全长多少", "162公里"},
		{"顾夕什么时候参加云湖横渡赛", "十八岁"}, // which is no date
	} {
		a, err := answerer.Answer(context.Background(), asking.Question{Text: c.question})
		if err != nil {
			t.Fatal(err)
		}
		said := ""
		if !a.Refused && len(a.Figures) > 0 {
			said = a.Figures[0].Text
		}
		if said != c.said {
			t.Errorf("%s: %q, want %q:\n%s", c.question, said, c.said, a.Text)
		}
	}
}
