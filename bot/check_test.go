package bot

import (
	"context"
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"youju/answer/check"
	"youju/answer/say"
	"youju/bot/telegramtest"
)

// checking makes a bot whose articles hold one figure, and which says what it was
// asked to check.
func checking(texts *[]string) func(*Bot) {
	return func(b *Bot) {
		b.cfg.Check = func(_ context.Context, text string) ([]check.Checked, error) {
			*texts = append(*texts, text)
			switch text {
			case "broken":
				return nil, errors.New("out of order")
			case "没有数字":
				return nil, nil
			}
			known := foreignCapital()
			f := known.Figures[0]
			entity := "广州经开区<b>"
			f.Entity = &entity
			return []check.Checked{
				{Text: "254687万美元", Verdict: check.Different, Figure: &f, Citations: known.Citations[:1]},
				{Text: "254678万美元", Verdict: check.Same, Figure: &f, Citations: known.Citations[:1]},
				{Text: "12&家", Verdict: check.Unknown, Citations: []say.Citation{}},
			}, nil
		}
	}
}

func TestCheck(t *testing.T) {
	s := telegramtest.New(t)
	var texts []string
	start(t, s, echo, checking(&texts))
	li, room := s.Person("李")
	room.Say(li, "/check 实际利用外资254687万美元")
	got := room.Next(t)
	golden(t, "check", screen(got))
	if len(got.Buttons()) != 1 {
		t.Errorf("one sentence has the buttons %+v", got.Buttons())
	}
	forwarded := func(m *telegramtest.Message) {
		m.ForwardOrigin = json.RawMessage(`{"type":"hidden_user","date":1,"sender_user_name":"王"}`)
	}
	said := room.Say(li, "外资多少")
	room.Next(t)
	cases := []struct {
		text, checked, want string
		changes             []func(*telegramtest.Message)
	}{
		{"/check", "", zh("bot.empty-check"), nil},
		{"/check", "外资多少", "12&家", []func(*telegramtest.Message){telegramtest.ReplyTo(said)}},
		{"/check", "多少", "12&家", []func(*telegramtest.Message){telegramtest.Quoting(said, "多少")}},
		{"/check 没有数字", "没有数字", zh("check.no-figures"), nil},
		{"/check broken", "broken", zh("bot.broken"), nil},
		{"/check " + strings.Repeat("长", messageLimit+1), "", zh("bot.too-long"), nil},
		{"外资254687万美元", "外资254687万美元", "12&家", []func(*telegramtest.Message){forwarded}},
		{"2020年外资多少？", "", "之前问过", []func(*telegramtest.Message){forwarded}},
		{"外资254687万美元", "", "之前问过", nil},
	}
	for _, c := range cases {
		texts = nil
		room.Say(li, c.text, c.changes...)
		if got := room.Next(t); !strings.Contains(got.Text, c.want) {
			t.Errorf("%.20q got %q, want %q", c.text, got.Text, c.want)
		}
		if got := strings.Join(texts, "|"); got != c.checked {
			t.Errorf("%.20q checked %q, want %q", c.text, got, c.checked)
		}
	}
}
