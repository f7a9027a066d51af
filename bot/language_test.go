package bot

import (
	"context"
	"strings"
	"testing"

	"youju/answer/asking"
	"youju/answer/say"
	"youju/bot/telegramtest"
	"youju/lang"
	"youju/store"
)

func TestSpeaksThePersonsLanguage(t *testing.T) {
	s := telegramtest.New(t)
	start(t, s, scripted(foreignCapital()))
	var screens []string
	for _, code := range []string{"zh-hk", "en-GB"} {
		li, room := s.Person("李")
		li.LanguageCode = code
		for _, text := range []string{"/start", "/help", "/articles", "/check", "/nonsense", "Hi", "外资多少"} {
			room.Say(li, text)
			screens = append(screens, "── "+code+" "+text+"\n"+screen(room.Next(t)))
		}
		answer := room.Sent()[6]
		room.Tap(t, li, answer, answer.Buttons()[0].Text)
		screens = append(screens, "── "+code+" source\n"+screen(room.Next(t)))
		l, _ := lang.Of(code)
		if got := room.TapData(li, answer, "nonsense").Answer(t); got != l.Say("bot.tap-unknown") {
			t.Errorf("%s: a button that is none says %q", code, got)
		}
	}
	golden(t, "languages", strings.Join(screens, "\n"))
}

func TestWhatIsWrittenTells(t *testing.T) {
	s := telegramtest.New(t)
	start(t, s, echo)
	for _, test := range []struct {
		code, text string
		want       lang.Language
	}{
		{"zh-hans", "謝謝", lang.Traditional}, {"en", "謝謝", lang.Traditional}, {"en", "谢谢", lang.English}, {"", "谢谢", lang.Simplified},
		{"zh-hans", "/check what is there", lang.English}, {"zh-tw", "/check what is there", lang.English}, {"ja", "/check what is there", lang.English},
		{"zh-tw", "/check", lang.Traditional},
	} {
		li, room := s.Person("李")
		li.LanguageCode = test.code
		room.Say(li, test.text)
		want := test.want.Say("bot.unknown-command") + "\n\n" + test.want.Say("bot.help")
		if !strings.HasPrefix(test.text, "/") {
			want = test.want.Say("bot.thanks")
		}
		if got := room.Next(t); got.Text != want {
			t.Errorf("%q %s: %q", test.code, test.text, got.Text)
		}
	}
}

// TestAFollowUpKeepsTheLanguage: its words may not tell, nor a button's.
func TestAFollowUpKeepsTheLanguage(t *testing.T) {
	s := telegramtest.New(t)
	asked := func(_ context.Context, q asking.Question) (say.Answer, error) {
		a := foreignCapital()
		a.Text = q.Language.Code() + "：" + q.Text
		a.Figures, a.Marks = nil, nil
		return a, nil
	}
	start(t, s, asked)
	li, room := s.Person("李")
	for _, step := range []struct{ text, want string }{
		{"增速呢", "zh-Hans"}, {"鄭州高新區有幾家企業", "zh-Hant"}, {"增速呢", "zh-Hant"}, {"那郑州呢", "zh-Hans"}, {"growth?", "zh-Hant"},
		{"How many companies are there?", "en"}, {"growth?", "en"}, {"/new", ""}, {"增速呢", "zh-Hans"}, {"What is the growth?", "en"},
	} {
		room.Say(li, step.text)
		if got := room.Next(t); !strings.HasPrefix(got.Text, step.want+"：") && step.want != "" {
			t.Errorf("%s: %q, want %s", step.text, got.Text, step.want)
		}
	}
	m := room.Sent()[len(room.Sent())-1]
	room.Tap(t, li, m, "广州经开区的产值是多少？")
	next := room.Next(t)
	if !strings.Contains(next.Text, "en：广州经开区的产值是多少？") {
		t.Errorf("a tap on a question gets %q", next.Text)
	}
	if got := room.TapData(li, next, "nonsense").Answer(t); got != lang.English.Say("bot.tap-unknown") {
		t.Errorf("a tap is told %q", got)
	}
}

func TestSetOfAChat(t *testing.T) {
	s := telegramtest.New(t)
	r := start(t, s, echo)
	li, room := s.Person("李")
	if err := r.bot.cfg.Store.SetSettings(t.Context(), room.Chat.ID, store.Settings{Language: int(lang.English) + 1}); err != nil {
		t.Fatal(err)
	}
	room.Say(li, "謝謝")
	if got := room.Next(t); got.Text != lang.English.Say("bot.thanks") {
		t.Errorf("what is set does not hold: %q", got.Text)
	}
}

func TestLanguageOfStrangers(t *testing.T) {
	for code, want := range map[string]lang.Language{"": lang.Simplified, "ja": lang.Simplified, "zh-hans": lang.Simplified, "zh-TW": lang.Traditional, "en": lang.English} {
		s := telegramtest.New(t)
		start(t, s, echo, func(b *Bot) { b.cfg.AllowedChats = []int64{1 << 40} })
		li, room := s.Person("李")
		li.LanguageCode = code
		room.Say(li, "外资多少")
		if got := room.Next(t); got.Text != want.Say("bot.stranger", room.Chat.ID) {
			t.Errorf("%q is told %q", code, got.Text)
		}
	}
}
