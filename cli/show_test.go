package cli

import (
	"strings"
	"testing"

	"youju/answer/say"
	"youju/news"
)

func shown() say.Answer {
	return say.Answer{
		Text:  "2103家，占全省17.78% [1]",
		Marks: []say.Mark{{Start: 0, End: 5}, {Start: 9, End: 15}},
		Citations: []say.Citation{
			{N: 1, Title: "郑州高新区", Date: "2021-01-28", Quote: "达2103家，占比17.78%"},
			{N: 2, Quote: "没有标题的一段"},
		},
		Suggestions: []string{"增速呢？"},
	}
}

func TestShow(t *testing.T) {
	var out strings.Builder
	Show(&out, shown())
	want := `2103家，占全省17.78% [1]

[1] 《郑州高新区》 2021-01-28
    「达2103家，占比17.78%」

[2] （无标题）
    「没有标题的一段」

可以问：
  · 增速呢？
`
	if out.String() != want {
		t.Errorf("shown:\n%s\nwant:\n%s", out.String(), want)
	}
}

func TestFiguresAreBold(t *testing.T) {
	got := style{on: true}.marked(shown())
	if want := "\x1b[1m2103家\x1b[0m，占全省\x1b[1m17.78%\x1b[0m [1]"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	a := shown()
	a.Marks = append(a.Marks, say.Mark{Start: 3, End: 4}, say.Mark{Start: 18, End: 99})
	if got := (style{}).marked(a); got != a.Text {
		t.Errorf("marks that overlap or lead out of the text change it to %q", got)
	}
}

func TestListArticles(t *testing.T) {
	var out strings.Builder
	ListArticles(&out, []news.Article{
		{Title: "郑州高新区", Date: "2021-01-28", Author: "李颖", Paragraphs: make([]news.Paragraph, 4)},
		{Kind: news.KindCaption, Paragraphs: []news.Paragraph{{Text: strings.Repeat("图", titleRunes+1)}}},
		{},
	})
	want := "郑州高新区  4 段，2021-01-28，李颖\n（图片说明）" + strings.Repeat("图", titleRunes) + "……  1 段\n  0 段\n"
	if out.String() != want {
		t.Errorf("listed:\n%q\nwant:\n%q", out.String(), want)
	}
}

func TestNoProgressWhereNobodyLooks(t *testing.T) {
	if Progress(&strings.Builder{}, "计算向量") != nil {
		t.Error("a bar is drawn into something that is no terminal")
	}
}
