package bot

import (
	"context"
	"slices"
	"strings"

	"github.com/go-telegram/bot/models"

	"youju/answer/say"
	"youju/hanzi"
	"youju/lang"
	"youju/news"
)

const (
	copyLimit      = 256  // UTF-16 units that a copy button holds
	sentenceRunes  = 1500 // of the figure's sentence
	neighbourRunes = 300  // of a sentence beside the figure's
	articleRunes   = 3000 // of an article that is shown in place of a sentence
	openingRunes   = 400  // of one that was chosen from a list
)

// showFigure answers a figure's link: its sentence and the ones beside it.
func (b *Bot) showFigure(to place, link figureLink) reply {
	article, where, found := link.find(b.cfg.Articles())
	switch {
	case article == nil:
		return refuse(to, to.lang.Say("bot.tap-gone"))
	case !found:
		return tell(to, renderArticle(to.lang, *article, to.lang.Say("bot.place-changed"), articleRunes))
	case !link.holds([]rune(where.text)):
		return tell(to, renderPassage(to.lang, where, nil, true))
	}
	return tell(to, renderFigure(to.lang, where, link.at))
}

// renderFigure shows the figure first, then where it stands.
func renderFigure(l lang.Language, p passage, at span) []message {
	text := []rune(p.text)
	sentence, before, after := around(p, at)
	shown := excerpt(text[sentence.start:sentence.end], within([]span{at}, sentence), sentenceRunes)
	shown = span{sentence.start + shown.start, sentence.start + shown.end}
	if shown.start > sentence.start {
		before = "……"
	}
	if shown.end < sentence.end {
		after = "……"
	}
	d := &doc{lang: l}
	d.bold(string(text[at.start:at.end]))
	d.write("\n")
	writeSource(d, p.article.Title, p.article.Date, p.article)
	if section := oneLine(p.section, titleRunes); section != "" {
		d.write("\n", section)
	}
	d.write("\n").within(tagQuote, "", func() { // not folded: it is what was asked to be seen
		d.write(before)
		writeMarked(d, text[shown.start:shown.end], within([]span{at}, shown))
		d.write(after)
	})
	paragraph := say.Citation{Paragraph: p.id, Quote: string(text[at.start:at.end]), Start: at.start, End: at.end}
	whole := models.InlineKeyboardButton{Text: l.Say("button.paragraph"), CallbackData: sourceData(paragraph, nil)}
	return d.pages([][]models.InlineKeyboardButton{append(copyButton(l, text, sentence, at), whole)})
}

// around is the sentence that holds a figure, and the ones before and after it,
// which may stand in the next paragraph, with what parts them.
func around(p passage, at span) (sentence span, before, after string) {
	text := []rune(p.text)
	sentences := hanzi.Sentences(p.text)
	i := slices.IndexFunc(sentences, func(s hanzi.Span) bool { return s.Start <= at.start && at.end <= s.End })
	if i < 0 { // a figure that holds a full stop
		return span{0, len(text)}, "", ""
	}
	sentence = span{sentences[i].Start, sentences[i].End}
	if i > 0 {
		before = tail(string(text[sentences[i-1].Start:sentences[i].Start]))
	} else if other, ok := p.neighbour(-1); ok {
		before = tail(lastOf(other)) + "\n"
	}
	if i+1 < len(sentences) {
		after = head(string(text[sentences[i].End:sentences[i+1].End]))
	} else if other, ok := p.neighbour(+1); ok {
		after = "\n" + head(firstOf(other))
	}
	return sentence, before, after
}

func firstOf(text string) string {
	if all := hanzi.Sentences(text); len(all) > 0 {
		return string([]rune(text)[all[0].Start:all[0].End])
	}
	return text
}

func lastOf(text string) string {
	if all := hanzi.Sentences(text); len(all) > 0 {
		last := all[len(all)-1]
		return string([]rune(text)[last.Start:last.End])
	}
	return text
}

// head and tail shorten a sentence that is only there to be understood with
// another, at a clause, since half a number would be a wrong one.
func head(s string) string {
	text := []rune(s)
	if len(text) <= neighbourRunes {
		return s
	}
	return string(text[:endOfClause(text, 0, neighbourRunes)]) + "……"
}

func tail(s string) string {
	text := []rune(s)
	if len(text) <= neighbourRunes {
		return s
	}
	return "……" + string(text[startOfClause(text, len(text)-neighbourRunes, len(text)-1):])
}

// neighbour is the text of the paragraph before (-1) or after (+1).
func (p passage) neighbour(step int) (string, bool) {
	paragraphs := p.article.Paragraphs
	i := slices.IndexFunc(paragraphs, func(o news.Paragraph) bool { return o.ID == p.id })
	if i < 0 || i+step < 0 || i+step >= len(paragraphs) { // a note has none
		return "", false
	}
	return paragraphs[i+step].Text, true
}

// copyButton puts a sentence on the clipboard, or of one that is too long the
// clauses around the figure; there is none for a sentence that shows nothing.
func copyButton(l lang.Language, text []rune, sentence, at span) []models.InlineKeyboardButton {
	whole := text[sentence.start:sentence.end]
	marks := within([]span{at}, sentence)
	shown := whole
	for room := copyLimit; units(clean(string(shown))) > copyLimit && room > 0; room -= 16 {
		part := excerpt(whole, marks, room)
		shown = whole[part.start:part.end]
	}
	quote := strings.TrimSpace(clean(string(shown)))
	if n := prefix(quote, copyLimit); n < len(quote) { // one figure longer than all that fits
		quote = quote[:n]
	}
	if trim(quote) == "" {
		return nil
	}
	return []models.InlineKeyboardButton{{Text: l.Say("button.copy"), CopyText: &models.CopyTextButton{Text: quote}}}
}

// copyButtons is a row that copies the quote of the figure that was asked for.
func copyButtons(l lang.Language, a say.Answer) [][]models.InlineKeyboardButton {
	if len(a.Citations) == 0 {
		return nil
	}
	c, at := a.Citations[0], span{}
	if len(a.Figures) > 0 {
		f := a.Figures[0]
		if i := slices.IndexFunc(a.Citations, func(c say.Citation) bool { return c.N == f.Citation }); i >= 0 {
			c = a.Citations[i]
		}
		if inside := within([]span{{f.Start, f.End}}, span{c.Start, c.End}); len(inside) > 0 {
			at = inside[0]
		}
	}
	quote := []rune(c.Quote)
	if row := copyButton(l, quote, span{0, len(quote)}, at); row != nil {
		return [][]models.InlineKeyboardButton{row}
	}
	return nil
}

// renderArticle shows an article from its beginning, as it is now.
func renderArticle(l lang.Language, a news.Article, notice string, most int) []message {
	d := &doc{lang: l}
	if notice != "" {
		d.write(notice, "\n\n")
	}
	writeSource(d, a.Title, a.Date, a)
	var texts []string
	for _, p := range a.Paragraphs {
		texts = append(texts, p.Text)
	}
	text := []rune(strings.Join(texts, "\n"))
	shown := excerpt(text, nil, most)
	d.write("\n").quote(func() { d.write(string(text[shown.start:shown.end])) })
	if shown.end < len(text) {
		d.write("\n", l.Say("bot.article-goes-on"))
	}
	return d.pages(nil)
}

// follow does what a link to the bot says; an empty payload, or one that is not
// known, opens the bot.
func (b *Bot) follow(ctx context.Context, to place, m *models.Message, r request) reply {
	payload := r.startPayload()
	if link, ok := parseFigureLink(payload); ok {
		return b.showFigure(to, link)
	}
	switch {
	case strings.HasPrefix(payload, startFigure):
		return b.linkUnknown(to)
	case strings.HasPrefix(payload, startAsk):
		return b.followAsk(ctx, to, m, payload)
	}
	return tell(to, sayText(to.lang.Say("bot.welcome"), b.examples()...))
}
