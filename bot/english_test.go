package bot

import (
	"context"
	"strings"
	"testing"

	"youju/answer"
	"youju/answer/answertest"
	"youju/bot/telegramtest"
	"youju/embed"
	"youju/news"
	"youju/retrieval"
	"youju/seeds"
)

// TestTheShippedArticlesInEachLanguage asks the real answerer as people do, each in
// their words: what is said around the quotes is theirs, the figure is as printed.
func TestTheShippedArticlesInEachLanguage(t *testing.T) {
	answertest.Long(t)
	encoder, err := embed.Open()
	if err != nil {
		t.Fatal(err)
	}
	corpus, err := retrieval.Open(retrieval.Options{Embedder: encoder})
	if err != nil {
		t.Fatal(err)
	}
	shipped, err := seeds.Articles()
	if err == nil {
		err = corpus.Replace(context.Background(), shipped)
	}
	if err != nil {
		t.Fatal(err)
	}
	answerer := answer.New(corpus, nil)
	s := telegramtest.New(t)
	start(t, s, answerer.Answer, func(b *Bot) {
		b.cfg.Articles = func() []news.Article { return corpus.Snapshot().Articles() }
		b.askTimeout *= 2 // a busy machine
	})
	for _, c := range []struct{ code, question, figure, says string }{
		{"zh-hans", "How many tech SMEs are there in Zhengzhou High-tech Zone?", "2103家", "(Read as “郑州高新区科技型中小企业有多少家”.)"},
		{"zh-hans", "How many companies are there in London?", "", "I couldn't make this question out."},
		{"zh-hans", "2021年鄭州高新區有多少家科技型中小企業", "2103家", "文章沒有2021年的這個數字。"},
		{"zh-hans", "2021年郑州高新区有多少家科技型中小企业", "2103家", "文章没有2021年的这个数。"},
		{"en", "2021年郑州高新区有多少家科技型中小企业", "2103家", "The articles don't give this figure for 2021年."},
		{"zh-tw", "2021年郑州高新区有多少家科技型中小企业", "2103家", "文章沒有2021年的這個數字。"},
	} {
		li, room := s.Person("李")
		li.LanguageCode = c.code
		room.Say(li, c.question)
		got := room.Next(t)
		if !strings.Contains(got.Text, c.says) {
			t.Errorf("%s, %s: %q does not say %q", c.code, c.question, got.Text, c.says)
		}
		if c.figure != "" && (!strings.Contains(got.Raw["text"], ">"+c.figure+"</a></b>") || !strings.Contains(got.Text, "郑州高新区培育的科技型中小企业持续增多，数量升至"+c.figure)) {
			t.Errorf("%s, %s: %q does not prove %s", c.code, c.question, got.Raw["text"], c.figure)
		}
		if c.figure == "" && len(got.Buttons()) == 0 {
			t.Errorf("%s: no question is offered", c.question)
		}
	}
}
