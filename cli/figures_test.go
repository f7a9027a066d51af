package cli

import (
	"strings"
	"testing"

	"youju/figure"
	"youju/news"
	"youju/retrieval/ledger"
)

func TestListFigures(t *testing.T) {
	entries := []ledger.Entry{
		{Figure: figure.Figure{Text: "2020年", Kind: figure.Date}},
		{Figure: figure.Figure{Text: "254678万美元", Kind: figure.Amount}, Entity: "广州经开区", Metric: "实际利用外资", Period: ledger.Period{Text: "2020年"}},
		{Figure: figure.Figure{Text: "24.8%", Kind: figure.Change}, Entity: "广州经开区", Metric: "实际利用外资", Direction: "同比 up"},
	}
	var out strings.Builder
	ListFigures(&out, news.Article{Title: "考评揭晓"}, entries)
	ListFigures(&out, news.Article{Title: "没有数字"}, nil)
	want := `考评揭晓  3 个数字
  2020年        （时间）
  254678万美元  广州经开区  实际利用外资 [2020年]
  24.8%         广州经开区  实际利用外资 同比 ↑

`
	if out.String() != want {
		t.Errorf("got\n%s\nwant\n%s", out.String(), want)
	}
}
