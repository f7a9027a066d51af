package bot

import (
	"strings"
	"sync/atomic"
	"testing"

	"youju/answer/say"
	"youju/bot/telegramtest"
)

// TestWhoIsRefusedWhileWordsAloneDecideIsTold, and nobody else.
func TestWhoIsRefusedWhileWordsAloneDecideIsTold(t *testing.T) {
	s := telegramtest.New(t)
	var indexing atomic.Bool
	li, room := s.Person("李")
	answers := map[bool]say.Answer{true: {Text: "文章里没有提到路灯。", Refused: true}, false: foreignCapital()}
	for _, refused := range []bool{true, false} {
		r := start(t, s, scripted(answers[refused]), func(b *Bot) { b.cfg.Indexing = indexing.Load })
		for _, now := range []bool{true, false} {
			indexing.Store(now)
			room.Say(li, "路灯有多少")
			if got := room.Next(t); strings.HasSuffix(got.Text, "\n"+zh("bot.indexing")) != (refused && now) {
				t.Errorf("refused %v, indexing %v: %q", refused, now, got.Text)
			}
		}
		r.stop(t)
	}
}
