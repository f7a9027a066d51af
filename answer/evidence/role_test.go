package evidence

import (
	"testing"

	"youju/answer/answertest"
	"youju/answer/asking"
	"youju/news"
	"youju/retrieval"
)

func TestWhoseOfficeIsAskedFor(t *testing.T) {
	for _, c := range []struct{ asked, office, body string }{
		{"云石委员会青州分会的执行董事是谁", "执行董事", "云石委员会青州分会"},
		{"表示失望的青禾驻石滩大使叫什么名字?(曾谴责石滩的保险)", "大使", "青禾驻石滩"},
		{"白塔酒店总监叫什么", "总监", "白塔酒店"},
		{"白塔市文化馆馆长是谁", "馆长", "白塔市文化馆"},
	} {
		m := role.FindStringSubmatch(c.asked)
		if m == nil || m[2] != c.office {
			t.Errorf("%s asks for %q, want %s", c.asked, m, c.office)
			continue
		}
		if got := bodyBefore(c.asked, m[0]); got != c.body {
			t.Errorf("%s: the body is %q, want %s", c.asked, got, c.body)
		}
	}
}

func TestWhatOnlyHappenedBesideIsNoPlaceOfIt(t *testing.T) {
	for _, c := range []struct {
		asked, said string
		aside       bool
	}{
		{"枪击发生在哪里", "枪手在枪击发生前几天访问了北京", true},
		{"枪击发生在哪里", "枪击发生后,警方赶到天津市中心,事情就发生在那里", false},
		{"枪手访问了哪里", "枪手在枪击发生前几天访问了北京", false},
	} {
		if got := saysAside(c.asked, c.said); got != c.aside {
			t.Errorf("%s and %s: %v", c.asked, c.said, got)
		}
	}
}

// TestAHolderOfWhomTheReaderIsSure need not be said to be of the whole body.
func TestAHolderOfWhomTheReaderIsSure(t *testing.T) {
	snapshot := answertest.Park(t, answertest.Embedder{}).Snapshot()
	for _, c := range []struct {
		said     string
		read     float64
		roleless bool
	}{
		{"开幕式视效总监林夏表示，灯光是重点。", 0.95, false},
		{"开幕式视效总监林夏表示，灯光是重点。", 0.4, true},
		{"音响总监林夏表示，灯光是重点。", 0.95, true},
	} {
		s := Sentence{said: c.said, Read: c.read, Source: retrieval.Source{Article: &news.Article{}, Text: c.said}}
		r := asking.Read(asking.Question{Text: "青石冬灯会开幕式视效总监是谁"})
		if got := Roleless(snapshot, r, s); got != c.roleless {
			t.Errorf("%s read with %v: roleless %v", c.said, c.read, got)
		}
	}
}
