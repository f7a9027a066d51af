package weigh

import (
	"testing"

	"youju/answer/evidence"
	"youju/figure"
	"youju/hanzi"
)

func TestTimesBeforeAList(t *testing.T) {
	for said, times := range map[string]bool{
		"小说曾二度（1953年、1971年）被改编": true, "小说曾三度（1953年、1971年）被改编": false, "小说（1953年、1971年）被改编": false, "小说1953年、1971年两次被改编": true,
	} {
		text := []rune(said)
		all := hanzi.Span{End: len(text)}
		if got := timesSaid(Candidate{Sentence: evidence.Sentence{Text: text, Span: all}, Clause: all}, figure.Find(said)[:2], "次"); got != times {
			t.Errorf("%s: %v", said, got)
		}
	}
}
