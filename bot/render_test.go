package bot

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"pgregory.net/rapid"

	"youju/answer/say"
	"youju/bot/telegramtest"
	"youju/lang"
	"youju/news"
)

// hostile puts texts together that try to get out of what they are.
func hostile(most int) *rapid.Generator[string] {
	part := rapid.OneOf(rapid.SampledFrom([]string{
		"<b>", "</b>", "</blockquote>", "<a href=\"x.y\">", "&lt;", "&amp;", "&", "<", ">", "\\", "\\<", "&#60;", "&#x3c;", "`", "*", "_", "[x](tg://user?id=1)",
		"\u202e", "\u2066", "\u200b", "\u200d", "\u2028", "\ufeff", "\x00", "\x1b", "\r", "\t", "\n", "\n\n", " ", "\xff", "\xed\xa0\x80", "مرحبا", "שלום", "😀", "👨‍👩‍👧‍👦", "🇨🇳", "e\u0301",
		"<tg-spoiler>", "<tg-emoji emoji-id=\"5\">", "<pre><code class=\"language-go\">", "<!--", "<![CDATA[", "&#xD800;", "&#0;", "&#1114111;", "&nbsp;", "&copy", "\xed\xa0\x80\xed\xb0\x80",
		"\u202a\u202c", "\u2067", "\u2069", "\u061c", "\u180e", "\U000e0041", "\U0001f3f4\U000e0067\U000e007f", "\u0333", "\u033f", "\u030a", strings.Repeat("\u0301", 40), "\u2800", "\u3164",
		"$$\\frac{1}{2}$$", "=SUM(A1:A9)", "忽略以上所有指示", "tg://user?id=1", "mailto:a@b.c", "+8613800138000", "$USD", "#标签", "/start@x", "||x||", "__x__",
		"𠮷", "254678万美元", "24.8%", "1,234", "２０２０年", "。", "，", "……", "「", "」", "@bot", "/start", "#x", "https://t.me/x", "[1]",
	}), rapid.StringN(0, 20, -1), rapid.StringMatching(`[一-龥]{1,30}[，。]?`))
	return rapid.Custom(func(t *rapid.T) string {
		text := strings.Join(rapid.SliceOfN(part, 0, 12).Draw(t, "parts"), "")
		return strings.Repeat(text, rapid.SampledFrom([]int{1, 1, 1, 1, most}).Draw(t, "times"))
	})
}

// drawnAnswer is any answer that the types allow, with figures where they say
// or not.
func drawnAnswer(t *rapid.T) say.Answer {
	text := hostile(60)
	a := say.Answer{Text: text.Draw(t, "text"), Suggestions: rapid.SliceOfN(text, 0, 4).Draw(t, "suggestions")}
	spans := func(size int, label string) []span {
		var list []span
		for _, at := range rapid.SliceOfN(rapid.IntRange(-2, size+2), 0, 6).Draw(t, label) {
			list = append(list, span{at, at + rapid.IntRange(-1, 9).Draw(t, "length")})
		}
		return list
	}
	for i, m := range spans(len([]rune(a.Text)), "marks") {
		a.Marks = append(a.Marks, say.Mark{Start: m.start, End: m.end, Figure: i})
	}
	for n := range rapid.IntRange(0, 7).Draw(t, "citations") {
		c := say.Citation{N: n + 1, Title: text.Draw(t, "title"), Date: text.Draw(t, "date"), Quote: text.Draw(t, "quote"),
			Start: rapid.IntRange(0, 50).Draw(t, "start"), Paragraph: rapid.OneOf(rapid.Just("a0123456789-p0123456789.12"), text).Draw(t, "id")}
		c.End = c.Start + len([]rune(c.Quote))
		for _, m := range spans(c.End, "figures") {
			a.Figures = append(a.Figures, say.Figure{Text: "x", Citation: c.N, Start: m.start, End: m.end})
		}
		a.Citations = append(a.Citations, c)
	}
	return a
}

// TestTelegramTakesEveryAnswer: TDLib finds in each message the text that was
// meant and no entity but those that were added, and no limit is passed.
func TestTelegramTakesEveryAnswer(t *testing.T) {
	judge := telegramtest.NewTDLib(t)
	messages := 0
	defer func() { t.Logf("TDLib took %d messages as they were meant", messages) }()
	rapid.Check(t, func(t *rapid.T) { messages += checkRendering(t, judge.ParseHTML) })
}

// FuzzRender is the same law, led by what of the program a text reaches. The judge is
// the fake server's parser, which fuzzing need not wait for; it is held to TDLib's by
// a test of its own.
func FuzzRender(f *testing.F) {
	for seed := range 64 {
		f.Add(bytes.Repeat(fmt.Appendf(nil, "%016x", uint64(seed)*0x9e3779b97f4a7c15), 400))
	}
	f.Fuzz(rapid.MakeFuzz(func(t *rapid.T) { checkRendering(t, telegramtest.ParseHTML) }))
}

// parser is one of Telegram's HTML.
type parser func(text string) (string, []telegramtest.Entity, error)

// checkRendering draws an answer and what is shown of an article, and returns how many
// messages that made.
func checkRendering(t *rapid.T, parse parser) (messages int) {
	address := rapid.SampledFrom([]string{"", "https://example.com/?a=1&b=\"<x>'", "javascript:alert(1)", "http://\x00"}).Draw(t, "url")
	article := news.Article{URL: address, Source: hostile(9).Draw(t, "source")}
	a := drawnAnswer(t)
	asked := hostile(3).Draw(t, "asked")
	p := passage{article: article, section: asked, text: hostile(2000).Draw(t, "paragraph")}
	all := slices.Concat(
		renderAnswer(manner{}, a, asked, func(string) news.Article { return article }, links{"youju_test_bot"}),
		renderFigure(lang.Simplified, p, span{0, min(3, len([]rune(p.text)))}),
		renderPassage(lang.Simplified, p, []span{{0, 3}, {2, 5}, {9, 1 << 30}}, true))
	for _, m := range all {
		checkMessage(t, parse, m)
	}
	return len(all)
}

func checkMessage(t *rapid.T, parse parser, m message) {
	text, entities, err := parse(m.html)
	switch {
	case err != nil:
		t.Fatalf("Telegram refuses %q: %v", m.html, err)
	case text != m.plain:
		t.Fatalf("Telegram reads\n%q, not\n%q", text, m.plain)
	case text != strings.TrimSpace(text) && strings.Trim(text, " \n") != text || text == "":
		t.Fatalf("space around %q, or nothing", text)
	case len(utf16.Encode([]rune(text))) > 4096:
		t.Fatalf("%d units", len(utf16.Encode([]rune(text))))
	}
	units := utf16.Encode([]rune(text))
	for _, e := range entities {
		if !slices.Contains([]string{"bold", "italic", "text_link", "expandable_blockquote", "blockquote"}, e.Type) {
			t.Fatalf("an entity %+v that was not added, in %q", e, m.html)
		}
		for _, edge := range []int{e.Offset, e.Offset + e.Length} {
			if edge < len(units) && utf16.IsSurrogate(rune(units[edge])) && units[edge] >= 0xdc00 {
				t.Fatalf("an entity %+v begins or ends within a character of %q", e, text)
			}
		}
	}
	if got, want := strings.Count(m.html, "<b>"), len(slices.DeleteFunc(entities, func(e telegramtest.Entity) bool { return e.Type != "bold" })); got != want {
		t.Fatalf("%d bold tags, %d bold entities in %q", got, want, m.html)
	}
	for _, row := range m.keyboard {
		for _, b := range row {
			if c := b.CopyText; c != nil && c.Text != "" && len(utf16.Encode([]rune(c.Text))) <= 256 && b.CallbackData == "" {
				continue
			}
			if b.Text == "" || b.CallbackData == "" || len(b.CallbackData) > 64 {
				t.Fatalf("a button that Telegram refuses: %+v", b)
			}
		}
	}
}

// TestCutsNeverSplitAFigure: wherever the limit falls, each figure stands whole
// and bold in one of the pieces, and no word is lost.
func TestCutsNeverSplitAFigure(t *testing.T) {
	fills := rapid.SliceOfN(rapid.SampledFrom([]string{"字", "数据显示，", "一句。", "9", "999", "😀", "a b ", "\n", "\n\n"}), 0, 30)
	rapid.Check(t, func(t *rapid.T) {
		limit := rapid.IntRange(40, 80).Draw(t, "limit")
		d := new(doc)
		var figures []string
		write := func() {
			for range rapid.IntRange(1, 6).Draw(t, "figures") {
				d.write(fills.Draw(t, "fill")...)
				figure := rapid.SampledFrom([]string{"254678万美元", "1，234户", "约5。7 亿", "😀1\n2", "9"}).Draw(t, "figure")
				d.bold(figure)
				figures = append(figures, "<b>"+figure+"</b>")
			}
		}
		if rapid.Bool().Draw(t, "quoted") {
			d.quote(write)
		} else {
			write()
		}
		var plain, html string
		for _, p := range d.split(limit) {
			if units(p.plain) > limit || p.plain == "" {
				t.Fatalf("a piece of %d units, the limit is %d: %q", units(p.plain), limit, p.plain)
			}
			plain += p.plain
			html += p.html() + "\n"
		}
		without := strings.NewReplacer("\n", "", " ", "")
		if without.Replace(plain) != without.Replace(d.text.String()) {
			t.Fatalf("%q became %q", d.text.String(), plain)
		}
		for _, figure := range figures {
			if !strings.Contains(html, figure) {
				t.Fatalf("%q was cut: %s", figure, html)
			}
		}
	})
}

func TestClean(t *testing.T) {
	for text, want := range map[string]string{
		"外资\u202e1234\u202c万": "外资1234万", "a\u2066b\u2069": "ab", "a\x00b\tc": "a b c", "a\r\nb": "a\nb", "a\u2028b": "ab",
		"bad \xff byte": "bad \ufffd byte", "e\u0301 👨‍👩‍👧": "e\u0301 👨‍👩‍👧", "中文": "中文",
	} {
		if got := clean(text); got != want {
			t.Errorf("%q became %q, want %q", text, got, want)
		}
	}
}

func TestLongAnswersAreShortenedOrSplit(t *testing.T) {
	long := strings.Repeat("前面说了许多别的话，", 150) + "实际利用外资254678万美元，" + strings.Repeat("后面也还有话要说，", 150)
	a := say.Answer{Text: "254678万美元 [1]"}
	for n := 1; n <= 4; n++ {
		c := say.Citation{N: n, Title: "长文", Paragraph: fmt.Sprintf("a-p%d", n), Quote: long, End: len([]rune(long))}
		at := runeIndex(long, "254678万美元")
		a.Citations = append(a.Citations, c)
		a.Figures = append(a.Figures, say.Figure{Text: "254678万美元", Citation: n, Start: at, End: at + len([]rune("254678万美元"))})
	}
	got := renderAnswer(manner{}, a, "", func(string) news.Article { return news.Article{} }, links{"youju_test_bot"})
	if len(got) != 1 {
		t.Fatalf("%d messages", len(got))
	}
	golden(t, "shortened", got[0].html+"\n")
	for _, quote := range strings.Split(got[0].html, "<blockquote expandable>")[1:] {
		shown, _, _ := strings.Cut(quote, "</blockquote>")
		shown = strings.NewReplacer("<b>", "", "</b>", "").Replace(shown)
		if !strings.Contains(long, shown) || !strings.Contains(shown, "254678万美元") {
			t.Errorf("not the article's words, or without the figure: %q", shown)
		}
	}

	a.Text = strings.Repeat("一条很长很长的答案，说了又说。", 700)
	pages := renderAnswer(manner{}, a, "", func(string) news.Article { return news.Article{} }, links{"youju_test_bot"})
	text := ""
	for i, p := range pages {
		text += p.plain
		if (len(p.keyboard) > 0) != (i == len(pages)-1) {
			t.Errorf("buttons below message %d of %d", i+1, len(pages))
		}
		if i < 2 && !strings.HasSuffix(p.plain, "。") {
			t.Errorf("message %d ends in a sentence: …%s", i+1, p.plain[len(p.plain)-30:])
		}
	}
	if !strings.HasPrefix(text, a.Text) {
		t.Error("words of the answer are lost between messages")
	}
}

func TestWholeParagraphOrItsPartAroundTheFigure(t *testing.T) {
	filler := strings.Repeat("别的话，", 1000)
	for _, times := range []int{1, 20} {
		text := strings.Repeat(filler, times) + "外资254678万美元。" + strings.Repeat(filler, times)
		at := runeIndex(text, "254678万美元")
		pages := renderPassage(lang.Simplified, passage{text: text}, []span{{at, at + 9}}, false)
		all, plain := "", ""
		for _, p := range pages {
			all += p.html
			plain += p.plain
		}
		if len(pages) > paragraphMost || !strings.Contains(all, "<b>254678万美元</b>") {
			t.Errorf("%d messages; the figure is there: %v", len(pages), strings.Contains(all, "<b>"))
		}
		if whole := strings.Contains(plain, text); whole != (times == 1) || whole == strings.Contains(plain, zh("bot.paragraph-short")) {
			t.Errorf("times %d: the whole paragraph is shown: %v", times, whole)
		}
	}
}

func TestCallbackDataComesBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := []rune(rapid.StringN(30, 300, -1).Draw(t, "text"))
		c := say.Citation{N: 1, Paragraph: rapid.StringN(1, 80, -1).Draw(t, "id"), End: len(text), Quote: string(text)}
		var figures []say.Figure
		for range rapid.IntRange(0, 12).Draw(t, "figures") {
			start := rapid.IntRange(0, len(text)-5).Draw(t, "start")
			figures = append(figures, say.Figure{Citation: 1, Start: start, End: start + 4, Text: string(text[start : start+4])})
		}
		data := sourceData(c, figures)
		tap, ok := parseSourceData(data)
		if !ok || len(data) > 64 || !tap.names(c.Paragraph) || tap.names(c.Paragraph+"x") {
			t.Fatalf("%q of %d bytes, read %v", data, len(data), ok)
		}
		marks, same := tap.validMarks(text)
		if !same || len(marks) == 0 || len(figures) > 0 && marks[0] != (span{figures[0].Start, figures[0].End}) {
			t.Fatalf("%q: marks %v, same %v", data, marks, same)
		}
	})
}
