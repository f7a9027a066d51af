package bot

import (
	"context"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"youju/answer/asking"
	"youju/answer/say"
	"youju/bot/telegramtest"
)

func askInline(b *Bot) { b.inlineWait = 20 * time.Millisecond }

func TestInlineAnswerIsPostedWithItsProof(t *testing.T) {
	s := telegramtest.New(t)
	s.EnableInline()
	start(t, s, scripted(foreignCapital()), askInline)
	li, room := s.Person("李")
	wang, other := s.Person("王")
	group := s.Group("新闻群")
	q := s.Inline(li, " 外资多少 ")
	results := q.Results(t)
	if len(results) != 1 || results[0].Title != "254678万美元" || !strings.HasPrefix(results[0].Description, "其中，实际利用外资254678万美元") {
		t.Fatalf("results %+v", results)
	}
	posted := group.Choose(li, results[0])
	golden(t, "inline", screen(posted))
	s.Follow(t, wang, posted.Link(t, "254678万美元"))
	if got := other.Next(t).Raw["text"]; !strings.Contains(got, "利用外资<b>254678万美元</b>") {
		t.Errorf("the figure leads to %s", got)
	}
	s.Follow(t, li, posted.Button(t, zh("button.go-on")).URL)
	if got := room.Next(t).Text; !strings.HasPrefix(got, "254678万美元") || !strings.Contains(got, "\n问：外资多少\n") {
		t.Errorf("asked on: %q", got)
	}
	if times, cache, personal := q.Answered(); times != 1 || cache < 1 || cache > 60 || personal {
		t.Errorf("answered %d times, for %d s, personal %v", times, cache, personal)
	}
	if len(group.Sent()) > 0 {
		t.Error("the bot spoke in the group")
	}
}

func TestInlineRefusalAndExamples(t *testing.T) {
	s := telegramtest.New(t)
	s.EnableInline()
	start(t, s, func(_ context.Context, q asking.Question) (say.Answer, error) {
		if strings.Contains(q.Text, "火星") {
			return say.Answer{Text: "文章里没有这个数。", Refused: true, Suggestions: []string{"广州外资多少？"}}, nil
		}
		return foreignCapital(), nil
	}, askInline)
	li, _ := s.Person("李")
	absent := s.Inline(li, "火星外资多少").Results(t)
	if len(absent) != 1 || absent[0].Title != zh("bot.inline-absent") || absent[0].Description != "文章里没有这个数。" {
		t.Errorf("a refusal: %+v", absent)
	}
	if examples := s.Inline(li, "  ").Results(t); len(examples) != 3 || examples[0].Title != "254678万美元" || !strings.Contains(examples[0].InputMessageContent.MessageText, "广州实际利用外资多少？") {
		t.Errorf("examples: %+v", examples)
	}
}

// While somebody types, a query comes with each letter; only the last is answered.
func TestInlineQueriesOfOnePersonAreOne(t *testing.T) {
	s := telegramtest.New(t)
	s.EnableInline()
	var asked atomic.Int32
	start(t, s, func(ctx context.Context, q asking.Question) (say.Answer, error) {
		asked.Add(1)
		return recalling(ctx, q)
	}, func(b *Bot) { b.inlineWait = 100 * time.Millisecond })
	li, _ := s.Person("李")
	wang, _ := s.Person("王")
	var last *telegramtest.Query
	for _, text := range []string{"广", "广州", "广州外", "广州外资"} {
		last = s.Inline(li, text)
	}
	other := s.Inline(wang, "昆山")
	if got := last.Results(t)[0].Title; got != "广州外资（接着：）" {
		t.Errorf("got %q", got)
	}
	other.Results(t)
	if n := asked.Load(); n != 2 {
		t.Errorf("%d questions were asked", n)
	}
}

func TestGuestAnswersWhereItIsMentioned(t *testing.T) {
	s := telegramtest.New(t)
	s.EnableGuests()
	start(t, s, func(ctx context.Context, q asking.Question) (say.Answer, error) {
		switch q.Text {
		case "坏":
			panic("broken")
		case "错":
			return say.Answer{}, context.DeadlineExceeded
		}
		return foreignCapital(), nil
	})
	li, _ := s.Person("李")
	away := s.Group("别人的群")
	away.Mention(li, "@"+s.Me().Username+" 外资多少").Results(t)
	got := away.Next(t)
	if !strings.HasPrefix(got.Text, "254678万美元") || !strings.Contains(got.Text, "\n问：外资多少\n") || got.Link(t, "24.8%") == "" {
		t.Errorf("got %q", got.Text)
	}
	said := away.Say(li, "外资到底多少")
	away.Mention(li, "@"+s.Me().Username, telegramtest.ReplyTo(said)).Results(t)
	if got := away.Next(t).Text; !strings.Contains(got, "\n问：外资到底多少\n") {
		t.Errorf("in reply to a question: %q", got)
	}
	for text, want := range map[string]string{"": zh("bot.guest-empty"), "错": zh("bot.too-slow")} {
		away.Mention(li, "@"+s.Me().Username+" "+text).Results(t)
		if got := away.Next(t).Text; got != want {
			t.Errorf("%q gets %q", text, got)
		}
	}
	away.Mention(li, "@"+s.Me().Username+" 坏")
	away.Mention(li, "@"+s.Me().Username+" 后来").Results(t)
	if n := len(s.Calls("sendMessage")) + len(s.Calls("sendChatAction")); n > 0 {
		t.Errorf("%d calls for a chat that the bot is not in", n)
	}
}

// A question that is too long for a link is asked on all the same, but is no part of
// the conversation that a person has with the bot.
func TestALongInlineQuestionIsAskedOn(t *testing.T) {
	s := telegramtest.New(t)
	s.EnableInline()
	start(t, s, recalling, askInline)
	li, room := s.Person("李")
	room.Say(li, "昆山")
	room.Next(t)
	question := "这是一个长得放不进一个链接里去的问题，问的是广州外资"
	posted := s.Group("新闻群").Choose(li, s.Inline(li, question).Results(t)[0])
	room.Say(li, "增速呢")
	if got := room.Next(t).Text; got != "增速呢（接着：昆山）" {
		t.Errorf("got %q", got)
	}
	s.Follow(t, li, posted.Button(t, zh("button.go-on")).URL)
	if got := room.Next(t).Text; got != question+"（接着：）\n问："+question {
		t.Errorf("got %q", got)
	}
}
