package bot

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"youju/bot/telegramtest"
	"youju/figure"
	"youju/hanzi"
	"youju/news"
	"youju/retrieval/ledger"
	"youju/store"
)

// numbered are n articles; every third has 鸭 in its text, the last in its headline.
func numbered(n int) []news.Article {
	var all []news.Article
	for i := range n {
		a := news.Article{Title: fmt.Sprintf("第%d篇", i+1), Kind: news.KindArticle, Source: "报", Paragraphs: []news.Paragraph{{Text: fmt.Sprintf("这里有%d只鹅。", i+1)}}}
		if i%3 == 2 {
			a.Paragraphs[0].Text += "也有鸭。"
		}
		if i == n-1 {
			a.Title += "：鸭"
		}
		a.Identify()
		all = append(all, a)
	}
	return all
}

func TestArticlesArePagedInOneMessage(t *testing.T) {
	s := telegramtest.New(t)
	list := numbered(20)
	start(t, s, recalling, func(b *Bot) { b.cfg.Articles = func() []news.Article { return list } })
	li, room := s.Person("李")
	room.Say(li, "/articles")
	first := room.Next(t)
	turn := func(label string, edits int) *telegramtest.Message {
		t.Helper()
		sent := room.Sent()
		room.Tap(t, li, sent[len(sent)-1], label)
		s.WaitCalls(t, "editMessageText", edits)
		sent = room.Sent()
		return sent[len(sent)-1]
	}
	second := turn(zh("button.page-after"), 1)
	if second.ID != first.ID || !strings.Contains(second.Text, "9. 《第9篇》") || strings.Contains(second.Text, "《第8篇》") || !strings.HasSuffix(second.Text, zh("bot.page", 2, 3)) {
		t.Errorf("the second page: %s", second.Text)
	}
	last := turn(zh("button.page-after"), 2)
	if !strings.Contains(last.Text, "20. 《第20篇：鸭》") || len(last.Buttons()) != 5 {
		t.Errorf("the last page: %s", screen(last))
	}
	list = numbered(9) // articles went meanwhile
	if got := turn(zh("button.page-before"), 3); !strings.Contains(got.Text, "9. 《第9篇：鸭》") || !strings.HasSuffix(got.Text, zh("bot.page", 2, 2)) {
		t.Errorf("a page that is not there any more: %s", got.Text)
	}
	list = nil
	room.Tap(t, li, room.Sent()[0], zh("button.page-before"))
	s.WaitCalls(t, "editMessageText", 4)
	if got := room.Sent(); len(got) != 1 || got[0].Text != zh("bot.no-articles") {
		t.Errorf("%d messages, %s", len(got), got[0].Text)
	}
}

func TestArticlesAreSearched(t *testing.T) {
	s := telegramtest.New(t)
	start(t, s, recalling, func(b *Bot) { b.cfg.Articles = func() []news.Article { return numbered(30) } })
	li, room := s.Person("李")
	room.Say(li, "/articles 鴨")
	got := room.Next(t)
	if !strings.HasPrefix(got.Text, "有 10 篇文章写到「鴨」：") && !strings.HasPrefix(got.Text, "有 10 篇文章寫到「鴨」：") || !strings.Contains(got.Text, "1. 《第30篇：鸭》") || !strings.Contains(got.Text, "2. 《第3篇》") {
		t.Errorf("got %s", got.Text)
	}
	next := got.Buttons()[len(got.Buttons())-1]
	room.Tap(t, li, got, next.Text)
	s.WaitCalls(t, "editMessageText", 1)
	if got := room.Sent()[0].Text; !strings.Contains(got, "10. 《第27篇》") || strings.Contains(got, "《第30篇") {
		t.Errorf("the second page: %s", got)
	}
	room.Say(li, "/articles 河马")
	if got := room.Next(t).Text; got != zh("bot.no-article-with", "河马") {
		t.Errorf("got %s", got)
	}
}

// TestFromTheListToAFiguresSentence goes the whole way, over the shipped articles.
func TestFromTheListToAFiguresSentence(t *testing.T) {
	s := telegramtest.New(t)
	r := seeded(t, s)
	li, room := s.Person("李")
	room.Say(li, "/articles 广州")
	room.Tap(t, li, room.Next(t), "1")
	card := room.Next(t)
	if !strings.Contains(card.Raw["text"], "<blockquote expandable>") || len(card.Buttons()) != 1 {
		t.Fatalf("an article: %s", screen(card))
	}
	room.Tap(t, li, card, card.Buttons()[0].Text)
	table := room.Next(t)
	if table.RichMessage == nil || !strings.Contains(table.RichMessage.Text(), "5944亿元") || !strings.Contains(table.RichMessage.Text(), zh("bot.figures-read")) {
		t.Fatalf("the table: %+v", table)
	}
	room.Tap(t, li, table, zh("button.page-after"))
	s.WaitCalls(t, "editMessageText", 1)
	sent := room.Sent()
	if last := sent[len(sent)-1]; last.ID != table.ID || last.RichMessage == nil || strings.Contains(last.RichMessage.Text(), "5944亿元") {
		t.Errorf("the second page: %+v", last)
	}
	if err := r.bot.cfg.Store.SetSettings(t.Context(), room.Chat.ID, store.Settings{Plain: true}); err != nil {
		t.Fatal(err)
	}
	room.Tap(t, li, card, card.Buttons()[0].Text)
	list := room.Next(t)
	golden(t, "figuretable", screen(list))
	followAll(t, s, li, room, list)
}

// followAll follows each link of a message to the bot: each opens a sentence with
// what was tapped marked in it.
func followAll(t *testing.T, s *telegramtest.Server, who telegramtest.User, room *telegramtest.Room, m *telegramtest.Message) {
	t.Helper()
	followed := 0
	for _, link := range regexp.MustCompile(`<a href="(https://t\.me/[^"]*)">([^<]*)</a>`).FindAllStringSubmatch(m.Raw["text"], -1) {
		s.Follow(t, who, link[1])
		got := room.Next(t).Raw["text"]
		_, quote, _ := strings.Cut(got, "<blockquote>")
		shown := strings.TrimSuffix(link[2], "）") // 去年（2022年） stands there as 去年
		if before, _, resolved := strings.Cut(shown, "（"); resolved {
			shown = before
		}
		if !strings.Contains(quote, "<b>"+shown+"</b>") {
			t.Errorf("%q leads to %s", link[2], got)
		}
		followed++
	}
	if followed == 0 {
		t.Errorf("no links in %s", m.Raw["text"])
	}
}

func TestWhatIsKnownOfAName(t *testing.T) {
	s := telegramtest.New(t)
	seeded(t, s)
	li, room := s.Person("李")
	room.Say(li, "/figures 广州经开区")
	got := room.Next(t)
	golden(t, "entity", screen(got))
	followAll(t, s, li, room, got)
	room.Tap(t, li, got, zh("button.page-after"))
	s.WaitCalls(t, "editMessageText", 1)
	if pages := room.Sent(); !strings.Contains(pages[0].Text, zh("bot.figures-read")) || pages[0].Text == got.Text {
		t.Errorf("the second page: %s", pages[0].Text)
	}
	room.Say(li, "/figures 廣州經開區")
	if text := room.Next(t).Text; !strings.HasPrefix(text, "广州经开区") {
		t.Errorf("in traditional characters: %s", text)
	}
	for _, ask := range []string{"/figures", "/figures 高新区"} {
		room.Say(li, ask)
		choice := room.Next(t)
		if len(choice.Buttons()) < 3 || len(choice.Buttons()) > namesMost {
			t.Fatalf("%s: %s", ask, screen(choice))
		}
		name := choice.Buttons()[1].Text
		room.Tap(t, li, choice, name)
		if shown := room.Next(t); !strings.HasPrefix(shown.Text, name) || !strings.Contains(shown.Text, "• ") {
			t.Errorf("%s, then %s: %s", ask, name, shown.Text)
		}
	}
	room.Say(li, "/figures 火星")
	if got := room.Next(t).Text; got != zh("bot.figures-none", "火星") {
		t.Errorf("got %s", got)
	}
	group := s.Group("新闻群")
	group.Say(li, "/figures@"+s.Me().Username+" 郑州高新区")
	if got := group.Next(t); !strings.Contains(got.Text, "2103家") {
		t.Errorf("in a group: %s", got.Text)
	}
}

func TestPageDataComesBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		kind := rapid.SampledFrom([]string{buttonList, buttonTable, buttonEntity}).Draw(t, "kind")
		page, of := rapid.IntRange(0, 1_000_000).Draw(t, "page"), rapid.StringN(0, 40, -1).Draw(t, "of")
		data := pageData(kind, page, of)
		back, name, opens, ok := parsePageData(data)
		if len(data) > callbackLimit || !ok || opens || back != page || name != of && name != "~"+idDigest(of) {
			t.Fatalf("%q of %d bytes is read as %d, %q, %v", data, len(data), back, name, ok)
		}
		if _, name, opens, ok := parsePageData(openData(kind, of)); !ok || !opens || name != of && name != "~"+idDigest(of) {
			t.Fatalf("%q opens %q, %v, %v", openData(kind, of), name, opens, ok)
		}
	})
	for _, data := range []string{"l", "l.", "l.1", "l.-1.x", "l.x.x", "n.1.\xff"} {
		if _, _, _, ok := parsePageData(data); ok {
			t.Errorf("%q is taken", data)
		}
	}
}

func TestPagesHoldEverythingOnce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		all := rapid.SliceOfN(rapid.Int(), 0, 50).Draw(t, "all")
		size := rapid.IntRange(1, 12).Draw(t, "size")
		_, _, pages := paged(all, 0, size)
		var seen []int
		for page := range pages {
			shown, at, _ := paged(all, page, size)
			if at != page || len(shown) > size {
				t.Fatalf("page %d is %d with %d", page, at, len(shown))
			}
			seen = append(seen, shown...)
		}
		if !slices.Equal(seen, all) {
			t.Fatalf("%v in pages is %v", all, seen)
		}
		if _, at, _ := paged(all, rapid.IntRange(pages, 1<<40).Draw(t, "beyond"), size); at != pages-1 {
			t.Fatalf("beyond the last page is %d of %d", at, pages)
		}
	})
}

// TestTelegramTakesEveryPage: whatever articles hold, TDLib finds in each page the
// text that was meant, and its buttons are ones that Telegram takes.
func TestTelegramTakesEveryPage(t *testing.T) {
	judge := telegramtest.NewTDLib(t)
	rapid.Check(t, func(t *rapid.T) {
		text := hostile(40)
		var list []news.Article
		var entries []ledger.Entry
		for range rapid.IntRange(0, 10).Draw(t, "articles") {
			a := news.Article{Title: text.Draw(t, "title"), Date: text.Draw(t, "date"), Paragraphs: []news.Paragraph{{Text: "值" + text.Draw(t, "text")}}}
			a.Identify()
			list = append(list, a)
			for range rapid.IntRange(0, 3).Draw(t, "figures") {
				entries = append(entries, ledger.Entry{Figure: figure.Figure{Start: 0, End: 1, Text: "值", Kind: figure.Amount}, Article: a.ID, Paragraph: a.Paragraphs[0].ID,
					Entity: text.Draw(t, "entity"), Metric: text.Draw(t, "metric"), Direction: rapid.SampledFrom([]string{"", "up", "同比 down"}).Draw(t, "direction"),
					Period: ledger.Period{Text: text.Draw(t, "period"), Paragraph: a.Paragraphs[0].ID, Span: hanzi.Span{Start: 0, End: 1}}})
			}
		}
		known := ledger.New(entries)
		b := &Bot{cfg: Config{Articles: func() []news.Article { return list }, Ledger: func() *ledger.Ledger { return known }}}
		b.me.Username = "youju_test_bot"
		pages := b.articleList(place{}, rapid.IntRange(0, 3).Draw(t, "page"), searchedFor(text.Draw(t, "word")))
		pages = append(pages, b.figuresOf(place{}, "").messages...)
		if len(entries) > 0 {
			e := rapid.SampledFrom(entries).Draw(t, "entry")
			pages = append(pages, b.figuresOf(place{}, searchedFor(e.Entity)).messages...)
			pages = append(pages, b.figureTable(place{manner: manner{plain: true}}, 0, idDigest(e.Article))...)
		}
		for _, m := range pages {
			checkMessage(t, judge.ParseHTML, m)
		}
	})
}
