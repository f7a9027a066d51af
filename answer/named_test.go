package answer

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"youju/answer/answertest"
	"youju/answer/asking"
)

// TestANameIsLookedForWhereItStands: ten articles speak of prices in the question's
// words, and only one that speaks of little else names what is asked about.
func TestANameIsLookedForWhereItStands(t *testing.T) {
	var articles [][]string
	for i := range 30 {
		articles = append(articles, []string{"价格", fmt.Sprintf("价格的变动：Zx的价格变动是1%d元。", i)})
	}
	articles = append(articles, []string{"行情", "当日现货走低，" + strings.Repeat("成交活跃，买卖双方都在观望，", 12) + "Zx99.95收于每克227元，下跌1.3元。"})
	a, err := New(answertest.Collection(t, answertest.Embedder{}, articles...), nil).Answer(context.Background(), asking.Question{Text: "Zx99.95的价格变动是多少？"})
	if err != nil {
		t.Fatal(err)
	}
	article := a.Citations[0].Article
	if a.Hits[0].Paragraph[:len(article)] != article || len(a.Figures) == 0 || a.Figures[0].Text != "1.3元" {
		t.Errorf("answer %q of %s, hits %v", a.Text, article, a.Hits)
	}
}

// TestWhenAReporterWasToldIsNoAnswer: 记者16日从集团获悉 says when the news came.
func TestWhenAReporterWasToldIsNoAnswer(t *testing.T) {
	corpus := answertest.Collection(t, answertest.Embedder{}, []string{"云台运河", "记者16日从云台运河集团获悉，云台运河的试运行即将开始。云台运河2023年8月20日试运行。"})
	a, err := New(corpus, nil).Answer(context.Background(), asking.Question{Text: "云台运河的试运行开始于哪一天"})
	if err != nil || a.Refused || len(a.Figures) == 0 || a.Figures[0].Text != "2023年8月20日" {
		t.Errorf("answer %q, figures %+v, error %v", a.Text, a.Figures, err)
	}
}

// TestAFigureOfAnotherYearIsNone: the paragraph speaks of the year that is asked
// about, the figure's own clause of another.
func TestAFigureOfAnotherYearIsNone(t *testing.T) {
	corpus := answertest.Collection(t, answertest.Embedder{}, []string{"云台机场", "云台机场2020年旅客吞吐量1600万人次。2021年云台机场开通了国际航线。"})
	for question, refused := range map[string]bool{"云台机场2021年旅客吞吐量是多少": true, "云台机场2020年旅客吞吐量是多少": false} {
		a, err := New(corpus, nil).Answer(context.Background(), asking.Question{Text: question})
		if err != nil || a.Refused != refused || len(a.Figures) == 0 || a.Figures[0].Text != "1600万人次" {
			t.Errorf("%s got %q, refused %v, error %v", question, a.Text, a.Refused, err)
		}
	}
}
