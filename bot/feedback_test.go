package bot

import (
	"context"
	"encoding/json"
	"fmt"
	"testing"

	"youju/answer/say"
	"youju/bot/telegramtest"
	"youju/store"
)

// waitRatings returns when the ratings are as wanted, each "person question rating".
func waitRatings(t *testing.T, s *store.Store, want ...string) []store.Feedback {
	t.Helper()
	var got []string
	var kept []store.Feedback
	soon(t, fmt.Sprintf("ratings %q", want), func() bool {
		var err error
		if kept, err = s.Ratings(context.Background()); err != nil {
			t.Fatal(err)
		}
		got = nil
		for _, f := range kept {
			got = append(got, fmt.Sprintf("%d %s %d", f.User, f.Question, f.Rating))
		}
		return fmt.Sprint(got) == fmt.Sprint(want)
	})
	if t.Failed() {
		t.Fatalf("ratings %q", got)
	}
	return kept
}

func withHits(a say.Answer) say.Answer {
	a.Hits = []say.Hit{{Paragraph: "a-p1", Score: 0.5}}
	return a
}

func TestAnAnswerIsRated(t *testing.T) {
	s := telegramtest.New(t)
	r := start(t, s, scripted(withHits(foreignCapital())))
	kept := r.bot.cfg.Store
	li, room := s.Person("李")
	room.Say(li, "外资多少")
	m := room.Next(t)
	if notice := room.Tap(t, li, m, "👍 答对了").Answer(t); notice != zh("bot.rated-right") {
		t.Errorf("notice %q", notice)
	}
	right := fmt.Sprintf("%d 外资多少 1", li.ID)
	wrong := fmt.Sprintf("%d 外资多少 -1", li.ID)
	f := waitRatings(t, kept, right)[0]
	was, err := Recall(f.Answer)
	if err != nil || was.Answer.Text != foreignCapital().Text || len(was.Answer.Marks) != 2 {
		t.Errorf("kept %s, %v", f.Answer, err)
	}
	var hits []say.Hit
	if err := json.Unmarshal(f.Hits, &hits); err != nil || len(hits) != 1 || hits[0].Paragraph != "a-p1" {
		t.Errorf("hits %s, %v", f.Hits, err)
	}

	room.Tap(t, li, m, "👎 不对") // one may change one's mind, by either way
	waitRatings(t, kept, wrong)
	room.React(li, m, "👍")
	waitRatings(t, kept, right)
	room.React(li, m, "👍", "❤")
	room.React(li, m, "👎")
	waitRatings(t, kept, wrong)
	room.React(li, m)
	waitRatings(t, kept)

	room.Tap(t, li, m, "👍 答对了")
	waitRatings(t, kept, right)
	room.Say(li, "/forget")
	room.Next(t)
	waitRatings(t, kept)
	if notice := room.Tap(t, li, m, "👍 答对了").Answer(t); notice != zh("bot.tap-unknown") {
		t.Errorf("what was forgotten is rated: %q", notice)
	}
}

// TestManyMayRate: each in a group has a word, and who asked takes the question
// out of all of them.
func TestManyMayRate(t *testing.T) {
	s := telegramtest.New(t)
	r := start(t, s, scripted(withHits(foreignCapital())))
	kept := r.bot.cfg.Store
	group := s.Group("新闻群")
	li, _ := s.Person("李")
	wang, _ := s.Person("王")
	group.Say(li, "/ask 外资多少")
	m := group.Next(t)
	group.React(wang, m, "👎") // the bot is no administrator: it does not hear of it
	group.Tap(t, li, m, "👍 答对了")
	byLi, byWang := fmt.Sprintf("%d 外资多少 1", li.ID), fmt.Sprintf("%d 外资多少 -1", wang.ID)
	waitRatings(t, kept, byLi)
	group.Promote()
	group.React(wang, m)
	group.React(wang, m, "👎")
	waitRatings(t, kept, byLi, byWang)
	group.Say(li, "/ask 别的")
	other := group.Next(t)
	group.Tap(t, wang, other, "👎 不对")
	waitRatings(t, kept, byLi, byWang, fmt.Sprintf("%d 别的 -1", wang.ID))
	group.Say(li, "/forget@youju_test_bot")
	group.Next(t)
	waitRatings(t, kept)
}

// TestWhatIsNoAnswerIsNotRated: reactions to what a person wrote, to a greeting, or
// to nothing; and the buttons of another chat's answer.
func TestWhatIsNoAnswerIsNotRated(t *testing.T) {
	s := telegramtest.New(t)
	r := start(t, s, scripted(foreignCapital()))
	li, room := s.Person("李")
	hello := room.Say(li, "你好")
	greeting := room.Next(t)
	room.Say(li, "外资多少")
	answered := room.Next(t)
	wang, other := s.Person("王")
	other.Say(wang, "你好")
	elsewhere := other.Next(t)
	for _, m := range []*telegramtest.Message{hello, greeting} {
		room.React(li, m, "👍")
	}
	if notice := other.TapData(wang, elsewhere, answered.Button(t, "👍 答对了").CallbackData).Answer(t); notice != zh("bot.tap-unknown") {
		t.Errorf("another chat's answer is rated: %q", notice)
	}
	for _, data := range []string{"g", "g.", "g.-1", "b.zzzzzzzzzzzzzzzzzzzz", "c.!", "x.0"} {
		if notice := room.TapData(li, answered, data).Answer(t); notice != zh("bot.tap-unknown") {
			t.Errorf("%q: notice %q", data, notice)
		}
	}
	room.React(li, answered, "👎")
	waitRatings(t, r.bot.cfg.Store, fmt.Sprintf("%d 外资多少 -1", li.ID))
}
