package bot

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"youju/bot/telegramtest"
)

func TestAQuestionIsSharedByALink(t *testing.T) {
	s := telegramtest.New(t)
	start(t, s, recalling)
	li, room := s.Person("李")
	wang, other := s.Person("王")
	link := func(m *telegramtest.Message) string { return m.Button(t, zh("button.copy-link")).CopyText.Text }
	for _, c := range []struct{ asked, shared string }{
		{"广州外资", "广州外资（接着：）\n问：广州外资"},
		{"增速呢", "增速呢（接着：广州外资）\n问：增速呢"}, // what it leans on goes with it
		{"很长很长的一个问题，长得放不进一个链接里去，所以只能记下它是哪一个", "很长很长的一个问题，长得放不进一个链接里去，所以只能记下它是哪一个（接着：广州外资、增速呢）\n问：很长很长的一个问题，长得放不进一个链接里去，所以只能记下它是哪一个"},
	} {
		room.Say(li, c.asked)
		s.Follow(t, wang, link(room.Next(t)))
		if got := other.Next(t).Text; got != c.shared {
			t.Errorf("%s is shared as %q, want %q", c.asked, got, c.shared)
		}
	}
	other.Say(wang, "占比呢") // the link's question is followed up like one's own
	if got := other.Next(t).Text; !strings.Contains(got, "（接着：广州外资、增速呢、很长") {
		t.Errorf("got %q", got)
	}
}

func TestLinksToQuestionsThatAreNone(t *testing.T) {
	s := telegramtest.New(t)
	r := start(t, s, recalling)
	li, room := s.Person("李")
	room.Say(li, strings.Repeat("别人的问题", 20))
	kept := room.Next(t).Button(t, zh("button.copy-link")).CopyText.Text
	_, payload, _ := strings.Cut(kept, "start=")
	wang, other := s.Person("王")
	for _, payload := range []string{"q_", "q_!", "q_A", "q__", "q__1-AAAAAAAAAAAA", payload[:len(payload)-1] + "x", "q_" + "gICA", "q_ICAg"} {
		other.Say(wang, "/start "+payload)
		if got := other.Next(t).Text; got != zh("bot.link-unknown") {
			t.Errorf("%s: %q", payload, got)
		}
	}
	room.Say(li, "/forget")
	room.Next(t)
	s.Follow(t, wang, kept)
	if got := other.Next(t).Text; got != zh("bot.link-unknown") {
		t.Errorf("a question that was forgotten: %q", got)
	}
	_ = r
}

func TestWhereInlineModeIsThereAChatIsChosen(t *testing.T) {
	s := telegramtest.New(t)
	s.EnableInline()
	start(t, s, recalling)
	li, room := s.Person("李")
	room.Say(li, "广州外资")
	if b := room.Next(t).Button(t, zh("button.share")); b.SwitchInlineQuery == nil || *b.SwitchInlineQuery != "广州外资" {
		t.Errorf("shared as %+v", b)
	}
	room.Say(li, "增速呢")
	if b := room.Next(t).Button(t, zh("button.copy-link")); b.CopyText == nil {
		t.Errorf("a question that leans on another is shared as %+v", b)
	}
}

func TestAskPayloadComesBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		question := rapid.StringN(0, 60, 60).Draw(t, "question")
		payload, fits := askPayload(question)
		if fits != (len(question) <= 46 && question != "") {
			t.Fatalf("%d bytes fit: %v", len(question), fits)
		}
		if back, ok := parseAskPayload(payload); fits && (ok != (trim(question) != "") || back != trim(question)) {
			t.Fatalf("%q came back as %q, %v", question, back, ok)
		}
		if fits && keptForm.MatchString(payload) {
			t.Fatalf("%q is taken for one that is kept", payload)
		}
	})
}
