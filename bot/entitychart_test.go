package bot

import (
	"strings"
	"testing"

	"youju/bot/telegramtest"
	"youju/figure"
	"youju/retrieval/ledger"
)

// TestWhatIsKnownIsDrawn: a page of a name's figures is drawn, as far as they may be
// set against each other; pages that have none such have no button.
func TestWhatIsKnownIsDrawn(t *testing.T) {
	s := telegramtest.New(t)
	seeded(t, s)
	li, room := s.Person("李")
	room.Say(li, "/figures 广州经开区")
	list := room.Next(t)
	room.Tap(t, li, list, "图表")
	drawn := room.Next(t)
	if len(drawn.Photo) != 1 || !strings.Contains(drawn.Caption, "实际利用外资 同比上升：24.8%（2020年） [1]") || strings.Contains(drawn.Caption, "亿元") {
		t.Errorf("drawn %+v, caption %q", drawn.Photo, drawn.Caption)
	}
	if link := drawn.Raw["caption"]; !strings.Contains(link, "start=f_") {
		t.Errorf("the figures below the picture are no links: %s", link)
	}
	for _, data := range []string{"k", "k.0", "k.x.广州经开区", "k.0.没有这个名字"} {
		if notice := room.TapData(li, list, data).Answer(t); notice != zh("bot.tap-unknown") && notice != zh("bot.tap-gone") {
			t.Errorf("%q: notice %q", data, notice)
		}
	}
}

func TestWhatMayBeSetAgainstEachOther(t *testing.T) {
	entry := func(kind figure.Kind, unit, text string) ledger.Entry {
		return ledger.Entry{Figure: figure.Figure{Kind: kind, Unit: unit, Text: text}}
	}
	yuan, share := entry(figure.Amount, "元", "1亿元"), entry(figure.Share, "%", "20%")
	grew, fell, first := entry(figure.Change, "%", "3%"), entry(figure.Change, "%", "4%"), entry(figure.Rank, "", "第一")
	for _, test := range []struct {
		entries []ledger.Entry
		want    string
	}{
		{nil, ""}, {[]ledger.Entry{yuan}, ""}, {[]ledger.Entry{yuan, share, grew, first, first}, ""},
		{[]ledger.Entry{yuan, share, grew, fell}, "3% 4%"}, {[]ledger.Entry{yuan, grew, yuan, fell}, "1亿元 1亿元"},
		{[]ledger.Entry{yuan, grew, yuan, fell, grew}, "3% 4% 3%"},
	} {
		var got []string
		for _, e := range drawable(test.entries) {
			got = append(got, e.Text)
		}
		if strings.Join(got, " ") != test.want {
			t.Errorf("%v: %v, want %s", test.entries, got, test.want)
		}
	}
}
