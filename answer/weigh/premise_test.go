package weigh

import (
	"testing"

	"youju/answer/answertest"
	"youju/answer/asking"
	"youju/answer/evidence"
	"youju/answer/scales"
	"youju/figure"
	"youju/retrieval"
)

// TestTheReportThatSaysWhatIsTakenForGranted goes before one that is alike and says another figure.
func TestTheReportThatSaysWhatIsTakenForGranted(t *testing.T) {
	corpus := answertest.Collection(t, answertest.Embedder{},
		[]string{"棉市", "棉花期货主力合约收于每吨15506元。云海棉收盘于每吨14990元。"},
		[]string{"棉市", "棉花期货主力合约收于每吨15241元。云海棉收盘于每吨14880元。"})
	snapshot := corpus.Snapshot()
	for question, want := range map[string]int{
		"棉花期货收于每吨15241元的当日，云海棉收盘价是多少": 1, "棉花期货收于每吨15506元的当日，云海棉收盘价是多少": 0, "云海棉收盘价是多少": 0, "棉花期货收于每吨16000元的当日，云海棉收盘价是多少": 0,
	} {
		var found []Candidate
		articles := snapshot.Articles()
		for i := range articles {
			c := Candidate{Sentence: evidence.Sentence{Source: retrieval.Source{Article: &articles[i]}}, Figure: figure.Figure{Start: i}, Score: 1}
			c.Features = scales.Figure{Fit: 1, Coverage: 1, Cosine: 1, Hit: 1, Clause: 1, Known: 1, Near: 1, Meaning: 1}
			found = append(found, c)
		}
		premiseSaidFirst(snapshot, asking.Read(asking.Question{Text: question}), found, false)
		if got := found[0].Figure.Start; got != want {
			t.Errorf("%s is answered by article %d", question, got)
		}
	}
}
