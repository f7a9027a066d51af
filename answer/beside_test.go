package answer

import (
	"context"
	"strings"
	"testing"

	"youju/answer/asking"
)

// TestANameInTheSentenceBeforeIsSaid: the sentence that holds the question's words leaves its
// subject to the one before it.
func TestANameInTheSentenceBeforeIsSaid(t *testing.T) {
	answerer := withReader(t, [][]string{
		{"明湖俱乐部", "明湖女子足球俱乐部为明湖俱乐部的属会。成立于1987年，是全省最成功的女子球队，先后赢得12次联赛冠军。"},
		{"环保史", "煤烟清除会在1898年成立，是世界上最早的环保团体之一。因煤烟笼罩喘不过气来，画家里奇蒙成立了这一机构。"},
	})
	for question, name := range map[string]string{
		"哪一个球队是全省最成功的女子球队？":         "明湖女子足球俱乐部",
		"因煤烟笼罩喘不过气来，画家里奇蒙成立了哪一个机构？": "煤烟清除会",
	} {
		a, err := answerer.WithoutSuggestions().Answer(context.Background(), asking.Question{Text: question})
		if err != nil {
			t.Fatal(err)
		}
		if a.Refused || !strings.Contains(a.Text, name) {
			t.Errorf("%s: %q", question, a.Text)
		}
	}
}
