package bot

import (
	"strings"
	"time"

	"youju/lang"
)

// charge takes what a message costs from a person's budget: to follow a link is
// no question.
func (b *Bot) charge(l lang.Language, r request, person int64, asked time.Time) (text string, over bool) {
	if strings.HasPrefix(r.startPayload(), startFigure) {
		return b.overLooks(l, person, asked)
	}
	return b.overBudget(l, person, asked)
}

// overLooks is overBudget for what only shows a place.
func (b *Bot) overLooks(l lang.Language, person int64, asked time.Time) (text string, over bool) {
	switch b.budgets.look(person, asked) {
	case mayAsk:
		return "", false
	case tooMany, lastNotice:
		text = l.Say("bot.too-many-looks")
	}
	b.metrics.refusals.of("budget").Inc()
	return text, true
}

// overBudget says what a person is told who asks too much; an empty text is
// silence.
func (b *Bot) overBudget(l lang.Language, person int64, asked time.Time) (text string, over bool) {
	v := b.budgets.ask(person, asked)
	if v == mayAsk {
		return "", false
	}
	b.metrics.refusals.of("budget").Inc()
	switch v {
	case tooMany:
		return l.Say("bot.too-many", b.budgets.perMinute), true
	case lastNotice:
		return l.Say("bot.too-many", b.budgets.perMinute) + l.Say("bot.last-notice"), true
	}
	return "", true
}
