package bot

import (
	"strings"
	"testing"

	"youju/bot/telegramtest"
	"youju/lang"
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
