package bot

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"youju/answer/asking"
	"youju/answer/say"
	"youju/bot/telegramtest"
	"youju/news"
)

func TestQuestionAnswerAndSource(t *testing.T) {
	s := telegramtest.New(t)
	start(t, s, scripted(foreignCapital()))
	li, room := s.Person("李")
	asked := room.Say(li, "广州经开区实际利用外资多少")
	got := room.Next(t)
	golden(t, "answer", screen(got))
	if got.ReplyToMessage == nil || got.ReplyToMessage.ID != asked.ID {
		t.Error("the answer is no reply to its question")
	}
	if s.WaitCalls(t, "sendChatAction", 1)[0].Params["action"] != "typing" {
		t.Error("no typing was shown")
	}
	if !strings.Contains(got.Raw["link_preview_options"], `"is_disabled":true`) {
		t.Errorf("link previews are on: %s", got.Raw["link_preview_options"])
	}
	tap := room.Tap(t, li, got, "看原文 [1]")
	golden(t, "source", screen(room.Next(t)))
	if notice := tap.Answer(t); notice != "" {
		t.Errorf("notice %q", notice)
	}
}

func TestTapAfterRestart(t *testing.T) {
	s := telegramtest.New(t)
	first := start(t, s, scripted(foreignCapital()))
	li, room := s.Person("李")
	room.Say(li, "外资多少")
	answered := room.Next(t)
	first.stop(t)
	second := start(t, s, scripted(foreignCapital()))
	room.Tap(t, li, answered, "看原文 [1]")
	before := room.Next(t)

	second.stop(t)
	start(t, s, scripted(foreignCapital()), func(b *Bot) {
		b.cfg.Articles = func() []news.Article {
			changed := articles()
			changed[0].Paragraphs[0].Text = "更正：" + changed[0].Paragraphs[0].Text
			return changed
		}
	})
	room.Tap(t, li, answered, "看原文 [1]")
	after := room.Next(t)
	if !strings.Contains(before.Raw["text"], "<b>254678万美元</b>") {
		t.Errorf("after a restart the figure is not marked: %s", before.Raw["text"])
	}
	if strings.Contains(after.Raw["text"], "<b>") || !strings.Contains(after.Text, "更正：") || !strings.Contains(after.Text, zh("bot.tap-changed")) {
		t.Errorf("a paragraph that changed is marked by its old places: %s", after.Raw["text"])
	}
}

func TestTapsThatLeadNowhere(t *testing.T) {
	s := telegramtest.New(t)
	start(t, s, scripted(foreignCapital()))
	li, room := s.Person("李")
	room.Say(li, "外资多少")
	m := room.Next(t)
	for data, want := range map[string]string{
		"": zh("bot.tap-unknown"), "x": zh("bot.tap-unknown"), "p": zh("bot.tap-unknown"), "p.abcd.zz": zh("bot.tap-unknown"), "q.9": zh("bot.tap-unknown"), "p.abcd..a0000000000-p0000000000": zh("bot.tap-gone"),
		"p.abcd.-5-3.x": zh("bot.tap-unknown"), "p.abcd.5-3.x": zh("bot.tap-unknown"), "p.a.1-zzzzz." + articles()[0].Paragraphs[0].ID: "",
		"h.abcd.1-2." + strings.Repeat("長", 20): zh("bot.tap-gone"),
	} {
		if got := room.TapData(li, m, data).Answer(t); got != want {
			t.Errorf("%q: notice %q, want %q", data, got, want)
		}
	}
	if got := room.TapOld(li, m, "q.0").Answer(t); got != zh("bot.tap-old") {
		t.Errorf("a suggestion on an old message: %q", got)
	}
	room.Next(t) // the paragraph of the tap with places outside of it
	room.TapOld(li, m, m.Buttons()[0].CallbackData)
	if got := room.Next(t); !strings.Contains(got.Text, "254678万美元") {
		t.Errorf("a source on an old message: %q", got.Text)
	}
}

func TestSuggestionIsAskedAndFollowedUp(t *testing.T) {
	s := telegramtest.New(t)
	start(t, s, func(ctx context.Context, q asking.Question) (say.Answer, error) {
		a, err := echo(ctx, q)
		a.Suggestions = []string{"增速是多少，这个问题长得放不进六十四个字节的回调数据里去呢？"}
		return a, err
	})
	li, room := s.Person("李")
	room.Say(li, "外资多少")
	first := room.Next(t)
	suggested := first.Buttons()[len(first.Buttons())-1]
	room.Tap(t, li, first, suggested.Text)
	golden(t, "suggestion", screen(room.Next(t)))
	room.Say(li, "那淄博呢")
	if got := room.Next(t); !strings.Contains(got.Text, "之前问过 2 次") {
		t.Errorf("the conversation is forgotten: %q", got.Text)
	}
	wang, other := s.Person("王")
	other.Say(wang, "那淄博呢")
	if got := other.Next(t); !strings.Contains(got.Text, "之前问过 0 次") {
		t.Errorf("one person's questions reach another: %q", got.Text)
	}
}

func TestCommands(t *testing.T) {
	s := telegramtest.New(t)
	start(t, s, echo)
	li, room := s.Person("李")
	var screens []string
	for _, text := range []string{"/start", "/start f_abc", "/help", "/articles", "/ask 外资多少", "/ask外资多少", "/ask", "/nonsense", "你好！", "Hi", "在吗？", "谢谢啦～", "  \u200b ", "/new", "/forget"} {
		room.Say(li, text)
		screens = append(screens, "── "+text+"\n"+screen(room.Next(t)))
	}
	for _, field := range []string{"sticker", "voice", "location"} {
		room.Media(li, field, `{"file_id":"x","file_unique_id":"y","type":"regular"}`, "")
		screens = append(screens, "── "+field+"\n"+screen(room.Next(t)))
	}
	room.Media(li, "photo", `[{"file_id":"x","file_unique_id":"y","width":1,"height":1}]`, "照片里说的外资多少")
	screens = append(screens, "── photo with a caption\n"+screen(room.Next(t)))
	golden(t, "commands", strings.Join(screens, "\n"))
	s.WaitCalls(t, "setMyCommands", 3)
	golden(t, "menu", fmt.Sprintf("%+v\n%+v\n%+v\n", s.Commands(""), s.Commands("zh"), s.Commands("en")))
}

func TestGroupSpeaksOnlyWhenAsked(t *testing.T) {
	s := telegramtest.New(t)
	start(t, s, echo)
	group := s.Group("新闻群")
	li, _ := s.Person("李")
	bot := User(s)
	silent := func(text string, changes ...func(*telegramtest.Message)) { group.Say(li, text, changes...) }
	answered := func(text, want string, changes ...func(*telegramtest.Message)) *telegramtest.Message {
		t.Helper()
		asked := group.Say(li, text, changes...)
		got := group.Next(t)
		if !strings.Contains(got.Text, want) || got.ReplyToMessage == nil || got.ReplyToMessage.ID != asked.ID {
			t.Errorf("%q: got %q in reply to %+v, want %q", text, got.Text, got.ReplyToMessage, want)
		}
		return got
	}
	silent("广州外资多少")
	silent("/ask@other_bot 外资多少")
	silent("/nonsense")
	silent("@other_bot 外资多少")
	silent("请看 /help")
	group.Media(li, "sticker", `{"file_id":"x","file_unique_id":"y","type":"regular"}`, "")
	first := answered("/ask 外资多少", "「外资多少」，之前问过 0 次")
	answered("/ask@"+bot+" 外资多少", "「外资多少」")
	answered("@"+bot+" 外资多少", "「外资多少」")
	answered("😀🇨🇳请问@"+strings.ToUpper(bot)+"外资多少", "「😀🇨🇳请问 外资多少」")
	answered("@"+bot+" /help", "直接提问就行")
	answered("增速呢", "「增速呢」", telegramtest.ReplyTo(first))
	silent("/stats@other_bot", telegramtest.ReplyTo(first))
	answered("/articles@"+bot, "一共收录了")
	other := group.Say(li, "深圳的外资又是多少")
	answered("@"+bot, "「深圳的外资又是多少」", telegramtest.ReplyTo(other))
	answered("@"+bot, zh("bot.hint"))
	answered("小据，外资多少", "「，外资多少」", func(m *telegramtest.Message) {
		me := s.Me()
		m.Entities = []telegramtest.Entity{{Type: "text_mention", Offset: 0, Length: 2, User: &me}}
	})
	group.Media(li, "sticker", `{"file_id":"x","file_unique_id":"y","type":"regular"}`, "")
	answered("/ask 完", "「完」") // what came before it was silent
}

// User is the bot's name.
func User(s *telegramtest.Server) string { return s.Me().Username }

func TestOthersAreLeftAlone(t *testing.T) {
	s := telegramtest.New(t)
	start(t, s, echo)
	group := s.Group("群")
	li, room := s.Person("李")
	robot := telegramtest.User{ID: 77, IsBot: true, FirstName: "别的机器人"}
	group.Say(robot, "/ask 外资多少")
	group.Say(li, "/ask 外资多少", func(m *telegramtest.Message) { m.ViaBot = &robot })
	s.Deliver("message", map[string]any{"message_id": 1, "date": 1, "chat": room.Chat, "from": li, "pinned_message": map[string]any{"message_id": 3, "date": 0, "chat": room.Chat}})
	for _, kind := range []string{"edited_message", "channel_post", "edited_channel_post", "my_chat_member", "inline_query", "poll"} {
		s.Deliver(kind, map[string]any{"message_id": 5, "date": 1, "text": "外资多少", "chat": group.Chat, "from": li})
	}
	group.Say(telegramtest.User{ID: 1087968824, IsBot: true, FirstName: "Group"}, "/ask 匿名管理员问",
		func(m *telegramtest.Message) { m.SenderChat = &group.Chat })
	if got := group.Next(t); !strings.Contains(got.Text, "匿名管理员问") {
		t.Errorf("got %q", got.Text)
	}
	room.Say(li, "完")
	if got := room.Next(t); !strings.Contains(got.Text, "「完」") {
		t.Errorf("a service message was answered: %q", got.Text)
	}
}

func TestTopicIsKept(t *testing.T) {
	s := telegramtest.New(t)
	start(t, s, echo)
	group := s.Group("群")
	group.Chat.IsForum = true
	li, _ := s.Person("李")
	inTopic := func(id int) func(*telegramtest.Message) {
		return func(m *telegramtest.Message) { m.MessageThreadID, m.IsTopicMessage = id, true }
	}
	for _, step := range []struct{ topic, before int }{{7, 0}, {8, 0}, {7, 1}} {
		group.Say(li, "/ask 外资多少", inTopic(step.topic))
		got := group.Next(t)
		if got.MessageThreadID != step.topic || !strings.Contains(got.Text, fmt.Sprintf("之前问过 %d 次", step.before)) {
			t.Errorf("topic %d: answered in %d: %q", step.topic, got.MessageThreadID, got.Text)
		}
	}
}

func TestErrorsAreToldInWords(t *testing.T) {
	s := telegramtest.New(t)
	r := start(t, s, func(ctx context.Context, q asking.Question) (say.Answer, error) {
		switch q.Text {
		case "panic":
			panic("index out of range: " + telegramtest.Token)
		case "slow":
			<-ctx.Done()
			return say.Answer{}, fmt.Errorf("embed: %w", ctx.Err())
		case "error":
			return say.Answer{}, errors.New("sql: /data/youju.db: disk I/O error")
		case "nothing":
			return say.Answer{}, nil
		}
		return echo(ctx, q)
	}, func(b *Bot) { b.askTimeout = 50 * time.Millisecond })
	li, room := s.Person("李")
	for _, step := range []struct{ ask, want string }{
		{"panic", zh("bot.broken")}, {"slow", zh("bot.too-slow")}, {"error", zh("bot.broken")}, {"nothing", zh("bot.broken")}, {"后来", "问的是「后来」，之前问过 0 次"},
	} {
		room.Say(li, step.ask)
		if got := room.Next(t); got.Text != step.want || got.ReplyToMessage == nil {
			t.Errorf("%s: got %q, want %q", step.ask, got.Text, step.want)
		}
	}
	if !strings.Contains(r.logs.String(), "disk I/O error") {
		t.Error("the cause is not in the log")
	}
}

func TestStrangersHearOneSentence(t *testing.T) {
	s := telegramtest.New(t)
	li, home := s.Person("李")
	wang, elsewhere := s.Person("王")
	start(t, s, echo, func(b *Bot) { b.cfg.AllowedChats = []int64{home.Chat.ID} })
	elsewhere.Say(wang, "外资多少")
	if got := elsewhere.Next(t); got.Text != zh("bot.stranger", elsewhere.Chat.ID) {
		t.Errorf("got %q", got.Text)
	}
	elsewhere.Say(wang, "外资多少？？")
	elsewhere.Say(wang, "/start")
	m := elsewhere.Sent()[0]
	if notice := elsewhere.TapData(wang, m, "q.0").Answer(t); notice != "" {
		t.Errorf("a stranger's tap is told %q", notice)
	}
	home.Say(li, "外资多少")
	home.Next(t)
	if n := len(elsewhere.Sent()); n != 1 {
		t.Errorf("a stranger heard %d messages", n)
	}
}

func TestTypingIsRepeated(t *testing.T) {
	s := telegramtest.New(t)
	enough := make(chan struct{})
	start(t, s, func(ctx context.Context, q asking.Question) (say.Answer, error) {
		<-enough
		return echo(ctx, q)
	}, func(b *Bot) { b.typingEvery = 20 * time.Millisecond })
	li, room := s.Person("李")
	room.Say(li, "外资多少")
	s.WaitCalls(t, "sendChatAction", 3)
	close(enough)
	room.Next(t)
	n := len(s.Calls("sendChatAction"))
	time.Sleep(60 * time.Millisecond)
	if now := len(s.Calls("sendChatAction")); now != n {
		t.Errorf("typing goes on after the answer: %d, then %d", n, now)
	}
}

func TestChatsKeepTheirOrderAndDoNotWaitForEachOther(t *testing.T) {
	s := telegramtest.New(t)
	var atOnce, most atomic.Int32
	blocked := make(chan struct{})
	start(t, s, func(ctx context.Context, q asking.Question) (say.Answer, error) {
		if now := atOnce.Add(1); now > most.Load() {
			most.Store(now)
		}
		defer atOnce.Add(-1)
		if q.Text == "慢" {
			<-blocked
		}
		return echo(ctx, q)
	})
	li, slow := s.Person("李")
	slow.Say(li, "慢")
	slow.Say(li, "快")
	const people, each = 40, 5
	rooms := make([]*telegramtest.Room, people)
	for i := range rooms {
		var u telegramtest.User
		u, rooms[i] = s.Person("众人")
		for n := range each {
			rooms[i].Say(u, fmt.Sprintf("第%d问", n))
		}
	}
	for _, room := range rooms {
		for n := range each {
			if got, want := room.Next(t).Text, fmt.Sprintf("第%d问", n); !strings.Contains(got, want) {
				t.Fatalf("got %q, want %q", got, want)
			}
		}
	}
	if n := len(slow.Sent()); n != 0 {
		t.Errorf("the slow chat's second question overtook its first")
	}
	close(blocked)
	if got := slow.Next(t).Text; !strings.Contains(got, "「慢」") {
		t.Errorf("first answer %q", got)
	}
	slow.Next(t)
	if most.Load() > workers {
		t.Errorf("%d questions at once", most.Load())
	}
}
