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

func TestAnOfficeBesideAName(t *testing.T) {
	for _, c := range []struct {
		asked, who, said string
		says             bool
	}{
		{"顾言将在议会担任什么职务", "顾言", "林夏和顾言签署协议,顾言将成为首任议长", true}, // where the name comes again
		{"国君封了顾言什么官职", "顾言", "国君以顾言为太保", true},
		{"顾言担任什么职务", "顾言", "林夏和顾言签署协议", false},
		{"馆长顾言此前担任什么职务", "顾言", "馆长顾言致辞", false}, // the question's own
	} {
		if got := saysOffice(c.asked, c.who, c.said); got != c.says {
			t.Errorf("%s by %s: %v", c.asked, c.said, got)
		}
	}
	for asked, who := range map[string]string{"顾言将在议会担任什么职务": "顾言", "顾言担任什么职务": "顾言"} {
		if m := whoseOffice.FindStringSubmatch(asked); m == nil || m[1] != who {
			t.Errorf("%s asks of %q", asked, m)
		}
	}
	if m := grantedAsked.FindStringSubmatch("国君封了顾言什么官职"); m == nil || m[1] != "顾言" {
		t.Errorf("who was given an office: %q", m)
	}
}
