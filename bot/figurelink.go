package bot

import (
	"regexp"
	"strconv"
	"strings"

	"youju/answer/say"
	"youju/news"
)

// A figure is a link to where it stands, https://t.me/BOT?start=PAYLOAD, which
// Telegram turns into the message "/start PAYLOAD" in the private chat with the
// bot. A payload has at most 64 characters of A-Z a-z 0-9 _ -
// (https://core.telegram.org/bots/features#deep-linking), so digests of a fixed
// length name the place:
//
//	f_ARTICLE PARAGRAPH CHECK START-END
//
// without the spaces. START and END are runes of the paragraph, base 36. CHECK is
// a digest of what stands there: a paragraph whose text has changed under the same
// id is never marked in a wrong place.
const (
	startFigure = "f_"

	placeDigestBytes = 9 // 12 characters
)

// links makes addresses that open the bot.
type links struct{ bot string } // its name; without one there are none

// start is the address that sends a payload to the bot.
func (l links) start(payload string) string {
	if l.bot == "" {
		return ""
	}
	return "https://t.me/" + l.bot + "?start=" + payload
}

// figure is the address of a quoted figure's place.
func (l links) figure(c say.Citation, f say.Figure) string {
	return l.start(figurePayload(c.Article, c.Paragraph, span{f.Start, f.End}, f.Text))
}

// quoted is the address of the place of one of an answer's figures.
func (l links) quoted(a say.Answer, f say.Figure) string {
	for _, c := range a.Citations {
		if c.N == f.Citation {
			return l.figure(c, f)
		}
	}
	return ""
}

func figurePayload(article, paragraph string, at span, text string) string {
	return startFigure + shortDigest(article, placeDigestBytes) + shortDigest(paragraph, placeDigestBytes) +
		checkOf([]string{text}) + spanList([]span{at})
}

// figureLink is a payload that was followed.
type figureLink struct {
	article, paragraph, check string
	at                        span
}

var figureForm = regexp.MustCompile(`^f_([A-Za-z0-9_-]{12})([A-Za-z0-9_-]{12})([A-Za-z0-9_-]{4})([0-9a-z]{1,6})-([0-9a-z]{1,6})$`)

func parseFigureLink(payload string) (figureLink, bool) {
	match := figureForm.FindStringSubmatch(payload)
	if match == nil {
		return figureLink{}, false
	}
	start, errStart := strconv.ParseInt(match[4], 36, 32)
	end, errEnd := strconv.ParseInt(match[5], 36, 32)
	if errStart != nil || errEnd != nil || end <= start {
		return figureLink{}, false
	}
	return figureLink{match[1], match[2], match[3], span{int(start), int(end)}}, true
}

// holds says that the text still holds at the link's place what it held.
func (l figureLink) holds(text []rune) bool {
	return l.at.end <= len(text) && checkOf([]string{string(text[l.at.start:l.at.end])}) == l.check
}

// find looks for the link's article, and for its paragraph or note in it; where is
// -1 for what is not there.
func (l figureLink) find(articles []news.Article) (article *news.Article, where passage, found bool) {
	for i := range articles {
		a := &articles[i]
		if shortDigest(a.ID, placeDigestBytes) != l.article {
			continue
		}
		for _, p := range a.Paragraphs {
			if shortDigest(p.ID, placeDigestBytes) == l.paragraph {
				return a, passage{*a, p.ID, p.Section, p.Text}, true
			}
		}
		for _, n := range a.Notes {
			if shortDigest(n.ID, placeDigestBytes) == l.paragraph {
				return a, passage{article: *a, id: n.ID, text: n.Text}, true
			}
		}
		return a, passage{}, false
	}
	return nil, passage{}, false
}

// writeAnswerText writes what is said; its quoted figures are bold, and open the
// place where they stand.
func writeAnswerText(d *doc, a say.Answer, to links) {
	text := []rune(a.Text)
	at := 0
	for _, m := range a.Marks {
		if m.Start < at || m.End <= m.Start || m.End > len(text) || m.Figure < 0 || m.Figure >= len(a.Figures) {
			continue
		}
		d.write(string(text[at:m.Start]))
		d.figure(string(text[m.Start:m.End]), to.quoted(a, a.Figures[m.Figure]))
		at = m.End
	}
	d.write(string(text[at:]))
}

// figure writes a quoted figure, which opens the address, if there is one.
func (d *doc) figure(text, address string) *doc {
	return d.within("b", "", func() {
		if address == "" {
			d.write(text)
			return
		}
		d.link(text, address)
	})
}

// startPayload is what a link to the bot carried; empty for every other message.
func (r request) startPayload() string {
	if r.command != "start" {
		return ""
	}
	payload, _, _ := strings.Cut(r.text, " ")
	return payload
}
