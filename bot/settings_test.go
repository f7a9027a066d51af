package bot

import (
	"fmt"
	"strings"
	"testing"

	"youju/answer/say"
	"youju/bot/telegramtest"
	"youju/lang"
	"youju/store"
)

// withClause is foreignCapital with the line that says the clause again.
func withClause() say.Answer {
	a := foreignCapital()
	return marked("254678万美元（广州经开区，2020年） [1]\n其中，实际利用外资254678万美元\n各篇文章的数不同：24.8% [1]", say.Answer{
		Figures:   []say.Figure{a.Figures[0], a.Figures[0], a.Figures[1]},
		Citations: a.Citations, Suggestions: a.Suggestions,
	})
}

func TestSettings(t *testing.T) {
	s := telegramtest.New(t)
	first := start(t, s, scripted(withClause()))
	li, room := s.Person("李")
	room.Say(li, "/settings")
	m := room.Next(t)
	screens := []string{screen(m)}
	edits := 0
	tap := func(label string) {
		t.Helper()
		room.Tap(t, li, room.Sent()[0], label).Answer(t)
		edits++
		s.WaitCalls(t, "editMessageText", edits)
		screens = append(screens, "── "+label+"\n"+screen(room.Sent()[0]))
	}
	ask := func() {
		t.Helper()
		room.Say(li, "外资多少")
		screens = append(screens, "── 外资多少\n"+screen(room.Next(t)))
	}
	ask()
	tap("简短回答")
	ask()
	tap("富消息：关")
	tap("English")
	ask()
	first.stop(t)
	kept := first.bot.cfg.Store
	r := start(t, s, scripted(withClause()), func(b *Bot) { b.cfg.Store = kept })
	ask()
	tap("✓ English") // what holds already: Telegram says that nothing is modified
	tap("繁體中文")
	golden(t, "settings", strings.Join(screens, "\n"))
	if got, err := kept.Settings(t.Context(), room.Chat.ID); err != nil || got != (store.Settings{Language: 2, Brief: true, Plain: true}) {
		t.Errorf("kept are %+v %v", got, err)
	}
	if to := r.bot.settle(t.Context(), place{chat: room.Chat.ID}, nil, "What is it?"); to.manner != (manner{lang: lang.Traditional, brief: true, plain: true, chosen: true}) {
		t.Errorf("the chat is spoken to %+v", to.manner)
	}
	old := room.TapOld(li, m, settingData(settingLanguage, 0))
	if got := old.Answer(t); got != "" {
		t.Errorf("a tap on an old message is told %q", got)
	}
	if got := room.Next(t); !strings.Contains(got.Text, zh("bot.language-own")) {
		t.Errorf("an old message cannot be edited; a new one says %q", got.Text)
	}
	room.Say(li, "/forget")
	room.Next(t)
	if got, err := kept.Settings(t.Context(), room.Chat.ID); err != nil || got != (store.Settings{}) {
		t.Errorf("after /forget %+v %v", got, err)
	}
	for _, data := range []string{"s", "s.l", "s.l.9", "s.l.-1", "s.b.2", "s.x.1", "s.l.x", "s.l.1.1"} {
		if got := room.TapData(li, m, data).Answer(t); got != zh("bot.tap-unknown") {
			t.Errorf("%s says %q", data, got)
		}
	}
}

func TestSettingsOfAGroupAreItsAdministrators(t *testing.T) {
	s := telegramtest.New(t)
	r := start(t, s, echo)
	group := s.Group("新闻群")
	li, private := s.Person("李")
	wang, _ := s.Person("王")
	group.Appoint(wang)
	group.Say(li, "/settings@"+s.Me().Username)
	m := group.Next(t)
	if got := group.Tap(t, li, m, "English").Answer(t); got != zh("bot.settings-admins") {
		t.Errorf("a member is told %q", got)
	}
	if got := group.Tap(t, wang, m, "English").Answer(t); got != "" {
		t.Errorf("an administrator is told %q", got)
	}
	s.WaitCalls(t, "editMessageText", 1)
	if got := group.Sent()[0]; !strings.Contains(got.Text, "Language: English") {
		t.Errorf("the message shows %q", got.Text)
	}
	group.Say(li, "/help@"+s.Me().Username)
	if got := group.Next(t); got.Text != lang.English.Say("bot.help") {
		t.Errorf("the group is told %q", got.Text)
	}
	private.Say(li, "/new")
	if got := private.Next(t); got.Text != zh("bot.new") {
		t.Errorf("the group's settings reach a member's own chat: %q", got.Text)
	}
	private.Say(wang, "/forget")
	private.Next(t)
	if got, err := r.bot.cfg.Store.Settings(t.Context(), group.Chat.ID); err != nil || got.Language == 0 {
		t.Errorf("one person's /forget takes the group's settings: %+v %v", got, err)
	}
	larger := s.Group("新闻群")
	larger.Media(li, "migrate_from_chat_id", fmt.Sprint(group.Chat.ID), "")
	larger.Say(li, "/help@"+s.Me().Username)
	if got := larger.Next(t); got.Text != lang.English.Say("bot.help") {
		t.Errorf("a group that became a supergroup is told %q", got.Text)
	}
	s.Fail(telegramtest.Fault{Method: "getChatMember", Code: 400, Description: "Bad Request: CHAT_ADMIN_REQUIRED"})
	if got := group.Tap(t, wang, group.Sent()[0], "简体中文").Answer(t); got != lang.English.Say("bot.settings-admins") {
		t.Errorf("where Telegram does not tell, an administrator is told %q", got)
	}
}

func TestBriefKeepsWhatIsProved(t *testing.T) {
	a := brief(withClause())
	if want := "254678万美元（广州经开区，2020年） [1]\n各篇文章的数不同：24.8% [1]"; a.Text != want {
		t.Errorf("brief is %q", a.Text)
	}
	for _, m := range a.Marks {
		if got := string([]rune(a.Text)[m.Start:m.End]); got != a.Figures[m.Figure].Text {
			t.Errorf("a mark stands on %q, not on %s", got, a.Figures[m.Figure].Text)
		}
	}
	if len(a.Marks) != 2 {
		t.Errorf("%d marks are left", len(a.Marks))
	}
	for _, text := range []string{"", "一行 [1]", "\n\n", "其中，"} {
		if got := brief(say.Answer{Text: text, Citations: a.Citations}); strings.TrimRight(text, "\n") != got.Text {
			t.Errorf("%q becomes %q", text, got.Text)
		}
	}
}
