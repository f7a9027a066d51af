package bot

import (
	"testing"

	"youju/bot/telegramtest"
)

// Whatever a stranger does, there is one sentence for a chat, and then silence,
// also after a restart.
func TestStrangersAreToldOnce(t *testing.T) {
	s := telegramtest.New(t)
	s.EnableInline()
	s.EnableGuests()
	li, home := s.Person("李")
	wang, elsewhere := s.Person("王")
	group := s.Group("别人的群")
	admitLi := func(b *Bot) { b.cfg.AllowedChats = []int64{home.Chat.ID} }
	r := start(t, s, scripted(foreignCapital()), admitLi, askInline)

	home.Say(li, "外资多少")
	answered := home.Next(t)
	link := answered.Link(t, "24.8%")

	s.Follow(t, wang, link)
	if got := elsewhere.Next(t).Text; got != zh("bot.stranger", elsewhere.Chat.ID) {
		t.Errorf("a stranger's first link: %q", got)
	}
	asked := group.Say(li, "/ask 外资多少") // an admitted person, but in another chat
	if got := group.Next(t).Text; got != zh("bot.stranger", group.Chat.ID) {
		t.Errorf("another chat: %q", got)
	}
	quiet := func() {
		t.Helper()
		s.Follow(t, wang, link)
		question := elsewhere.Say(wang, "外资多少")
		elsewhere.Edit(question, "外资多少呢")
		elsewhere.Say(wang, "/start")
		group.Edit(asked, "/ask 产值多少")
		group.Say(li, "/ask 外资多少")
		elsewhere.TapData(wang, answered, answered.Buttons()[0].CallbackData).Answer(t)
		group.Mention(wang, "@"+s.Me().Username+" 外资多少")
		if results := s.Inline(wang, "外资多少").Results(t); len(results) > 0 {
			t.Errorf("an inline query of a stranger gets %+v", results)
		}
		home.Say(li, "外资多少") // comes after all of these
		home.Next(t)
		if n := len(elsewhere.Sent()) + len(group.Sent()); n != 2 {
			t.Errorf("%d messages to strangers", n)
		}
	}
	quiet()
	q := s.Inline(li, "外资多少")
	if results := q.Results(t); len(results) != 1 {
		t.Errorf("an admitted person's inline query gets %+v", results)
	}
	if _, _, personal := q.Answered(); !personal {
		t.Error("what an admitted person gets is given to everybody")
	}
	r.stop(t)
	kept := r.bot.cfg.Store
	start(t, s, scripted(foreignCapital()), admitLi, askInline, func(b *Bot) { b.cfg.Store = kept })
	quiet()
}

func TestAGuestsStrangerIsToldOnce(t *testing.T) {
	s := telegramtest.New(t)
	s.EnableGuests()
	li, _ := s.Person("李")
	away := s.Group("别人的群")
	start(t, s, scripted(foreignCapital()), func(b *Bot) { b.cfg.AllowedChats = []int64{1} })
	for range 3 {
		away.Mention(li, "@"+s.Me().Username+" 外资多少")
	}
	if got := away.Next(t).Text; got != zh("bot.stranger", away.Chat.ID) {
		t.Errorf("got %q", got)
	}
	_, other := s.Person("王")
	other.Say(li, "/start")
	other.Next(t)
	if n := len(s.Calls("answerGuestQuery")); n != 1 {
		t.Errorf("told %d times", n)
	}
}
