package naming

import (
	"testing"

	"youju/answer/answertest"
)

func TestTheHostOfAnEventNeedsNotBeSaid(t *testing.T) {
	snapshot := answertest.Park(t, answertest.Embedder{}).Snapshot()
	for _, c := range []struct {
		question, text string
		missing        bool
	}{
		{"北京冬奥会有多少名裁判", "本届冬奥会有裁判300名", false},
		{"北京冬奥会有多少名裁判", "首尔冬奥会有裁判300名", true}, // another one
		{"北京冬奥会有多少名裁判", "冰雪节有裁判300名", true},   // nothing of the kind
		{"北京有多少名冬奥会裁判", "冬奥会有裁判300名", true},   // 北京 is no part of its name
	} {
		names := In(snapshot, c.question)
		if got := Missing(WithoutHosts(snapshot, names, c.question, c.text), c.question, c.text) != ""; got != c.missing || len(names) == 0 {
			t.Errorf("%s by %s: a name is missing %v, want %v; names %v", c.question, c.text, got, c.missing, names)
		}
	}
}

func TestAnEventIsHeldElsewhere(t *testing.T) {
	snapshot := answertest.Park(t, answertest.Embedder{}).Snapshot()
	for _, c := range []struct{ question, text, host string }{
		{"横滨亚运会有多少运动员", "西安亚运会有运动员一万名", "横滨"},
		{"横滨亚运会有多少运动员", "横滨接过西安亚运会的会旗", ""},
		{"横滨亚运会有多少运动员", "本届亚运会有运动员一万名", ""},
		{"今年亚运会有多少运动员", "西安亚运会有运动员一万名", ""},
	} {
		if got := OtherHost(snapshot, c.question, c.text); got != c.host {
			t.Errorf("%s by %s: %q, want %q", c.question, c.text, got, c.host)
		}
	}
}
