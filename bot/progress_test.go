package bot

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"youju/answer/asking"
	"youju/answer/say"
	"youju/bot/telegramtest"
)

// slowly answers when it is let.
func slowly(let <-chan struct{}) func(context.Context, asking.Question) (say.Answer, error) {
	return func(ctx context.Context, q asking.Question) (say.Answer, error) {
		select {
		case <-let:
			return recalling(ctx, q)
		case <-ctx.Done():
			return say.Answer{}, ctx.Err()
		}
	}
}

func soonWorking(b *Bot) { b.progressAfter, b.draftEvery = 10*time.Millisecond, time.Millisecond }

func TestADraftFillsWhileItWorks(t *testing.T) {
	s := telegramtest.New(t)
	let := make(chan struct{})
	start(t, s, slowly(let), soonWorking)
	li, room := s.Person("李")
	room.Say(li, "广州外资")
	s.WaitCalls(t, "sendMessageDraft", 3)
	close(let)
	if got := room.Next(t).Text; got != "广州外资（接着：）" {
		t.Errorf("got %q", got)
	}
	room.Say(li, "昆山")
	room.Next(t)
	drafts := s.Calls("sendMessageDraft")
	for i, call := range drafts[1:] {
		before, now := drafts[i].Params, call.Params
		if call.Code != 200 || !strings.HasPrefix(now["text"], before["text"]) || now["text"] == before["text"] || now["draft_id"] != before["draft_id"] {
			t.Errorf("a draft that does not fill: %v, then %v", before, now)
		}
	}
	if sent := room.Sent(); len(sent) != 2 {
		t.Errorf("%d messages", len(sent))
	}
}

func TestAQuickAnswerShowsNoDraft(t *testing.T) {
	s := telegramtest.New(t)
	start(t, s, recalling)
	li, room := s.Person("李")
	group := s.Group("新闻群")
	for range 3 {
		room.Say(li, "广州外资")
		room.Next(t)
		group.Say(li, "/ask 广州外资")
		group.Next(t)
	}
	if n := len(s.Calls("sendMessageDraft")) + len(s.Calls("editMessageText")); n > 0 {
		t.Errorf("%d drafts and edits", n)
	}
}

// A server that knows no drafts is asked once a chat, even after a restart.
func TestWhereDraftsAreRefusedOnlyTypingIsShown(t *testing.T) {
	s := telegramtest.New(t)
	s.Fail(telegramtest.Fault{Method: "sendMessageDraft", Code: 404, Description: "Not Found: method not found", Times: -1})
	let := make(chan struct{})
	r := start(t, s, slowly(let), soonWorking, func(b *Bot) { b.typingEvery = 10 * time.Millisecond })
	li, room := s.Person("李")
	room.Say(li, "广州外资")
	s.WaitCalls(t, "sendMessageDraft", 1)
	s.WaitCalls(t, "sendChatAction", 4)
	close(let)
	room.Next(t)
	r.stop(t)
	let = make(chan struct{})
	kept := r.bot.cfg.Store
	start(t, s, slowly(let), soonWorking, func(b *Bot) { b.cfg.Store, b.typingEvery = kept, 10*time.Millisecond })
	room.Say(li, "昆山")
	typed := len(s.Calls("sendChatAction"))
	s.WaitCalls(t, "sendChatAction", typed+4)
	close(let)
	if got := room.Next(t).Text; !strings.HasPrefix(got, "昆山") {
		t.Errorf("got %q", got)
	}
	if n := len(s.Calls("sendMessageDraft")); n != 1 {
		t.Errorf("%d drafts were tried", n)
	}
}

func TestInAGroupTheAnswerTakesThePlaceOfTheNotice(t *testing.T) {
	s := telegramtest.New(t)
	let := make(chan struct{})
	start(t, s, slowly(let), soonWorking)
	li, _ := s.Person("李")
	group := s.Group("新闻群")
	asked := group.Say(li, "/ask 广州外资")
	notice := group.Next(t)
	if notice.Text != zh("bot.working") || notice.ReplyToMessage == nil || notice.ReplyToMessage.ID != asked.ID {
		t.Errorf("the notice: %q in reply to %+v", notice.Text, notice.ReplyToMessage)
	}
	close(let)
	s.WaitCalls(t, "editMessageText", 1)
	if sent := group.Sent(); len(sent) != 1 || sent[0].Text != "广州外资（接着：）" || sent[0].ID != notice.ID {
		t.Errorf("%d messages, the last %+v", len(sent), sent[len(sent)-1])
	}
	group.Say(li, "增速呢", telegramtest.ReplyTo(notice))
	if got := group.Next(t).Text; got != "增速呢（接着：广州外资）" {
		t.Errorf("a reply to it: %q", got)
	}
}

func TestANoticeThatIsGoneCostsNoAnswer(t *testing.T) {
	s := telegramtest.New(t)
	let := make(chan struct{})
	start(t, s, slowly(let), soonWorking)
	li, _ := s.Person("李")
	group := s.Group("新闻群")
	group.Say(li, "/ask 广州外资")
	group.Delete(group.Next(t))
	close(let)
	if got := group.Next(t).Text; got != "广州外资（接着：）" {
		t.Errorf("got %q", got)
	}
}

// A stop in the middle leaves the notice to the answer that the next start gives,
// and an answer that fails takes its place too.
func TestANoticeOutlivesAStop(t *testing.T) {
	s := telegramtest.New(t)
	r := start(t, s, slowly(nil), soonWorking, func(b *Bot) { b.drainTime = 50 * time.Millisecond })
	li, _ := s.Person("李")
	group := s.Group("新闻群")
	group.Say(li, "/ask 广州外资")
	group.Next(t)
	r.stop(t)
	kept := r.bot.cfg.Store
	start(t, s, func(context.Context, asking.Question) (say.Answer, error) {
		return say.Answer{}, errors.New("out of order")
	},
		soonWorking, func(b *Bot) { b.cfg.Store = kept })
	s.WaitCalls(t, "editMessageText", 1)
	if sent := group.Sent(); len(sent) != 1 || sent[0].Text != zh("bot.broken") {
		t.Errorf("%d messages, the last %+v", len(sent), sent[len(sent)-1])
	}
}

func TestAGroupWithoutRoomGetsNoNotice(t *testing.T) {
	s := telegramtest.New(t)
	let := make(chan struct{})
	start(t, s, slowly(let), soonWorking, func(b *Bot) { b.pace = newPace(Limits{Chat: 10_000, Group: 1, All: 10_000}) })
	li, _ := s.Person("李")
	group := s.Group("新闻群")
	group.Say(li, "/ask 广州外资")
	if got := group.Next(t).Text; got != zh("bot.working") {
		t.Errorf("got %q", got)
	}
	group.Say(li, "/ask 昆山")
	close(let)
	time.Sleep(50 * time.Millisecond)
	if n := len(s.Calls("sendMessage")); n != 1 {
		t.Errorf("%d messages within a minute that has room for one", n)
	}
}

// A server that knows no tables gets the text in the place of the notice: nothing is
// left beside the answer.
func TestANoticeBecomesTextWhereTablesAreRefused(t *testing.T) {
	s := telegramtest.New(t)
	s.Fail(telegramtest.Fault{Method: "editMessageText", Code: 400, Description: "Bad Request: message text is empty", Times: -1,
		Match: func(params map[string]string) bool { return params["rich_message"] != "" }})
	let := make(chan struct{})
	start(t, s, func(ctx context.Context, q asking.Question) (say.Answer, error) {
		<-let
		return twoParks(), nil
	}, soonWorking)
	li, _ := s.Person("李")
	group := s.Group("新闻群")
	group.Say(li, "/ask 哪个多")
	group.Next(t)
	close(let)
	s.WaitCalls(t, "editMessageText", 2)
	if sent := group.Sent(); len(sent) != 1 || !strings.HasPrefix(sent[0].Text, "甲园：300家") {
		t.Errorf("%d messages, the last %+v", len(sent), sent[len(sent)-1])
	}
}
