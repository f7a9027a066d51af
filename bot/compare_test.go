package bot

import (
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"image/png"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"youju/answer/answertest"
	"youju/answer/say"
	"youju/bot/telegramtest"
	"youju/chart"
	"youju/lang"
	"youju/news"
)

const fasterQuestion = "广州的规上产值和利润哪个涨得快"

// TestAComparisonIsATable follows what a person does: asks, opens a figure of the
// table, has it drawn, takes it into a spreadsheet.
func TestAComparisonIsATable(t *testing.T) {
	s := telegramtest.New(t)
	seeded(t, s)
	li, room := s.Person("李")
	asked := room.Say(li, fasterQuestion)
	got := room.Next(t)
	if got.RichMessage == nil {
		t.Fatalf("not a rich message: %+v", got)
	}
	golden(t, "table", got.RichMessage.Text()+"\n"+buttons(got))
	if got.ReplyToMessage == nil || got.ReplyToMessage.ID != asked.ID {
		t.Error("the table is no reply to its question")
	}
	if raw := got.Raw["rich_message"]; !strings.Contains(raw, `"type":"bold","text":{"type":"url","text":"1.4%","url":"https://t.me/youju_test_bot?start=f_`) {
		t.Errorf("a figure of the table does not open its place: %s", raw)
	}

	room.Tap(t, li, got, "图表")
	drawn := room.Next(t)
	if len(drawn.Photo) != 1 || drawn.Photo[0].Width != 1080 {
		t.Fatalf("no picture: %+v", drawn)
	}
	for _, figure := range []string{"0.6%", "1.4%"} {
		if !strings.Contains(drawn.Caption, figure) {
			t.Errorf("who cannot see the picture does not learn %s: %q", figure, drawn.Caption)
		}
	}

	room.Tap(t, li, got, "表格文件（CSV）")
	file := room.Next(t)
	golden(t, "sheet", readSheet(t, file.Document.Data))
	if file.Document.Name != "youju.csv" {
		t.Errorf("the file is called %q", file.Document.Name)
	}
}

func buttons(m *telegramtest.Message) string {
	var out strings.Builder
	for _, row := range m.ReplyMarkup.InlineKeyboard {
		for _, b := range row {
			out.WriteString("[" + b.Text + "] ")
		}
		out.WriteString("\n")
	}
	return out.String()
}

func readSheet(t *testing.T, data []byte) string {
	t.Helper()
	if !bytes.HasPrefix(data, []byte("\xef\xbb\xbf")) || !bytes.Contains(data, []byte("\r\n")) {
		t.Errorf("not as spreadsheets read it: %q", data)
	}
	rows, err := csv.NewReader(bytes.NewReader(data[3:])).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	for _, row := range rows {
		out.WriteString(strings.Join(row, " | ") + "\n")
	}
	return out.String()
}

// TestATableThatCannotBeSeen: by a tap the answer comes as text, and so do the
// next ones, after a restart too; its buttons go on working.
func TestATableThatCannotBeSeen(t *testing.T) {
	s := telegramtest.New(t)
	r := seeded(t, s)
	li, room := s.Person("李")
	room.Say(li, fasterQuestion)
	room.Tap(t, li, room.Next(t), "看不到表格？")
	s.WaitCalls(t, "editMessageText", 1)
	text := room.Sent()[0]
	if text.RichMessage != nil || !strings.Contains(text.Text, "1.4%") {
		t.Fatalf("not as text: %+v", text)
	}
	kept := r.bot.cfg.Store
	r.stop(t)
	seeded(t, s, func(b *Bot) { b.cfg.Store = kept })
	room.Tap(t, li, text, "图表")
	if drawn := room.Next(t); len(drawn.Photo) != 1 {
		t.Errorf("no picture after a restart: %+v", drawn)
	}
	room.Say(li, fasterQuestion)
	if next := room.Next(t); next.RichMessage != nil {
		t.Error("the chat gets a table again")
	}
	wang, other := s.Person("王")
	other.Say(wang, fasterQuestion)
	if next := other.Next(t); next.RichMessage == nil {
		t.Error("another chat gets none")
	}
}

// TestRefusedTablesBecomeText: a server that does not know the method, or does not
// take the message, is given text; what it refused once is not tried again.
func TestRefusedTablesBecomeText(t *testing.T) {
	for _, fault := range []telegramtest.Fault{
		{Code: 404, Description: "Not Found: method not found"},
		{Code: 400, Description: "Bad Request: can't parse InputRichBlock: Can't find field \"cells\""},
	} {
		s := telegramtest.New(t)
		r := start(t, s, scripted(twoParks()))
		fault.Method, fault.Times = "sendRichMessage", -1
		s.Fail(fault)
		li, room := s.Person("李")
		for range 2 {
			room.Say(li, "哪个多")
			if got := room.Next(t); !strings.HasPrefix(got.Text, "甲园：300家") || got.ReplyMarkup == nil {
				t.Errorf("%d: got %+v", fault.Code, got)
			}
			waitPlain(t, r.bot, room.Chat.ID)
		}
		if n := len(s.Calls("sendRichMessage")); n != 1 {
			t.Errorf("%d: a rich message was tried %d times", fault.Code, n)
		}
		if troubles := r.bot.Troubles(); len(troubles) > 0 {
			t.Errorf("%d: it is held for a trouble: %v", fault.Code, troubles)
		}
	}
}

// waitPlain returns when it is kept that a chat takes no rich messages.
func waitPlain(t *testing.T, b *Bot, chat int64) {
	t.Helper()
	soon(t, "a chat's setting that it takes no rich messages", func() bool {
		set, err := b.cfg.Store.Settings(context.Background(), chat)
		return err == nil && set.Plain
	})
}

// TestOneRefusalForAnotherReason: a chat that is not there is no chat without tables.
func TestOneRefusalForAnotherReason(t *testing.T) {
	s := telegramtest.New(t)
	r := start(t, s, scripted(twoParks()))
	li, room := s.Person("李")
	room.Block()
	room.Say(li, "哪个多")
	s.WaitCalls(t, "sendRichMessage", 1)
	r.stop(t)
	if set, err := r.bot.cfg.Store.Settings(context.Background(), room.Chat.ID); err != nil || set.Plain {
		t.Errorf("settings %+v, %v", set, err)
	}
}

// TestFilesSurviveARestart: what a file is made of lies in the store until it is sent.
func TestFilesSurviveARestart(t *testing.T) {
	s := telegramtest.New(t)
	r := start(t, s, scripted(twoParks()))
	li, room := s.Person("李")
	room.Say(li, "哪个多")
	m := room.Next(t)
	s.Fail(telegramtest.Fault{Method: "sendPhoto", Code: 502, Times: -1})
	s.Fail(telegramtest.Fault{Method: "sendDocument", Code: 502, Times: -1})
	room.Tap(t, li, m, "图表")
	room.Tap(t, li, m, "表格文件（CSV）")
	s.WaitCalls(t, "sendPhoto", 1)
	kept := r.bot.cfg.Store
	r.bot.drainTime = 0
	r.stop(t)
	s.Heal()
	start(t, s, scripted(twoParks()), func(b *Bot) { b.cfg.Store = kept })
	photo, file := room.Next(t), room.Next(t)
	if len(photo.Photo) != 1 || file.Document == nil {
		t.Fatalf("got %+v, then %+v", photo, file)
	}
	if _, err := png.Decode(bytes.NewReader(photo.Photo[0].Data)); err != nil {
		t.Error(err)
	}
}

// twoParks compares two figures and one that was worked out; the article's words
// try to become formulas.
func twoParks() say.Answer {
	a := say.Answer{Text: "甲园：300家 [1]\n=乙园：200家 [2]，相差100家（300 − 200）（看了2篇，2篇有）"}
	for n, quote := range []string{"甲园有300家企业", "=乙园有200家企业"} {
		c := say.Citation{N: n + 1, Title: "@SUM(1+1)*cmd|'/c calc'!A0", Date: "2021-03-02", Paragraph: "a-p1", Quote: quote, End: len([]rune(quote))}
		a.Citations = append(a.Citations, c)
	}
	for n, text := range []string{"300家", "200家"} {
		at := runeIndex(a.Citations[n].Quote, text)
		a.Figures = append(a.Figures, say.Figure{Text: text, Value: strings.TrimSuffix(text, "家"), Unit: "家", Citation: n + 1, Start: at, End: at + 4})
	}
	a.Derived = []say.Derived{{Text: "100家", Value: "100", Unit: "家", Op: "difference", Operands: []int{0, 1}, Expression: "300 − 200"},
		{Text: "2篇", Value: "2", Unit: "篇", Op: "count"}}
	return marked(a.Text, a)
}

// TestAChartThatCannotBeDrawn is told, and does not stay in the outbox.
func TestAChartThatCannotBeDrawn(t *testing.T) {
	a := twoParks()
	a.Figures[0].Value = "3000000000000000000000"
	s := telegramtest.New(t)
	start(t, s, scripted(a))
	li, room := s.Person("李")
	room.Say(li, "哪个多")
	room.Tap(t, li, room.Next(t), "图表")
	if got := room.Next(t); got.Text != zh("bot.no-file") {
		t.Errorf("got %+v", got)
	}
}

func TestSheetsRunNoFormulas(t *testing.T) {
	s := telegramtest.New(t)
	start(t, s, scripted(twoParks()))
	li, room := s.Person("李")
	room.Say(li, "哪个多")
	room.Tap(t, li, room.Next(t), "表格文件（CSV）")
	golden(t, "sheet-formulas", readSheet(t, room.Next(t).Document.Data))

	for cell, want := range map[string]string{
		"=1+1": "'=1+1", "+cmd": "'+cmd", "-2+3": "'-2+3", "@SUM(A1)": "'@SUM(A1)", " =1": "' =1", "\t=1": "' =1", "＝1": "'＝1", "-": "'-",
		"-0.6": "-0.6", "+12": "+12", "254678": "254678", "−0.6%": "−0.6%", "约2家": "约2家", "": "", "a=b": "a=b",
	} {
		if got := harmless(cell); got != want {
			t.Errorf("%q became %q, want %q", cell, got, want)
		}
	}
}

// TestTheTableSaysEachRowOnce: the first line stays, for a notification shows no
// more; the others that are rows of the table go, and what was covered stands below.
func TestTheTableSaysEachRowOnce(t *testing.T) {
	a := twoParks()
	a.Text = "甲园：300家 [1]\n乙园：200家 [2]（看了9篇，2篇有）\n另外的话。"
	a = marked(a.Text, say.Answer{Text: a.Text, Figures: a.Figures, Citations: a.Citations, Derived: []say.Derived{{Text: "9篇", Op: "count"}, {Text: "2篇", Op: "count", Operands: []int{0}}}})
	s := telegramtest.New(t)
	start(t, s, scripted(a))
	li, room := s.Person("李")
	room.Say(li, "哪个多")
	got, _, _ := strings.Cut(room.Next(t).RichMessage.Text(), "\n[1]")
	want := "甲园：300家 [1]\n另外的话。\n项目 | 数字 | 出处\n甲园 | 300家 | [1]\n乙园 | 200家 | [2]\n看了9篇，2篇有"
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// TestOneMembersScreen: in a group the table stays for the others, and the chat goes
// on getting them.
func TestOneMembersScreen(t *testing.T) {
	s := telegramtest.New(t)
	start(t, s, scripted(twoParks()))
	group := s.Group("新闻群")
	li, _ := s.Person("李")
	group.Say(li, "/ask 哪个多")
	table := group.Next(t)
	group.Tap(t, li, table, "看不到表格？")
	if text := group.Next(t); text.RichMessage != nil || !strings.Contains(text.Text, "300家") {
		t.Errorf("not as text: %+v", text)
	}
	group.Say(li, "/ask 哪个多")
	if next := group.Next(t); next.RichMessage == nil || group.Sent()[0].RichMessage == nil {
		t.Error("the table is gone for everybody")
	}
}

// TestTelegramTakesEveryTable: whatever the articles hold, the server reads the
// blocks, the text is what HTML would have said, and no figure of a row is lost.
func TestTelegramTakesEveryTable(t *testing.T) {
	answertest.Long(t)
	rapid.Check(t, func(t *rapid.T) {
		c := drawnComparing(t)
		rich, err := json.Marshal(c.rich("问"))
		if err != nil {
			t.Fatal(err)
		}
		shown, err := telegramtest.ReadRich(string(rich))
		if err != nil {
			t.Fatalf("%v: %s", err, rich)
		}
		if n := strings.Count(shown.Text(), " | "); n < 2*len(c.Rows) {
			t.Fatalf("%d cells of %d rows: %s", n, len(c.Rows), shown.Text())
		}
		if rapid.IntRange(0, 19).Draw(t, "draw it") == 0 { // a tenth of a second each
			drawn := c.chart()
			drawn.Rows = drawn.Rows[:min(len(drawn.Rows), chart.MostRows)]
			if _, err := drawn.PNG(); err != nil {
				t.Fatal(err)
			}
		}
		table := c.sheet()
		if _, err := table.csv(); err != nil {
			t.Fatal(err)
		}
	})
}

// TestTelegramTakesEveryCaption: TDLib finds in what stands below a file what was meant.
func TestTelegramTakesEveryCaption(t *testing.T) {
	judge := telegramtest.NewTDLib(t)
	rapid.Check(t, func(t *rapid.T) {
		m := enclosed(drawnComparing(t).caption(), enclosure{})
		checkMessage(t, judge.ParseHTML, m)
		if units(m.plain) > captionLimit {
			t.Fatalf("%d units", units(m.plain))
		}
	})
}

// drawnComparing is any comparison that the types allow.
func drawnComparing(t *rapid.T) comparing {
	a := drawnAnswer(t)
	c := comparing{say.Comparison{Unit: "家", Covered: hostile(1).Draw(t, "covered")}, lang.Simplified, a, "问",
		func(string) news.Article { return news.Article{} }, links{"youju_test_bot"}}
	for i, f := range a.Figures {
		a.Figures[i].Unit, a.Figures[i].Value = "家", "1"
		c.Rows = append(c.Rows, say.Row{Label: hostile(2).Draw(t, "label"), Text: f.Text, Value: "1", Figure: i, Citations: []int{f.Citation}})
	}
	if len(c.Rows) == 0 {
		t.Skip("no rows")
	}
	return c
}
