package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"youju/answer/asking"
	"youju/answer/say"
	"youju/bot/telegramtest"
	"youju/eval"
	"youju/store"
)

// TestRatedAnswersBecomeAQuestionSet: people ask the bot and rate what it says; what
// is exported beside it while it runs can be measured.
func TestRatedAnswersBecomeAQuestionSet(t *testing.T) {
	clearEnvironment(t)
	telegram, data := telegramtest.New(t), t.TempDir()
	t.Setenv("YOUJU_DATA", data)
	t.Setenv("YOUJU_HTTP_ADDR", freeAddress(t))
	t.Setenv("TELEGRAM_BOT_TOKEN", telegramtest.Token)
	t.Setenv("TELEGRAM_API_URL", telegram.URL())
	t.Setenv("YOUJU_CHAT_RATE", "1000")
	ctx, stop := context.WithCancel(context.Background())
	var out, log buffer
	done := make(chan int, 1)
	go func() { done <- run(ctx, []string{"serve"}, environment{strings.NewReader(""), &out, &log}) }()
	defer func() { stop(); <-done }()

	li, room := telegram.Person("李")
	wang, _ := telegram.Person("王")
	rate := func(question, button string, who ...telegramtest.User) {
		t.Helper()
		room.Say(li, question)
		m := room.Next(t)
		for _, u := range who {
			room.Tap(t, u, m, button).Answer(t)
		}
		if len(who) == 0 {
			room.Tap(t, li, m, button).Answer(t)
		}
	}
	eventually(t, "a start", func() bool { return strings.Contains(log.String(), "serving") })
	if strings.Contains(log.String(), "no vectors") {
		t.Errorf("the shipped articles are first answered by words alone: %s", log.String())
	}
	rate("昆山2020年跟哪些高校对接过", "👍 答对了")
	rate("广州去年新增市场主体多少", "👍 答对了", li, wang)
	rate("增速呢", "👍 答对了")
	rate("广州2019年固定资产投资大概多少", "👍 答对了")
	rate("2021年郑州高新区有多少家科技型中小企业", "👍 答对了")
	rate("昆山一共多少家瞪羚企业", "👎 不对")

	dir := filepath.Join(t.TempDir(), "set")
	got := youju(t, "", "export", dir, "--data", data).succeeded(t)
	if !strings.Contains(got.out, "5 个答对的问题，1 个不算对的") || got.err != "" {
		t.Errorf("export says %q, %q", got.out, got.err)
	}
	if again := youju(t, "", "export", dir, "--data", data); again.code != 1 || !strings.Contains(again.err, "is not empty") {
		t.Errorf("a second export to the same folder: %+v", again)
	}
	type report struct {
		Questions int          `json:"questions"`
		Fused     eval.Metrics `json:"fused"`
		Answers   struct {
			N          int     `json:"n"`
			Answerable int     `json:"answerable"`
			Right      float64 `json:"right"`
		} `json:"answers"`
	}
	m := decode[report](t, youju(t, "", "eval", "--json", dir, "--data", t.TempDir()).succeeded(t).out)[0]
	if m.Questions != 3 || m.Fused.Recall10 != 1 || m.Answers.N != 5 || m.Answers.Answerable != 4 || m.Answers.Right < 0.6 { // a paragraph alone may say less than in its article
		t.Errorf("measured %+v", m)
	}
	wrong, err := os.ReadFile(filepath.Join(dir, eval.WrongFile))
	if err != nil || strings.Count(string(wrong), "\n") != 1 || !strings.Contains(string(wrong), `"text":"昆山一共多少家瞪羚企业"`) || !strings.Contains(string(wrong), `"hits":[{`) {
		t.Errorf("%s: %s, %v", eval.WrongFile, wrong, err)
	}
	whole, err := os.ReadFile(filepath.Join(dir, "queries.jsonl"))
	if err != nil || strings.Contains(string(whole), fmt.Sprint(li.ID)) {
		t.Errorf("who asked is told: %s, %v", whole, err)
	}
}

// TestRatingsOfOneAnswerAreJoined: more right than wrong is right; nobody's word
// counts for another question, history or answer.
func TestRatingsOfOneAnswerAreJoined(t *testing.T) {
	rating := func(question, before, answer string, value int) store.Feedback {
		detail := fmt.Sprintf(`{"answer":{"answer":%q},"history":[{"question":%q,"answer":""}]}`, answer, before)
		return store.Feedback{Question: question, Answer: []byte(detail), Rating: value}
	}
	again := func(context.Context, asking.Question) (say.Answer, error) {
		return say.Answer{Refused: true}, nil
	}
	rated, unread, err := joined(t.Context(), []store.Feedback{
		rating("增速呢", "广州外资", "24.8% [1]", 1), rating("增速呢", "淄博外资", "24.8% [1]", -1), rating("增速呢", "广州外资", "24.8% [1]", -1),
		rating("增速呢", "广州外资", "24.8% [1]", 1), rating("增速呢", "广州外资", "1.4% [1]", -1), {Question: "坏的", Answer: []byte("{"), Rating: 1},
	}, again)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, r := range rated {
		got = append(got, fmt.Sprintf("%s/%s %d:%d", r.History[0].Question, r.Answer.Text, r.Right, r.Wrong))
	}
	if want := "[广州外资/24.8% [1] 2:1 淄博外资/24.8% [1] 0:1 广州外资/1.4% [1] 0:1]"; fmt.Sprint(got) != want || unread != 1 {
		t.Errorf("got %v, %d unread; want %s", got, unread, want)
	}
}
