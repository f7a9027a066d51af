package bot

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"github.com/go-telegram/bot/models"

	"youju/answer/check"
	"youju/answer/say"
	"youju/lang"
	"youju/store"
)

// check compares the figures of a text with the articles: of what follows the
// command, or of the message that it replies to.
func (b *Bot) check(ctx context.Context, to place, m *models.Message, r request) reply {
	text := r.text
	if other := m.ReplyToMessage; text == "" && other != nil {
		if m.Quote != nil { // a part of it was chosen
			text = trim(m.Quote.Text)
		}
		for _, whole := range []string{other.Text, other.Caption} {
			if text == "" {
				text = trim(whole)
			}
		}
	}
	switch {
	case b.cfg.Check == nil:
		return tell(to, unknownCommand(to.lang))
	case text == "":
		return tell(to, sayText(to.lang.Say("bot.empty-check")))
	case units(text) > messageLimit:
		return b.noAnswer(to, "long", to.lang.Say("bot.too-long"))
	}
	b.metrics.questions.Inc()
	stop := b.working(ctx, to)
	defer stop()
	checking, cancel := context.WithTimeout(ctx, b.askTimeout)
	defer cancel()
	checked, err := b.cfg.Check(checking, text)
	stop()
	if ctx.Err() != nil { // told to stop: it will be asked again after the next start
		return refuse(to, to.lang.Say("bot.broken"))
	}
	if err != nil {
		return b.askFailed(to, fmt.Errorf("check a text: %w", err))
	}
	return reply{state: store.Answered, question: true, to: to, messages: b.renderChecked(to.lang, checked)}
}

// tellsFigures says that a text was passed on to be checked: it is forwarded and
// asks nothing.
func (b *Bot) tellsFigures(m *models.Message, text string) bool {
	return b.cfg.Check != nil && m.ForwardOrigin != nil && strings.ContainsFunc(text, unicode.IsNumber) && !strings.ContainsAny(text, "?？")
}

// renderChecked shows what the articles say of each figure, then each sentence of
// theirs once, with its buttons.
func (b *Bot) renderChecked(l lang.Language, checked []check.Checked) []message {
	if len(checked) == 0 {
		return sayText(l.Say("check.no-figures"))
	}
	d, proof := &doc{lang: l}, say.Answer{}
	for i, c := range checked {
		if i > 0 {
			d.write("\n")
		}
		d.write(c.Head(l))
		if c.Figure == nil {
			continue
		}
		d.figure(c.Figure.Text, b.links().quoted(say.Answer{Citations: c.Citations}, *c.Figure))
		d.write(c.Meaning(l))
		for _, cited := range c.Citations {
			n := addCitation(&proof, cited)
			if cited.N == c.Figure.Citation {
				f := *c.Figure
				f.Citation = n
				if !slices.ContainsFunc(proof.Figures, func(o say.Figure) bool { return o.Citation == n && o.Start == f.Start }) {
					proof.Figures = append(proof.Figures, f)
				}
			}
			d.write(fmt.Sprintf(" [%d]", n))
		}
	}
	for _, c := range proof.Citations {
		d.write(fmt.Sprintf("\n\n[%d] ", c.N))
		writeSource(d, c.Title, c.Date, b.article(c.Article))
		writeQuote(d, c, proof.Figures, true)
	}
	return d.pages(sourceButtons(l, proof))
}

// addCitation numbers a citation among those of an answer, where it may stand
// already.
func addCitation(a *say.Answer, c say.Citation) int {
	for _, old := range a.Citations {
		if old.Paragraph == c.Paragraph && old.Start == c.Start && old.End == c.End {
			return old.N
		}
	}
	c.N = len(a.Citations) + 1
	a.Citations = append(a.Citations, c)
	return c.N
}
