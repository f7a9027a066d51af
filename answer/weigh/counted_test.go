package weigh

import (
	"testing"

	"youju/answer/answertest"
	"youju/answer/evidence"
	"youju/figure"
	"youju/hanzi"
	"youju/retrieval"
)

func TestACountWithoutItsNounIsOfWhatWasSpokenOf(t *testing.T) {
	snapshot := answertest.Park(t, answertest.Embedder{}).Snapshot()
	for _, c := range []struct {
		text, thing string
		leavesOut   bool
	}{
		{"海百合一天可以吃掉很多食物。只有150种被确认，其余的还没有名字。", "海百合", true},
		{"海百合一天可以吃掉很多食物。只有150种被确认，其余的还没有名字。", "鹦鹉螺", false},
		{"海百合一天可以吃掉很多食物。只有150种海藻被确认，其余的还没有名字。", "海百合", false},
	} {
		spans, found := hanzi.Sentences(c.text), figure.Find(c.text)
		last, text := spans[len(spans)-1], []rune(c.text)
		f := found[len(found)-1]
		s := evidence.Sentence{Source: retrieval.Source{Text: c.text}, Span: last, Text: text}
		if got := (Candidate{Sentence: s, Figure: f, Clause: ClauseOf(text, last, f)}).leavesOut(snapshot, c.thing); got != c.leavesOut {
			t.Errorf("%s of %s is left out: %v", f.Text, c.thing, got)
		}
	}
}

func TestTwoTogetherAreNotOneOfThem(t *testing.T) {
	for _, c := range []struct {
		asked, before string
		together      bool
	}{
		{"云湖年会主会接收了多少篇论文", "今年主会及分会共收到论文", true},
		{"云湖年会主会接收了多少篇论文", "其中主会接收", false},
		{"云湖年会主会和分会接收了多少篇论文", "今年主会及分会共收到论文", false},
		{"云湖年会一共接收了多少篇论文", "今年主会及分会共收到论文", false},
	} {
		text := []rune(c.before + "381篇")
		candidate := Candidate{Sentence: evidence.Sentence{Text: text}, Clause: hanzi.Span{End: len(text)}, Figure: figure.Find(string(text))[0]}
		if got := candidate.together(c.asked); got != c.together {
			t.Errorf("%s of %s: %v", c.asked, c.before, got)
		}
	}
}
