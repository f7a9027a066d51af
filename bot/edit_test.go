package bot

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"youju/answer/asking"
	"youju/answer/say"
	"youju/bot/telegramtest"
	"youju/store"
)

// recalling answers with what was asked before.
func recalling(_ context.Context, q asking.Question) (say.Answer, error) {
	var before []string
	for _, t := range q.History {
		before = append(before, t.Question)
	}
	return say.Answer{Text: fmt.Sprintf("%s（接着：%s）", q.Text, strings.Join(before, "、"))}, nil
}

func TestAReplyFollowsUpOnWhatItRepliesTo(t *testing.T) {
	s := telegramtest.New(t)
	first := start(t, s, recalling)
	li, room := s.Person("李")
	ask := func(text, want string, changes ...func(*telegramtest.Message)) *telegramtest.Message {
		t.Helper()
		room.Say(li, text, changes...)
		got := room.Next(t)
		if got.Text != text+"（接着："+want+"）" {
			t.Errorf("%s: %s, want %s", text, got.Text, want)
		}
		return got
	}
	one := ask("广州外资", "")
	ask("淄博呢", "广州外资")
	branch := ask("增速呢", "广州外资", telegramtest.ReplyTo(one))
	ask("占比呢", "广州外资、增速呢")
	first.stop(t)
	kept := first.bot.cfg.Store
	start(t, s, recalling, func(b *Bot) { b.cfg.Store = kept })
	ask("排名呢", "广州外资、增速呢", telegramtest.ReplyTo(branch))
	room.Say(li, "/new")
	room.Next(t)
	ask("昆山", "")
	ask("那淄博", "广州外资", telegramtest.ReplyTo(one))
}

func TestInAGroupAReplyTakesUpTheOthersThread(t *testing.T) {
	s := telegramtest.New(t)
	start(t, s, func(ctx context.Context, q asking.Question) (say.Answer, error) {
		a, err := recalling(ctx, q)
		a.Suggestions = []string{"增速是多少？"}
		return a, err
	})
	group := s.Group("新闻群")
	li, _ := s.Person("李")
	wang, _ := s.Person("王")
	group.Say(li, "/ask 广州外资")
	answered := group.Next(t)
	group.Say(wang, "/ask 昆山")
	group.Next(t)
	group.Say(wang, "占比呢", telegramtest.ReplyTo(answered))
	if got := group.Next(t).Text; got != "占比呢（接着：广州外资）" {
		t.Errorf("a reply to another's answer: %s", got)
	}
	group.Tap(t, wang, answered, "增速是多少？")
	if got := group.Next(t).Text; !strings.HasPrefix(got, "增速是多少？（接着：广州外资）") {
		t.Errorf("a question below another's answer: %s", got)
	}
}

func TestAnEditedQuestionGetsItsAnswerEdited(t *testing.T) {
	s := telegramtest.New(t)
	first := start(t, s, recalling)
	li, room := s.Person("李")
	room.Say(li, "昆山")
	room.Next(t)
	asked := room.Say(li, "广州外资")
	answered := room.Next(t)
	room.Edit(asked, "广州外资") // a link preview came, or a reaction
	room.Edit(asked, "广州产值")
	s.WaitCalls(t, "editMessageText", 1)
	first.stop(t)
	kept := first.bot.cfg.Store
	start(t, s, recalling, func(b *Bot) { b.cfg.Store = kept })
	room.Edit(asked, "广州利润")
	s.WaitCalls(t, "editMessageText", 2)
	sent := room.Sent()
	if len(sent) != 2 || sent[1].ID != answered.ID || sent[1].Text != "广州利润（接着：昆山）" {
		t.Errorf("%d messages, the last %+v", len(sent), sent[len(sent)-1])
	}
	room.Say(li, "增速呢")
	if got := room.Next(t).Text; got != "增速呢（接着：昆山、广州利润）" {
		t.Errorf("after the edits: %s", got)
	}
	edits := s.Calls("editMessageText")
	if len(edits) != 2 || edits[0].Params["reply_parameters"] != "" {
		t.Errorf("edits %+v", edits)
	}
}

func TestWhereEditingFailsTheAnswerIsSent(t *testing.T) {
	s := telegramtest.New(t)
	start(t, s, recalling)
	group := s.Group("新闻群")
	li, _ := s.Person("李")
	asked := group.Say(li, "/ask 广州外资")
	group.Delete(group.Next(t))
	group.Edit(asked, "/ask 广州产值")
	got := group.Next(t)
	if got.Text != "广州产值（接着：）" || got.ReplyToMessage == nil || got.ReplyToMessage.ID != asked.ID {
		t.Errorf("got %q in reply to %+v", got.Text, got.ReplyToMessage)
	}
	unasked := group.Say(li, "随便说说")
	group.Edit(unasked, "又随便说说") // nobody asked the bot
	group.Edit(asked, "/ask 广州利润")
	s.WaitCalls(t, "editMessageText", 2)
	if sent := group.Sent(); len(sent) != 1 || sent[0].Text != "广州利润（接着：）" {
		t.Errorf("%d messages", len(sent))
	}
}

func TestALongAnswerEditedIntoAShortOne(t *testing.T) {
	s := telegramtest.New(t)
	start(t, s, func(_ context.Context, q asking.Question) (say.Answer, error) {
		return say.Answer{Text: strings.Repeat(q.Text+"。", map[string]int{"长": 5000, "中": 2500}[q.Text]+1)}, nil
	})
	li, room := s.Person("李")
	asked := room.Say(li, "长")
	for range 3 {
		room.Next(t)
	}
	room.Edit(asked, "中")
	s.WaitCalls(t, "deleteMessage", 1)
	if sent := room.Sent(); len(sent) != 2 || !strings.HasPrefix(sent[1].Text, "中") {
		t.Errorf("%d messages", len(sent))
	}
	room.Edit(asked, "短")
	s.WaitCalls(t, "deleteMessage", 2)
	if sent := room.Sent(); len(sent) != 1 || sent[0].Text != "短。" {
		t.Errorf("%d messages", len(sent))
	}
	room.Edit(asked, "长")
	room.Next(t)
	room.Next(t)
	if sent := room.Sent(); len(sent) != 3 {
		t.Errorf("%d messages", len(sent))
	}
}

// An edit may come before the answer is with Telegram; it changes that answer all
// the same, and no edit is lost on a bad line.
func TestEditsOvertakeNothing(t *testing.T) {
	s := telegramtest.New(t)
	s.Fail(telegramtest.Fault{Method: "sendMessage", DropAfter: false, Delay: 100 * time.Millisecond})
	s.Fail(telegramtest.Fault{Method: "editMessageText", DropAfter: true})
	start(t, s, recalling)
	li, room := s.Person("李")
	asked := room.Say(li, "广州外资")
	room.Edit(asked, "广州产值")
	room.Say(li, "完")
	room.Next(t)
	room.Next(t)
	s.WaitCalls(t, "editMessageText", 2)
	if sent := room.Sent(); len(sent) != 2 || sent[0].Text != "广州产值（接着：）" || sent[1].Text != "完（接着：广州产值）" {
		t.Errorf("%d messages: %q", len(sent), sent[0].Text)
	}
}

func TestTooManyEditsLeaveTheAnswer(t *testing.T) {
	s := telegramtest.New(t)
	start(t, s, recalling, func(b *Bot) { b.budgets = newBudgets(1, time.Now) })
	li, room := s.Person("李")
	asked := room.Say(li, "广州外资")
	room.Next(t)
	room.Edit(asked, "广州产值")
	if got := room.Next(t).Text; !strings.HasPrefix(got, zh("bot.too-many", 1)) {
		t.Errorf("got %q", got)
	}
	if sent := room.Sent(); sent[0].Text != "广州外资（接着：）" {
		t.Errorf("the answer became %q", sent[0].Text)
	}
}

func TestForgottenQuestionsAreNotAnsweredAgain(t *testing.T) {
	s := telegramtest.New(t)
	r := start(t, s, recalling)
	li, room := s.Person("李")
	asked := room.Say(li, "广州外资")
	room.Next(t)
	room.Say(li, "/forget")
	room.Next(t)
	room.Edit(asked, "广州产值")
	room.Say(li, "完")
	if got := room.Next(t).Text; got != "完（接着：）" {
		t.Errorf("got %q", got)
	}
	turns, err := r.bot.cfg.Store.History(context.Background(), store.Talk{Chat: room.Chat.ID, User: li.ID}, time.Time{}, 9)
	if err != nil || len(turns) != 1 {
		t.Errorf("%d turns, %v", len(turns), err)
	}
}

// An edit that Telegram has not taken at a stop is made after the next start.
func TestAnEditOutlivesAStop(t *testing.T) {
	s := telegramtest.New(t)
	r := start(t, s, recalling, func(b *Bot) { b.drainTime = 50 * time.Millisecond })
	li, room := s.Person("李")
	asked := room.Say(li, "广州外资")
	room.Next(t)
	s.Fail(telegramtest.Fault{Method: "editMessageText", Code: 502, Description: "Bad Gateway", Times: -1})
	room.Edit(asked, "广州产值")
	s.WaitCalls(t, "editMessageText", 1)
	r.stop(t)
	s.Heal()
	kept := r.bot.cfg.Store
	start(t, s, recalling, func(b *Bot) { b.cfg.Store = kept })
	room.Say(li, "完")
	if got := room.Next(t).Text; got != "完（接着：广州产值）" {
		t.Errorf("got %q", got)
	}
	if sent := room.Sent(); len(sent) != 2 || sent[0].Text != "广州产值（接着：）" {
		t.Errorf("%d messages, the first %q", len(sent), sent[0].Text)
	}
}

// What is offered below an answer is answered, over the shipped articles.
func TestNextQuestionsAreAnswered(t *testing.T) {
	s := telegramtest.New(t)
	seeded(t, s)
	li, room := s.Person("李")
	tapped := 0
	for _, question := range []string{"广州经开区实际利用外资多少", "2021年郑州高新区有多少家科技型中小企业", "周成虎团队拿了多少钱"} {
		room.Say(li, question)
		m := room.Next(t)
		for _, b := range m.Buttons() {
			if !strings.HasPrefix(b.CallbackData, buttonAsk+".") {
				continue
			}
			tapped++
			room.Tap(t, li, m, b.Text)
			got := room.Next(t)
			first, _, _ := strings.Cut(got.Raw["text"], "\n")
			if !strings.Contains(first, "<b><a href=") || !strings.Contains(got.Text, b.Text) {
				t.Errorf("%s, then %s: %s", question, b.Text, got.Text)
			}
		}
	}
	if tapped < 5 {
		t.Errorf("%d questions were offered", tapped)
	}
}
