package bot

import (
	"regexp"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"youju/answer/say"
	"youju/bot/telegramtest"
	"youju/lang"
	"youju/news"
)

func TestFigureIsALinkToItsPlace(t *testing.T) {
	s := telegramtest.New(t)
	start(t, s, scripted(foreignCapital()))
	li, room := s.Person("李")
	group := s.Group("新闻群")
	group.Say(li, "/ask 广州经开区实际利用外资多少")
	got := group.Next(t)
	if !strings.Contains(got.Raw["text"], "<b><a href=") {
		t.Errorf("the figure is not bold and a link: %s", got.Raw["text"])
	}
	s.Follow(t, li, got.Link(t, "24.8%"))
	shown := room.Next(t)
	golden(t, "figureplace", screen(shown))
	room.Tap(t, li, shown, zh("button.paragraph"))
	if whole := room.Next(t); !strings.Contains(whole.Raw["text"], "<b>24.8%</b>") || !strings.Contains(whole.Text, "8041亿元") {
		t.Errorf("the whole paragraph: %s", whole.Raw["text"])
	}
	if got := got.Button(t, zh("button.copy")).CopyText.Text; got != "其中，实际利用外资254678万美元，同比增长24.8%，<b>居全国第一</b> & 领先。" {
		t.Errorf("copied %q", got)
	}
}

// What was worked out is no link; each figure that it was worked out from is.
func TestOperandsAreLinks(t *testing.T) {
	s := telegramtest.New(t)
	seeded(t, s)
	li, room := s.Person("李")
	for question, operands := range map[string][]string{
		"广州2019年固定资产投资大概多少":       {"1413亿元", "10.9%"},
		"广州的规上产值和利润哪个涨得快":         {"1.4%", "0.6%"},
		"照这个占比，郑州全市大概有多少家科技型中小企业": {"2103家", "39.14%"},
	} {
		room.Say(li, question)
		m := room.Next(t)
		if m.RichMessage != nil { // its text is what a client without tables shows
			room.Tap(t, li, m, zh("button.as-text"))
			s.WaitCalls(t, "editMessageText", 1)
			sent := room.Sent()
			m = sent[len(sent)-1]
		}
		for _, operand := range operands {
			s.Follow(t, li, m.Link(t, operand))
			if got := room.Next(t).Raw["text"]; !strings.HasPrefix(got, "<b>"+operand+"</b>") {
				t.Errorf("%s: %s leads to %s", question, operand, got)
			}
		}
	}
}

func TestFigureLinkOutlivesRestartAndNewArticles(t *testing.T) {
	s := telegramtest.New(t)
	first := start(t, s, scripted(foreignCapital()))
	li, room := s.Person("李")
	room.Say(li, "外资多少")
	link := room.Next(t).Link(t, "254678万美元")
	first.stop(t)
	serve := func(change func([]news.Article) []news.Article) string {
		t.Helper()
		r := start(t, s, scripted(foreignCapital()), func(b *Bot) {
			b.cfg.Articles = func() []news.Article { return change(articles()) }
		})
		s.Follow(t, li, link)
		shown := room.Next(t).Raw["text"]
		r.stop(t)
		return shown
	}
	other := news.Article{Title: "别的", Kind: news.KindArticle, Paragraphs: []news.Paragraph{{Text: "实际利用外资254678万美元。"}}}
	other.Identify()
	more := serve(func(list []news.Article) []news.Article { return append([]news.Article{other}, list...) })
	if !strings.Contains(more, "利用外资<b>254678万美元</b>，同比") || !strings.Contains(more, "广州经开区晒出成绩单") {
		t.Errorf("after articles were added: %s", more)
	}
	changed := serve(func(list []news.Article) []news.Article { // under the same ids, as a BEIR corpus has them
		list[0].Paragraphs[0].Text = "更正：" + list[0].Paragraphs[0].Text
		return list
	})
	if !strings.Contains(changed, zh("bot.tap-changed")) || strings.Contains(changed, "<b>") {
		t.Errorf("a paragraph that changed under its id: %s", changed)
	}
	edited := serve(func(list []news.Article) []news.Article {
		list[0].Paragraphs[0].ID, list[0].Paragraphs[0].Text = "another", "实际利用外资254679万美元。"
		return list
	})
	if !strings.HasPrefix(edited, zh("bot.place-changed")) || strings.Contains(edited, "<b>") || !strings.Contains(edited, "254679万美元") || !strings.Contains(edited, "路灯") {
		t.Errorf("a sentence that is gone: %s", edited)
	}
	if gone := serve(func([]news.Article) []news.Article { return nil }); gone != zh("bot.tap-gone") {
		t.Errorf("an article that is gone: %s", gone)
	}
}

func TestLinksThatLeadNowhere(t *testing.T) {
	s := telegramtest.New(t)
	start(t, s, scripted(foreignCapital()))
	li, room := s.Person("李")
	for _, payload := range []string{"f_", "f_x", "f_" + strings.Repeat("A", 62), "f_" + strings.Repeat("A", 28) + "5-3", "f_" + strings.Repeat("A", 28) + "zzzzzz-zzzzzzz"} {
		room.Say(li, "/start "+payload)
		if got := room.Next(t).Text; got != zh("bot.link-unknown") {
			t.Errorf("%s: %q", payload, got)
		}
	}
}

// To look at a figure is no question: whoever has asked all that he may can still
// see where the answers stand.
func TestFollowingALinkIsNoQuestion(t *testing.T) {
	s := telegramtest.New(t)
	now := time.Now()
	start(t, s, scripted(foreignCapital()), func(b *Bot) {
		b.budgets = newBudgets(1, func() time.Time { return now })
	})
	li, room := s.Person("李")
	room.Say(li, "外资多少")
	link := room.Next(t).Link(t, "24.8%")
	for range looksPerQuestion {
		s.Follow(t, li, link)
		if got := room.Next(t); !strings.Contains(got.Raw["text"], "<b>24.8%</b>") {
			t.Errorf("a look was refused: %s", got.Text)
		}
	}
	s.Follow(t, li, link)
	if got := room.Next(t).Text; got != zh("bot.too-many-looks") {
		t.Errorf("looks without end: %q", got)
	}
}

func TestCheckedFiguresAreLinks(t *testing.T) {
	s := telegramtest.New(t)
	var texts []string
	start(t, s, echo, checking(&texts))
	li, room := s.Person("李")
	room.Say(li, "/check 实际利用外资254687万美元")
	s.Follow(t, li, room.Next(t).Link(t, "254678万美元"))
	if got := room.Next(t); !strings.Contains(got.Raw["text"], "利用外资<b>254678万美元</b>") {
		t.Errorf("got %s", got.Raw["text"])
	}
}

// Whatever an article holds, a payload is one that Telegram takes and leads back to
// its figure, and what is copied fits on a button.
func TestFigurePlacesOfAnyText(t *testing.T) {
	form := regexp.MustCompile(`^[A-Za-z0-9_-]{1,64}$`)
	rapid.Check(t, func(t *rapid.T) {
		text := []rune(rapid.StringOfN(rapid.SampledFrom([]rune("增长24.8%，。！；\n外资😀的&<")), 1, 900, -1).Draw(t, "text"))
		start := rapid.IntRange(0, len(text)-1).Draw(t, "start")
		at := span{start, rapid.IntRange(start+1, min(len(text), start+400)).Draw(t, "end")}
		a := news.Article{ID: rapid.String().Draw(t, "article"), Title: "题", Paragraphs: []news.Paragraph{
			{ID: "before", Text: "前一段。"}, {ID: rapid.String().Draw(t, "paragraph"), Text: string(text)}, {ID: "after", Text: "后一段。"}}}
		payload := figurePayload(a.ID, a.Paragraphs[1].ID, at, string(text[at.start:at.end]))
		if !form.MatchString(payload) {
			t.Fatalf("payload %q", payload)
		}
		link, ok := parseFigureLink(payload)
		if !ok || link.at != at {
			t.Fatalf("%q is read as %+v", payload, link)
		}
		article, where, found := link.find([]news.Article{a})
		if article == nil || !found && a.Paragraphs[1].ID != "before" {
			t.Fatal("the place is not found")
		}
		if !link.holds([]rune(where.text)) {
			return // ids that are equal
		}
		pages := renderFigure(lang.Simplified, where, at)
		for _, row := range pages[len(pages)-1].keyboard {
			for _, button := range row {
				if c := button.CopyText; c != nil && (c.Text == "" && strings.TrimSpace(string(text)) != "" || units(c.Text) > copyLimit) {
					t.Fatalf("%d units are copied: %q", units(c.Text), c.Text)
				}
				if len(button.CallbackData) > callbackLimit {
					t.Fatalf("data %q", button.CallbackData)
				}
			}
		}
	})
}

func TestCopiedIsTheFiguresClause(t *testing.T) {
	text := []rune(strings.Repeat("前面说了许多别的事情，", 40) + "实际利用外资254678万美元，" + strings.Repeat("后面又说了许多，", 40) + "完。")
	at := runeIndex(string(text), "254678万美元")
	button := copyButton(lang.Simplified, text, span{0, len(text)}, span{at, at + 9})[0]
	if got := button.CopyText.Text; units(got) > copyLimit || !strings.Contains(got, "实际利用外资254678万美元，") || units(got) < copyLimit/2 {
		t.Errorf("copied %q", got)
	}
	quote := say.Citation{N: 1, Quote: string(text), Start: 7, End: 7 + len(text)}
	rows := copyButtons(lang.Simplified, say.Answer{Citations: []say.Citation{quote}, Figures: []say.Figure{{Text: "254678万美元", Citation: 1, Start: at + 7, End: at + 16}}})
	if got := rows[0][0].CopyText.Text; got != button.CopyText.Text {
		t.Errorf("of an answer %q is copied", got)
	}
}
