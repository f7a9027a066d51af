package evidence

import (
	"testing"

	"youju/answer/asking"
	"youju/hanzi"
	"youju/news"
	"youju/retrieval"
)

func TestWhatStandsBelowAnArticleAnswersNothing(t *testing.T) {
	for text, imprint := range map[string]bool{
		"（原标题：石桥修缮）来源：云石日报流程编辑：y01 如遇版权等问题，请在刊发之日起30日内联系。": true, "未经授权禁止转载。": true, "责任编辑：何山": true,
		"云石市公布了石桥修缮的方案。": false, "公司买下了小说的版权。": false, "何山是云石日报的责任编辑。": false,
	} {
		if got := (Sentence{said: text}).imprint(); got != imprint {
			t.Errorf("%s is an imprint: %v", text, got)
		}
	}
}

func TestWhoWroteATextIsNoAnswer(t *testing.T) {
	for before, writes := range map[string]bool{"记者：": true, "本报讯（见习记者 ": true, "作者: ": true, "该剧总导演": false, "前记者": false, "获奖的作者": false} {
		if got := byline.MatchString(before); got != writes {
			t.Errorf("behind %s stands who wrote a text: %v", before, got)
		}
	}
}

func TestAnOpeningGivesWayWhereTheReaderSeesNoAnswerInIt(t *testing.T) {
	const text = "云石市公布了石桥修缮的全部方案，请市民提意见。据介绍，这个方案是由青禾设计院的几位工程师编制的。"
	article := &news.Article{ID: "a", Paragraphs: []news.Paragraph{{ID: "a#1", Text: text}}}
	other := &news.Article{ID: "b", Paragraphs: article.Paragraphs}
	spans := hanzi.Sentences(text)
	sentence := func(of *news.Article, i int, score, read float64) Sentence {
		return Sentence{Source: retrieval.Source{Article: of, Paragraph: "a#1", Text: text}, Span: spans[i], Score: score, Read: read}
	}
	first := sentence(article, 0, 0.9, -0.8)
	first.said = "石桥首次由青禾院修缮。"
	for _, c := range []struct {
		name, asked string
		best, next  Sentence
		moved       bool
	}{
		{"sees none in it", "石桥修缮方案由谁编制", sentence(article, 0, 0.9, -0.8), sentence(article, 1, 0.8, 0.5), true},
		{"sees one in it", "石桥修缮方案由谁编制", sentence(article, 0, 0.9, 0.6), sentence(article, 1, 0.8, 0.9), false},
		{"was not asked", "石桥修缮方案由谁编制", sentence(article, 0, 0.9, 0), sentence(article, 1, 0.8, 0), false},
		{"sees less in the next", "石桥修缮方案由谁编制", sentence(article, 0, 0.9, -0.5), sentence(article, 1, 0.8, -0.8), false},
		{"the next is much worse", "石桥修缮方案由谁编制", sentence(article, 0, 0.9, -0.8), sentence(article, 1, 0.7, 0.5), false},
		{"the next is of another article", "石桥修缮方案由谁编制", sentence(article, 0, 0.9, -0.8), sentence(other, 1, 0.8, 0.5), false},
		{"no opening", "石桥修缮方案由谁编制", sentence(article, 1, 0.9, -0.8), sentence(article, 0, 0.8, 0.5), false},
		{"a number is asked for", "石桥修缮花了多少钱", sentence(article, 0, 0.9, -0.8), sentence(article, 1, 0.8, 0.5), false},
		{"the first time is asked for, which it says", "石桥最早由谁修缮", first, sentence(article, 1, 0.8, 0.5), false},
	} {
		sentences := []Sentence{c.best, c.next}
		PastOpening(asking.Read(asking.Question{Text: c.asked}), sentences)
		if moved := sentences[0].Span != c.best.Span; moved != c.moved {
			t.Errorf("%s: moved %v", c.name, moved)
		}
	}
}
