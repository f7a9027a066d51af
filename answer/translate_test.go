package answer

import (
	"context"
	"strings"
	"testing"

	"youju/answer/answertest"
	"youju/answer/asking"
	"youju/answer/gate"
	"youju/embed"
	"youju/lang"
	"youju/retrieval"
	"youju/seeds"
)

func shipped(t *testing.T) *Answerer {
	t.Helper()
	encoder, err := embed.Open()
	if err != nil {
		t.Fatal(err)
	}
	corpus, err := retrieval.Open(retrieval.Options{Embedder: encoder})
	if err != nil {
		t.Fatal(err)
	}
	articles, err := seeds.Articles()
	if err == nil {
		err = corpus.Replace(context.Background(), articles)
	}
	if err != nil {
		t.Fatal(err)
	}
	return New(corpus, nil)
}

func TestEnglish(t *testing.T) {
	answertest.Long(t)
	answerer := shipped(t)
	t.Run("questions", func(t *testing.T) { questionsInEnglish(t, answerer) })
	t.Run("follow-ups", func(t *testing.T) { followUpsInEnglish(t, answerer) })
	t.Run("others", func(t *testing.T) { questionsInOtherWords(t, answerer) })
}

func questionsInEnglish(t *testing.T, answerer *Answerer) {
	for _, c := range []struct{ question, figure, says string }{
		{"How many technology-based SMEs are there in Zhengzhou High-tech Zone?", "2103家", "Read as “郑州高新区科技型中小企业有多少家”"},
		{"What share of Henan's technology SMEs are in Zhengzhou High-tech Zone?", "17.78%", "(科技型中小企业, 2020年)"},
		{"What percentage of the city's tech SMEs does Zhengzhou High-tech Zone have?", "39.14%", ""},
		{"How much foreign investment did Guangzhou Economic and Technological Development Zone use in 2020?", "254678万美元", ""},
		{"By how much did foreign investment in Guangzhou grow?", "24.8%", ""},
		{"What was the year-on-year growth of fixed-asset investment in Guangzhou in 2020?", "10.9%", ""},
		{"What was the industrial profit of Guangzhou in 2019?", "615亿元", "About 606.51亿元: 615亿元 [1] ÷ (1 + 1.4% [1]). This is an estimate"},
		{"Where does Guangzhou rank nationally in foreign trade?", "第三", ""},
		{"How much funding did the team of academician Zhou Chenghu receive?", "1亿元", ""},
		{"When was the Hefei digital economy platform unveiled?", "1月28日", ""},
		{"How many cell-related companies are there in Tianjin Binhai High-tech Zone?", "30家", "超30家"},
		{"How much in bank loans did companies on the Zhengzhou platform receive?", "40.37亿元", "约40.37亿元"},
		{"How many tech SMEs did Zhengzhou High-Tech Zone have in 2021?", "2103家", "The articles don't give this figure for 2021年. The nearest is: 2103家"},

		{"How many patents does Zibo High-tech Zone have?", "", "I found nothing in the articles"},
		{"When was Zhengzhou High-tech Zone established?", "", "I found nothing in the articles"},
		{"What was the GDP of Suzhou Industrial Park in 2020?", "", "I found nothing in the articles"},
		{"How many companies are there in London?", "", "I couldn't make this question out"},
		{"Who repairs the street lights?", "", "I couldn't make this question out"},
		{"What is the capital of France?", "", "I couldn't make this question out"},
	} {
		t.Run(c.question, func(t *testing.T) {
			a, err := answerer.Answer(context.Background(), asking.Question{Text: c.question, Language: lang.English})
			if err != nil {
				t.Fatal(err)
			}
			got := ""
			if len(a.Figures) > 0 {
				got = a.Figures[0].Text
			}
			if got != c.figure || !strings.Contains(a.Text, c.says) || a.Refused != (c.figure == "" || strings.Contains(c.says, "don't give")) {
				t.Errorf("%q, refused %v, figure %s; want %s", a.Text, a.Refused, got, c.figure)
			}
			if c.figure == "" && len(a.Suggestions) == 0 {
				t.Error("nothing is offered")
			}
			if err := gate.Prove(answerer.corpus.Snapshot(), c.question+readAs(a.Text), a); err != nil {
				t.Error(err)
			}
		})
	}
}

// readAs is the Chinese question that an answer names.
func readAs(text string) string {
	_, after, _ := strings.Cut(text, "Read as “")
	read, _, _ := strings.Cut(after, "”")
	return " " + read
}

func followUpsInEnglish(t *testing.T, answerer *Answerer) {
	var history []asking.Turn
	for _, c := range []struct{ question, figure string }{
		{"How much foreign investment did Guangzhou use in 2020?", "254678万美元"}, {"and its growth?", "24.8%"},
		{"What was the fixed-asset investment?", "1413亿元"}, {"growth?", "10.9%"},
	} {
		a, err := answerer.Answer(context.Background(), asking.Question{Text: c.question, History: history, Language: lang.English})
		if err != nil || a.Refused || len(a.Figures) == 0 || a.Figures[0].Text != c.figure {
			t.Errorf("%s: %q %v, want %s", c.question, a.Text, err, c.figure)
		}
		history = append(history, asking.Turn{Question: c.question, Answer: a.Text})
	}
}

// questionsInOtherWords stay as they are: what holds a Chinese character, and pinyin.
func questionsInOtherWords(t *testing.T, answerer *Answerer) {
	for _, text := range []string{"郑州高新区有多少家科技型中小企业", "How many companies 郑州", "zhengzhou gaoxinqu you duoshao jia", "2020", "", "🙂"} {
		if got, ok := asking.InChinese(answerer.corpus.Snapshot(), asking.Question{Text: text}); !ok || got.Text != text || got.Told != "" || got.Foreign {
			t.Errorf("%s is read as %+v %v", text, got, ok)
		}
	}
}
